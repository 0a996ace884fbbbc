using System.Text;
using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>A story with gold for its collation, analyzed.</summary>
internal sealed record GoldStory(Story Story, JsonElement Gold, Dictionary<string, Account> Accounts)
{
    private const string GoldEnding = ".gold.json";
    private const int Opening = 3; // sentences

    /// <summary>The story as it would be of two accounts each, and of the first sentences of all: what weights are fitted on, too, since users compare two articles, or short ones. Gold and its accounts are the whole story's.</summary>
    public IEnumerable<GoldStory> Cuts { get; private init; } = [];

    /// <summary>Whether weights that are shipped may be fitted on it: a story of our own, or one of ECB+ (CC BY 3.0). Those of other corpora are publishers' texts and only judge.</summary>
    public bool MayFit => !Gold.TryGetProperty("corpus", out JsonElement corpus) || Path.GetFileName(corpus.GetString()!).StartsWith("ecbplus.", StringComparison.Ordinal); // the field is a string

    /// <summary>All stories of a folder, by name. What can't be read is told on standard error; a story whose corpus is not there is left out.</summary>
    public static IEnumerable<GoldStory> ReadAll(string folder, Engine engine) =>
        Directory.EnumerateFiles(folder, "*" + GoldEnding).Order(StringComparer.Ordinal).Select(gold => Read(gold, engine)).OfType<GoldStory>();

    /// <summary>The story of <c>STORY.gold.json</c>, whose articles stand beside it in <c>STORY.input.jsonl</c> or in the corpus that it names.</summary>
    /// <returns>Null where the corpus is not there.</returns>
    public static GoldStory? Read(string path, Engine engine)
    {
        string name = Path.GetFileName(path)[..^GoldEnding.Length], input = path[..^GoldEnding.Length] + ".input.jsonl";
        JsonElement gold = ReadGold(path);
        CorpusGold? corpus = CorpusGold.Of(gold, path);
        if (corpus is { IsThere: false })
        {
            Console.Error.WriteLine($"{path}: skipped, its articles are in {corpus.Path}, which is not there");
            return null;
        }

        Dictionary<string, Account> accounts = new(StringComparer.Ordinal);
        foreach (Article article in (corpus?.Lines() ?? File.ReadLines(input)).Select(static line => Json.LesartJson.FromLine<Article>(Encoding.UTF8.GetBytes(line))).OfType<Article>())
        {
            if (engine.Analyze(article).TryGet(out Account? account, out Problem? problem))
                accounts.Add(account.Id, account with { Story = name });
            else
                Console.Error.WriteLine(problem);
        }

        GoldStory story = new(new Story(name, [.. accounts.Values]), corpus?.WithQuotes(accounts) ?? gold, accounts);
        return story with { Cuts = accounts.Values.Chunk(2).Append([.. accounts.Values.Select(account => OpeningOf(account, engine)).OfType<Account>()]).Where(static cut => cut.Length > 1).Select(cut => story with { Story = new Story(name, [.. cut]) }) };
    }

    private static Account? OpeningOf(Account account, Engine engine) => account.Sentences.Length <= Opening ? account
        : engine.Analyze(new Article { Id = account.Id, Source = account.Source, Outlet = account.Outlet, Language = account.Language, Title = account.Title, Published = account.Published, Text = account.Text[..account.Sentences[Opening - 1].End] }).Value;

    /// <summary>The gold of one story as it is written.</summary>
    public static JsonElement ReadGold(string path)
    {
        using JsonDocument gold = JsonDocument.Parse(File.ReadAllText(path));
        return gold.RootElement.Clone();
    }
}
