using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>What accounts number: "the fourth test this year" here, "der 5. Test" there.</summary>
internal sealed class OrdinalWords
{
    private const int MaxWordsToNoun = 3;

    private readonly OrdinalNumbers _numbers;

    private OrdinalWords(OrdinalNumbers numbers) => _numbers = numbers;

    /// <summary>The words of a language.</summary>
    public static OrdinalWords Of(LanguagePack pack) => pack.Table(static pack => new OrdinalWords(OrdinalNumbers.Of(pack)));

    private bool TryRead(AccountText text, Word word, out int number) =>
        _numbers.TryRead(word.Term.Folded, text.Text.AsSpan(word.Start, Math.Min(text.Text.Length, word.End + 1) - word.Start), out number);

    /// <summary>The ordinals of a clause from the second on, each with the noun that it numbers; the first of its kind is said of anything.</summary>
    public IEnumerable<Side> Find(AccountText text, Unit unit)
    {
        int last = text.WordAt(unit.Span.End);
        for (int i = text.WordAt(unit.Span.Start); i < last; i++)
        {
            if (!TryRead(text, text.Words[i], out int number) || number < 2 || unit.Times.Any(time => time.Span.Contains(text.Words[i].Start)) || unit.Quantities.Any(quantity => quantity.Span.Contains(text.Words[i].Start))
                || unit.Mentions.Any(mention => mention.Kind is MentionKind.Name && mention.Span.Contains(text.Words[i].Start)))
                continue;
            if (NounOf(text, i, last) is not int noun)
                continue;
            Quantity quantity = new() { Start = text.Words[i].Start, End = text.Words[i].End, Value = number, Of = text.Words[noun].Term.Lemma };
            yield return new Side(unit, new(quantity.Start, quantity.End), FormattableString.Invariant($"{number}. #"), "") { Quantity = quantity, IsOrdinal = true, Size = number, Scope = ScopeOf(text, i, last) };
        }
    }

    /// <summary>Names right behind an ordinal, in a language that writes nouns small: of what its noun is counted ("the third Eastern Conference coach").</summary>
    private static string[] ScopeOf(AccountText text, int ordinal, int last) => text.Families is { WritesCapitals: false }
        ? [.. Enumerable.Range(ordinal + 1, Math.Max(0, last - ordinal - 1)).TakeWhile(word => char.IsUpper(text.Text[text.Words[word].Start]) && text.Words[word - 1].End + 1 == text.Words[word].Start).Select(word => text.Words[word].Term.Folded)] : [];

    /// <summary>The noun that an ordinal numbers; where nouns have no capitals and none is known as such, the word behind it ("the 86th minute").</summary>
    private static int? NounOf(AccountText text, int ordinal, int last)
    {
        int[] behind = [.. Enumerable.Range(ordinal + 1, Math.Clamp(last - ordinal - 1, 0, MaxWordsToNoun))];
        int noun = Array.FindIndex(behind, word => text.Words[word].Term.IsNoun);
        if (noun >= 0)
            return behind[noun];
        return text.Families is { WritesCapitals: false } && behind.Length > 0 && text.Words[behind[0]] is { IsNumber: false, Term.IsFunctionWord: false } ? behind[0] : null;
    }
}
