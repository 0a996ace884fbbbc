using Lesart.SystemTests.Commands;
using Lesart.Tests.House;
using Microsoft.Playwright;

namespace Lesart.SystemTests.Browser;

/// <summary>The pictures in the documentation show the sample's dossier; <c>./test --accept</c> takes them anew, a person looks at them.</summary>
public sealed class PictureTests
{
    private const int MostBytes = 400_000;

    [BrowserTheory]
    [InlineData("dossier.png", ColorScheme.Light, "scrollTo(0, 0)")]
    [InlineData("dossier-points.png", ColorScheme.Dark, "document.querySelectorAll('#s1-points a.ev')[2].click(); document.activeElement.blur(); document.querySelector('#s1-points .legend').scrollIntoView()")]
    public async Task The_documentation_shows_the_samples_dossier(string name, ColorScheme scheme, string before)
    {
        string picture = Repository.PathOf("docs", name);
        if (Environment.GetEnvironmentVariable("LESART_ACCEPT") == "1")
            await TakeAsync(picture, scheme, before);

        byte[] bytes = await File.ReadAllBytesAsync(picture);
        bytes.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        bytes.Length.ShouldBeLessThan(MostBytes);
    }

    private static async Task TakeAsync(string picture, ColorScheme scheme, string before)
    {
        using ScratchFolder scratch = new();
        LesartCommand.RunIn(Repository.Root, null, "read", "samples/gipfel", "-o", scratch.Root, "--reader", "en").ExitStatus.ShouldBe(0);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = BrowserTools.Chromium, ChromiumSandbox = false });
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 1000 }, ColorScheme = scheme, Locale = "en-GB" });
        await page.GotoAsync("file://" + scratch.Path("dossier.html"));
        await page.EvaluateAsync($"() => {{ {before} }}");
        await page.WaitForTimeoutAsync(400);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = picture });
    }
}
