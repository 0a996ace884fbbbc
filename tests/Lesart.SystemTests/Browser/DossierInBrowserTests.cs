using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Lesart.SystemTests.Browser;

/// <summary>The dossier as its readers meet it: in a browser.</summary>
public sealed class DossierInBrowserTests(DossierBrowser browser) : IClassFixture<DossierBrowser>
{
    [BrowserTheory]
    [InlineData("crane")]
    [InlineData("hostile")]
    [InlineData("large")]
    [InlineData("several")]
    public async Task The_page_opens_without_a_message_and_loads_nothing_else(string name)
    {
        await using OpenDossier dossier = await browser.OpenAsync(name);
        await dossier.Page.WaitForSelectorAsync("html.ready");
        dossier.Messages.ShouldBeEmpty();
        dossier.Requests.Count.ShouldBe(1);
    }

    [BrowserFact]
    public async Task Outside_text_is_shown_and_never_runs()
    {
        await using OpenDossier dossier = await browser.OpenAsync("hostile");
        (await dossier.Page.EvaluateAsync<bool>("'pwned' in window")).ShouldBeFalse();
        (await dossier.Page.InnerTextAsync("#a1 .body")).ShouldContain("<script>window.pwned=1</script>");
        await dossier.Page.ClickAsync("#s1-points a.ev");
        (await dossier.Page.InnerTextAsync("#panel")).ShouldContain("<script>window.pwned=1</script>");
        (await dossier.Page.EvaluateAsync<bool>("'pwned' in window")).ShouldBeFalse();
    }

    [BrowserFact]
    public async Task The_security_policy_stops_foreign_scripts_styles_and_requests()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane");
        bool hasRun = await dossier.Page.EvaluateAsync<bool>(
            "() => { const script = document.createElement('script'); script.textContent = 'window.foreign = 1'; document.body.append(script); return 'foreign' in window; }");
        hasRun.ShouldBeFalse();
        string fetched = await dossier.Page.EvaluateAsync<string>("() => fetch('https://example.org/').then(() => 'sent', error => 'stopped')");
        fetched.ShouldBe("stopped");
        dossier.Messages.ShouldContain(static message => message.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_click_on_a_cell_shows_its_words_in_their_paragraph()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane");
        await dossier.Page.ClickAsync("#s1-pt-p2 a.ev[data-s='hedged']");
        (await dossier.Page.InnerTextAsync("#panel mark:not(.mark)")).ShouldBe("Die Hafengesellschaft Nordkai soll zwei Warnungen ignoriert haben");
        (await dossier.Page.InnerTextAsync("#panel blockquote")).ShouldStartWith("Fünf Verletzte, ein Kran im Wasser");
        (await dossier.Page.InnerTextAsync("#panel .told")).ShouldContain("mit Vorbehalt");
        (await dossier.Page.EvaluateAsync<string>("() => [...CSS.highlights.get('evidence')].map(String).join('')")).ShouldBe("Die Hafengesellschaft Nordkai soll zwei Warnungen ignoriert haben");
        await dossier.Page.ClickAsync("#panel .go a");
        (await dossier.Page.EvaluateAsync<string>("() => document.activeElement.querySelector('h4').textContent")).ShouldBe("Der Wind, der Kran und die Frage nach der Warnung");
    }

    [BrowserFact]
    public async Task Every_piece_of_evidence_can_be_opened_and_marks_something()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane");
        string[] empty = await dossier.Page.EvaluateAsync<string[]>(
            """
            () => {
              for (const fold of document.querySelectorAll('details')) fold.open = true;
              const empty = [];
              for (const link of document.querySelectorAll('a.ev')) {
                link.click();
                if (!document.querySelector('#panel blockquote mark')?.textContent) empty.push(link.outerHTML);
              }
              return empty;
            }
            """);
        empty.ShouldBeEmpty();
        dossier.Messages.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_citation_names_words_outlet_time_with_zone_and_a_link_to_the_passage()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane");
        await dossier.Page.EvaluateAsync("() => { window.copied = []; Object.defineProperty(navigator, 'clipboard', { value: { writeText: async words => { copied.push(words); } } }); }");
        await dossier.Page.ClickAsync("#s1-pt-p4 a.ev[data-k='direct']");
        const string Link = "https://kuestenbote.example/artikel?nr=1&teil=2#:~:text=Wir%20hatten%20die%20Windwarnung%20um%20sechs%20Uhr%20auf%20dem%20Tisch";
        const string Words = "„Wir hatten die Windwarnung um sechs Uhr auf dem Tisch“";
        (await dossier.Page.InnerTextAsync("#panel .cite .line")).ShouldBe(
            $"Enno Tjarks: {Words} (Küstenbote, Containerkran stürzt in Emden ins Hafenbecken, 4. März 2027, 14:20 Uhr (UTC+1), {Link})");
        (await dossier.Page.GetAttributeAsync("#panel .cite a", "href")).ShouldBe(Link);
        foreach (string form in new[] { "text", "markdown", "footnote" })
            await dossier.Page.ClickAsync($"#panel [data-form='{form}']");
        await dossier.Page.WaitForFunctionAsync("() => copied.length === 3");
        string[] copied = await dossier.Page.EvaluateAsync<string[]>("() => copied");
        copied[0].ShouldStartWith($"Enno Tjarks: {Words} (Küstenbote");
        copied[1].ShouldBe($"> Enno Tjarks: {Words}\n>\n> Küstenbote, Containerkran stürzt in Emden ins Hafenbecken, 4. März 2027, 14:20 Uhr (UTC+1), <{Link}>");
        await dossier.Page.Keyboard.PressAsync("Escape");
        await dossier.Page.ClickAsync("#s1-pt-p2 a.ev[data-s='hedged']");
        (await dossier.Page.InnerTextAsync("#panel .cite .line")).ShouldStartWith("„Die Hafengesellschaft Nordkai soll zwei", customMessage: "an article's own wording is put into nobody's mouth");
        copied[2].ShouldBe($"„Containerkran stürzt in Emden ins Hafenbecken“, Küstenbote, 4. März 2027, 14:20 Uhr (UTC+1), https://kuestenbote.example/artikel?nr=1&teil=2: {Words}.");
    }

    [BrowserTheory]
    [InlineData("direct", 0, "„'Die Schleuse bleibt zu', sagte Amtsleiterin Wiebke Harms.“ (Küstenbote")] // a clause that runs into the article's own words
    [InlineData("direct", 1, "„‚Dann kam das Wasser‘, sagte Harms.“ (Küstenbote")] // the quotation begins a sentence before
    [InlineData("direct", 2, "Wiebke Harms: „Es war still“ (Küstenbote")] // nothing but her words
    [InlineData("indirect", 0, "„Der Rat erklärte, das Amt habe niemanden gewarnt.“ (Küstenbote")] // without its sentence it would be the paper's own word
    public async Task A_citation_takes_words_out_of_nobodys_mouth_and_puts_none_into_it(string kind, int number, string line)
    {
        await using OpenDossier dossier = await browser.OpenAsync("quoted");
        await dossier.Page.EvaluateAsync($"() => document.querySelectorAll(\"#s1-points a.ev[data-k='{kind}']\")[{number}].click()");
        (await dossier.Page.InnerTextAsync("#panel .cite .line")).ShouldStartWith(line);
    }

    [BrowserFact]
    public async Task A_figure_alone_is_cited_with_its_sentence()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane");
        await dossier.Page.ClickAsync("#s1-d1 a.ev");
        (await dossier.Page.InnerTextAsync("#panel mark:not(.mark)")).ShouldBe("Drei Arbeiter");
        (await dossier.Page.InnerTextAsync("#panel .cite .line")).ShouldStartWith("„Drei Arbeiter wurden nach Angaben der Feuerwehr verletzt, einer von ihnen schwer.“ (Küstenbote");
        string link = await dossier.Page.GetAttributeAsync("#panel .cite a", "href") ?? "";
        link.ShouldEndWith("#:~:text=Drei%20Arbeiter%20wurden%20nach%20Angaben%20der%20Feuerwehr%20verletzt%2C%20einer%20von%20ihnen%20schwer.");
    }

    [BrowserFact]
    public async Task The_keyboard_goes_on_from_where_the_reader_is()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane");
        IPage page = dossier.Page;
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        page.Url.ShouldEndWith("#a1", customMessage: "a line of the map leads to its article");
        await page.EvaluateAsync("() => document.querySelector('.part-differences').scrollIntoView()");
        await page.Keyboard.PressAsync("j");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("s1-d1");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("koloss böen");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("s1-pt-p5", "the first entry found");
    }

    [BrowserFact]
    public async Task The_keyboard_alone_leads_through_the_page()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane");
        IPage page = dossier.Page;
        Task<string> Focused() => page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName");

        await page.EvaluateAsync("() => document.querySelector('.part-differences').scrollIntoView()");
        await page.Keyboard.PressAsync("j");
        string first = await Focused();
        first.ShouldBe("s1-d1");
        await page.Keyboard.PressAsync("j");
        (await Focused()).ShouldBe("s1-d2");
        await page.Keyboard.PressAsync("k");
        (await Focused()).ShouldBe("s1-d1");

        await page.Keyboard.PressAsync("Enter");
        (await page.IsVisibleAsync("#panel")).ShouldBeTrue();
        (await page.Locator("#panel .proof").CountAsync()).ShouldBe(4);
        await page.Keyboard.PressAsync("j");
        (await page.IsVisibleAsync("#panel")).ShouldBeTrue("the panel follows the walk");
        await page.Keyboard.PressAsync("Escape");
        (await page.IsVisibleAsync("#panel")).ShouldBeFalse();
        (await Focused()).ShouldBe("s1-d2");

        await page.Keyboard.PressAsync("?");
        (await page.IsVisibleAsync("dialog#help")).ShouldBeTrue();
        await page.Keyboard.PressAsync("Escape");
        (await page.IsVisibleAsync("dialog#help")).ShouldBeFalse();

        await page.Keyboard.PressAsync("/");
        (await Focused()).ShouldBe("search");
        await page.Keyboard.TypeAsync("koloss böen");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('tr.point:not(.out)').length === 1");
        (await page.Locator("tr.point:visible").GetAttributeAsync("id")).ShouldBe("s1-pt-p5");
        (await page.IsVisibleAsync("#s1-differences")).ShouldBeFalse("no heading stands over an empty section");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('tr.point:not(.out)').length === 5");
    }

    [BrowserFact]
    public async Task Filters_leave_what_fits_and_can_be_cleared()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane");
        IPage page = dossier.Page;
        Task<string[]> Rows() => page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('tr.point:not(.out)')].map(row => row.id)");

        await page.ClickAsync(".filters [data-value='denied']");
        (await Rows()).ShouldBe(["s1-pt-p2"]);
        (await page.GetAttributeAsync(".filters [data-value='denied']", "aria-pressed")).ShouldBe("true");
        await page.ClickAsync(".filters [data-value='direct']");
        (await page.Locator("#s1-pt-p2 .r:not(.out)").CountAsync()).ShouldBe(2);
        await page.ClickAsync(".filters .clear");
        await page.SelectOptionAsync(".filters select", "Enno Tjarks");
        (await Rows()).ShouldBe(["s1-pt-p4"]);
        await page.Keyboard.PressAsync("Escape");
        await page.SelectOptionAsync(".filters select", "");
        await page.ClickAsync(".filters [data-name='r'][data-value='D']");
        (await Rows()).ShouldBe(["s1-pt-p1", "s1-pt-p2", "s1-pt-p3", "s1-pt-p4"]);
    }

    [BrowserFact]
    public async Task The_page_speaks_the_readers_language_and_the_other_on_demand()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane", locale: "en-GB");
        IPage page = dossier.Page;
        (await page.GetAttributeAsync("html", "lang")).ShouldBe("en");
        (await page.InnerTextAsync("#s1-points-h")).ShouldStartWith("Point by point");
        (await page.GetAttributeAsync("nav.toc", "aria-label")).ShouldBe("Sections");
        await page.ClickAsync("#languages [lang='de']");
        (await page.InnerTextAsync("#s1-points-h")).ShouldStartWith("Punkt für Punkt");
        (await page.GetAttributeAsync("nav.toc", "aria-label")).ShouldBe("Abschnitte");

        await using OpenDossier french = await browser.OpenAsync("crane", locale: "fr-FR");
        (await french.Page.GetAttributeAsync("html", "lang")).ShouldBe("de", "the dossier's own language where the reader's is none of the page's");
    }

    [BrowserFact]
    public async Task A_note_on_what_one_article_says_against_itself_follows_the_language()
    {
        await using OpenDossier dossier = await browser.OpenAsync("inner");
        ILocator note = dossier.Page.Locator(".diff .slot-line .meta").First;
        await dossier.Page.ClickAsync("#languages [lang='de']");
        (await note.InnerTextAsync()).ShouldBe("5 (Titel) gegen 3 (Text), Ems-Kurier");
        await dossier.Page.ClickAsync("#languages [lang='en']");
        (await note.InnerTextAsync()).ShouldBe("5 (title) against 3 (text), Ems-Kurier");
    }

    [BrowserFact]
    public async Task Colours_follow_the_device_until_the_reader_chooses()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane", scheme: ColorScheme.Dark);
        Task<string> Background() => dossier.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor");
        string dark = await Background();
        await dossier.Page.ClickAsync("#themes [data-theme='light']");
        string light = await Background();
        light.ShouldNotBe(dark);
        await dossier.Page.ClickAsync("#themes [data-theme='auto']");
        (await Background()).ShouldBe(dark);
    }

    [BrowserFact]
    public async Task Without_scripts_the_page_is_complete_and_evidence_is_an_anchor()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane", hasScripts: false);
        IPage page = dossier.Page;
        (await page.InnerTextAsync("#s1-points-h")).ShouldStartWith("Punkt für Punkt");
        (await page.Locator("tr.point").CountAsync()).ShouldBe(5);
        await page.ClickAsync("#s1-pt-p2 a.ev[data-s='hedged']");
        page.Url.ShouldEndWith("#a4-2");
        (await page.InnerTextAsync("#a4-2")).ShouldStartWith("Die Hafengesellschaft Nordkai soll zwei Warnungen");
    }

    [BrowserFact]
    public async Task A_story_is_built_when_it_is_chosen_and_then_has_everything()
    {
        await using OpenDossier dossier = await browser.OpenAsync("several");
        IPage page = dossier.Page;
        (await page.Locator(".story").CountAsync()).ShouldBe(1);
        await page.ClickAsync("#languages [lang='en']");
        await page.ClickAsync(".stories a[href='#s2']");
        await page.WaitForSelectorAsync("#s2"); // visible: the address changes first, and what hangs on it a moment later
        (await page.Locator(".story:visible").GetAttributeAsync("id")).ShouldBe("s2");
        (await page.GetAttributeAsync(".stories a[href='#s2']", "aria-current")).ShouldBe("true");
        (await page.GetAttributeAsync("#s2 nav.toc", "aria-label")).ShouldBe("Sections");
        await page.ClickAsync("#s2 .filters [data-value='denied']");
        (await page.Locator("#s2 tr.point:not(.out)").CountAsync()).ShouldBe(1);
        await page.Keyboard.PressAsync("Escape");
        await page.ClickAsync("#s2-pt-p2 a.ev[data-s='hedged']");
        (await page.InnerTextAsync("#panel mark:not(.mark)")).ShouldBe("Die Hafengesellschaft Nordkai soll zwei Warnungen ignoriert haben");
        await page.ClickAsync(".stories a[href='#s3']");
        await page.WaitForSelectorAsync("#s3");
        (await page.IsVisibleAsync("#panel")).ShouldBeFalse("evidence of a story that is out of sight");
        (await page.EvaluateAsync<bool>("'pwned' in window")).ShouldBeFalse();
        (await page.InnerTextAsync("#s3 .body")).ShouldContain("<script>window.pwned=1</script>");
        dossier.Messages.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_link_into_a_story_that_is_not_built_yet_leads_there()
    {
        await using OpenDossier dossier = await browser.OpenAsync("several", anchor: "#a11-2");
        await dossier.Page.WaitForSelectorAsync("html.ready");
        (await dossier.Page.Locator(".story:visible").GetAttributeAsync("id")).ShouldBe("s2");
        (await dossier.Page.InnerTextAsync(":target")).ShouldStartWith("Die Hafengesellschaft Nordkai soll zwei Warnungen");
        (await dossier.Page.EvaluateAsync<bool>("() => { const box = document.querySelector(':target').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }")).ShouldBeTrue();
        await dossier.Page.EvaluateAsync("() => { location.hash = '#s1-points'; }");
        await dossier.Page.WaitForSelectorAsync("#s1-points:visible");
    }

    [BrowserFact]
    public async Task Search_says_which_other_stories_hold_the_words_and_goes_there()
    {
        await using OpenDossier dossier = await browser.OpenAsync("several");
        IPage page = dossier.Page;
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("koloss böen");
        await page.WaitForFunctionAsync("() => document.getElementById('found').textContent === '0 Treffer · auch in 1 anderen Geschichte'");
        (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.stories li:not(.void) a')].map(link => link.hash)")).ShouldBe(["#s1", "#s2"]);
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("s2-pt-p5");
        await page.Keyboard.PressAsync("/");
        await page.FillAsync("#search", "</script>");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.stories li:not(.void)').length === 2");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.stories li:not(.void)').length === 3");
    }

    [BrowserFact]
    public async Task Without_scripts_all_stories_stand_on_the_page()
    {
        await using OpenDossier dossier = await browser.OpenAsync("several", hasScripts: false, anchor: "#s3");
        (await dossier.Page.Locator(".story:visible").CountAsync()).ShouldBe(3);
        (await dossier.Page.Locator("article.text:visible").CountAsync()).ShouldBe(13);
    }

    [BrowserFact]
    public async Task Dozens_of_stories_open_in_two_seconds_and_each_at_once()
    {
        double open = double.MaxValue, change = double.MaxValue;
        for (int attempt = 0; attempt < 6 && (open >= 2000 || change >= 1000); attempt++)
        {
            await using OpenDossier dossier = await browser.OpenAsync("many-stories");
            await dossier.Page.WaitForSelectorAsync("html.ready");
            open = Math.Min(open, await dossier.Page.EvaluateAsync<double>("() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"));
            change = Math.Min(change, await dossier.Page.EvaluateAsync<double>(
                "async () => { const from = performance.now(); location.hash = '#s40'; await new Promise(done => addEventListener('hashchange', () => requestAnimationFrame(() => setTimeout(done)))); return performance.now() - from; }"));
            (await dossier.Page.Locator(".story:visible").GetAttributeAsync("id")).ShouldBe("s40");
        }

        open.ShouldBeLessThan(2000);
        change.ShouldBeLessThan(1000);
    }

    [BrowserTheory]
    [InlineData("crane", 375)]
    [InlineData("crane", 1440)]
    [InlineData("wide", 375)]
    [InlineData("wide", 1024)]
    [InlineData("large", 375)]
    [InlineData("large", 1024)]
    [InlineData("large", 1440)]
    public async Task Nothing_is_wider_than_the_screen(string name, int width)
    {
        await using OpenDossier dossier = await browser.OpenAsync(name, width);
        (await dossier.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }

    [BrowserFact]
    public async Task A_short_card_beside_a_long_one_leaves_no_gap_below_it()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane");
        double widest = await dossier.Page.EvaluateAsync<double>(
            """
            async () => {
              document.querySelector('.part-differences .diff:nth-of-type(2) h4').append(' und noch viel mehr davon'.repeat(30));
              await new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)));
              const boxes = [...document.querySelectorAll('.part-differences .diff')].map(card => card.getBoundingClientRect());
              return Math.max(...boxes.filter(box => boxes.some(over => over.left === box.left && over.top < box.top))
                .map(box => box.top - Math.max(...boxes.filter(over => over.left === box.left && over.top < box.top).map(over => over.bottom))));
            }
            """);
        widest.ShouldBeInRange(12, 20);
    }

    [BrowserFact]
    public async Task On_a_telephone_the_panel_leaves_what_was_touched_in_sight()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane", 375);
        double room = await dossier.Page.EvaluateAsync<double>(
            "() => { const link = document.querySelector('.part-differences a.ev'); link.scrollIntoView({ block: 'end' }); link.click(); return document.querySelector('#panel').getBoundingClientRect().top - link.getBoundingClientRect().bottom; }");
        room.ShouldBeGreaterThan(0);
    }

    [BrowserFact]
    public async Task Points_take_the_room_that_narrow_columns_leave()
    {
        await using OpenDossier dossier = await browser.OpenAsync("wide");
        (await dossier.Page.EvaluateAsync<double>("() => document.querySelector('#s1-points tr.point th').getBoundingClientRect().width")).ShouldBeGreaterThan(450);
        (await dossier.Page.EvaluateAsync<double>("() => document.querySelector('#s1-points .scroll').clientWidth - document.querySelector('#s1-points table').offsetWidth")).ShouldBeLessThan(2);
    }

    [BrowserFact]
    public async Task Marks_inside_a_cited_sentence_become_single_ones()
    {
        await using OpenDossier dossier = await browser.OpenAsync("hostile");
        await dossier.Page.ClickAsync("#s1-points a.ev");
        string line = await dossier.Page.InnerTextAsync("#panel .cite .line");
        line.ShouldContain("onerror='window.pwned=1'");
    }

    [BrowserTheory]
    [InlineData(375)]
    [InlineData(1024)]
    [InlineData(1280)]
    [InlineData(1440)]
    public async Task Outlets_have_room_in_the_map_of_strands(int width)
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane", width);
        double narrowest = await dossier.Page.EvaluateAsync<double>("() => Math.min(...[...document.querySelectorAll('.map .who')].map(who => who.getBoundingClientRect().width))");
        narrowest.ShouldBeGreaterThan(100);
    }

    [BrowserFact]
    public async Task A_story_of_a_hundred_accounts_opens_in_two_seconds_and_scrolls()
    {
        // The best of a few: other work on the machine doesn't count.
        double open = double.MaxValue, scroll = double.MaxValue;
        for (int attempt = 0; attempt < 6 && (open >= 2000 || scroll >= 500); attempt++)
        {
            await using OpenDossier dossier = await browser.OpenAsync("large");
            await dossier.Page.WaitForSelectorAsync("html.ready");
            open = Math.Min(open, await dossier.Page.EvaluateAsync<double>("() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"));
            scroll = Math.Min(scroll, await dossier.Page.EvaluateAsync<double>(
                "async () => { let longest = 0; for (let y = 0; y < 20000; y += 1000) { const from = performance.now(); scrollTo(0, y); await new Promise(done => requestAnimationFrame(() => setTimeout(done))); longest = Math.max(longest, performance.now() - from); } return longest; }"));
        }

        open.ShouldBeLessThan(2000);
        scroll.ShouldBeLessThan(500);
    }

    [BrowserFact]
    public async Task Print_leaves_controls_out_and_keeps_every_article()
    {
        await using OpenDossier dossier = await browser.OpenAsync("crane");
        await dossier.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await dossier.Page.IsVisibleAsync(".toc")).ShouldBeFalse();
        (await dossier.Page.IsVisibleAsync(".filters")).ShouldBeFalse();
        (await dossier.Page.Locator("article.text:visible").CountAsync()).ShouldBe(5);
    }

    public static TheoryData<string, int, ColorScheme, string> Faces()
    {
        TheoryData<string, int, ColorScheme, string> faces = [];
        foreach (int width in new[] { 375, 1440 })
        {
            foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                faces.Add("crane", width, scheme, "de-DE");
                faces.Add("crane", width, scheme, "en-GB");
            }
        }

        faces.Add("hostile", 1440, ColorScheme.Light, "en-GB");
        return faces;
    }

    [AccessibilityTheory]
    [MemberData(nameof(Faces))]
    public async Task Axe_finds_nothing_wrong(string name, int width, ColorScheme scheme, string locale)
    {
        await using OpenDossier dossier = await browser.OpenAsync(name, width, scheme, locale);
        IPage page = dossier.Page;
        await page.EvaluateAsync("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; document.querySelector('#s1-points a.ev').click(); scrollTo(0, 0); }"); // what the sections' bar lies over depends on the scroll position
        await page.EvaluateAsync(await File.ReadAllTextAsync(BrowserTools.Axe!)); // skipped where it is null
        JsonElement result = await page.EvaluateAsync<JsonElement>(
            "() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(found => found.violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 4).map(node => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')).join(' | ')))");
        string[] violations = [.. result.EnumerateArray().Select(static rule => rule.GetString()!)]; // the page makes strings of them
        violations.ShouldBeEmpty(string.Create(CultureInfo.InvariantCulture, $"{name} {width} {scheme} {locale}"));
    }
}
