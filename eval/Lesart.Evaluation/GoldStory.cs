using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>A story of our own set, analyzed, with its gold.</summary>
internal sealed record GoldStory(Story Story, JsonElement Gold, Dictionary<string, Account> Accounts)
{
    /// <summary>All stories of a folder, by name. What can't be read is told on standard error.</summary>
    public static IEnumerable<GoldStory> ReadAll(string folder, Engine engine) =>
        Directory.EnumerateFiles(folder, "*.input.jsonl").Order(StringComparer.Ordinal).Select(input => Read(input, engine));

    /// <summary>The story of <c>STORY.input.jsonl</c> with the gold beside it.</summary>
    public static GoldStory Read(string input, Engine engine)
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

        return new GoldStory(new Story(name, [.. accounts.Values]), ReadGold(Path.Combine(Path.GetDirectoryName(input)!, name + ".gold.json")), accounts);
    }

    /// <summary>The gold of one story.</summary>
    public static JsonElement ReadGold(string path)
    {
        using JsonDocument gold = JsonDocument.Parse(File.ReadAllText(path));
        return gold.RootElement.Clone();
    }
}
