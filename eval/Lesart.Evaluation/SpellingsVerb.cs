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
        string[][] joined = [.. Rows(Path.Combine(args[0], "joined.tsv")).Select(static cells => cells[2].Split(" | "))];
        int pairs = 0, same = 0, unread = 0, spellings = 0;
        Dictionary<string, int> rowOf = new(StringComparer.Ordinal);
        HashSet<(int, int)> falseRows = [];
        for (int row = 0; row < joined.Length; row++)
        {
            string?[] ids = [.. joined[row].Select(name => IdOf(engine, name))];
            spellings += ids.Length;
            unread += ids.Count(static id => id is null);
            foreach (string id in ids.OfType<string>().Distinct(StringComparer.Ordinal))
            {
                if (!rowOf.TryAdd(id, row) && rowOf[id] != row)
                    falseRows.Add((rowOf[id], row));
            }

            for (int i = 0; i < ids.Length; i++)
            {
                for (int j = i + 1; j < ids.Length; j++)
                {
                    pairs++;
                    bool isSame = ids[i] is not null && ids[i] == ids[j];
                    same += isSame ? 1 : 0;
                    if (showErrors && !isSame)
                        Console.WriteLine($"apart   {joined[row][i]} [{ids[i]}]  {joined[row][j]} [{ids[j]}]");
                }
            }
        }

        int apart = 0, falseJoins = 0;
        foreach (string[] cells in Rows(Path.Combine(args[0], "apart.tsv")))
        {
            apart++;
            string? one = IdOf(engine, cells[1]);
            if (one is null || one != IdOf(engine, cells[2]))
                continue;
            falseJoins++;
            if (showErrors)
                Console.WriteLine($"joined  {cells[1]}  {cells[2]} [{one}]");
        }

        if (showErrors)
        {
            foreach ((int one, int other) in falseRows)
                Console.WriteLine($"joined  {joined[one][0]}  {joined[other][0]}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pairs of spellings joined  {100.0 * same / Math.Max(1, pairs):0.0} ({same}/{pairs})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"spellings not read         {unread} of {spellings}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"look-alikes joined         {falseJoins} of {apart}; rows of joined.tsv that share an id: {falseRows.Count}"));
        return 0;
    }

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
