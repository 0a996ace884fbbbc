using System.Text;
using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>Names in Korean and Chinese characters in Latin letters, by the rows <c>han</c> and <c>hangul</c> of <c>names/transcription.tsv</c>.</summary>
internal sealed class Romanization
{
    private readonly Dictionary<char, string> _han = [];
    private readonly Dictionary<string, string[]> _hangul = new(StringComparer.Ordinal); // by the part of a syllable

    /// <summary>Adds a row of the table.</summary>
    public void Add(DataRow row)
    {
        if (row[0] == "han")
            _han.TryAdd(row[1][0], row[2]);
        else
            _hangul.Add(row[1], Array.ConvertAll(row[2].Split('|'), static part => part == "-" ? "" : part));
    }

    /// <summary>A Korean or Chinese name in Latin letters, the family name first, one word a part.</summary>
    /// <returns>False where a character is neither a Korean syllable nor a listed Chinese character.</returns>
    public bool TryRead(string name, out string romanized)
    {
        StringBuilder latin = new();
        int syllables = 0;
        foreach (char letter in name)
        {
            if (letter is ' ' or '·' or '・')
                continue;
            if (syllables++ == 1)
                latin.Append(' ');
            if (letter is >= '가' and <= '힣')
            {
                // arithmetic composition (Unicode, chapter 3.12)
                int index = letter - '가';
                latin.Append(_hangul["initial"][index / 588]).Append(_hangul["medial"][index / 28 % 21]).Append(_hangul["final"][index % 28]);
            }
            else if (_han.TryGetValue(letter, out string? reading))
            {
                latin.Append(reading);
            }
            else
            {
                romanized = "";
                return false;
            }
        }

        romanized = latin.ToString();
        return syllables > 1;
    }
}
