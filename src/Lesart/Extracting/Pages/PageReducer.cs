using System.Text;

namespace Lesart.Extracting;

/// <summary>One pass over a page's source before it is parsed: leaves out what no reader sees, keeps the few attributes that say something, and
/// flattens what only an attack nests or repeats so.</summary>
/// <remarks>Scripts, styles and drawings are nine tenths of a news page; without them the parser has little to do. JSON-LD is kept aside.
/// The depth counted here bounds the parser's: only elements with an optional end tag, which close one another, go uncounted.</remarks>
internal sealed class PageReducer
{
    private const int MaxOpenFormatting = 20;
    private const int MaxFormattingCopies = 50_000; // the parser copies open formatting elements into each new block
    private const int MaxDataScripts = 200;

    private readonly string _page;
    private readonly StringBuilder _kept;
    private readonly List<string> _dataScripts = [];
    private readonly List<string> _openFormatting = [];
    private int _depth, _copies, _elements, _skippedDepth, _skippedFormatting;

    private PageReducer(string page)
    {
        _page = page;
        _kept = new StringBuilder(Math.Max(256, page.Length / 4));
    }

    /// <summary>Reduces a page.</summary>
    /// <exception cref="UnreadableSourceException">It nests deeper than any page for readers.</exception>
    public static ReducedPage Reduce(string page)
    {
        PageReducer reducer = new(page);
        reducer.Run();
        return new ReducedPage(reducer._kept.ToString(), reducer._dataScripts);
    }

    private void Run()
    {
        for (int at = 0; at < _page.Length;)
        {
            int open = _page.AsSpan(at).IndexOf('<');
            if (open < 0)
            {
                AppendText(_page.AsSpan(at));
                return;
            }

            AppendText(_page.AsSpan(at, open));
            at = Tag(at + open);
        }
    }

    private void AppendText(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('\0') is int zero and >= 0)
        {
            _kept.Append(text[..zero]);
            text = text[(zero + 1)..];
        }

        _kept.Append(text);
    }

    // Reads what begins with '<' and returns where to go on.
    private int Tag(int at)
    {
        ReadOnlySpan<char> rest = _page.AsSpan(at);
        if (rest.StartsWith("<!--"))
            return After(at + 4, "-->");
        if (rest.Length > 1 && rest[1] is '!' or '?')
            return rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase) ? After(at + 9, "]]>") : After(at + 2, ">");
        bool isEnd = rest.Length > 1 && rest[1] == '/';
        int nameStart = at + (isEnd ? 2 : 1);
        if (nameStart >= _page.Length || !char.IsAsciiLetter(_page[nameStart]))
        {
            _kept.Append(isEnd ? "" : "&lt;");
            return isEnd ? After(nameStart, ">") : at + 1;
        }

        int nameEnd = nameStart + 1;
        while (nameEnd < _page.Length && _page[nameEnd] is not (' ' or '\t' or '\r' or '\n' or '\f' or '/' or '>'))
            nameEnd++;
        if (nameEnd == _page.Length)
            return _page.Length;
        int nameLength = nameEnd - nameStart;
        Span<char> lower = stackalloc char[Math.Min(nameLength, 32)];
        System.Text.Ascii.ToLower(_page.AsSpan(nameStart, lower.Length), lower, out _);
        return isEnd ? EndTag(lower, nameEnd) : StartTag(lower, nameEnd);
    }

    private int EndTag(ReadOnlySpan<char> name, int at)
    {
        int next = After(at, ">");
        TagKind kind = KindOf(name);
        if (kind == TagKind.Skipped || _elements > ExtractionLimits.MaxElements) // </p> alone would make an element, too
            return next;
        if (kind != TagKind.Uncounted && !LeaveDepth(name, kind))
            return next;
        _kept.Append("</").Append(name).Append('>');
        return next;
    }

    // Whether the element that ends was kept.
    private bool LeaveDepth(ReadOnlySpan<char> name, TagKind kind)
    {
        if (_skippedDepth > 0)
        {
            _skippedDepth--;
            return false;
        }

        if (kind == TagKind.Formatting)
        {
            if (_skippedFormatting > 0)
            {
                _skippedFormatting--;
                return false;
            }

            int open = _openFormatting.Count - 1;
            while (open >= 0 && !name.SequenceEqual(_openFormatting[open]))
                open--;
            if (open >= 0)
                _openFormatting.RemoveAt(open);
        }

        _depth = Math.Max(0, _depth - 1);
        return true;
    }

    private int StartTag(ReadOnlySpan<char> name, int at)
    {
        int mark = _kept.Length;
        TagKind kind = KindOf(name);
        _kept.Append('<').Append(name);
        bool isData = false;
        int next = Attributes(at, name, ref isData);
        if (kind == TagKind.Skipped)
        {
            _kept.Length = mark;
            return SkipContent(name, next, isData);
        }

        if (!EnterDepth(name, kind))
        {
            _kept.Length = mark;
            return next;
        }

        _kept.Append('>');
        if (_copies > MaxFormattingCopies)
            CloseFormatting(mark);
        return next;
    }

    // Ends all open formatting before the tag at a position, so that the parser stops copying it.
    private void CloseFormatting(int position)
    {
        for (int i = 0; i < _openFormatting.Count; i++)
            _kept.Insert(position, $"</{_openFormatting[i]}>");
        _openFormatting.Clear();
    }

    private bool EnterDepth(ReadOnlySpan<char> name, TagKind kind)
    {
        if (++_elements > ExtractionLimits.MaxElements)
            return false;
        if (kind == TagKind.Uncounted)
        {
            _copies += _openFormatting.Count;
            return true;
        }

        if (kind == TagKind.Formatting)
        {
            if (_openFormatting.Count >= MaxOpenFormatting || _copies > MaxFormattingCopies)
            {
                _skippedFormatting++;
                return false;
            }

            _openFormatting.Add(name.ToString());
        }
        else
        {
            _copies += _openFormatting.Count;
        }

        if (_depth >= ExtractionLimits.MaxKeptNesting)
        {
            if (++_skippedDepth > ExtractionLimits.MaxNesting)
                throw new UnreadableSourceException($"nests more than {ExtractionLimits.MaxNesting} elements in one another");
            return false;
        }

        _depth++;
        return true;
    }

    // Copies the attributes that are kept; returns the position after '>'.
    private int Attributes(int at, ReadOnlySpan<char> element, ref bool isData)
    {
        int kept = 0;
        Span<char> letters = stackalloc char[32];
        bool wantsSource = element is "img" or "audio" or "source" or "video";
        while (at < _page.Length)
        {
            char letter = _page[at];
            if (letter == '>')
                return at + 1;
            if (letter is ' ' or '\t' or '\r' or '\n' or '\f' or '/')
            {
                at++;
                continue;
            }

            int nameStart = at;
            while (at < _page.Length && _page[at] is not ('=' or '>' or ' ' or '\t' or '\r' or '\n' or '\f' or '/') | at == nameStart)
                at++;
            ReadOnlySpan<char> name = _page.AsSpan(nameStart, at - nameStart);
            int equals = at;
            while (equals < _page.Length && char.IsWhiteSpace(_page[equals]))
                equals++;
            ReadOnlySpan<char> value = default;
            if (equals < _page.Length && _page[equals] == '=')
                at = Value(equals + 1, out value);
            Span<char> lower = letters[..Math.Min(name.Length, letters.Length)];
            System.Text.Ascii.ToLower(name[..lower.Length], lower, out _);
            if (element is "script" && lower is "type" && value.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                isData = true;
            if (name.Length <= 32 && IsKept(lower) && kept < ExtractionLimits.MaxAttributes && value.Length <= ExtractionLimits.MaxAttributeLength
                && (lower is not "src" || wantsSource) && value.IndexOf('\0') < 0)
            {
                kept++;
                char quote = value.Contains('"') ? '\'' : '"';
                _kept.Append(' ').Append(lower).Append('=').Append(quote).Append(quote == '\'' && value.Contains('\'') ? "" : value).Append(quote);
            }
        }

        return at;
    }

    private int Value(int at, out ReadOnlySpan<char> value)
    {
        while (at < _page.Length && char.IsWhiteSpace(_page[at]))
            at++;
        value = default;
        if (at >= _page.Length)
            return at;
        if (_page[at] is '"' or '\'')
        {
            int length = _page.AsSpan(at + 1).IndexOf(_page[at]);
            if (length < 0) // a quotation mark that never closes ends with the tag
                length = Math.Max(0, _page.AsSpan(at + 1).IndexOf('>'));
            value = _page.AsSpan(at + 1, length);
            return Math.Min(_page.Length, at + length + 2);
        }

        int start = at;
        while (at < _page.Length && _page[at] is not ('>' or ' ' or '\t' or '\r' or '\n' or '\f'))
            at++;
        value = _page.AsSpan(start, at - start);
        return at;
    }

    private int SkipContent(ReadOnlySpan<char> name, int at, bool isData)
    {
        if (_page[Math.Max(0, at - 2)] == '/' && name is "svg" or "math" && _page[at - 2] == '/')
            return at;
        int length = EndTagAfter(at, name) - at;
        if (length < 0)
            return name is "iframe" or "object" or "template" or "noscript" ? at : _page.Length;
        if (isData && _dataScripts.Count < MaxDataScripts)
            _dataScripts.Add(_page.Substring(at, length));
        return After(at + length, ">");
    }

    // The position of the next end tag of a name; -1 for none. Few scripts hold "</" elsewhere, and finding two letters needs no folding of case.
    private int EndTagAfter(int at, ReadOnlySpan<char> name)
    {
        while (_page.AsSpan(at).IndexOf("</") is int found and >= 0)
        {
            at += found + 2;
            if (_page.Length - at >= name.Length && System.Text.Ascii.EqualsIgnoreCase(_page.AsSpan(at, name.Length), name))
                return at - 2;
        }

        return -1;
    }

    private int After(int at, string mark)
    {
        int found = at >= _page.Length ? -1 : _page.AsSpan(at).IndexOf(mark, StringComparison.Ordinal);
        return found < 0 ? _page.Length : at + found + mark.Length;
    }

    private static bool IsKept(ReadOnlySpan<char> attribute) => attribute is "class" or "id" or "itemprop" or "itemtype" or "itemscope" or "datetime" or "content" or "property" or "name" or "href" or "rel" or "lang"
        or "role" or "hidden" or "style" or "aria-hidden" or "type" or "data-testid" or "data-component" or "data-qa" or "data-test" or "data-type" or "data-tb-region" or "aria-label" or "http-equiv" or "charset"
        or "src" or "title";

    private static TagKind KindOf(ReadOnlySpan<char> name) => name switch
    {
        "script" or "style" or "svg" or "noscript" or "select" or "canvas" or "math" or "textarea" or "iframe" or "object" or "template" => TagKind.Skipped,
        "br" or "img" or "meta" or "link" or "input" or "hr" or "wbr" or "area" or "base" or "col" or "embed" or "source" or "track" or "param" or "keygen" or "basefont" or "bgsound" or "frame" => TagKind.Uncounted,
        "p" or "li" or "td" or "tr" or "th" or "dt" or "dd" or "option" or "optgroup" or "thead" or "tbody" or "tfoot" or "colgroup" or "rt" or "rp" or "html" or "head" or "body" => TagKind.Uncounted,
        "a" or "b" or "big" or "code" or "em" or "font" or "i" or "nobr" or "s" or "small" or "strike" or "strong" or "tt" or "u" => TagKind.Formatting,
        _ => TagKind.Counted,
    };

    private enum TagKind
    {
        Counted,
        Uncounted, // has no end tag, or an optional one
        Formatting,
        Skipped,
    }
}

/// <summary>A page without what no reader sees.</summary>
/// <param name="Markup">For the parser.</param>
/// <param name="DataScripts">The contents of its JSON-LD scripts.</param>
internal sealed record ReducedPage(string Markup, IReadOnlyList<string> DataScripts);
