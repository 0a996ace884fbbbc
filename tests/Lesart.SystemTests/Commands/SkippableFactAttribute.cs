namespace Lesart.SystemTests.Commands;

/// <summary>A test that is skipped, and says so, where the machine lacks a file it needs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SkippableFactAttribute : FactAttribute
{
    public SkippableFactAttribute(string neededFile)
    {
        if (!File.Exists(neededFile))
            Skip = $"this machine has no {neededFile}";
    }
}
