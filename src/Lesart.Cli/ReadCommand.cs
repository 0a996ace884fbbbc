using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Lesart.Cli.Fetching;
using Lesart.Dossiers;
using Lesart.Json;

namespace Lesart.Cli;

/// <summary>All stages in one go: a dossier, the records behind it, and a summary.</summary>
internal static class ReadCommand
{
    private static readonly Argument<string[]> Paths = SharedOptions.PathArgument("PATH", "files, folders, addresses", ArgumentArity.OneOrMore);
    private static readonly Option<string> Folder = SharedOptions.Named(new Option<string>("--output", "-o") { Description = "folder for dossier.html and lesart.json", HelpName = "DIR", DefaultValueFactory = static _ => "lesart-out" });

    public static Command Create()
    {
        Command command = new("read", "Reads articles and lays their accounts side by side: DIR/dossier.html, DIR/lesart.json, and a summary.\n\nExample:\n  lesart read samples/gipfel -o lesart-out");
        command.Arguments.Add(Paths);
        command.Options.Add(Folder);
        command.Options.Add(SharedOptions.Reader);
        command.Options.Add(SharedOptions.Explain);
        command.Options.Add(SharedOptions.Identities);
        command.Options.Add(SharedOptions.Threads);
        command.Options.Add(SharedOptions.Languages);
        command.Options.Add(SharedOptions.AllowPrivate);
        command.Options.Add(SharedOptions.Cache);
        command.Options.Add(SharedOptions.Columns);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult call)
    {
        Messages messages = new();
        return SharedOptions.Run(messages, () =>
        {
            Engine engine = SharedOptions.CreateEngine(call, new AnalysisOptions { Explain = call.GetValue(SharedOptions.Explain) }, call.GetRequiredValue(SharedOptions.Reader));
            FetchOptions fetching = SharedOptions.FetchOptionsOf(call);
            using PageFetcher fetcher = new(fetching);
            Stages stages = new(engine, messages, SharedOptions.ThreadsOf(call), new WebSources(engine, fetcher, fetching), SharedOptions.ColumnsOf(call), SharedOptions.IdentitiesOf(call));
            string folder = call.GetRequiredValue(Folder);
            OutputFile.CreateFolder(folder);
            string records = Path.Combine(folder, "lesart.json"), dossier = Path.Combine(folder, "dossier.html");
            OutputFile.Check(records);
            OutputFile.Check(dossier);

            ImmutableArray<Article> articles = [.. messages.Count(stages.Extract(call.GetRequiredValue(Paths)), "extract")];
            ImmutableArray<Account> accounts = [.. messages.Count(stages.Analyze(articles), "analyze")];
            ImmutableArray<Account> grouped = stages.Group(accounts);
            ImmutableArray<Collation> collations = [.. messages.Count(stages.Collate(grouped), "collate")];

            using (OutputFile recordsFile = OutputFile.Open(records), dossierFile = OutputFile.Open(dossier))
            {
                WriteRecords(recordsFile.Stream, articles, accounts, grouped, collations, messages.Problems);
                DossierWriter.Write(dossierFile.Stream, new Dossier(grouped, collations, [.. messages.Problems]) { ReaderLanguage = call.GetRequiredValue(SharedOptions.Reader) });
                OutputFile.Complete(recordsFile, dossierFile);
            }

            ReadSummary.Print(Console.Out, grouped, collations, messages.Problems, dossier, records, Messages.UsesColor(Console.IsOutputRedirected));
        });
    }

    /// <summary>One object whose lists hold exactly the lines that the stages write.</summary>
    private static void WriteRecords(
        Stream stream, IReadOnlyList<Article> articles, IReadOnlyList<Account> accounts, IReadOnlyList<Account> stories, IReadOnlyList<Collation> collations, IReadOnlyList<Problem> problems)
    {
        using Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = LesartJson.Options.Encoder, SkipValidation = true });
        writer.WriteStartObject();
        WriteList(writer, "articles", articles);
        WriteList(writer, "accounts", accounts);
        WriteList(writer, "stories", stories);
        WriteList(writer, "collations", collations);
        WriteList(writer, "problems", problems);
        writer.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> records)
    {
        writer.WriteStartArray(name);
        foreach (T record in records)
        {
            writer.WriteRawValue(LesartJson.ToLine(record), skipInputValidation: true);
            writer.Flush();
        }

        writer.WriteEndArray();
    }
}
