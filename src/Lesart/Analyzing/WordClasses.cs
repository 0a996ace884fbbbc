using System.Globalization;
using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>Classes of words that are used alike (<c>word-classes.tsv</c>); a pack may have none.</summary>
internal sealed class WordClasses
{
    // plain: a frozen one takes longer to build than it saves, as each form is asked for once
    private readonly Dictionary<string, ushort> _classes = new(StringComparer.Ordinal);

    private WordClasses(LanguagePack pack)
    {
        foreach (DataRow row in pack.Data.Rows("word-classes.tsv"))
        {
            if (!ushort.TryParse(row[0], CultureInfo.InvariantCulture, out ushort number))
                throw row.Error($"'{row[0]}' is no number of a class");
            foreach (string word in row[1].Split('|'))
                _classes.TryAdd(word, (ushort)(number + 1));
        }
    }

    public static WordClasses Load(LanguagePack pack) => new(pack);

    /// <summary>The number of a word's class, from 1; 0 where it has none.</summary>
    /// <param name="lower">The word in small letters.</param>
    public uint ClassOf(string lower) => _classes.GetValueOrDefault(lower);
}
