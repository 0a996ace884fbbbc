using System.Diagnostics;
using System.Text.Json;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Evaluation;

/// <summary>Trains a pack's name model on corpora and on patterns of our own (<see cref="NameTrainer"/>).</summary>
internal static class TrainNamesVerb
{
    public static int Run(string[] args)
    {
        string language = "", output = "";
        DataFolder data = DataFolder.BuiltIn("languages/");
        int epochs = 12, runs = 1, rounds = 12;
        float rate = 0.12f, decay = 2e-4f, drop = 0.3f, outside = 0;
        float? dropWords = null;
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
            else if (args[i].StartsWith("--rounds=", StringComparison.Ordinal))
                rounds = int.Parse(args[i]["--rounds=".Length..], System.Globalization.CultureInfo.InvariantCulture);
            else if (args[i].StartsWith("--languages=", StringComparison.Ordinal))
                data = DataFolder.At(args[i]["--languages=".Length..]);
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
            else if (args[i].StartsWith("--drop-words=", StringComparison.Ordinal))
                dropWords = float.Parse(args[i]["--drop-words=".Length..], System.Globalization.CultureInfo.InvariantCulture);
            else if (args[i].StartsWith("--outside=", StringComparison.Ordinal))
                outside = float.Parse(args[i]["--outside=".Length..], System.Globalization.CultureInfo.InvariantCulture);
            else if (args[i].StartsWith("--score=", StringComparison.Ordinal))
                scored.Add(args[i]["--score=".Length..]);
            else
                files.Add(args[i]);
        }

        LanguagePacks packs = new(data);
        if (!packs.TryGet(language, out LanguagePack? pack))
            return 2;
        List<NameTrainer.Example> examples = [.. files.SelectMany(file => Read(file, pack, isHelper: false)), .. helpers.SelectMany(file => Read(file, pack, isHelper: true)), .. patterns.SelectMany(file => NamePatterns.Fill(file, pack, rounds)).SelectMany(line => ReadLine(line, pack, isHelper: true))];
        Console.Error.WriteLine($"{examples.Count} sentences, {examples.Sum(static example => example.Labels.Length)} tokens");
        NameTrainer trainer = new(examples);
        // runs in other orders differ by a point in each figure; their mean is steadier than any
        for (int run = 0; run < runs; run++)
        {
            trainer.Begin();
            for (int epoch = 0; epoch < epochs; epoch++)
            {
                Stopwatch watch = Stopwatch.StartNew();
                double loss = trainer.Pass(epoch, run * epochs, rate, decay, drop, dropWords ?? drop);
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

    private static IEnumerable<NameTrainer.Example> Read(string argument, LanguagePack pack, bool isHelper)
    {
        return File.ReadLines(argument).SelectMany(line => ReadLine(line, pack, isHelper));
    }

    private static IEnumerable<NameTrainer.Example> ReadLine(string line, LanguagePack pack, bool isHelper)
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
                        NameFeatures.FormFeatures form = forms[text.Token(i + offset).Lexeme];
                        foreach (uint feature in form.SeenFrom(offset))
                        {
                            int at = NameModel.RowOf(NameFeatures.At(feature, offset));
                            row.Add(offset == 0 && form.IsIdentity(feature) ? ~at : at);
                        }
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

                yield return new NameTrainer.Example(rows, labels[sentence.First..sentence.Last]);
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
}
