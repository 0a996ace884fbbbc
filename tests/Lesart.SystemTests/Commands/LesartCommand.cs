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
    public static Process Start(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Assembly);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started");
    }

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
