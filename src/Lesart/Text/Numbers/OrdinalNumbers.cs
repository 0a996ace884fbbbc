using System.Globalization;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Ordinal numbers in words (<c>ordinals.tsv</c>) and in digits with the marks of <c>figure-words.tsv</c>: "fourth", "86th", "5.".</summary>
internal sealed class OrdinalNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly string[] _marks; // behind digits: "88.", "86th"

    private OrdinalNumbers(LanguagePack pack)
    {
        _marks = [.. pack.Data.Rows("figure-words.tsv").Where(static row => row[0] == "ordinal").SelectMany(static row => row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        foreach (DataRow row in pack.Data.Rows("ordinals.tsv"))
        {
            if (!int.TryParse(row[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                throw row.Error($"'{row[0]}' is no number");
            foreach (string form in row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string[] parts = form.TrimEnd(')').Split('(');
                foreach (string ending in parts.Length > 1 ? parts[1].Split('|') : [""])
                    _numbers.TryAdd(Folding.Fold(parts[0] + ending), number);
            }
        }
    }

    /// <summary>The numbers of a language.</summary>
    public static OrdinalNumbers Of(LanguagePack pack) => pack.Table(static pack => new OrdinalNumbers(pack));

    /// <summary>The number that a word is, or digits with their mark are.</summary>
    /// <param name="folded">The word, folded.</param>
    /// <param name="letters">The word as the text writes it, with the letter behind it.</param>
    /// <param name="number">The number, from 1 on.</param>
    public bool TryRead(string folded, ReadOnlySpan<char> letters, out int number)
    {
        if (_numbers.TryGetValue(folded, out number))
            return true;
        int digits = letters.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && int.TryParse(letters[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out number) && IsMark(letters[digits..]);
    }

    private bool IsMark(ReadOnlySpan<char> letters)
    {
        foreach (string mark in _marks)
        {
            if (letters.TrimEnd().SequenceEqual(mark))
                return true;
        }

        return false;
    }
}
