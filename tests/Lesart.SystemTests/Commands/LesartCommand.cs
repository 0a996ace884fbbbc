using System.Diagnostics;
using System.Text;

namespace Lesart.SystemTests.Commands;

/// <summary>Runs the built command as a process of its own.</summary>
internal static class LesartCommand
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "Lesart.Cli.dll");

    public static Result Run(params string[] arguments) => RunWith(null, arguments);

    public static Result RunWith(byte[]? input, params string[] arguments) => RunIn(Path.GetTempPath(), input, arguments);

    public static Result RunIn(string folder, byte[]? input, params string[] arguments)
    {
        using Process process = Start(folder, arguments);
        return ResultOf(process, input);
    }

    /// <summary>Runs it where the system grants it less, by the shell's <c>ulimit</c>.</summary>
    public static Result RunLimited(string limit, params string[] arguments)
    {
        ProcessStartInfo start = Redirected("/bin/sh", Path.GetTempPath(), ["-c", $"ulimit {limit}; exec dotnet exec \"$@\"", "sh", Assembly, .. arguments]);
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("the shell could not be started");
        return ResultOf(process, null);
    }

    private static Result ResultOf(Process process, byte[]? input)
    {
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task writing = Task.Run(() =>
        {
            using Stream stdin = process.StandardInput.BaseStream;
            if (input is not null)
                stdin.Write(input);
        });
        using MemoryStream output = new();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        writing.Wait();
        return new Result(process.ExitCode, output.ToArray(), error.Result);
    }

    /// <summary>Starts it; the caller feeds and ends it.</summary>
    public static Process Start(string folder, params string[] arguments) =>
        Process.Start(Redirected("dotnet", folder, ["exec", Assembly, .. arguments])) ?? throw new InvalidOperationException("dotnet could not be started");

    private static ProcessStartInfo Redirected(string program, string folder, IEnumerable<string> arguments) => new(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = folder,
    };

    internal sealed record Result(int ExitStatus, byte[] Output, string Error)
    {
        public string Text => Encoding.UTF8.GetString(Output);
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder() => Directory.CreateDirectory(Root);

    public string Root { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "lesart-test-" + Guid.NewGuid().ToString("n"));

    public string Path(string name) => System.IO.Path.Combine(Root, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string path = Path(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
