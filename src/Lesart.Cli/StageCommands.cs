using System.CommandLine;
using Lesart.Cli.Fetching;
using Lesart.Json;

namespace Lesart.Cli;

/// <summary>The four stages as commands: JSON Lines in, JSON Lines out.</summary>
internal static class StageCommands
{
    private static readonly Argument<string[]> Paths = SharedOptions.PathArgument("PATH", "files, folders, addresses", ArgumentArity.OneOrMore);
    private static readonly Argument<string[]> Files = SharedOptions.PathArgument("FILE", "JSON Lines; standard input where none is named, or for -", ArgumentArity.ZeroOrMore);
    private static readonly Option<string?> Output = SharedOptions.Named(new Option<string?>("--output", "-o") { Description = "write to FILE instead of standard output", HelpName = "FILE" });
    private static readonly Option<bool> TextAsIs = new("--text-as-is") { Description = "take the text untouched, so that offsets agree with yours" };
    private static readonly Option<bool> Tokens = new("--tokens") { Description = "add the tokens with part of speech, lemma and features" };

    public static Command Extract()
    {
        Command command = Stage(
            "extract", "Files, folders, archives, feeds, addresses to articles", "lesart extract samples/gipfel -o articles.jsonl", [Paths],
            (call, stages) => stages.Extract(call.GetRequiredValue(Paths)));
        command.Options.Add(SharedOptions.AllowPrivate);
        command.Options.Add(SharedOptions.Cache);
        command.Options.Add(SharedOptions.Columns);
        return command;
    }

    public static Command Analyze()
    {
        Command command = Stage(
            "analyze", "Articles to accounts: names, times, quantities, statements", "lesart extract samples/gipfel | lesart analyze -o accounts.jsonl", [Files],
            (call, stages) => stages.Analyze(stages.ReadRecords<Article>(call.GetRequiredValue(Files))));
        command.Options.Add(TextAsIs);
        command.Options.Add(Tokens);
        command.Options.Add(SharedOptions.Identities);
        command.Options.Add(SharedOptions.Explain);
        return command;
    }

    public static Command Group()
    {
        Command command = Stage(
            "group", "Accounts to stories: the same accounts with their story's id", "lesart group accounts.jsonl -o stories.jsonl", [Files],
            (call, stages) => stages.Group(stages.ReadAccounts(call.GetRequiredValue(Files))));
        command.Options.Add(SharedOptions.Explain);
        return command;
    }

    public static Command Collate()
    {
        Command command = Stage(
            "collate", "Stories to collations: points, differences, passages, strands", "lesart collate stories.jsonl -o collations.jsonl", [Files],
            (call, stages) => stages.Collate(stages.ReadAccounts(call.GetRequiredValue(Files))));
        command.Options.Add(SharedOptions.Explain);
        return command;
    }

    private static Command Stage<T>(string name, string does, string example, Argument[] arguments, Func<ParseResult, Stages, IEnumerable<T>> run)
    {
        Command command = new(name, $"{does}.\n\nExample:\n  {example}");
        foreach (Argument argument in arguments)
            command.Arguments.Add(argument);
        command.Options.Add(Output);
        command.Options.Add(SharedOptions.Threads);
        command.Options.Add(SharedOptions.Languages);
        command.SetAction(call =>
        {
            Messages messages = new();
            AnalysisOptions analysis = new()
            {
                TextAsIs = call.GetResult(TextAsIs) is not null && call.GetValue(TextAsIs),
                Tokens = call.GetResult(Tokens) is not null && call.GetValue(Tokens),
                Explain = call.GetResult(SharedOptions.Explain) is not null && call.GetValue(SharedOptions.Explain),
            };
            return SharedOptions.Run(messages, () =>
            {
                Engine engine = SharedOptions.CreateEngine(call, analysis);
                FetchOptions fetching = SharedOptions.FetchOptionsOf(call);
                using PageFetcher fetcher = new(fetching);
                Stages stages = new(engine, messages, SharedOptions.ThreadsOf(call), new WebSources(engine, fetcher, fetching), SharedOptions.ColumnsOf(call), SharedOptions.IdentitiesOf(call));
                using OutputFile output = OutputFile.Open(call.GetValue(Output));
                foreach (T record in run(call, stages))
                    RecordLines.Write(output.Stream, record);
                OutputFile.Complete(output);
            });
        });
        return command;
    }
}
