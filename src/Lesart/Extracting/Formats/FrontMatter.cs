namespace Lesart.Extracting;

/// <summary>The fields between two lines of dashes at the top of a Markdown file: <c>key: value</c>, lists in brackets or as items.</summary>
internal sealed class FrontMatter
{
    private const int MaxLines = 200;
    private readonly Dictionary<string, List<string>> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first value of a field; null where it is not given or empty.</summary>
    public string? this[string key] => _fields.TryGetValue(key, out List<string>? values) && values.Count > 0 ? values[0] : null;

    /// <summary>All values of a field.</summary>
    public IReadOnlyList<string> List(string key) => _fields.TryGetValue(key, out List<string>? values) ? values : [];

    /// <summary>Cuts the fields off a text; a text without them comes back whole.</summary>
    public static FrontMatter Cut(string text, out string rest)
    {
        rest = text;
        FrontMatter front = new();
        string[] lines = text.TrimStart('\uFEFF', '\n', '\r', ' ').ReplaceLineEndings("\n").Split('\n', MaxLines + 1);
        if (lines[0].TrimEnd() != "---")
            return front;
        int end = Array.FindIndex(lines, 1, static line => line.TrimEnd() is "---" or "...");
        if (end < 0)
            return front;
        string? key = null;
        foreach (string line in lines[1..end])
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.TrimStart() is ['-', ' ', ..] item && key is not null)
            {
                front.Add(key, item[2..]);
            }
            else if (colon > 0 && !char.IsWhiteSpace(line[0]))
            {
                key = line[..colon].Trim();
                string value = line[(colon + 1)..].Trim();
                if (value is ['[', .., ']'])
                    Array.ForEach(value[1..^1].Split(','), part => front.Add(key, part));
                else
                    front.Add(key, value);
            }
        }

        rest = string.Join('\n', lines[(end + 1)..]);
        return front;
    }

    private void Add(string key, string value)
    {
        string bare = TextCleaner.Clean(value);
        if (bare.Length > 1 && bare[0] is '"' or '\'' && bare[^1] == bare[0])
            bare = bare[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal);
        if (bare.Length == 0)
            return;
        if (!_fields.TryGetValue(key, out List<string>? values))
            _fields[key] = values = [];
        values.Add(bare);
    }
}
