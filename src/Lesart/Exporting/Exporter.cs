using System.Collections.Immutable;
using Lesart.Dossiers;

namespace Lesart.Exporting;

/// <summary>Turns the records of a run into the formats that other programs read. The same records give the same bytes.</summary>
public static class Exporter
{
    /// <summary>Whether a format is several files, which need a folder.</summary>
    public static bool IsFolder(ExportFormat format) => format is ExportFormat.Csv or ExportFormat.Timeml;

    /// <summary>The files of a format.</summary>
    /// <param name="records">Accounts are taken from <see cref="RunRecords.Stories"/>; collations without their accounts are left out.</param>
    /// <param name="format">The format.</param>
    /// <param name="readerLanguage">Language of headings and labels in <see cref="ExportFormat.Markdown"/>.</param>
    public static IReadOnlyList<ExportFile> Export(RunRecords records, ExportFormat format, string readerLanguage = "de")
    {
        ImmutableArray<StoryView> stories = Stories(records);
        return format switch
        {
            ExportFormat.Csv => [.. StoryTables.Of(stories).Select(static table => new ExportFile(table.Name + ".csv", stream => CsvTables.Write(stream, table)))],
            ExportFormat.Json => [new ExportFile("lesart-tables.json", stream => JsonTables.Write(stream, StoryTables.Of(stories)))],
            ExportFormat.Markdown => [new ExportFile("lesart.md", stream => MarkdownReport.Write(stream, stories, InterfaceTexts.BuiltIn.StartingWith(readerLanguage)))],
            ExportFormat.Annotations => [new ExportFile("annotations.json", stream => WebAnnotations.Write(stream, stories))],
            ExportFormat.Graphml => [new ExportFile("network.graphml", stream => StatementNetwork.Of(stories).WriteGraphml(stream))],
            ExportFormat.Gexf => [new ExportFile("network.gexf", stream => StatementNetwork.Of(stories).WriteGexf(stream))],
            ExportFormat.Timeml => TimemlDocuments.Of(stories),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
    }

    private static ImmutableArray<StoryView> Stories(RunRecords records)
    {
        Dictionary<string, Account> accounts = new(StringComparer.Ordinal);
        foreach (Account account in records.Stories)
            accounts.TryAdd(account.Id, account);
        ImmutableArray<StoryView>.Builder stories = ImmutableArray.CreateBuilder<StoryView>();
        int number = 1;
        foreach (Collation collation in records.Collations)
        {
            StoryView story = new(stories.Count + 1, collation, accounts, number, new EvidenceBook());
            number += story.Columns.Length;
            if (story.Columns.Length > 0)
                stories.Add(story);
        }

        return stories.ToImmutable();
    }
}
