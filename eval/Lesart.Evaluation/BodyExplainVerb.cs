using System.Globalization;
using System.IO.Compression;
using Lesart.Extracting;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Shows for each block of a page how it was judged, and by which features.</summary>
internal static class BodyExplainVerb
{
    public static int Run(string[] args)
    {
        DataFolder outlets = DataFolder.BuiltIn("outlets/");
        BlockWeights weights = new(outlets);
        PageReading reading = new(new LanguagePacks(DataFolder.BuiltIn("languages/")), outlets, weights);
        using Stream file = File.OpenRead(args[0]);
        using Stream opened = args[0].EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        string source = TextDecoder.Decode(BoundedReader.ReadAll(opened));
        Page page = Page.Parse(source);
        PageMetadata metadata = new(page);
        ArticleDraft draft = reading.Pages.Head(page, metadata, args[0], null);
        foreach (JudgedBlock block in reading.Bodies.Judge(reading.Pages.Blocks(page, draft.Url), metadata, draft.Title))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{block.FirstScore,6:0.0} {block.SecondScore,6:0.0}  {block.Block.Tag}  {block.Block.Text[..Math.Min(90, block.Block.Text.Length)]}"));
            if (args.Length > 1 && block.Block.Text.Contains(args[1], StringComparison.Ordinal))
                Console.WriteLine("        " + string.Join(", ", block.Features.OrderByDescending(feature => Math.Abs(weights.Second([feature]))).Select(feature => string.Create(CultureInfo.InvariantCulture, $"{FeatureTable<BlockFeature>.NameOf(feature)} {weights.Second([feature]):+0.0;-0.0}"))));
        }

        return 0;
    }
}
