namespace Lesart.SystemTests.Commands;

/// <summary>A theory that is skipped, and says so, where the machine lacks a file it needs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SkippableTheoryAttribute : TheoryAttribute
{
    public SkippableTheoryAttribute(string neededFile)
    {
        if (!File.Exists(neededFile))
            Skip = $"this machine has no {neededFile}";
    }
}
