using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>A story of our own set, analyzed, with its gold.</summary>
internal sealed record GoldStory(Story Story, JsonElement Gold, Dictionary<string, Account> Accounts)
{
    /// <summary>All stories of a folder, by name. What can't be read is told on standard error.</summary>
    public static IEnumerable<GoldStory> ReadAll(string folder, Engine engine)
    {
        foreach (string input in Directory.EnumerateFiles(folder, "*.input.jsonl").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(input)[..^".input.jsonl".Length];
            Dictionary<string, Account> accounts = new(StringComparer.Ordinal);
            foreach (Article article in File.ReadLines(input).Select(static line => Json.LesartJson.FromLine<Article>(System.Text.Encoding.UTF8.GetBytes(line))).OfType<Article>())
            {
                if (engine.Analyze(article).TryGet(out Account? account, out Problem? problem))
                    accounts.Add(account.Id, account with { Story = name });
                else
                    Console.Error.WriteLine(problem);
            }

            using JsonDocument gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + ".gold.json")));
            yield return new GoldStory(new Story(name, [.. accounts.Values]), gold.RootElement.Clone(), accounts);
        }
    }
}
