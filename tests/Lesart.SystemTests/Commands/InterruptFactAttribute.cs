namespace Lesart.SystemTests.Commands;

/// <summary>A test that interrupts a process; skipped, and says so, where there is no <c>kill</c> or this run was started so that interrupts are ignored: a process it starts inherits that, and would never end.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InterruptFactAttribute : FactAttribute
{
    public InterruptFactAttribute()
    {
        if (!File.Exists(SentSignal.Kill))
            Skip = $"this machine has no {SentSignal.Kill}";
        else if (SentSignal.IsInterruptIgnored)
            Skip = "interrupts (SIGINT) are ignored here, as in a shell's background";
    }
}
