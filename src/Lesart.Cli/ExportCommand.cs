using System.CommandLine;
using System.Text.Json;
using Lesart.Exporting;
using Lesart.Json;

namespace Lesart.Cli;

/// <summary>The records of a run in formats that other programs read.</summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, ExportFormat> Formats =
        Enum.GetValues<ExportFormat>().ToDictionary(static format => format.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private const string DefaultRecords = "lesart-out";
    private const string NoRecords = "it doesn't hold the records of a run (lesart.json of 'lesart read')";

    private static readonly Argument<string?> Records = CreateRecords();
    private static readonly Option<string> Format = CreateFormat();
    private static readonly Option<string?> Output = SharedOptions.Named(new Option<string?>("--output", "-o") { Description = "file to write; standard output where not given. csv and timeml are several files: for them a folder, which must be given", HelpName = "PATH" });

    private static readonly Option<string> Reader = SharedOptions.CreateReader("language of the headings of the report (markdown)");

    public static Command Create()
    {
        Command command = new("export", "The records of a run for other programs: tables, report, annotations, network, TimeML.\n\nExample:\n  lesart export lesart-out --as markdown -o report.md\n  lesart export lesart-out --as csv -o tables");
        command.Arguments.Add(Records);
        command.Options.Add(Format);
        command.Options.Add(Output);
        command.Options.Add(Reader);
        command.Validators.Add(static result =>
        {
            if (result.GetResult(Format) is { Tokens: [var token] } && Formats.TryGetValue(token.Value, out ExportFormat format) && Exporter.IsFolder(format) && result.GetValue(Output) is null or "-")
                result.AddError("this format is several files: name a folder for them with -o");
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult call)
    {
        Messages messages = new();
        return SharedOptions.Run(messages, () =>
        {
            ExportFormat format = Formats[call.GetRequiredValue(Format)];
            if (!TryRead(call.GetValue(Records) ?? DefaultRecords, messages, out RunRecords? records))
                return;
            string? output = call.GetValue(Output);
            if (Exporter.IsFolder(format))
                OutputFile.CreateFolder(output!); // the command's validator asks for it
            List<OutputFile> files = [];
            try
            {
                foreach (ExportFile file in Exporter.Export(records, format, call.GetRequiredValue(Reader)))
                {
                    files.Add(OutputFile.Open(Exporter.IsFolder(format) ? Path.Combine(output!, file.Name) : output));
                    file.Write(files[^1].Stream);
                    files[^1].Close(); // of a large run there are thousands
                }

                OutputFile.Complete([.. files]);
            }
            finally
            {
                files.ForEach(static file => file.Dispose());
            }
        });
    }

    private static bool TryRead(string path, Messages messages, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RunRecords? records)
    {
        records = null;
        string file = Directory.Exists(path) ? Path.Combine(path, "lesart.json") : path, name = file == "-" ? "standard input" : file;
        try
        {
            using Stream stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            records = LesartJson.Read<RunRecords>(stream);
            if (records is null)
                messages.Add(new Problem(name, null, "it holds 'null', not the records of a run"));
            else if (records is { Articles: [], Accounts: [], Stories: [], Collations: [], Problems: [] }) // a run that read nothing has a problem
            {
                messages.Add(new Problem(name, null, NoRecords));
                records = null;
            }
        }
        catch (JsonException error)
        {
            messages.Add(new Problem(name, (int?)error.LineNumber + 1, NoRecords));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            messages.Add(new Problem(name, null, error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file or folder" : error.Message));
        }

        return records is not null;
    }

    // Told in words: a default of the parser's would also stand behind the example in the list of commands.
    private static Argument<string?> CreateRecords() => new("RECORDS")
    {
        Description = $"lesart.json of 'lesart read', or the folder it lies in ('{DefaultRecords}' where not given); standard input for -",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static Option<string> CreateFormat()
    {
        Option<string> option = new("--as") { Description = string.Join(", ", Formats.Keys), HelpName = "FORMAT", Required = true };
        SharedOptions.OnlyFrom(option, [.. Formats.Keys]);
        return option;
    }
}
