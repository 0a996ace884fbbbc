namespace Lesart.SystemTests.Browser;

/// <summary>A test that opens a dossier in Chromium; skipped where there is none.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = BrowserTools.Missing(needsAxe: false);
}

/// <summary>The same with rows.</summary>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserTools.Missing(needsAxe: false);
}

/// <summary>A test that has axe-core check the page; skipped where one of both is missing.</summary>
internal sealed class AccessibilityTheoryAttribute : TheoryAttribute
{
    public AccessibilityTheoryAttribute() => Skip = BrowserTools.Missing(needsAxe: true);
}

/// <summary>What <c>./test</c> found on this machine.</summary>
internal static class BrowserTools
{
    private const string UsualChromium = "/usr/bin/chromium";

    /// <summary>The browser's executable; null where there is none.</summary>
    public static string? Chromium { get; } = Existing(Environment.GetEnvironmentVariable("LESART_CHROMIUM")) ?? Existing(UsualChromium);

    /// <summary>axe-core's script; null where there is none.</summary>
    public static string? Axe { get; } = Existing(Environment.GetEnvironmentVariable("LESART_AXE"));

    /// <summary>Why a test is skipped; null where it can run.</summary>
    public static string? Missing(bool needsAxe) =>
        Chromium is null ? "no Chromium on this machine (LESART_CHROMIUM)" : needsAxe && Axe is null ? "no axe-core on this machine (LESART_AXE)" : null;

    private static string? Existing(string? path) => string.IsNullOrEmpty(path) || !File.Exists(path) ? null : path;
}
