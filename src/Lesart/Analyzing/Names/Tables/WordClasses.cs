using System.Globalization;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Classes of words that are used alike (<c>word-classes.tsv</c>); a pack may have none.</summary>
internal sealed class WordClasses
{
    private const string File = "word-classes.tsv";

    /// <summary>The classes as <see cref="Compile"/> writes them, beside the readable ones.</summary>
    public const string CompiledFile = "word-classes.bin";

    private const int ShortestPart = 5;
    private const int LongestPart = 14;
    private const int Ahead = 12;

    private readonly HashTable _classes;

    private WordClasses(LanguagePack pack)
    {
        IsWhole = pack.Setting("equivalents").Length > 0;
        _classes = new HashTable(TableFile.Open(pack.Data, CompiledFile, FingerprintOf(pack.Data), () => Compile(pack.Data)));
    }

    /// <summary>The pack's, built on first use.</summary>
    public static WordClasses Of(LanguagePack pack) => pack.Table(static pack => new WordClasses(pack));

    /// <summary>The words of all classes with their classes' numbers, for <see cref="TableFile"/>: the same bytes for the same classes.</summary>
    /// <exception cref="DataException">A class has no number.</exception>
    public static byte[] Compile(DataFolder pack)
    {
        HashTable classes = new(100_000);
        if (pack.Has(File))
        {
            List<ulong> keys = [];
            for (RowReader rows = RowReader.Open(pack, File); rows.Next();)
            {
                if (!ushort.TryParse(rows[0], CultureInfo.InvariantCulture, out ushort number))
                    throw new DataException($"{File}:{rows.Line}: '{rows[0]}' is no number of a class");
                keys.Clear();
                ReadOnlySpan<char> words = rows[1];
                foreach (Range word in words.Split('|'))
                    keys.Add(HashTable.KeyOf(words[word]));
                // the table lies anywhere in some megabytes: what is written soon is asked for before
                for (int i = 0; i < keys.Count + Ahead; i++)
                {
                    if (i < keys.Count)
                        classes.Prefetch(keys[i]);
                    if (i >= Ahead)
                        classes.At(keys[i - Ahead]) = number + 1;
                }
            }
        }

        TableWriter table = new(FingerprintOf(pack));
        classes.Write(table);
        return table.ToArray();
    }

    private static ulong FingerprintOf(DataFolder pack) => new SourceFingerprint().Add(pack, File).Value;

    /// <summary>Whether the table holds the language's own words too, by their lemmas, and rare names; then classes are worth telling together with what stands beside them.</summary>
    public bool IsWhole { get; }

    /// <summary>The number of a word's class, from 1; 0 where neither it nor what it is a form of has one. Marks count only where the table knows the word with them.</summary>
    /// <param name="form">The word.</param>
    /// <param name="lemma">The word it is a form of, as the dictionary has it; null where it has none.</param>
    /// <param name="stem">The word without a genitive's ending.</param>
    public uint ClassOf(string form, string? lemma, string stem)
    {
        string lower = form.ToLowerInvariant();
        uint group = Find(lower);
        if (!IsWhole || group != 0)
            return group;
        if (lemma is not null)
            group = Find(lemma.ToLowerInvariant());
        if (group == 0 && stem.Length < form.Length)
            group = Find(lower[..stem.Length]);
        return group == 0 ? OfLastWord(lower) : group;
    }

    /// <summary>A compound is used like its last word: "Künstlervereinigung".</summary>
    private uint OfLastWord(ReadOnlySpan<char> lower)
    {
        int dash = lower.LastIndexOf('-');
        if (dash >= 0)
            return _classes.TryGetValue(lower[(dash + 1)..], out int last) ? (uint)last : 0;
        for (int length = Math.Min(LongestPart, lower.Length - 3); length >= ShortestPart; length--)
        {
            if (_classes.TryGetValue(lower[^length..], out int part))
                return (uint)part;
        }

        return 0;
    }

    private uint Find(string lower) => _classes.TryGetValue(lower, out int group) || _classes.TryGetValue(LetterComposer.WithoutMarks(lower), out group) ? (uint)group : 0;
}
