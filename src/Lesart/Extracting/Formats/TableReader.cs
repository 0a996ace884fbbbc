using System.Collections.Immutable;
using CsvHelper;

namespace Lesart.Extracting;

/// <summary>Reads exports as tables (CSV, TSV): one article a row, by the names of the columns or by a map that the user gives.</summary>
internal sealed class TableReader(ArticleWords words, BylineParser bylines, PublicationTimeReader times, TextArticleReader texts, FragmentReader fragments)
{
    private const int MaxCells = 2_000;
    private const int MaxNamed = 40;

    /// <summary>The fields that a column can hold.</summary>
    public static readonly ImmutableArray<string> Fields = ["id", "url", "outlet", "title", "section", "author", "agency", "published", "modified", "language", "text"];

    /// <summary>The rows as articles; a row without text, and a broken one, is a problem with its line.</summary>
    /// <param name="stream">The table, read row by row.</param>
    /// <param name="source">As the user named it.</param>
    /// <param name="columns">Field of an article to name of a column; where null, the columns' own names tell.</param>
    /// <param name="separator">Between two cells.</param>
    /// <param name="head">The table's first bytes, which tell its encoding.</param>
    public IEnumerable<Outcome<ArticleDraft>> Read(Stream stream, string source, IReadOnlyDictionary<string, string>? columns, char separator, ReadOnlyMemory<byte> head)
    {
        CsvReaderOptions options = new()
        {
            Separator = separator, HasHeader = false, Encoding = TextDecoder.EncodingOf(head), MaxRecordSize = ExtractionLimits.MaxRowBytes, TrackLineNumbers = true, FieldCountMismatch = CsvFieldCountHandling.Allow,
        };
        using CsvReader rows = CsvReader.Create(stream, options, true);
        Dictionary<string, int>? map = null;
        while (Next(rows))
        {
            int line = (int)rows.LineNumber;
            List<string> cells = [.. Enumerable.Range(0, Math.Min(rows.FieldCount, MaxCells)).Select(rows.GetString)];
            if (map is not null)
            {
                yield return Draft(cells, line, map, source);
                continue;
            }

            if (Missing(cells, columns) is string missing)
            {
                yield return new Problem(source, line, $"there is no column '{missing}' (columns: {string.Join(", ", cells.Take(MaxNamed))})");
                yield break;
            }

            map = Map(cells, columns);
            if (!map.ContainsKey("text"))
            {
                yield return new Problem(source, line, $"no column holds the text (columns: {string.Join(", ", cells.Take(MaxNamed))})");
                yield break;
            }
        }

        if (map is null)
            yield return new Problem(source, null, "the table has no header");
    }

    private static bool Next(CsvReader rows)
    {
        try
        {
            return rows.Read();
        }
        catch (CsvFormatException error)
        {
            throw new UnreadableSourceException($"has a row that can't be read or is larger than 8 MB (a quotation mark that never closes?): {error.Message}");
        }
    }

    private Outcome<ArticleDraft> Draft(List<string> cells, int line, Dictionary<string, int> map, string source)
    {
        string? text = Cell(cells, map, "text");
        if (text is null)
            return new Problem(source, line, "the row has no text");
        ArticleDraft read = text.Contains("</p>", StringComparison.OrdinalIgnoreCase) ? new ArticleDraft { Source = source, Blocks = fragments.Read(text, Cell(cells, map, "title")) } : texts.Read(text, source);
        ArticleDraft draft = new()
        {
            Source = $"{source}#{line}",
            Id = Cell(cells, map, "id"),
            Url = Cell(cells, map, "url") ?? read.Url,
            Outlet = Cell(cells, map, "outlet") ?? read.Outlet,
            Title = Cell(cells, map, "title") ?? read.Title,
            Section = Cell(cells, map, "section") ?? read.Section,
            DeclaredLanguage = Cell(cells, map, "language"),
            Blocks = read.Blocks,
        };
        draft.Published = times.TryReadValue(Cell(cells, map, "published"), out PublicationTime published) ? published : read.Published;
        draft.Modified = times.TryReadValue(Cell(cells, map, "modified"), out PublicationTime modified) ? modified : read.Modified;
        bylines.ReadValue(Cell(cells, map, "author"), draft.Outlet, draft.Authors, draft.Agencies);
        bylines.ReadCredit(Cell(cells, map, "agency") ?? "", draft.Agencies);
        draft.Authors.AddRange(read.Authors.Where(author => draft.Authors.Count == 0 && author.Length > 0));
        draft.Agencies.AddRange(read.Agencies);
        return draft;
    }

    // A column of the user's map that the table hasn't.
    private static string? Missing(List<string> header, IReadOnlyDictionary<string, string>? columns) =>
        columns?.Values.FirstOrDefault(named => !header.Exists(name => string.Equals(name.Trim(), named, StringComparison.OrdinalIgnoreCase)));

    private Dictionary<string, int> Map(List<string> header, IReadOnlyDictionary<string, string>? columns)
    {
        Dictionary<string, int> map = new(StringComparer.Ordinal);
        foreach (string field in Fields)
        {
            int at = columns is not null && columns.TryGetValue(field, out string? named)
                ? header.FindIndex(name => string.Equals(name.Trim(), named, StringComparison.OrdinalIgnoreCase))
                : header.FindIndex(name => words.Phrases("column-" + field).Contains(name.Trim().ToLowerInvariant()));
            if (at >= 0)
                map[field] = at;
        }

        return map;
    }

    private static string? Cell(List<string> cells, Dictionary<string, int> map, string field) =>
        map.TryGetValue(field, out int at) && at < cells.Count && !string.IsNullOrWhiteSpace(cells[at]) ? cells[at].Trim() : null;
}
