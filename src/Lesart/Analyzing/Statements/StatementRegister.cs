using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>Tells a speech or its transcript from a text of the press, by the text itself (<c>registers.tsv</c>): it addresses an audience and speaks of itself.</summary>
internal sealed class StatementRegister
{
    /// <summary>Least share of pronouns of the first person where an audience is addressed. In 156 parliament speeches the least is 0.8 %; of 848 news texts 0.6 % have more, and none of them addresses anybody.</summary>
    private const double MinFirstPerson = 0.005;

    /// <summary>Least shares of "I" and of polite pronouns where nobody is addressed by a title: answers, interviews, letters. No news text among 848 has both.</summary>
    private const double MinSelf = 0.02, MinPolite = 0.01;

    private readonly HashSet<string> _selves, _polite;
    private readonly Dictionary<string, List<string[]>> _addresses = new(StringComparer.Ordinal);

    private StatementRegister(LanguagePack pack)
    {
        HashSet<string> selves = new(StringComparer.Ordinal), polite = new(StringComparer.Ordinal);
        foreach (DataRow row in pack.Data.Rows("registers.tsv"))
        {
            string[] words = row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (row[0])
            {
                case "self":
                    selves.UnionWith(words);
                    break;
                case "polite":
                    polite.UnionWith(words);
                    break;
                case "address":
                    if (!_addresses.TryGetValue(words[0], out List<string[]>? phrases))
                        _addresses.Add(words[0], phrases = []);
                    phrases.Add(words);
                    break;
                default:
                    throw row.Error($"'{row[0]}' is none of 'self', 'polite' and 'address'");
            }
        }

        _selves = selves.ToHashSet(StringComparer.Ordinal);
        _polite = polite.ToHashSet(StringComparer.Ordinal);
    }

    public static StatementRegister Of(LanguagePack pack) => pack.Table(static pack => new StatementRegister(pack));

    /// <summary>Whether the text is a speech. What stands in quotation marks doesn't count.</summary>
    public bool IsSpeech(StatementText text)
    {
        if (_addresses.Count == 0)
            return false;
        int words = 0, persons = 0, selves = 0, polite = 0;
        for (int i = 0; i < text.Count; i++)
        {
            if (text.IsPunctuation(i) || text.QuotationAt[i] >= 0)
                continue;
            words++;
            if (text.Is(i, WordClass.FirstPerson))
            {
                persons++;
                selves += _selves.Contains(text.Lower(i)) ? 1 : 0;
            }
            else if (i > 0 && !text.IsPunctuation(i - 1) && text.IsCapital(i) && _polite.Contains(text.Tagged.Tokenized.Lexeme(i)))
                polite++;
        }

        return (selves > 0 && selves >= MinSelf * words && polite > 0 && polite >= MinPolite * words)
            || (persons > 0 && persons >= MinFirstPerson * words && HasAddress(text));
    }

    private bool HasAddress(StatementText text)
    {
        for (int i = 0; i < text.Count; i++)
        {
            if (text.QuotationAt[i] >= 0 || !_addresses.TryGetValue(text.Lower(i), out List<string[]>? phrases))
                continue;
            foreach (string[] phrase in phrases)
            {
                int w = 1;
                while (w < phrase.Length && i + w < text.Count && text.Lower(i + w) == phrase[w])
                    w++;
                if (w == phrase.Length)
                    return true;
            }
        }

        return false;
    }
}
