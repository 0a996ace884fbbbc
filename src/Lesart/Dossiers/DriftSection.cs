namespace Lesart.Dossiers;

/// <summary>Figures that change from one publication to the next, with the strand of each article.</summary>
internal sealed class DriftSection(PageParts parts)
{
    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;

    /// <summary>Writes the section; nothing where no figure changes.</summary>
    public void Write(StoryView story)
    {
        if (story.Collation.Drifts.IsEmpty)
            return;
        Dictionary<string, Point> points = DifferenceOrder.PointsOf(story.Collation);
        parts.OpenSection(story, "drifts", story.Collation.Drifts.Length);
        _html.Raw("<div class=\"cards\">");
        foreach (Drift drift in story.Collation.Drifts)
        {
            _html.Raw("<article class=\"diff item\" tabindex=\"-1\"><h4>");
            if (points.TryGetValue(drift.Point, out Point? point) && Holds(story, drift, point))
                PointSection.Gloss(parts, story, point);
            else if (SentenceOf(story, drift) is (AccountView account, string sentence))
                WriteSentence(account, sentence);
            else
                _html.Write($"<bdi>{drift.Of}</bdi>");
            _html.Raw("</h4>");
            if (drift.Of is string counted && points.ContainsKey(drift.Point))
                _html.Write($"<p class=\"slot-line\"><span class=\"meta\">{_texts.Of("drift.of", _texts.Same(counted))}</span></p>");
            _html.Raw("<p class=\"course\">");
            WriteSteps(story, drift);
            _html.Raw("</p></article>\n");
        }

        _html.Raw("</div>\n");
        parts.CloseSection();
    }

    // A point's sentence may hold another figure than the one that changes.
    private static bool Holds(StoryView story, Drift drift, Point point) => drift.Steps.Any(step => Sentence(story, step) == point.Gloss);

    // The sentence of the newest figure.
    private static (AccountView Account, string Sentence)? SentenceOf(StoryView story, Drift drift) =>
        drift.Steps.LastOrDefault(step => Sentence(story, step) is not null) is DriftStep last && story.Find(last.Account) is AccountView account && Sentence(story, last) is string sentence ? (account, sentence) : null;

    private static string? Sentence(StoryView story, DriftStep step) =>
        story.Find(step.Account) is { Sentences.Length: > 0 } account ? account.Words(account.Sentences[account.SentenceAt(step.Start)]) : null;

    private void WriteSentence(AccountView account, string sentence)
    {
        _html.Raw("<span class=\"gloss\"");
        parts.Language(account);
        _html.Write($"><bdi>{PointSection.Sentence(sentence)}</bdi></span>");
    }

    private void WriteSteps(StoryView story, Drift drift)
    {
        bool hasOffsets = drift.Steps.Where(static step => step.Published.Instant is not null).DistinctBy(static step => step.Published.Instant?.Offset).Skip(1).Any();
        string? before = null;
        foreach (DriftStep step in drift.Steps)
        {
            if (story.Find(step.Account) is not AccountView account)
                continue;
            TextSpan words = account.Inside(new TextSpan(step.Start, step.End));
            _html.Write($"{(before is null ? "" : " ")}<span class=\"{(before is not null && before != step.Value ? "step new" : "step")}\">{(before is null ? "" : "→ ")}{_texts.ShortMoment(step.Published, hasOffsets)}: <bdi");
            parts.Language(account);
            _html.Write($">{account.Words(words)}</bdi> ");
            parts.OutletLink(account, story.Evidence.Add(account, [words]));
            _html.Raw("</span>");
            before = step.Value;
        }
    }
}
