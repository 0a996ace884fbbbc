using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>What several sections of the page share: headings, marks, links to evidence, columns.</summary>
internal sealed class PageParts(HtmlWriter html, InterfaceTexts texts)
{
    private const int MostBeside = 160; // letters of a sentence on either side of what is said
    private const int FewWords = 2;

    /// <summary>The page.</summary>
    public HtmlWriter Html => html;

    /// <summary>The interface's words.</summary>
    public InterfaceTexts Texts => texts;

    /// <summary>The sections opened so far, with the number in their headings.</summary>
    public List<(string Name, int Count)> Sections { get; } = [];

    /// <summary>Opens a section with its heading and the sentence that says how to read it.</summary>
    /// <param name="story">The section's story.</param>
    /// <param name="name">The section's name in the interface's texts.</param>
    /// <param name="count">What its heading counts; not shown where it is 0.</param>
    /// <param name="lead">The name of the sentence; the section's own where not given, none for an empty name: a section that holds nothing needs no reading.</param>
    public void OpenSection(StoryView story, string name, int count, string? lead = null)
    {
        Sections.Add((name, count));
        html.Write($"<section class=\"part part-{name}\" id=\"{story.Anchor}-{name}\" aria-labelledby=\"{story.Anchor}-{name}-h\"><h3 id=\"{story.Anchor}-{name}-h\">{texts["section." + name]}");
        if (count > 0)
            html.Write($" <span class=\"n\">{texts.Digits(count)}</span>");
        html.Raw("</h3>");
        if (lead != "")
            html.Write($"<p class=\"lead\">{texts["lead." + (lead ?? name)]}</p>");
        html.Raw("\n");
    }

    /// <summary>Closes it.</summary>
    public void CloseSection() => html.Raw("</section>\n");

    /// <summary>Attributes that give an element its name for screen readers in the page's first language; the script changes it with the language.</summary>
    public void Label(string key) => html.Write($" aria-label=\"{texts[key][0]}\" data-l=\"{key}\"");

    /// <summary>The mark and word of a stance.</summary>
    public void Mark(Stance stance) => html.Write($"<span class=\"mark s-{Names.Of(stance)}\">{Icon.Of(stance)}<span class=\"w\">{texts["stance." + Names.Of(stance)]}</span></span>");

    /// <summary>The letter of a strand, with the word that a screen reader needs where no outlet stands beside it.</summary>
    public void StrandTag(StrandView strand) =>
        html.Write($"<span class=\"tag\"><span class=\"vh\">{texts["strand"]} </span>{strand.Letter}</span>");

    /// <summary>The outlet's name behind the letter of its strand.</summary>
    public void Outlet(AccountView account) => html.Write($"<span class=\"tag\">{account.Strand.Letter}</span> <bdi>{account.Label}</bdi>");

    /// <summary>The outlet's name as a link to evidence, with its strand.</summary>
    public void OutletLink(AccountView account, EvidenceLink link)
    {
        html.Write($"<a class=\"ev chip\" href=\"#{link.Anchor}\" data-e=\"{link.Number}\">");
        Outlet(account);
        html.Raw("</a>");
    }

    /// <summary>Where a telling comes from: the speaker, in quotation marks where it is words of the article and no name, and the form, or the outlet's own voice.</summary>
    public void Teller(Telling telling)
    {
        if (telling.Speaker is string speaker)
            html.Write($"<bdi>{(telling.IsNamed ? texts.Same(speaker) : texts.Of("quoted", texts.Same(speaker)))}</bdi>, {texts["kind." + Names.Of(telling.Kind)]}");
        else
            html.Write($"{texts["kind." + Names.Of(telling.Kind)]}");
        if (telling.Via.Length > 0)
            html.Write($", <span class=\"via\">{texts["via"]} <bdi>{telling.Via}</bdi></span>");
    }

    /// <summary>The columns of a comparison: strands over accounts.</summary>
    public void ColumnHeads(StoryView story, string firstColumn)
    {
        html.Write($"<colgroup><col class=\"first\"><col span=\"{story.Columns.Length}\"></colgroup><thead><tr class=\"strands\"><th scope=\"col\" rowspan=\"2\" class=\"first\">{texts[firstColumn]}</th>");
        foreach (StrandView strand in story.Strands)
        {
            html.Write($"<th scope=\"colgroup\" colspan=\"{story.Columns.Count(column => column.Strand == strand)}\">");
            StrandTag(strand);
            if (strand.Strand.Origin is string origin)
                html.Write($" <bdi class=\"origin\">{origin}</bdi>");
            html.Raw("</th>");
        }

        html.Raw("</tr><tr class=\"accounts\">");
        foreach (AccountView column in story.Columns)
        {
            html.Write($"<th scope=\"col\"><a href=\"#a{column.Number}\"><bdi>{column.Label}</bdi></a>");
            if (column.Account.Published is PublicationTime time)
                html.Write($"<span class=\"when\">{texts.ShortMoment(time, story.HasOffsets)}</span>");
            if (column.Account.Incomplete)
                html.Write($"<span class=\"when\">{texts["incomplete"]}</span>");
            html.Raw("</th>");
        }

        html.Raw("</tr></thead>\n");
    }

    /// <summary>The attribute that says in which language a text from an article is written; nothing where it is not known.</summary>
    public void Language(AccountView? account)
    {
        if (account?.Account.Language is { Length: > 0 and < 36 } language)
            html.Write($" lang=\"{language}\"");
    }

    /// <summary>A sentence around a place, cut to its neighbourhood where it is long, with the place marked.</summary>
    /// <param name="account">Whose sentence.</param>
    /// <param name="place">The place.</param>
    /// <param name="reach">So many letters on either side of it are its neighbourhood.</param>
    public void Snippet(AccountView account, TextSpan place, int reach = 140)
    {
        place = account.Inside(place);
        TextSpan sentence = account.Sentences.Length == 0 ? place : account.Sentences[account.SentenceAt(place.Start)];
        if (!sentence.Contains(place))
            sentence = new TextSpan(Math.Min(sentence.Start, place.Start), Math.Max(sentence.End, place.End));
        string text = account.Account.Text;
        int start = WordStart(text, Math.Max(sentence.Start, place.Start - reach), sentence.Start);
        int end = WordEnd(text, Math.Min(sentence.End, place.End + reach), sentence.End);
        html.Write($"{(start > sentence.Start ? "… " : "")}{text.AsSpan(start, place.Start - start)}<mark>{place.In(text)}</mark>{text.AsSpan(place.End, end - place.End)}{(end < sentence.End ? " …" : "")}");
    }

    /// <summary>What is said, and where it is a part of a sentence that says little alone ("any delay", "dass die Fabrik die Quelle ist"), the rest of its sentence beside it, stepped back: whose words they are, and whether they are denied, often stands there.</summary>
    /// <param name="account">Whose words.</param>
    /// <param name="words">What is said, in text order.</param>
    /// <param name="isQuoted">Whether it is a quotation: that stands alone.</param>
    public void Saying(AccountView account, ImmutableArray<TextSpan> words, bool isQuoted)
    {
        string text = account.Account.Text;
        bool isPart = !isQuoted && account.Sentences.Length > 0 && IsPart(account.Words(words[0]));
        for (int i = 0; i < words.Length; i++)
        {
            TextSpan span = account.Inside(words[i]);
            TextSpan sentence = isPart ? account.Sentences[account.SentenceAt(span.Start)] : span;
            bool goesOn = i > 0 && isPart && account.Inside(words[i - 1]).End is int end && end >= sentence.Start && end <= span.Start;
            if (i > 0 && !goesOn)
                html.Raw(" … ");
            int before = goesOn ? account.Inside(words[i - 1]).End : WordStart(text, Math.Max(sentence.Start, span.Start - MostBeside), sentence.Start);
            if (before > span.Start)
                before = span.Start;
            Beside(before > sentence.Start && !goesOn ? "… " : "", text[before..span.Start], "");
            html.Write($"{(isPart || isQuoted || i > 0 ? "" : PointSection.Dots(account.Words(span)))}{span.In(text)}");
            bool isContinued = i + 1 < words.Length && account.Inside(words[i + 1]).Start < sentence.End;
            if (!isPart || isContinued || sentence.End <= span.End)
                continue;
            int after = WordEnd(text, Math.Min(sentence.End, span.End + MostBeside), sentence.End);
            Beside("", text[span.End..after], after < sentence.End ? " …" : "");
        }
    }

    private static bool IsPart(string words) => words.Length > 0 && (char.IsLower(words[0]) || words.Count(char.IsWhiteSpace) < FewWords);

    private void Beside(string dots, string words, string more)
    {
        if (words.Any(char.IsLetterOrDigit))
            html.Write($"<span class=\"around\">{dots}{words}{more}</span>");
        else
            html.Text(words);
    }

    private static int WordStart(string text, int at, int least)
    {
        while (at > least && !char.IsWhiteSpace(text[at - 1]))
            at--;
        return at;
    }

    private static int WordEnd(string text, int at, int most)
    {
        while (at < most && !char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
