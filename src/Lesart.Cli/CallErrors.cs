using System.CommandLine;
using System.CommandLine.Parsing;

namespace Lesart.Cli;

/// <summary>What is wrong with a call, in words that say what to type instead.</summary>
internal static class CallErrors
{
    /// <summary>The lines to print, the last one with the help to ask for.</summary>
    public static IEnumerable<string> Of(ParseResult call, Command root, IReadOnlyList<string> arguments)
    {
        Command command = call.CommandResult.Command;
        string? name = arguments.FirstOrDefault(static argument => !argument.StartsWith('-'));
        if (name is not null && root.Subcommands.All(known => known.Name != name))
        {
            command = root;
            yield return $"there is no command '{name}' (commands: {string.Join(", ", root.Subcommands.Select(static known => known.Name))})";
            if (File.Exists(name) || Directory.Exists(name) || name.Contains("://", StringComparison.Ordinal))
                yield return $"to read it: lesart read {name}";
        }
        else
        {
            foreach (ParseError error in call.Errors)
                yield return Missing(error, command) ?? error.Message;
        }

        yield return command == root ? "try 'lesart --help'" : $"try 'lesart {command.Name} --help'";
    }

    // What is missing is told by name; the parser's own words speak of arguments.
    private static string? Missing(ParseError error, Command command) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0 } when command.Arguments.Any(static argument => argument.Arity.MinimumNumberOfValues > 0) => $"{command.Name} needs one or more of: {command.Arguments[0].Description}",
        _ when command.Options.FirstOrDefault(option => option.Required && error.Message.Contains($"'{option.Name}'", StringComparison.Ordinal)) is Option option => $"{command.Name} needs {option.Name} with one of: {option.Description}",
        _ => null,
    };
}
