using Lesart.Dossiers;
using Lesart.Tests.Dossiers;
using Microsoft.Playwright;

namespace Lesart.SystemTests.Browser;

/// <summary>One browser for all tests of a class, and the dossiers that they open as files.</summary>
public sealed class DossierBrowser : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "lesart-browser-" + Guid.NewGuid().ToString("N"));
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (BrowserTools.Chromium is null)
            return;
        Directory.CreateDirectory(_folder);
        Write("crane", DossierSketches.Crane());
        Write("hostile", DossierSketches.Hostile());
        Write("large", DossierSketches.Large(accountCount: 100, pointCount: 120));
        Write("wide", DossierSketches.Large(accountCount: 16, pointCount: 40));
        Write("several", DossierSketches.Several());
        Write("inner", DossierSketches.Inner());
        Write("quoted", DossierSketches.Quoted());
        Write("many-stories", ManyStories(45));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = BrowserTools.Chromium, ChromiumSandbox = false });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Opens a dossier in a context of its own; what the console says is collected.</summary>
    public async Task<OpenDossier> OpenAsync(string name, int width = 1440, ColorScheme scheme = ColorScheme.Light, string locale = "de-DE", bool hasScripts = true, string anchor = "")
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions // tests that come here are skipped without a browser
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            Locale = locale,
            JavaScriptEnabled = hasScripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        IPage page = await context.NewPageAsync();
        OpenDossier dossier = new(context, page);
        page.Console += (_, message) => dossier.Messages.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => dossier.Messages.Add(error);
        page.Request += (_, request) => dossier.Requests.Add(request.Url);
        await page.GotoAsync("file://" + Path.Combine(_folder, name + ".html") + anchor);
        return dossier;
    }

    // As many stories of real size: thousands of elements each.
    private static Dossier ManyStories(int count)
    {
        List<Account> accounts = [];
        List<Collation> collations = [];
        for (int number = 0; number < count; number++)
        {
            Dossier one = DossierSketches.Large(accountCount: 8, pointCount: 120);
            string Id(string id) => $"{id}-{number}";
            accounts.AddRange(one.Accounts.Select(account => account with { Id = Id(account.Id) }));
            Collation collation = one.Collations[0];
            collations.Add(collation with
            {
                Story = Id(collation.Story),
                Accounts = [.. collation.Accounts.Select(account => account with { Id = Id(account.Id) })],
                Strands = [.. collation.Strands.Select(strand => strand with { Accounts = [.. strand.Accounts.Select(Id)] })],
                Points = [.. collation.Points.Select(point => point with { Readings = [.. point.Readings.Select(reading => reading with { Account = Id(reading.Account) })], Silent = [.. point.Silent.Select(Id)] })],
            });
        }

        return new Dossier([.. accounts], [.. collations], []);
    }

    private void Write(string name, Dossier dossier)
    {
        using FileStream file = File.Create(Path.Combine(_folder, name + ".html"));
        DossierWriter.Write(file, dossier);
    }
}

/// <summary>A dossier in a browser.</summary>
public sealed record OpenDossier(IBrowserContext Context, IPage Page) : IAsyncDisposable
{
    public List<string> Messages { get; } = [];

    public List<string> Requests { get; } = [];

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
