using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lesart.Extracting;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Fits the weights of the features by which a page's blocks are judged, and tries them on sites that were left out.</summary>
/// <remarks>Two logistic regressions, the second with what the first says of the surroundings; the first's scores for it come from folds
/// over sites, so that no page's weights have seen its site. A block counts as body where seven tenths of its 4-token shingles are in the gold.</remarks>
internal static partial class BodyWeightsVerb
{
    private const int Folds = 8;
    private const int Epochs = 60;
    private const double Penalty = 2e-4;
    private static readonly int Width = FeatureSet.Capacity;

    public static int Run(string[] args)
    {
        string[] corpora = args[..^2];
        PageReading reading = new(new LanguagePacks(DataFolder.BuiltIn("languages/")), DataFolder.BuiltIn("outlets/"), new BlockWeights(new double[FeatureSet.Capacity], new double[FeatureSet.Capacity]));
        (BlockFeatures features, MarkupWords markup) = (reading.Features, reading.Markup);
        List<LabelledPage> pages = [.. corpora.SelectMany(corpus => Pages(corpus, reading))];
        Console.Error.WriteLine($"{pages.Count} pages, {pages.Sum(static page => page.Blocks.Length)} blocks");

        BlockWeights[] folds = new BlockWeights[Folds];
        for (int fold = 0; fold < Folds; fold++)
            folds[fold] = Fit([.. pages.Where(page => page.Fold != fold)]);
        using (FileStream output = File.Create(args[^1]))
        using (Utf8JsonWriter writer = new(output))
        {
            writer.WriteStartObject();
            foreach (LabelledPage page in pages)
            {
                BodyFinder finder = new(features, markup, folds[page.Fold]);
                string text = string.Join("\n\n", finder.Find(page.Source, page.Metadata, page.Title).Select(static block => block.Text));
                writer.WriteStartObject(page.Id);
                writer.WriteString("articleBody", text);
                writer.WriteString("body_text", text);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        BlockWeights all = Fit(pages);
        StringBuilder table = new("# What each feature of a block adds to its score; positive speaks for body. Fitted by 'body-weights' (eval/) on pages of many sites.\n# feature\tfirst pass\tsecond pass\n");
        foreach (BlockFeature feature in Enum.GetValues<BlockFeature>())
            table.Append(CultureInfo.InvariantCulture, $"{FeatureTable<BlockFeature>.NameOf(feature)}\t{all.First([feature]):0.000}\t{all.Second([feature]):0.000}\n");
        File.WriteAllText(args[^2], table.ToString());
        return 0;
    }

    private static BlockWeights Fit(List<LabelledPage> pages)
    {
        foreach (LabelledPage page in pages)
            page.ForgetScores();
        int[] present = [.. pages.Select(static page => page.Fold).Distinct().Order()];
        foreach (int fold in present)
        {
            double[] weights = Regress(pages.Where(page => page.Fold != fold));
            foreach (LabelledPage page in pages.Where(page => page.Fold == fold))
                page.Score(new BlockWeights(weights, weights));
        }

        double[] first = Regress(pages, firstPass: true);
        double[] second = Regress(pages);
        return new BlockWeights(first, second);
    }

    private static double[] Regress(IEnumerable<LabelledPage> pages, bool firstPass = false)
    {
        List<(int[] Features, double Label, double Weight)> rows = [];
        foreach (LabelledPage page in pages)
        {
            for (int i = 0; i < page.Blocks.Length; i++)
            {
                if (page.Labels[i] is bool label)
                    rows.Add(([.. page.Blocks[i].Features.Select(static feature => (int)feature).Where(feature => !firstPass || feature < (int)BlockFeature.BeforeChosen)], label ? 1 : 0, page.Weights[i]));
            }
        }

        double[] weights = new double[Width], squares = new double[Width];
        Random order = new(7);
        int[] index = [.. Enumerable.Range(0, rows.Count)];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            order.Shuffle(index);
            foreach (int row in index)
            {
                (int[] features, double label, double weight) = rows[row];
                double sum = 0;
                foreach (int feature in features)
                    sum += weights[feature];
                double error = weight * ((1 / (1 + Math.Exp(-sum))) - label);
                foreach (int feature in features)
                {
                    double gradient = error + (Penalty * weights[feature]);
                    squares[feature] += gradient * gradient;
                    weights[feature] -= 0.15 * gradient / Math.Sqrt(squares[feature] + 1e-6);
                }
            }
        }

        return weights;
    }

    private static IEnumerable<LabelledPage> Pages(string corpus, PageReading reading)
    {
        JsonElement? all = File.Exists(Path.Combine(corpus, "ground-truth.json")) ? JsonDocument.Parse(File.ReadAllBytes(Path.Combine(corpus, "ground-truth.json"))).RootElement : null;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(corpus, "html"), "*.html.gz").Order(StringComparer.Ordinal))
        {
            string id = Path.GetFileName(file).Replace(".html.gz", "", StringComparison.Ordinal);
            JsonElement gold = all?.GetProperty(id) ?? JsonDocument.Parse(File.ReadAllBytes(Path.Combine(corpus, "gold", id + ".json"))).RootElement;
            string url = gold.GetProperty("url").GetString() ?? "";
            using GZipStream unzipped = new(File.OpenRead(file), CompressionMode.Decompress);
            string source = TextDecoder.Decode(BoundedReader.ReadAll(unzipped));
            Page page = Page.Parse(source);
            PageMetadata metadata = new(page);
            ArticleDraft draft = reading.Pages.Head(page, metadata, url, url);
            List<PageBlock> blocks = reading.Pages.Blocks(page, draft.Url);
            PageLayout layout = new(blocks, reading.Markup);
            if (layout.Container is null)
                continue;
            FeatureSet[] found = reading.Features.Of(blocks, layout, metadata, draft.Title);
            yield return new LabelledPage(id, url, draft.Title, metadata, blocks, found, Gold(gold), blocks.Where(block => block.Node.IsIn(layout.Container)).Sum(static block => Tokens(block.Text).Length), isLeadOpen: all is not null);
        }
    }

    private static (List<string> Body, List<string> Optional) Gold(JsonElement gold)
    {
        if (gold.TryGetProperty("articleBody", out JsonElement whole))
            return ([.. (whole.GetString() ?? "").Split('\n')], []);
        List<string> body = [], optional = [];
        foreach (JsonElement block in gold.GetProperty("body").EnumerateArray())
            (block.TryGetProperty("optional", out JsonElement free) && free.GetBoolean() ? optional : body).Add(block.GetProperty("text").GetString() ?? "");
        return (body, optional);
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    private static string[] Tokens(string text) => [.. Word().Matches(text).Select(static match => match.Value)];

    private static IEnumerable<string> Shingles(string[] tokens)
    {
        for (int i = 0; i + 4 <= tokens.Length; i++)
            yield return string.Join(' ', tokens, i, 4);
    }

    private sealed class LabelledPage
    {
        private readonly FeatureSet[] _found;

        public LabelledPage(string id, string url, string? title, PageMetadata metadata, List<PageBlock> blocks, FeatureSet[] found, (List<string> Body, List<string> Optional) gold, int containerTokens, bool isLeadOpen)
        {
            (Id, Title, Metadata, Source, _found) = (id, title, metadata, blocks, found);
            string host = Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) ? string.Join('.', uri.Host.Split('.')[^2..]) : url;
            Fold = host.Sum(static letter => letter * 7) % Folds;
            Blocks = [.. blocks.Select((block, i) => new JudgedBlock(block, [.. found[i]], 0))];
            HashSet<string> body = [.. gold.Body.SelectMany(static text => Shingles(Tokens(text)))], optional = [.. gold.Optional.SelectMany(static text => Shingles(Tokens(text)))];
            body.UnionWith(Shingles(Tokens(string.Join('\n', gold.Body))));
            HashSet<string> lines = [.. gold.Body.Select(static text => string.Join(' ', Tokens(text)))], free = [.. gold.Optional.Select(static text => string.Join(' ', Tokens(text)))];
            int goldTokens = Math.Max(containerTokens, gold.Body.Sum(static text => Tokens(text).Length));
            Labels = new bool?[blocks.Count];
            Weights = new double[blocks.Count];
            for (int i = 0; i < blocks.Count; i++)
            {
                string[] tokens = Tokens(blocks[i].Text);
                Weights[i] = 60.0 * (5 + Math.Min(tokens.Length, 60)) / (300 + goldTokens);
                bool mayBeLead = isLeadOpen && (found[i].Contains(BlockFeature.MatchesDescription) || found[i].Contains(BlockFeature.LeadClass));
                Labels[i] = Label(tokens, body, optional, lines, free) is bool label && !(mayBeLead && !label) ? label : null;
            }
        }

        public string Id { get; }

        public string? Title { get; }

        public PageMetadata Metadata { get; }

        public List<PageBlock> Source { get; }

        public int Fold { get; }

        public JudgedBlock[] Blocks { get; private set; }

        public bool?[] Labels { get; }

        public double[] Weights { get; }

        public void ForgetScores() => Blocks = [.. Source.Select((block, i) => new JudgedBlock(block, [.. _found[i]], 0))];

        public void Score(BlockWeights weights)
        {
            Blocks = [.. Source.Select((block, i) => new JudgedBlock(block, [.. _found[i]], weights.First(_found[i])))];
            BodyFinder.AddSurroundings(Blocks);
        }

        private static bool? Label(string[] tokens, HashSet<string> body, HashSet<string> optional, HashSet<string> lines, HashSet<string> free)
        {
            if (tokens.Length == 0)
                return null;
            if (tokens.Length < 4)
            {
                string line = string.Join(' ', tokens);
                return lines.Contains(line) ? true : free.Contains(line) ? null : false;
            }

            string[] shingles = [.. Shingles(tokens)];
            double share = (double)shingles.Count(body.Contains) / shingles.Length;
            if (share < 0.7 && shingles.Count(optional.Contains) > 0.5 * shingles.Length)
                return null;
            return share >= 0.7 ? true : share < 0.4 ? false : null;
        }
    }
}
