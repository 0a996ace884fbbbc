using System.Diagnostics;

namespace Lesart.SystemTests.Commands;

/// <summary>What stops a process in the tests never waits for ever.</summary>
public sealed class SentSignalTests
{
    [SkippableFact("/bin/sh")]
    public void A_process_that_ignores_its_signal_is_killed_and_named()
    {
        ProcessStartInfo start = new("/bin/sh", ["-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!; // a shell always starts as a process of its own
        process.StandardOutput.ReadLine().ShouldBe("ready");
        TimeoutException stopped = Should.Throw<TimeoutException>(() => SentSignal.Stop(process, "TERM", TimeSpan.FromSeconds(1)));
        stopped.Message.ShouldBe("TERM was sent, and after 1 seconds the process had not ended");
        process.WaitForExit(TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    [SkippableFact("/bin/sh")]
    public void A_process_that_heeds_its_signal_tells_its_errors()
    {
        ProcessStartInfo start = new("/bin/sh", ["-c", "trap 'echo stopped >&2; exit 3' TERM; echo ready; while :; do sleep 0.1; done"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!; // as above
        process.StandardOutput.ReadLine().ShouldBe("ready");
        SentSignal.Stop(process, "TERM", TimeSpan.FromSeconds(30)).ShouldBe("stopped\n");
        process.ExitCode.ShouldBe(3);
    }

    [Theory]
    [InlineData("Name:\tdotnet\nSigIgn:\t0000000000001002\nSigCgt:\t0", true)]
    [InlineData("Name:\tdotnet\nSigIgn:\t0000000000001001\nSigCgt:\t2", false)] // hangups and pipes are ignored, interrupts are not
    [InlineData("Name:\tdotnet\n", false)]
    public void Whether_interrupts_are_ignored_is_read_from_the_status(string status, bool ignores) => SentSignal.Ignores(status).ShouldBe(ignores);
}
