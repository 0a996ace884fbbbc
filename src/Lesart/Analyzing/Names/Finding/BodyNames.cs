using System.Text;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Brings names of bodies to one form wherever they stand in a sentence: "des Statistischen Amts für Wasserbau", "dem Statistischen Amt für Wasserbau".</summary>
internal sealed class BodyNames(NameText names)
{
    private readonly TaggerModel _forms = names.Tagged.Tokenized.Pack.Table(TaggerModel.Load);
    private readonly string[] _endings = [.. names.Tagged.Tokenized.Pack.Setting("adjective-endings").Split(' ', StringSplitOptions.RemoveEmptyEntries).OrderByDescending(static ending => ending.Length)];

    /// <summary>What is one for all cases of a name.</summary>
    /// <param name="name">The name of a body.</param>
    /// <param name="words">Receives its words; adjectives at the front have the language's first ending, the noun behind them no genitive's.</param>
    /// <returns>The text of the name with these words; null where nothing in it is inflected.</returns>
    public string? BaseOf(FoundName name, List<string> words)
    {
        TaggedText text = names.Tagged;
        StringBuilder whole = new();
        (int copied, bool isFront) = (text.Token(name.First).Start, true);
        for (int i = name.First; i < name.Last; i++)
        {
            string form = text.Tokenized.Lexeme(i), plain = form;
            if (isFront && _endings.Length > 0)
            {
                bool isAdjective = i + 1 < name.Last && TryAdjective(form, out plain);
                if (!isAdjective)
                    plain = WithoutGenitive(form, text.Tags[i]);
                isFront = isAdjective;
            }

            words.Add(plain);
            if (plain == form)
                continue;
            whole.Append(text.Text, copied, text.Token(i).Start - copied).Append(plain);
            copied = text.Token(i).End;
        }

        return whole.Length == 0 ? null : whole.Append(text.Text, copied, text.Token(name.Last - 1).End - copied).ToString();
    }

    /// <summary>An adjective with the first ending; those that are not inflected ("Berliner") are none.</summary>
    private bool TryAdjective(string form, out string plain)
    {
        plain = form;
        if (!char.IsUpper(form[0]) || Array.Find(_endings, ending => form.EndsWith(ending, StringComparison.Ordinal)) is not string ending
            || !Array.Exists(_forms.Describe(form).Readings, reading => reading.Tag.Upos == Upos.Adj && char.IsLower(reading.Lemma[0]) && reading.Lemma.Length < form.Length))
            return false;
        plain = form[..^ending.Length] + _endings[^1];
        return true;
    }

    private string WithoutGenitive(string form, TokenTag tag)
    {
        FormReading[] readings = _forms.Describe(form).Readings;
        if (tag.Number == GrammaticalNumber.Plural || Array.Exists(readings, reading => reading.Lemma == form))
            return form;
        foreach (FormReading reading in readings)
        {
            if (reading.Tag is { Upos: Upos.Noun, Number: not GrammaticalNumber.Plural, Gender: not Gender.Feminine } && form.StartsWith(reading.Lemma, StringComparison.Ordinal) && form.AsSpan(reading.Lemma.Length) is "s" or "es")
                return reading.Lemma;
        }

        return form;
    }
}
