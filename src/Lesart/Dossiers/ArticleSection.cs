namespace Lesart.Dossiers;

/// <summary>The articles in full, each sentence with its anchor, with reported speech, sources, names, times, figures and shared text marked.</summary>
internal sealed class ArticleSection(PageParts parts)
{
    private static readonly string[] LayerClasses = ["qa", "qh", "qd", "qq", "cu", "so", "nm", "tm", "qt", "sh"];

    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;

    /// <summary>Writes the section.</summary>
    public void Write(StoryView story)
    {
        parts.OpenSection(story, "articles", story.Columns.Length);
        ILookup<string, TextSpan> shared = story.Collation.Passages
            .Where(static passage => passage.Kind != PassageKind.Quotation && passage.Certainty is null)
            .SelectMany(static passage => passage.Spans)
            .ToLookup(static span => span.Account, static span => new TextSpan(span.Start, span.End), StringComparer.Ordinal);
        foreach (AccountView column in story.Columns)
            WriteArticle(column, shared[column.Account.Id]);
        parts.CloseSection();
    }

    /// <summary>An address that may become a link; null for everything but the web.</summary>
    public static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address.AbsoluteUri : null;

    private void WriteArticle(AccountView column, IEnumerable<TextSpan> shared)
    {
        Account account = column.Account;
        _html.Write($"<article class=\"text item\" tabindex=\"-1\" id=\"a{column.Number}\"><header><p class=\"outlet\">");
        parts.StrandTag(column.Strand);
        _html.Write($" <bdi>{column.Label}</bdi>");
        if (account.Section is string section)
            _html.Write($" · <bdi>{section}</bdi>");
        _html.Raw("</p><h4");
        parts.Language(column);
        _html.Write($"><bdi>{account.Title ?? column.Label}</bdi></h4><p class=\"meta\">");
        WriteFacts(account);
        _html.Raw("</p></header><div class=\"body\"");
        parts.Language(column);
        _html.Raw(">\n");
        WriteBody(column, shared);
        if (account.Incomplete)
            _html.Write($"<p class=\"stub\">{_texts["article.incomplete"]}</p>");
        _html.Raw("</div></article>\n");
    }

    private void WriteFacts(Account account)
    {
        _html.Write($"{(account.Published is PublicationTime time ? _texts.Moment(time) : _texts["undated"])}");
        if (account.Authors.Length > 0)
            _html.Write($" · <bdi>{string.Join(", ", account.Authors)}</bdi>");
        if (account.Agencies.Length > 0)
            _html.Write($" · {_texts["credit"]} <bdi>{string.Join(", ", account.Agencies)}</bdi>");
        if (account.Version > 1)
            _html.Write($" · {_texts.Of("article.version", _texts.Same(account.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)))}");
        if (WebAddress(account.Url) is string address)
            _html.Write($" · <a class=\"out\" href=\"{address}\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">{_texts["original"]}</a>");
        else
            _html.Write($" · <span class=\"src\"><bdi>{account.Source}</bdi></span>");
    }

    private void WriteBody(AccountView column, IEnumerable<TextSpan> shared)
    {
        TextLayers layers = new(column.Account.Text.Length);
        foreach (Statement statement in column.Account.Statements)
        {
            if (statement.Kind == StatementKind.Narrated)
                continue;
            layers.Add((int)statement.Stance, statement.Content.Select(column.Inside));
            layers.Add(4, statement.Cue.Select(column.Inside));
            layers.Add(5, statement.Source.Select(column.Inside));
        }

        layers.Add(6, column.Account.Mentions.Where(static mention => mention.Kind != MentionKind.Pronoun).Select(mention => column.Inside(mention.Span)));
        layers.Add(7, column.Account.Times.Select(time => column.Inside(time.Span)));
        layers.Add(8, column.Account.Quantities.Select(quantity => column.Inside(quantity.Span)));
        layers.Add(9, shared.Select(column.Inside));

        int sentence = 0;
        foreach (TextBlock block in column.Paragraphs())
        {
            string element = block.Kind switch
            {
                BlockKind.Heading => "h5",
                BlockKind.Quote => "blockquote",
                BlockKind.List => "div",
                _ => "p",
            };
            _html.Write($"<{element} data-o=\"{block.Start}\">");
            WriteSentences(column, layers, block, ref sentence);
            _html.Write($"</{element}>\n");
        }
    }

    private void WriteSentences(AccountView column, TextLayers layers, TextBlock block, ref int sentence)
    {
        int at = block.Start;
        while (sentence < column.Sentences.Length && column.Sentences[sentence].Start < block.End)
        {
            TextSpan span = column.Sentences[sentence];
            int start = Math.Max(span.Start, block.Start), end = Math.Min(span.End, block.End);
            if (start < end)
            {
                WriteLayered(column.Account.Text, layers, at, start);

                // A sentence that runs on into this block has its anchor in the block before.
                _html.Write($"<span class=\"s\"");
                if (start == span.Start)
                    _html.Write($" id=\"{column.Anchor(sentence)}\"");
                _html.Raw(">");
                WriteLayered(column.Account.Text, layers, start, end);
                _html.Raw("</span>");
                at = end;
            }

            if (span.End > block.End)
                break;
            sentence++;
        }

        WriteLayered(column.Account.Text, layers, at, block.End);
    }

    private void WriteLayered(string text, TextLayers layers, int start, int end)
    {
        while (start < end)
        {
            (int stop, int mask) = layers.Run(start, end);
            if (mask == 0)
            {
                _html.Write($"{text.AsSpan(start, stop - start)}");
            }
            else
            {
                _html.Write($"<span class=\"{ClassesOf(mask)}\">{text.AsSpan(start, stop - start)}</span>");
            }

            start = stop;
        }
    }

    private static string ClassesOf(int mask) => string.Join(' ', LayerClasses.Where((_, layer) => (mask & (1 << layer)) != 0));
}
