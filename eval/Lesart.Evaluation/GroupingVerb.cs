using System.Globalization;
using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>Stories of our own set, scored by B-cubed (Bagga and Baldwin, 1998).</summary>
internal static class GroupingVerb
{
    public static int Run(string[] args)
    {
        Dictionary<string, string> gold = new(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Path.Combine(args[0], "invented.jsonl")))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            gold.Add(row.RootElement.GetProperty("id").GetString()!, row.RootElement.GetProperty("story").GetString()!); // both are strings in this set
        }

        Engine engine = Engine.Create();
        List<Account> accounts = [];
        foreach (Article article in Corpus.Read(Path.Combine(args[0], "invented.input.jsonl"), withDates: !args.Contains("--no-dates", StringComparer.Ordinal)))
        {
            if (engine.Analyze(article).TryGet(out Account? account, out Problem? problem))
                accounts.Add(account);
            else
                Console.Error.WriteLine(problem);
        }

        Account[] grouped = [.. engine.Group(accounts)];
        double precision = 0, recall = 0;
        foreach (Account account in grouped)
        {
            Account[] together = [.. grouped.Where(other => other.Story == account.Story)];
            int right = together.Count(other => gold[other.Id] == gold[account.Id]);
            precision += (double)right / together.Length / grouped.Length;
            recall += (double)right / gold.Values.Count(story => story == gold[account.Id]) / grouped.Length;
        }

        if (args.Contains("--errors", StringComparer.Ordinal))
        {
            foreach (IGrouping<string?, Account> story in grouped.GroupBy(static account => account.Story, StringComparer.Ordinal))
                Console.WriteLine($"{string.Join(' ', story.Select(account => gold[account.Id]).Distinct(StringComparer.Ordinal)),-40} {string.Join(" | ", story.Select(static account => account.Title))}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{grouped.Length} articles: B-cubed precision {100 * precision:0.0}  recall {100 * recall:0.0}  F1 {200 * precision * recall / (precision + recall):0.0}"));
        return 0;
    }
}
