using System.Globalization;

namespace Lesart.Evaluation;

/// <summary>Names against <c>eval/names</c>: each spelling is read in a sentence of its own, so that only the name itself can join it to the others.</summary>
internal static class SpellingsVerb
{
    private static readonly string[] Frames = ["In dem Bericht wird {0} an mehreren Stellen genannt.", "Die Zeitung schrieb am Dienstag ausführlich über {0}."];

    public static int Run(string[] args)
    {
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        bool showErrors = args.Contains("--errors", StringComparer.Ordinal);
        string set = args.Contains("--kept", StringComparer.Ordinal) ? "kept-" : "";
        Spelling[] spellings = [.. Rows(Path.Combine(args[0], set + "joined.tsv")).SelectMany((cells, row) => cells[2].Split(" | ").Select(name => new Spelling(name, row, IdOf(engine, name))))];
        int pairs = 0, joined = 0, wrong = 0;
        for (int i = 0; i < spellings.Length; i++)
        {
            for (int j = i + 1; j < spellings.Length; j++)
            {
                bool isOne = spellings[i].Row == spellings[j].Row, hasOneId = spellings[i].Id is not null && spellings[i].Id == spellings[j].Id;
                pairs += isOne ? 1 : 0;
                joined += isOne && hasOneId ? 1 : 0;
                wrong += !isOne && hasOneId ? 1 : 0;
                if (showErrors && isOne != hasOneId)
                    Console.WriteLine($"{(isOne ? "apart  " : "joined ")} {spellings[i].Name} [{spellings[i].Id}]  {spellings[j].Name} [{spellings[j].Id}]");
            }
        }

        string[][] apart = [.. Rows(Path.Combine(args[0], set + "apart.tsv"))];
        int alike = 0;
        foreach (string[] cells in apart)
        {
            string? one = IdOf(engine, cells[1]);
            if (one is null || one != IdOf(engine, cells[2]))
                continue;
            alike++;
            if (showErrors)
                Console.WriteLine($"joined  {cells[1]}  {cells[2]} [{one}]");
        }

        Show($"pairwise precision  {Share(joined, joined + wrong + alike)} ({joined} right, {wrong + alike} wrong)");
        Show($"pairwise recall     {Share(joined, pairs)} ({joined}/{pairs})");
        Show($"look-alikes joined  {alike} of {apart.Length}");
        Show($"spellings not read  {spellings.Count(static spelling => spelling.Id is null)} of {spellings.Length}");
        return 0;
    }

    private readonly record struct Spelling(string Name, int Row, string? Id);

    private static void Show(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static string Share(int part, int whole) => (100.0 * part / Math.Max(1, whole)).ToString("0.0", CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(file).Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t'));

    /// <returns>The id of the longest mention inside the name in the first frame where it covers the better half of it; null where none does.</returns>
    private static string? IdOf(Engine engine, string name)
    {
        foreach (string frame in Frames)
        {
            int start = frame.IndexOf("{0}", StringComparison.Ordinal);
            TextSpan span = new(start, start + name.Length);
            Article article = new() { Id = "name", Language = "de", Text = frame.Replace("{0}", name, StringComparison.Ordinal) };
            Mention? best = engine.Analyze(article).Value?.Mentions.Where(mention => mention.Span.Overlaps(span)).MaxBy(static mention => mention.Span.Length);
            if (best is not null && 2 * best.Span.Length > name.Length)
                return best.Entity;
        }

        return null;
    }
}
