using System.Diagnostics;
using System.Text.Json;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Evaluation;

/// <summary>Trains a pack's name model: a conditional random field by AdaGrad, sentence by sentence, in a fixed order.</summary>
internal static class TrainNamesVerb
{
    private const int Slots = NameLabels.Slots;

    public static int Run(string[] args)
    {
        string language = "", output = "";
        int epochs = 12, runs = 1;
        float rate = 0.12f, decay = 2e-4f, drop = 0.3f, outside = 0;
        List<string> files = [];
        List<string> scored = [];
        List<string> helpers = [];
        List<string> patterns = [];
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i].StartsWith("--epochs=", StringComparison.Ordinal))
                epochs = int.Parse(args[i]["--epochs=".Length..], System.Globalization.CultureInfo.InvariantCulture);
            else if (args[i].StartsWith("--runs=", StringComparison.Ordinal))
                runs = int.Parse(args[i]["--runs=".Length..], System.Globalization.CultureInfo.InvariantCulture);
            else if (args[i].StartsWith("--rate=", StringComparison.Ordinal))
                rate = float.Parse(args[i]["--rate=".Length..], System.Globalization.CultureInfo.InvariantCulture);
            else if (args[i].StartsWith("--decay=", StringComparison.Ordinal))
                decay = float.Parse(args[i]["--decay=".Length..], System.Globalization.CultureInfo.InvariantCulture);
            else if (args[i].StartsWith("--helper=", StringComparison.Ordinal))
                helpers.Add(args[i]["--helper=".Length..]);
            else if (args[i].StartsWith("--patterns=", StringComparison.Ordinal))
                patterns.Add(args[i]["--patterns=".Length..]);
            else if (args[i].StartsWith("--language=", StringComparison.Ordinal))
                language = args[i]["--language=".Length..];
            else if (args[i].StartsWith("--out=", StringComparison.Ordinal))
                output = args[i]["--out=".Length..];
            else if (args[i].StartsWith("--drop=", StringComparison.Ordinal))
                drop = float.Parse(args[i]["--drop=".Length..], System.Globalization.CultureInfo.InvariantCulture);
            else if (args[i].StartsWith("--outside=", StringComparison.Ordinal))
                outside = float.Parse(args[i]["--outside=".Length..], System.Globalization.CultureInfo.InvariantCulture);
            else if (args[i].StartsWith("--score=", StringComparison.Ordinal))
                scored.Add(args[i]["--score=".Length..]);
            else
                files.Add(args[i]);
        }

        LanguagePacks packs = new(DataFolder.BuiltIn("languages/"));
        if (!packs.TryGet(language, out LanguagePack? pack))
            return 2;
        List<Example> examples = [.. files.SelectMany(file => Read(file, pack, isHelper: false)), .. helpers.SelectMany(file => Read(file, pack, isHelper: true)), .. patterns.SelectMany(file => NamePatterns.Fill(file, pack, rounds: 12)).SelectMany(line => ReadLine(line, pack, isHelper: true))];
        Console.Error.WriteLine($"{examples.Count} sentences, {examples.Sum(static example => example.Labels.Length)} tokens");
        Trainer trainer = new(examples);
        // runs in other orders differ by a point in each figure; their mean is steadier than any
        for (int run = 0; run < runs; run++)
        {
            trainer.Begin();
            for (int epoch = 0; epoch < epochs; epoch++)
            {
                Stopwatch watch = Stopwatch.StartNew();
                double loss = trainer.Pass(epoch, run * epochs, rate, decay, drop);
                Console.Error.WriteLine($"run {run + 1}, epoch {epoch + 1}: loss {loss:0}, {watch.Elapsed.TotalSeconds:0.0} s");
            }
        }

        using (FileStream stream = File.Create(output))
            trainer.Write(stream, outside);
        foreach (string file in scored)
        {
            using FileStream stream = File.OpenRead(output);
            NamesScore.Show(file, NameModel.Read(stream), pack, output + ".errors.tsv");
        }

        return 0;
    }

    /// <summary>A sentence: the rows of each token's features, and its labels.</summary>
    private sealed record Example(int[][] Rows, byte[] Labels);

    private static IEnumerable<Example> Read(string argument, LanguagePack pack, bool isHelper)
    {
        return File.ReadLines(argument).SelectMany(line => ReadLine(line, pack, isHelper));
    }

    private static IEnumerable<Example> ReadLine(string line, LanguagePack pack, bool isHelper)
    {
        {
            using JsonDocument document = JsonDocument.Parse(line);
            string source = document.RootElement.GetProperty("text").GetString() ?? "";
            TaggedText text = Tagger.Tag(Tokenizer.Tokenize(source, pack));
            List<NameGazetteer.Match> matches = [];
            NameText words = NameText.Of(text);
            words.Tables.Gazetteer.Find(words, matches);
            NameContext context = new(words, matches);
            TaggerModel tagger = pack.Table(TaggerModel.Load);
            NameFeatures.FormFeatures[] forms = [.. words.Words.ToArray().Select(word => NameFeatures.OfForm(word, words.Tables, tagger))];
            uint[] ofToken = new uint[NameFeatures.MostOfToken];
            byte[] labels = new byte[text.Count];
            HashSet<int> unusable = [];
            int[] units = UnitsOfCodePoints(source);
            foreach (JsonElement name in document.RootElement.GetProperty("names").EnumerateArray())
            {
                int start = units[name.GetProperty("start").GetInt32()], end = units[name.GetProperty("end").GetInt32()];
                int first = text.Tokenized.TokenAt(start), last = text.Tokenized.TokenAt(end - 1) + 1;
                if (first >= text.Count || last > text.Count)
                    continue;
                EntityType? type = TypeOf(name.GetProperty("type").GetString() ?? "", source.AsSpan(start, end - start), out bool spoils);
                if (spoils || (type is not null && (text.Token(first).Start != start || text.Token(last - 1).End != end)))
                    unusable.Add(text.Tokenized.SentenceOf(first));
                else if (type is not null)
                {
                    for (int i = first; i < last; i++)
                        labels[i] = (byte)NameLabels.Of(type.Value, i == first, i == last - 1);
                }
            }

            for (int s = 0; s < text.Sentences.Length; s++)
            {
                Sentence sentence = text.Sentences[s];
                uint[][] tokens = new uint[sentence.Last - sentence.First][];
                for (int i = sentence.First; i < sentence.Last; i++)
                {
                    context.MoveTo(i, sentence);
                    tokens[i - sentence.First] = ofToken[..NameFeatures.OfToken(context, ofToken)];
                }

                if (unusable.Contains(s) || !IsSound(labels.AsSpan(sentence.First, sentence.Last - sentence.First)))
                    continue;
                int[][] rows = new int[sentence.Last - sentence.First][];
                for (int i = sentence.First; i < sentence.Last; i++)
                {
                    List<int> row = [];
                    for (int offset = -NameFeatures.Reach; offset <= NameFeatures.Reach; offset++)
                    {
                        if (i + offset < sentence.First || i + offset >= sentence.Last)
                            continue;
                        foreach (uint feature in forms[text.Token(i + offset).Lexeme].SeenFrom(offset))
                            row.Add(NameModel.RowOf(NameFeatures.At(feature, offset)));
                    }

                    foreach (uint feature in tokens[i - sentence.First])
                    {
                        row.Add(NameModel.RowOf(feature));
                        // what is particular to a corpus with other rules goes into features that no text has later (Daumé, 2007)
                        if (isHelper)
                            row.Add(NameModel.RowOf(NameFeatures.At(feature, 99)));
                    }

                    if (isHelper)
                    {
                        foreach (uint feature in forms[text.Token(i).Lexeme].All)
                            row.Add(NameModel.RowOf(NameFeatures.At(feature, 99)));
                    }

                    rows[i - sentence.First] = [.. row];
                }

                yield return new Example(rows, labels[sentence.First..sentence.Last]);
            }
        }
    }

    private static bool IsSound(ReadOnlySpan<byte> labels)
    {
        int before = NameLabels.Outside;
        foreach (byte label in labels)
        {
            if (!NameLabels.MayFollow(before, label))
                return false;
            before = label;
        }

        return NameLabels.MayClose(before);
    }

    /// <summary>The corpora's types as ours: null for what is no name here; <paramref name="spoils"/> where the sentence can't be learned from.</summary>
    internal static EntityType? TypeOf(string type, ReadOnlySpan<char> name, out bool spoils)
    {
        spoils = type is "location-stop" or "location-route" or "location-street";
        bool isName = char.IsUpper(name[0]) || char.IsDigit(name[0]);
        return type switch
        {
            "PER" or "person" => EntityType.Person,
            "LOC" => EntityType.Location,
            "location" or "location-city" when isName => EntityType.Location,
            "ORG" or "organization" or "organization-company" => EntityType.Organization,
            "OTH" => EntityType.Other,
            _ => null,
        };
    }

    internal static int[] UnitsOfCodePoints(string text)
    {
        List<int> units = new(text.Length + 1);
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }

    private sealed class Trainer(List<Example> examples)
    {
        private readonly float[] _weights = new float[Slots << NameModel.RowBits];
        private readonly float[] _squares = new float[Slots << NameModel.RowBits];
        private readonly float[] _steps = new float[Slots * Slots];
        private readonly float[] _stepSquares = new float[Slots * Slots];
        private readonly double[] _sum = new double[Slots << NameModel.RowBits];
        private readonly double[] _stepSum = new double[Slots * Slots];
        private int _summed;

        /// <summary>Forgets all but the sums.</summary>
        public void Begin()
        {
            Array.Clear(_weights);
            Array.Clear(_squares);
            Array.Clear(_steps);
            Array.Clear(_stepSquares);
        }

        public double Pass(int epoch, int seed, float rate, float decay, float drop)
        {
            // a fixed order that differs from pass to pass
            int[] order = [.. Enumerable.Range(0, examples.Count).OrderBy(i => (uint)(i * 2654435761u + (uint)(epoch + seed) * 40503u) * 2246822519u)];
            double loss = 0;
            foreach (int index in order)
                loss += Learn(Thinned(examples[index], (uint)((epoch + seed) * 7919 + index), drop), rate, decay);
            if (epoch >= 2)
            {
                for (int i = 0; i < _sum.Length; i++)
                    _sum[i] += _weights[i];
                for (int i = 0; i < _stepSum.Length; i++)
                    _stepSum[i] += _steps[i];
                _summed++;
            }

            return loss;
        }

        /// <summary>The sentence without a share of its features, another one each time, so that no feature is leaned on alone.</summary>
        private static Example Thinned(Example example, uint seed, float drop)
        {
            uint limit = (uint)(drop * uint.MaxValue);
            if (limit == 0)
                return example;
            uint state = seed * 2654435761u + 12345u;
            int[][] rows = new int[example.Rows.Length][];
            List<int> kept = [];
            for (int i = 0; i < rows.Length; i++)
            {
                kept.Clear();
                foreach (int row in example.Rows[i])
                {
                    state ^= state << 13;
                    state ^= state >> 17;
                    state ^= state << 5;
                    if (state >= limit)
                        kept.Add(row);
                }

                rows[i] = [.. kept];
            }

            return new Example(rows, example.Labels);
        }

        private double Learn(Example example, float rate, float decay)
        {
            int length = example.Labels.Length;
            const int Count = NameLabels.Count;
            double[] emit = new double[length * Slots], forward = new double[length * Slots], backward = new double[length * Slots];
            for (int i = 0; i < length; i++)
            {
                foreach (int row in example.Rows[i])
                {
                    for (int label = 0; label < Count; label++)
                        emit[i * Slots + label] += _weights[row * Slots + label];
                }
            }

            Span<double> terms = stackalloc double[Count];
            for (int i = 0; i < length; i++)
            {
                for (int to = 0; to < Count; to++)
                {
                    int used = 0;
                    if (i == 0)
                    {
                        terms[used++] = NameLabels.MayOpen(to) ? _steps[to] : double.NegativeInfinity;
                    }
                    else
                    {
                        for (int from = 0; from < Count; from++)
                        {
                            if (NameLabels.MayFollow(from, to))
                                terms[used++] = forward[(i - 1) * Slots + from] + _steps[from * Slots + to];
                        }
                    }

                    forward[i * Slots + to] = LogSum(terms[..used]) + emit[i * Slots + to];
                }
            }

            for (int from = 0; from < Count; from++)
                backward[(length - 1) * Slots + from] = NameLabels.MayClose(from) ? 0 : double.NegativeInfinity;
            for (int i = length - 2; i >= 0; i--)
            {
                for (int from = 0; from < Count; from++)
                {
                    int used = 0;
                    for (int to = 0; to < Count; to++)
                    {
                        if (NameLabels.MayFollow(from, to))
                            terms[used++] = _steps[from * Slots + to] + emit[(i + 1) * Slots + to] + backward[(i + 1) * Slots + to];
                    }

                    backward[i * Slots + from] = LogSum(terms[..used]);
                }
            }

            for (int label = 0; label < Count; label++)
                terms[label] = forward[(length - 1) * Slots + label] + backward[(length - 1) * Slots + label];
            double total = LogSum(terms);
            double gold = 0;
            Span<float> gradient = stackalloc float[Count];
            float[] stepGradient = new float[Slots * Slots];
            for (int i = 0; i < length; i++)
            {
                int right = example.Labels[i], before = i == 0 ? NameLabels.Outside : example.Labels[i - 1];
                gold += emit[i * Slots + right] + _steps[before * Slots + right];
                stepGradient[before * Slots + right]--;
                for (int to = 0; to < Count; to++)
                {
                    double share = Math.Exp(forward[i * Slots + to] + backward[i * Slots + to] - total);
                    gradient[to] = (float)share - (to == right ? 1 : 0);
                    if (i == 0)
                    {
                        stepGradient[to] += (float)share;
                        continue;
                    }

                    for (int from = 0; from < Count; from++)
                    {
                        if (NameLabels.MayFollow(from, to))
                            stepGradient[from * Slots + to] += (float)Math.Exp(forward[(i - 1) * Slots + from] + _steps[from * Slots + to] + emit[i * Slots + to] + backward[i * Slots + to] - total);
                    }
                }

                foreach (int row in example.Rows[i])
                {
                    for (int label = 0; label < Count; label++)
                        Update(_weights, _squares, row * Slots + label, gradient[label], rate, decay);
                }
            }

            for (int i = 0; i < stepGradient.Length; i++)
            {
                if (stepGradient[i] != 0)
                    Update(_steps, _stepSquares, i, stepGradient[i], rate, 0);
            }

            return total - gold;
        }

        private static void Update(float[] weights, float[] squares, int at, float gradient, float rate, float decay)
        {
            float step = gradient + decay * weights[at];
            squares[at] += step * step;
            weights[at] -= rate * step / (MathF.Sqrt(squares[at]) + 1e-3f);
        }

        private static double LogSum(ReadOnlySpan<double> terms)
        {
            double highest = double.NegativeInfinity;
            foreach (double term in terms)
                highest = Math.Max(highest, term);
            if (double.IsNegativeInfinity(highest))
                return highest;
            double sum = 0;
            foreach (double term in terms)
                sum += Math.Exp(term - highest);
            return highest + Math.Log(sum);
        }

        public void Write(Stream stream, float outside)
        {
            double largest = 0;
            for (int i = 0; i < _sum.Length; i++)
                largest = Math.Max(largest, Math.Abs(_sum[i] / _summed));
            double scale = Math.Min(127 / largest, 48);
            sbyte[] weights = [.. _sum.Select(sum => (sbyte)Math.Clamp(Math.Round(sum / _summed * scale), -127, 127))];
            // a weight of one step moves nothing; without them the file is half as large
            for (int i = 0; i < weights.Length; i++)
            {
                if (weights[i] is 1 or -1)
                    weights[i] = 0;
            }

            short[] steps = [.. _stepSum.Select(sum => (short)Math.Round(sum / _summed * scale))];
            // less for "no name" finds more names: the balance of precision and recall
            for (int from = 0; from < NameLabels.Count; from++)
                steps[from * Slots] -= (short)Math.Round(outside * scale);
            Console.Error.WriteLine($"largest weight {largest:0.00}, scale {scale:0.0}, rows used {Enumerable.Range(0, 1 << NameModel.RowBits).Count(row => weights.AsSpan(row * Slots, Slots).ContainsAnyExcept((sbyte)0))}");
            NameModel.Write(stream, weights, steps);
        }
    }
}
