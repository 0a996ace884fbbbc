using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lesart.Evaluation;

/// <summary>Gold over articles of a corpus that is no part of the project: it names them, and its quotes are offsets into their texts.</summary>
/// <param name="Gold">The gold as it is written: <c>corpus</c>, a path from the project's root; <c>articles</c>, their ids; each quote <c>[start, end]</c> in UTF-16 code units, start inclusive, end exclusive.</param>
/// <param name="Path">The corpus's file.</param>
internal sealed record CorpusGold(JsonElement Gold, string Path)
{
    /// <summary>Behind the name of a quote, the field with its offsets.</summary>
    public const string At = "-at";

    /// <summary>Whether the corpus is there.</summary>
    public bool IsThere => File.Exists(Path);

    /// <summary>Gold that names a corpus; null for any other.</summary>
    /// <param name="gold">The gold.</param>
    /// <param name="file">Where it is written: a file of the project.</param>
    public static CorpusGold? Of(JsonElement gold, string file)
    {
        if (!gold.TryGetProperty("corpus", out JsonElement corpus))
            return null;
        return new CorpusGold(gold, System.IO.Path.GetFullPath(corpus.GetString()!, RootOf(file))); // the field is a string
    }

    /// <summary>The project's root above one of its files or folders; the folder of work where there is none.</summary>
    public static string RootOf(string file)
    {
        DirectoryInfo? root = new FileInfo(file).Directory;
        while (root is not null && !File.Exists(System.IO.Path.Combine(root.FullName, "Lesart.slnx")))
            root = root.Parent;
        return root?.FullName ?? Environment.CurrentDirectory;
    }

    /// <summary>The lines of its articles, in the corpus's order.</summary>
    public IEnumerable<string> Lines()
    {
        HashSet<string> ids = [.. Gold.GetProperty("articles").EnumerateArray().Select(static id => id.GetString()!)]; // the field's items are strings
        foreach (string line in File.ReadLines(Path))
        {
            using JsonDocument article = JsonDocument.Parse(line);
            if (ids.Contains(article.RootElement.GetProperty("id").GetString()!)) // every article of a corpus has an id
                yield return line;
        }
    }

    /// <summary>The gold with the words that its offsets stand for.</summary>
    public JsonElement WithQuotes(Dictionary<string, Account> accounts)
    {
        JsonNode gold = JsonNode.Parse(Gold.GetRawText())!; // it was parsed before
        Fill(gold);
        return JsonSerializer.SerializeToElement(gold);

        void Fill(JsonNode? node)
        {
            if (node is JsonArray array)
            {
                foreach (JsonNode? item in array)
                    Fill(item);
            }
            else if (node is JsonObject found)
            {
                string? text = found["account"] is JsonValue account ? accounts[account.GetValue<string>()].Text : null;
                foreach ((string name, JsonNode? value) in found.ToArray())
                {
                    if (text is not null && name is "quote" or "within" && value is JsonArray span)
                    {
                        found[name] = Words(text, span);
                        found[name + At] = span.DeepClone(); // a figure's digits may stand elsewhere, too
                    }
                    else if (text is not null && name is "quotes" && value is JsonArray spans)
                        found[name] = new JsonArray([.. spans.Select(span => (JsonNode)Words(text, span!.AsArray()))]);
                    else
                        Fill(value);
                }
            }
        }
    }

    private static JsonValue Words(string text, JsonArray span) => JsonValue.Create(text[span[0]!.GetValue<int>()..span[1]!.GetValue<int>()]);
}
