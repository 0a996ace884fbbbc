using System.IO.Compression;
using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>Reads the documents of a corpus: a folder of JSON files (one document each), a JSON Lines file, or its gzip.</summary>
internal static class Corpus
{
    /// <summary>The bytes of a file, unpacked where it is a gzip.</summary>
    public static byte[] ReadPage(string file)
    {
        if (!file.EndsWith(".gz", StringComparison.Ordinal))
            return File.ReadAllBytes(file);
        using GZipStream unzipped = new(File.OpenRead(file), CompressionMode.Decompress);
        using MemoryStream page = new();
        unzipped.CopyTo(page);
        return page.ToArray();
    }

    /// <summary>The documents as articles, in the order of their files' names.</summary>
    public static IEnumerable<Article> Read(string path, bool withDates = true)
    {
        IEnumerable<string> files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.json*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [path];
        foreach (string file in files)
        {
            foreach (string document in Documents(file))
            {
                using JsonDocument json = JsonDocument.Parse(document);
                JsonElement root = json.RootElement;
                yield return new Article
                {
                    Id = Field(root, "id") ?? file,
                    Source = file,
                    Outlet = Field(root, "outlet"),
                    Title = Field(root, "title"),
                    Url = Field(root, "url"),
                    Published = withDates && PublicationTime.TryParse(Field(root, "published") ?? Field(root, "dct") ?? Field(root, "date"), out PublicationTime time) ? time : null,
                    Language = Field(root, "language") ?? Field(root, "lang"),
                    Text = Field(root, "text") ?? "",
                };
            }
        }
    }

    private static string? Field(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> Documents(string file)
    {
        if (file.EndsWith(".json", StringComparison.Ordinal))
            return [File.ReadAllText(file)];
        return file.EndsWith(".gz", StringComparison.Ordinal) ? Unzipped(file) : File.ReadLines(file).Where(static line => line.Length > 0);
    }

    private static IEnumerable<string> Unzipped(string file)
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is string line)
        {
            if (line.Length > 0)
                yield return line;
        }
    }
}
