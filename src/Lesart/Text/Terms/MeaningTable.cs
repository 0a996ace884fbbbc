using Lesart.Languages;

namespace Lesart.Text;

/// <summary>What words of a language mean, by names that all languages share: the table <c>meanings.tsv</c>, one meaning a row.</summary>
/// <remarks>A word may stand in several rows. An entry of several words is a phrase: it has the meaning where they stand together (<c>PhraseFinder</c>).</remarks>
internal sealed class MeaningTable
{
    private readonly Dictionary<string, string[]> _words;
    private readonly Dictionary<string, MeaningPhrase[]> _phrases;

    /// <summary>Reads the pack's table; a pack without it means nothing by any word.</summary>
    /// <param name="pack">The language.</param>
    /// <param name="stemsOf">The stems that a word of the table can have in a text.</param>
    public MeaningTable(LanguagePack pack, Func<string, IEnumerable<string>> stemsOf)
    {
        Dictionary<string, List<string>> words = new(StringComparer.Ordinal);
        Dictionary<string, List<MeaningPhrase>> phrases = new(StringComparer.Ordinal);
        foreach (DataRow row in pack.Data.Rows("meanings.tsv"))
        {
            if (row.Cells.Count != 2)
                throw row.Error("a row names a meaning and its words");
            foreach (string entry in row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string[] pieces = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (pieces.Length == 1)
                {
                    foreach (string stem in stemsOf(entry))
                        Add(words, stem, row[0]);
                    continue;
                }

                MeaningPhrase phrase = new(row[0], [.. pieces.Select(piece => stemsOf(piece).First())]);
                Add(phrases, phrase.Words.MaxBy(static word => word.Length)!, phrase); // a phrase has words
            }
        }

        _words = words.ToDictionary(static pair => pair.Key, static pair => pair.Value.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        _phrases = phrases.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The meanings of a stem, by row.</summary>
    public string[] Of(string stem) => _words.GetValueOrDefault(stem, []);

    /// <summary>The phrases whose longest word has this stem.</summary>
    public IReadOnlyList<MeaningPhrase> PhrasesWith(string stem) => _phrases.GetValueOrDefault(stem, []);

    private static void Add<T>(Dictionary<string, List<T>> table, string key, T value)
    {
        if (!table.TryGetValue(key, out List<T>? list))
            table[key] = list = [];
        list.Add(value);
    }
}

/// <summary>Words that mean one thing together.</summary>
/// <param name="Meaning">The name of the meaning.</param>
/// <param name="Words">Their stems.</param>
internal sealed record MeaningPhrase(string Meaning, string[] Words);
