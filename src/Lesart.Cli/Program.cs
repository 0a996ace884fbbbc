using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.InteropServices;
using Lesart.Cli;

// A plain command: the name of a RootCommand is that of the assembly.
Command root = new("lesart", "Lesart lays the accounts of one story side by side: who says what, on whose word, when, and where they part.\n\nExample:\n  lesart read samples/gipfel");
root.Options.Add(new HelpOption { Recursive = true });
root.Options.Add(new VersionOption());
root.Subcommands.Add(ReadCommand.Create());
root.Subcommands.Add(StageCommands.Extract());
root.Subcommands.Add(StageCommands.Analyze());
root.Subcommands.Add(StageCommands.Group());
root.Subcommands.Add(StageCommands.Collate());
root.Subcommands.Add(ExportCommand.Create());

if (args.Length == 0)
{
    root.Parse(["--help"]).Invoke(new InvocationConfiguration { Output = Console.Error });
    return 2;
}

ParseResult call = root.Parse(args);
if (call.Errors.Count > 0)
{
    foreach (string line in CallErrors.Of(call, root, args))
        Console.Error.WriteLine($"lesart: {line}");
    return 2;
}

using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => Stop(signal, 130)); // 128 and the signal's number, as shells have it
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static signal => Stop(signal, 143));
return await call.InvokeAsync();

static void Stop(PosixSignalContext signal, int exitStatus)
{
    signal.Cancel = true;
    OutputFile.Abandon();
    if (!Console.IsErrorRedirected)
        Console.Error.WriteLine(); // the count of what goes by may stand in the line
    Console.Error.WriteLine("lesart: stopped before the end; no output file was written");
    Environment.Exit(exitStatus);
}
