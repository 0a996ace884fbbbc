using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>Text that accounts share, side by side, with the words marked that only one side has.</summary>
internal sealed class PassageSection(PageParts parts)
{
    private const int MostSides = 3;
    private const int MostOpen = 6;

    // What is less alike differs in words; so much can be the typesetter's alone.
    private const decimal LeastToBeSame = 0.9m;

    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;

    /// <summary>Writes the section; nothing where a story has one account only.</summary>
    public void Write(StoryView story)
    {
        if (story.Columns.Length < 2)
            return;
        List<(Passage Passage, ImmutableArray<(AccountView Account, TextSpan Span)> Sides)> all =
        [
            .. story.Collation.Passages
                .Select(passage => (Passage: passage, Sides: Sides(story, passage)))
                .Where(static item => item.Sides.Length > 1)
                .OrderBy(static item => item.Passage.Kind == PassageKind.Quotation ? 1 : 0)
                .ThenByDescending(static item => item.Passage.Words),
        ];
        ILookup<bool, (Passage Passage, ImmutableArray<(AccountView Account, TextSpan Span)> Sides)> passages = all.ToLookup(static item => item.Passage.Certainty is null);
        parts.OpenSection(story, "passages", passages[true].Count(), lead: passages[true].Any() ? null : "");
        if (!passages[true].Any())
            _html.Write($"<p class=\"empty\">{_texts["empty.passages"]}</p>");
        WritePassages(story, [.. passages[true]]);
        if (passages[false].Any())
        {
            _html.Write($"<h4>{_texts["passage.reworded"]}</h4><p class=\"lead\">{_texts["lead.reworded"]}</p>");
            WritePassages(story, [.. passages[false].OrderByDescending(static item => item.Passage.Certainty)]);
        }

        parts.CloseSection();
    }

    private void WritePassages(StoryView story, ImmutableArray<(Passage Passage, ImmutableArray<(AccountView Account, TextSpan Span)> Sides)> passages)
    {
        for (int i = 0; i < passages.Length; i++)
        {
            if (i == MostOpen)
                _html.Write($"<details><summary>{_texts.Counted("more.passages", passages.Length - MostOpen)}</summary>");
            WritePassage(story, passages[i].Passage, passages[i].Sides);
        }

        if (passages.Length > MostOpen)
            _html.Raw("</details>");
    }

    private static ImmutableArray<(AccountView Account, TextSpan Span)> Sides(StoryView story, Passage passage) =>
    [
        .. passage.Spans
            .Select(span => (Account: story.Find(span.Account), Span: new TextSpan(span.Start, span.End)))
            .Where(static side => side.Account is not null)
            .Select(static side => (side.Account!, side.Account!.Inside(side.Span))) // the line above keeps known accounts alone
            .Where(static side => side.Item2.Length > 0),
    ];

    private void WritePassage(StoryView story, Passage passage, ImmutableArray<(AccountView Account, TextSpan Span)> sides)
    {
        _html.Write($"<article class=\"passage item\" tabindex=\"-1\"><h4><span class=\"slot\">{_texts[passage.Certainty is null ? "passage." + Names.Of(passage.Kind) : "passage.reworded"]}</span> <span class=\"meta\">{_texts.Counted("words", passage.Words)} · ");
        string reference = sides[0].Account.Words(sides[0].Span);
        bool isVerbatim = passage.Likeness >= 1 || passage.Likeness >= LeastToBeSame && sides.Skip(1).All(side => side.Account.Words(side.Span) is string other && WordDiff.Own(reference, other).IsEmpty && WordDiff.Own(other, reference).IsEmpty);
        _html.Write($"{(passage.Certainty is decimal certainty ? Share("certainty", certainty) : isVerbatim ? _texts["verbatim"] : Share("likeness", passage.Likeness))}</span></h4><div class=\"sides\">");
        foreach ((AccountView account, TextSpan span) in sides.Take(MostSides))
        {
            bool isFirst = account == sides[0].Account && span == sides[0].Span;
            string words = account.Words(span);
            WriteSide(story, account, span, passage.Certainty is null ? WordDiff.Own(words, isFirst ? sides[1].Account.Words(sides[1].Span) : reference) : []); // hardly a word is the same
        }

        _html.Raw("</div>");
        if (sides.Length > MostSides)
        {
            _html.Write($"<p class=\"by\">{_texts["also"]} ");
            foreach ((AccountView account, TextSpan span) in sides.Skip(MostSides))
            {
                parts.OutletLink(account, story.Evidence.Add(account, [span]));
                _html.Raw(" ");
            }

            _html.Raw("</p>");
        }

        _html.Raw("</article>\n");
    }

    private Phrase Share(string key, decimal share) => _texts.Of(key, _texts.Same(((int)(share * 100)).ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private void WriteSide(StoryView story, AccountView account, TextSpan span, ImmutableArray<TextSpan> own)
    {
        string words = account.Words(span);
        _html.Raw("<div class=\"side\"><p class=\"by\">");
        parts.OutletLink(account, story.Evidence.Add(account, [span]));
        if (account.Account.Published is PublicationTime time)
            _html.Write($" <span class=\"when\">{_texts.ShortMoment(time, story.HasOffsets)}</span>");
        _html.Raw("</p><blockquote");
        parts.Language(account);
        _html.Raw(">");
        int at = 0;
        foreach (TextSpan change in own)
        {
            _html.Write($"{words.AsSpan(at, change.Start - at)}<mark class=\"own\">{change.In(words)}</mark>");
            at = change.End;
        }

        _html.Write($"{words.AsSpan(at)}</blockquote></div>");
    }
}
