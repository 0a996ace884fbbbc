using System.CommandLine;
using Lesart.Cli.Fetching;
using Lesart.Languages;

namespace Lesart.Cli;

/// <summary>Options that several commands share, and what every command does around its work.</summary>
internal static class SharedOptions
{
    public static Option<int> Threads { get; } = CreateThreads();

    public static Option<string?> Languages { get; } = CreateLanguages();

    public static Option<bool> Explain { get; } = new("--explain") { Description = "say for each item which rule or model found it, and what else it could have been" };

    public static Option<string> Reader { get; } = CreateReader("language of the notes and of the dossier's interface");

    public static Option<bool> AllowPrivate { get; } = new("--allow-private") { Description = "read addresses of this machine and of private networks too" };

    public static Option<string?> Cache { get; } = new("--cache") { Description = "keep fetched pages in DIR and ask servers only for what changed", HelpName = "DIR" };

    public static Option<string[]> Columns { get; } = CreateColumns();

    public static Option<string?> Identities { get; } = CreateIdentities();

    /// <summary>What a person decided about who is who; null where nothing is given.</summary>
    public static Identities? IdentitiesOf(ParseResult call) => call.GetResult(Identities) is not null && call.GetValue(Identities) is string file ? ReadIdentities(file) : null;

    /// <summary>The map of a table's columns; null where none is given.</summary>
    public static Dictionary<string, string>? ColumnsOf(ParseResult call) => call.GetResult(Columns) is null || call.GetValue(Columns) is not { Length: > 0 } given
        ? null
        : given.Select(static pair => pair.Split('=', 2)).GroupBy(static pair => pair[0], StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Last()[1], StringComparer.Ordinal);

    private static Option<string[]> CreateColumns()
    {
        Option<string[]> option = new("--columns") { Description = "which column of a table holds a field of articles (text=Body); may be given several times", HelpName = "FIELD=NAME" };
        option.Validators.Add(static result =>
        {
            foreach (System.CommandLine.Parsing.Token token in result.Tokens)
            {
                if (token.Value.Split('=', 2) is not [string field, _])
                    result.AddError($"--columns takes FIELD=NAME, not '{token.Value}'");
                else if (!SourceFile.ColumnFields.Contains(field))
                    result.AddError($"--columns knows no field '{field}' (fields: {string.Join(", ", SourceFile.ColumnFields)})");
            }
        });
        return option;
    }

    private static Option<string?> CreateLanguages()
    {
        Option<string?> option = new("--languages") { Description = "language folders that replace the built-in ones", HelpName = "DIR" };
        option.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && !Directory.Exists(token.Value))
                result.AddError($"--languages: there is no folder '{token.Value}'");
        });
        return option;
    }

    private static Option<string?> CreateIdentities()
    {
        Option<string?> option = new("--identities") { Description = "table of who is who: an entity, the id that it shall have, perhaps the article", HelpName = "FILE" };
        option.Validators.Add(static result =>
        {
            foreach (System.CommandLine.Parsing.Token token in result.Tokens)
            {
                try
                {
                    ReadIdentities(token.Value);
                }
                catch (Exception error) when (error is DataException or IOException or UnauthorizedAccessException)
                {
                    result.AddError($"--identities: {error.Message}");
                }
            }
        });
        return option;
    }

    private static Identities ReadIdentities(string file) => File.Exists(file)
        ? Lesart.Identities.Read(DataFolder.At(Path.GetDirectoryName(Path.GetFullPath(file)) ?? "/"), Path.GetFileName(file)) // a file lies in a folder
        : throw new FileNotFoundException($"there is no file '{file}'");

    /// <summary>What addresses on the command line may lead to.</summary>
    public static FetchOptions FetchOptionsOf(ParseResult call) =>
        new(call.GetResult(AllowPrivate) is not null && call.GetValue(AllowPrivate), call.GetResult(Cache) is not null ? call.GetValue(Cache) : null);

    public static int ThreadsOf(ParseResult call) => call.GetValue(Threads) is int threads and > 0 ? threads : Environment.ProcessorCount;

    /// <summary>An argument that takes paths; what looks like an unknown option is refused instead of being taken for a file.</summary>
    public static Argument<string[]> PathArgument(string name, string description, ArgumentArity arity)
    {
        Argument<string[]> argument = new(name) { Description = description, Arity = arity };
        argument.Validators.Add(result =>
        {
            foreach (System.CommandLine.Parsing.Token token in result.Tokens)
            {
                if (token.Value.Length == 0)
                    result.AddError($"{name} is empty (a variable that is not set?)");
                if (token.Value.StartsWith("--", StringComparison.Ordinal))
                    result.AddError($"there is no option '{token.Value}' (a file of this name: ./{token.Value})");
            }
        });
        return argument;
    }

    /// <summary>An engine as the call wants it.</summary>
    /// <exception cref="DataException">A data file can't be used.</exception>
    public static Engine CreateEngine(ParseResult call, AnalysisOptions analysis, string readerLanguage = "de") => Engine.Create(new EngineOptions
    {
        Languages = call.GetValue(Languages) is string folder ? DataFolder.At(folder) : null,
        Analysis = analysis,
        ReaderLanguage = readerLanguage,
    });

    /// <summary>Runs the work and turns what a user can cause into a message and an exit status.</summary>
    public static int Run(Messages messages, Action work)
    {
        try
        {
            work();
            return messages.ExitStatus;
        }
        catch (OutputException error)
        {
            messages.Add(new Problem(error.Path, null, error.Message));
            return 1;
        }
        catch (BrokenPipeException)
        {
            return messages.ExitStatus; // the reader has seen enough (`| head`)
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            messages.Add(new Problem("the run broke off", null, error.Message));
            return 1;
        }
        catch (DataException error)
        {
            messages.Add(new Problem("--languages", null, error.Message));
            return 2;
        }
    }

    private static Option<int> CreateThreads()
    {
        Option<int> option = new("--threads") { Description = "threads to work on; all processors where not given", HelpName = "N" };
        option.Validators.Add(static result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, out int threads) && threads is >= 1 and <= 256))
                result.AddError("--threads takes a whole number from 1 to 256");
        });
        return option;
    }

    /// <summary>The language of what is written for people.</summary>
    public static Option<string> CreateReader(string languageOf)
    {
        Option<string> option = new("--reader") { Description = languageOf + ": de or en", HelpName = "LANG", DefaultValueFactory = static _ => "de" };
        OnlyFrom(option, "de", "en");
        return option;
    }

    /// <summary>A wrong value is answered with the option's name and its right values.</summary>
    public static void OnlyFrom(Option<string> option, params IReadOnlyList<string> values)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !values.Contains(result.Tokens[0].Value, StringComparer.Ordinal))
                result.AddError($"{option.Name} takes {string.Join(", ", values.SkipLast(1))} or {values[^1]}, not '{result.Tokens[0].Value}'");
        });
    }

    /// <summary>An output needs a name.</summary>
    public static T Named<T>(T option) where T : Option
    {
        option.Validators.Add(static result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value.Length == 0)
                result.AddError("-o names nothing (a variable that is not set?)");
        });
        return option;
    }
}
