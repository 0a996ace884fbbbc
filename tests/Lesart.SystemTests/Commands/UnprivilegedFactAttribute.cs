namespace Lesart.SystemTests.Commands;

/// <summary>A test of what may not be read; skipped where everything may be: for the superuser, and on Windows.</summary>
internal sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute() => Skip = OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess ? "everything may be read by this user" : null;
}
