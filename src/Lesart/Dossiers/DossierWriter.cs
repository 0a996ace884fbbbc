using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lesart.Languages;

namespace Lesart.Dossiers;

/// <summary>Writes a run as one self-contained HTML file: no network, no other file, no script but its own.</summary>
/// <remarks>The page is complete without scripts; they add the panel of evidence, filters, the keyboard and the other language. With scripts one story is
/// shown at a time, and all but the first are built when they are chosen: dozens of stories have hundreds of thousands of elements. Its security policy allows
/// nothing but the one style sheet and the one script, by their hashes. The same dossier gives the same bytes.</remarks>
public static class DossierWriter
{
    // So many articles that stand alone are shown in full; more of them are listed.
    private const int MostSingles = 40;

    // So many stories are shown as tabs; more of them as a list that scrolls.
    private const int MostTabs = 9;

    /// <summary>Writes the page in UTF-8; the stream stays open.</summary>
    public static void Write(Stream stream, Dossier dossier)
    {
        using StreamWriter output = new(stream, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        InterfaceTexts texts = InterfaceTexts.BuiltIn.StartingWith(dossier.ReaderLanguage);
        HtmlWriter html = new(output, texts);
        PageParts parts = new(html, texts);
        EvidenceBook evidence = new();
        (List<StoryView> stories, List<Account> listed) = Stories(dossier, evidence);

        string style = Asset("dossier.css"), script = Asset("dossier.js");
        WriteHead(html, texts, stories, style, script);
        html.Write($"<body>\n<a class=\"skip\" href=\"#main\">{texts["skip"]}</a>\n");
        html.Raw(Asset("icons.svg"));
        html.Write($"<header class=\"top\"><p class=\"brand\"><b>Lesart</b> <span>{texts["brand"]}</span></p><div id=\"tools\"></div></header>\n<main id=\"main\" tabindex=\"-1\">\n");
        WriteContents(html, texts, parts, stories, listed.Count);
        foreach (StoryView story in stories)
            WriteStory(parts, story, stories);
        WriteListed(parts, listed);
        new GapSection(parts).WriteProblems(dossier.Problems.IsDefault ? [] : dossier.Problems);
        new MethodSection(parts).Write(dossier, stories);
        html.Write($"</main>\n<footer class=\"end\"><p>{texts["footer"]}</p></footer>\n");
        html.Raw("<script type=\"application/json\" id=\"data\">");
        output.Flush();
        DataBlock.Write(stream, texts, stories, evidence);
        html.Raw("</script>\n<script>");
        html.Raw(script);
        html.Raw("</script>\n</body>\n</html>\n");
    }

    // Stories that lay accounts side by side come before single accounts; many single accounts are listed only.
    private static (List<StoryView> Stories, List<Account> Listed) Stories(Dossier dossier, EvidenceBook evidence)
    {
        Dictionary<string, Account> accounts = new(StringComparer.Ordinal);
        foreach (Account account in dossier.Accounts.IsDefault ? [] : dossier.Accounts)
            accounts.TryAdd(account.Id, account);
        List<Collation> collations = [.. (dossier.Collations.IsDefault ? [] : dossier.Collations).OrderByDescending(static collation => collation.Accounts.Length).ThenByDescending(static collation => collation.Differences.Length)];
        bool areSinglesListed = collations.Count(static collation => collation.Accounts.Length == 1) > MostSingles;
        List<StoryView> stories = [];
        List<Account> listed = [];
        int number = 1;
        foreach (Collation collation in collations)
        {
            if (areSinglesListed && collation.Accounts.Length == 1)
            {
                if (accounts.TryGetValue(collation.Accounts[0].Id, out Account? single))
                    listed.Add(single);
                continue;
            }

            StoryView story = new(stories.Count + 1, collation, accounts, number, evidence);
            if (story.Columns.Length == 0)
                continue;
            number += story.Columns.Length;
            stories.Add(story);
        }

        return (stories, listed);
    }

    private static void WriteHead(HtmlWriter html, InterfaceTexts texts, List<StoryView> stories, string style, string script)
    {
        string title = stories.Count == 1 ? stories[0].Title : texts.Counted("stories", stories.Count)[0];
        html.Write($"<!doctype html>\n<html lang=\"{texts.Languages[0]}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
        html.Write($"default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; base-uri 'none'; form-action 'none'\">\n");
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Lesart {MethodSection.Version}\">\n<title>{title} · Lesart</title>\n<style>");
        html.Raw(style);
        html.Raw("</style>\n</head>\n");
    }

    private static void WriteContents(HtmlWriter html, InterfaceTexts texts, PageParts parts, List<StoryView> stories, int listed)
    {
        html.Write($"<h1 class=\"run\">{texts.Of("run", texts.Counted("stories", stories.Count), texts.Counted("articles", stories.Sum(static story => story.Columns.Length) + listed))}</h1>\n");
        if (stories.Count < 2)
            return;
        html.Write($"<nav class=\"stories{(stories.Count > MostTabs ? " list" : "")}\"");
        parts.Label("nav.stories");
        html.Raw("><ol>");
        foreach (StoryView story in stories)
        {
            html.Write($"<li><a href=\"#{story.Anchor}\"><bdi class=\"name\">{story.Title}</bdi> <span class=\"meta\">{texts.Counted("articles", story.Columns.Length)} · {texts.Counted("strands", story.Strands.Length)}");
            if (story.Collation.Differences.Length > 0 && story.Columns.Length > 1)
                html.Write($" · {texts.Counted("differences", story.Collation.Differences.Length)}");
            if (story.Collation.From is PublicationTime from)
                html.Write($" · {texts.Day(from.Day)}");
            html.Raw("</span></a></li>");
        }

        html.Write($"</ol></nav>\n<p class=\"on-paper\">{texts.Of("print.one-story", texts.Digits(stories.Count))}</p>\n");
    }

    private static void WriteListed(PageParts parts, List<Account> listed)
    {
        if (listed.Count == 0)
            return;
        HtmlWriter html = parts.Html;
        html.Write($"<section class=\"part\" id=\"singles\" aria-labelledby=\"singles-h\"><h2 id=\"singles-h\">{parts.Texts["section.singles"]} <span class=\"n\">{parts.Texts.Digits(listed.Count)}</span></h2><p class=\"lead\">{parts.Texts["lead.singles"]}</p><ul class=\"plain\">");
        foreach (Account account in listed.OrderBy(static account => account.Published ?? PublicationTime.OfDay(DateOnly.MaxValue)))
        {
            html.Write($"<li><b><bdi>{account.Outlet ?? account.Source}</bdi></b> <bdi>{account.Title}</bdi> <span class=\"when\">{(account.Published is PublicationTime time ? parts.Texts.Moment(time) : parts.Texts["undated"])}</span>");
            if (ArticleSection.WebAddress(account.Url) is string address)
                html.Write($" <a class=\"out\" href=\"{address}\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">{parts.Texts["original"]}</a>");
            html.Raw("</li>\n");
        }

        html.Raw("</ul></section>\n");
    }

    private static void WriteStory(PageParts parts, StoryView story, List<StoryView> stories)
    {
        HtmlWriter html = parts.Html;

        // To a browser with scripts this is plain text until the script takes it; without scripts it is part of the page.
        bool isLater = story != stories[0];
        if (isLater)
            html.Write($"<noscript class=\"later\" data-story=\"{story.Anchor}\">");
        html.Write($"<section class=\"story{(story.IsLarge ? " many" : "")}\" id=\"{story.Anchor}\" aria-labelledby=\"{story.Anchor}-h\">\n<header class=\"story-head\"><h2 id=\"{story.Anchor}-h\"");
        parts.Language(story.Columns.FirstOrDefault(column => column.Account.Title == story.Collation.Title));
        html.Write($"><bdi>{story.Title}</bdi></h2>\n");
        new OverviewSection(parts).WriteSummary(story);
        new GlanceSection(parts).Write(story);
        WriteRelated(parts, story, stories);
        bool isMapBeside = story.Columns.Length is > 1 and <= 14;
        if (isMapBeside)
            new OverviewSection(parts).WriteMap(story);
        html.Raw("</header>\n");

        // The list of sections stands before them but is known after them.
        using StringWriter body = new(CultureInfo.InvariantCulture);
        PageParts inner = new(new HtmlWriter(body, parts.Texts), parts.Texts);
        WriteSections(inner, story, withMap: !isMapBeside);
        html.Raw("<nav class=\"toc\"");
        parts.Label("nav.sections");
        html.Raw("><ol>");
        foreach ((string name, int count) in inner.Sections)
        {
            html.Write($"<li><a href=\"#{story.Anchor}-{name}\">{parts.Texts["short." + name]}");
            if (count > 0)
                html.Write($" <span class=\"n\">{parts.Texts.Digits(count)}</span>");
            html.Raw("</a></li>");
        }

        html.Raw("</ol></nav>\n");
        html.Raw(body.ToString());
        html.Raw(isLater ? "</section></noscript>\n" : "</section>\n");
    }

    private static void WriteSections(PageParts parts, StoryView story, bool withMap)
    {
        new DifferenceSection(parts).Write(story);
        new ReplySection(parts).Write(story);
        new DriftSection(parts).Write(story);
        new PointSection(parts).Write(story);
        if (withMap && story.Columns.Length > 1)
            new OverviewSection(parts).WriteMap(story);
        new SpeakerSection(parts).Write(story);
        new PassageSection(parts).Write(story);
        new WordingSection(parts).Write(story);
        new TimelineSection(parts).Write(story);
        new NetworkSection(parts).Write(story);
        new NameSection(parts).Write(story);
        new ArticleSection(parts).Write(story);
        new GapSection(parts).Write(story);
    }

    private static void WriteRelated(PageParts parts, StoryView story, List<StoryView> stories)
    {
        if (story.Collation.Related.Length == 0)
            return;
        HtmlWriter html = parts.Html;
        html.Write($"<div class=\"related\"><p>{parts.Texts["related"]}</p><ul>");
        foreach (RelatedStory related in story.Collation.Related)
        {
            if (stories.Find(other => other.Collation.Story == related.Story) is StoryView other)
                html.Write($"<li><a class=\"chip\" href=\"#{other.Anchor}\"><bdi>{other.Title}</bdi></a> ");
            else
                html.Write($"<li><bdi>{related.Story}</bdi> ");
            html.Write($"<span class=\"meta\">{parts.Texts.Reworded(related.Why, "why.related")}</span></li>");
        }

        html.Raw("</ul></div>\n");
    }

    private static string Asset(string name)
    {
        using StreamReader reader = new(DataFolder.BuiltIn("dossier/").Open(name), Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }

    private static string Hash(string content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
