using System.Globalization;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Numbers of one word, for titles, which no other layer reads: digits, and the small numbers of <c>numbers.tsv</c>.</summary>
internal sealed class CountWords
{
    private readonly Dictionary<string, decimal> _numbers;

    private CountWords(LanguagePack pack)
    {
        Dictionary<string, decimal> numbers = new(StringComparer.Ordinal);
        foreach (DataRow row in pack.Data.Rows("numbers.tsv").Where(static row => row.Cells.Count > 2 && row[1] is "unit" or "teen" or "ten"))
        {
            if (!decimal.TryParse(row[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
                throw row.Error($"'{row[0]}' is no number");
            foreach (string form in row[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                numbers[Folding.Fold(form)] = number;
        }

        _numbers = numbers;
    }

    /// <summary>The numbers of a language.</summary>
    public static CountWords Of(LanguagePack pack) => pack.Table(static pack => new CountWords(pack));

    /// <summary>The number that a word is.</summary>
    public bool TryRead(AccountText text, Word word, out decimal number) => word.IsNumber ? text.TryFigure(word, out number) : _numbers.TryGetValue(word.Term.Folded, out number);
}
