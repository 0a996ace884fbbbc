using System.Diagnostics;
using System.Globalization;

namespace Lesart.SystemTests.Commands;

/// <summary>Sends a process a signal that shall end it.</summary>
internal static class SentSignal
{
    /// <summary>The program that sends signals.</summary>
    public const string Kill = "/bin/kill";

    private const int Interrupt = 2; // SIGINT on every Unix

    /// <summary>Whether this process was started with interrupts ignored, by what the kernel tells of it; false where it tells nothing.</summary>
    public static bool IsInterruptIgnored { get; } = File.Exists("/proc/self/status") && Ignores(File.ReadAllText("/proc/self/status"));

    /// <summary>Whether a process ignores interrupts, by its status as Linux tells it: a mask in hexadecimal digits, the first signal in its lowest bit.</summary>
    public static bool Ignores(string status)
    {
        string? mask = status.Split('\n').FirstOrDefault(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        return mask is not null && (ulong.Parse(mask.AsSpan(mask.IndexOf(':', StringComparison.Ordinal) + 1).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (Interrupt - 1) & 1) == 1;
    }

    /// <summary>Sends the signal and waits for the end.</summary>
    /// <param name="process">The process, whose errors are redirected.</param>
    /// <param name="signal">Its short name ("TERM").</param>
    /// <param name="patience">How long it may take to end.</param>
    /// <returns>What the process wrote to its standard error.</returns>
    /// <exception cref="TimeoutException">It goes on; it was killed.</exception>
    public static string Stop(Process process, string signal, TimeSpan patience)
    {
        using (Process sender = Process.Start(Kill, ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]))
            sender.WaitForExit();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{signal} was sent, and after {patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds the process had not ended");
        }

        return error.GetAwaiter().GetResult();
    }
}
