using System.Globalization;
using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>Stories of our own sets, scored by B-cubed (Bagga and Baldwin, 1998).</summary>
/// <remarks><c>invented</c> is one archive; each archive of <c>hard</c> is grouped alone, as a small one, and all of them once more as one.</remarks>
internal static class GroupingVerb
{
    public static int Run(string[] args)
    {
        bool withDates = !args.Contains("--no-dates", StringComparer.Ordinal), showsErrors = args.Contains("--errors", StringComparer.Ordinal);
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { Explain = showsErrors } });
        Score("invented, one archive", engine, [Read(engine, args[0], "invented", withDates)], showsErrors);
        Told[] hard = Read(engine, args[0], "hard", withDates);
        Score("hard, each archive alone", engine, [.. hard.GroupBy(static told => told.Archive, StringComparer.Ordinal).Select(static archive => archive.ToArray())], showsErrors);
        Score("hard, one archive", engine, [hard], showsErrors);
        return 0;
    }

    private static Told[] Read(Engine engine, string folder, string name, bool withDates)
    {
        Dictionary<string, (string Story, string Archive)> gold = new(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Path.Combine(folder, name + ".jsonl")))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            string story = row.RootElement.GetProperty("story").GetString()!, id = row.RootElement.GetProperty("id").GetString()!; // both are strings in these sets
            gold.Add(id, (story, row.RootElement.TryGetProperty("archive", out JsonElement archive) ? archive.GetString()! : "")); // a string, too
        }

        List<Told> told = [];
        foreach (Article article in Corpus.Read(Path.Combine(folder, name + ".input.jsonl"), withDates))
        {
            if (engine.Analyze(article).TryGet(out Account? account, out Problem? problem))
                told.Add(new Told(account, gold[account.Id].Story, gold[account.Id].Archive));
            else
                Console.Error.WriteLine(problem);
        }

        return [.. told];
    }

    private static void Score(string name, Engine engine, Told[][] archives, bool showsErrors)
    {
        int articles = archives.Sum(static archive => archive.Length);
        double precision = 0, recall = 0;
        foreach (Told[] archive in archives)
        {
            Told[] grouped = [.. engine.Group([.. archive.Select(static told => told.Account)]).Select((account, i) => archive[i] with { Account = account })];
            foreach (Told one in grouped)
            {
                Told[] together = [.. grouped.Where(other => other.Account.Story == one.Account.Story)];
                int right = together.Count(other => other.Story == one.Story);
                precision += (double)right / together.Length / articles;
                recall += (double)right / grouped.Count(other => other.Story == one.Story) / articles;
            }

            if (showsErrors)
                ShowErrors(grouped);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {articles} articles: B-cubed precision {100 * precision:0.0}  recall {100 * recall:0.0}  F1 {200 * precision * recall / (precision + recall):0.0}"));
    }

    /// <summary>Stories that hold accounts of several, and parts of torn ones, with what joined each account.</summary>
    private static void ShowErrors(Told[] grouped)
    {
        foreach (IGrouping<string?, Told> story in grouped.GroupBy(static told => told.Account.Story, StringComparer.Ordinal))
        {
            if (story.Select(static told => told.Story).Distinct(StringComparer.Ordinal).Count() == 1 && story.Count() == grouped.Count(told => told.Story == story.First().Story))
                continue;
            Console.WriteLine(string.Join(' ', story.Select(static told => told.Story).Distinct(StringComparer.Ordinal)));
            foreach (Told told in story)
                Console.WriteLine($"  {told.Account.Id} {told.Account.Title} [{told.Account.StoryExplain}]");
        }
    }

    private sealed record Told(Account Account, string Story, string Archive);
}
