using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>What <c>extract</c> makes of a corpus of pages (html/ID.html.gz); addresses come from gold/ID.json or ground-truth.json.</summary>
internal static class PagesVerb
{
    public static int Run(string[] args)
    {
        Engine engine = Engine.Create();
        using FileStream output = File.Create(args[1]);
        using Utf8JsonWriter writer = new(output, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        Stopwatch watch = new();
        int pages = 0;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(args[0], "html"), "*.html*").Order(StringComparer.Ordinal))
        {
            string id = Path.GetFileName(file).Replace(".gz", "", StringComparison.Ordinal).Replace(".html", "", StringComparison.Ordinal);
            byte[] page = Corpus.ReadPage(file);
            string name = AddressOf(args[0], id) ?? file;
            watch.Start();
            Outcome<Article>[] outcomes = [.. engine.Extract(new SourceFile(name, () => new MemoryStream(page)) { MediaType = "text/html" })];
            watch.Stop();
            pages++;
            Article? article = outcomes.Select(static outcome => outcome.Value).FirstOrDefault(static value => value is not null);
            foreach (Outcome<Article> outcome in outcomes.Where(static outcome => outcome.Problem is not null))
                Console.Error.WriteLine($"{id}: {outcome.Problem}");
            WritePage(writer, id, article);
        }

        writer.WriteEndObject();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages} pages in {watch.Elapsed.TotalSeconds:0.00} s"));
        return 0;
    }

    private static void WritePage(Utf8JsonWriter writer, string id, Article? article)
    {
        writer.WriteStartObject(id);
        writer.WriteString("id", id);
        writer.WriteString("title", article?.Title);
        writer.WriteStartArray("authors");
        foreach (string author in article?.Byline ?? article?.Authors ?? []) // the corpora's authors are whoever the byline names, agencies and desks too
            writer.WriteStringValue(author);
        writer.WriteEndArray();
        writer.WriteStartArray("people");
        foreach (string author in article?.Authors ?? [])
            writer.WriteStringValue(author);
        writer.WriteEndArray();
        writer.WriteString("publishing_date", article?.Published?.ToString());
        writer.WriteString("articleBody", article?.Text ?? "");
        writer.WriteString("body_text", article?.Text ?? "");
        writer.WriteEndObject();
    }

    private static string? AddressOf(string corpus, string id)
    {
        string gold = Path.Combine(corpus, "gold", id + ".json");
        string all = Path.Combine(corpus, "ground-truth.json");
        if (!File.Exists(gold) && !File.Exists(all))
            return null;
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(File.Exists(gold) ? gold : all));
        JsonElement page = json.RootElement;
        if (!File.Exists(gold) && !page.TryGetProperty(id, out page))
            return null;
        return page.TryGetProperty("url", out JsonElement address) ? address.GetString() : null;
    }
}
