using System.Globalization;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Ordinal numbers in words (<c>ordinals.tsv</c>): "the fourth test this year" here, "der fünfte Test" there.</summary>
internal sealed class OrdinalWords
{
    private const int MaxWordsToNoun = 3;

    private readonly Dictionary<string, int> _numbers;

    private OrdinalWords(LanguagePack pack)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        foreach (DataRow row in pack.Data.Rows("ordinals.tsv"))
        {
            if (!int.TryParse(row[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                throw row.Error($"'{row[0]}' is no number");
            foreach (string form in row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string[] parts = form.TrimEnd(')').Split('(');
                foreach (string ending in parts.Length > 1 ? parts[1].Split('|') : [""])
                    numbers.TryAdd(Folding.Fold(parts[0] + ending), number);
            }
        }

        _numbers = numbers;
    }

    /// <summary>The words of a language.</summary>
    public static OrdinalWords Of(LanguagePack pack) => pack.Table(static pack => new OrdinalWords(pack));

    /// <summary>The ordinals of a clause from the second on, each with the noun that it numbers; the first of its kind is said of anything.</summary>
    public IEnumerable<Side> Find(AccountText text, Unit unit)
    {
        int last = text.WordAt(unit.Span.End);
        for (int i = text.WordAt(unit.Span.Start); i < last; i++)
        {
            if (!_numbers.TryGetValue(text.Words[i].Term.Folded, out int number) || number < 2 || unit.Times.Any(time => time.Span.Contains(text.Words[i].Start)) || unit.Quantities.Any(quantity => quantity.Span.Contains(text.Words[i].Start))
                || unit.Mentions.Any(mention => mention.Kind is MentionKind.Name && mention.Span.Contains(text.Words[i].Start)))
                continue;
            for (int noun = i + 1; noun < last && noun <= i + MaxWordsToNoun; noun++)
            {
                if (!text.Words[noun].Term.IsNoun)
                    continue;
                Quantity quantity = new() { Start = text.Words[i].Start, End = text.Words[i].End, Value = number, Of = text.Words[noun].Term.Lemma };
                yield return new Side(unit, new(quantity.Start, quantity.End), FormattableString.Invariant($"{number}. #"), "") { Quantity = quantity, IsOrdinal = true, Size = number };
                break;
            }
        }
    }
}
