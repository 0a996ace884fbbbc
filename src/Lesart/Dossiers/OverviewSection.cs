using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>The story in one paragraph of counted facts, and the map of its strands.</summary>
internal sealed class OverviewSection(PageParts parts)
{
    // A strand of more members than so many is told by its first ones.
    private const int MostListed = 8;
    private const int ListedOfMany = 5;

    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;

    /// <summary>Writes the paragraph.</summary>
    public void WriteSummary(StoryView story)
    {
        _html.Raw("<p class=\"summary\">");
        bool isFirst = true;
        foreach (Phrase sentence in Sentences(story))
        {
            if (!isFirst)
                _html.Raw(" ");
            isFirst = false;
            _html.Write($"<span>{sentence}</span>");
        }

        _html.Raw("</p>\n");
    }

    /// <summary>Writes the map.</summary>
    public void WriteMap(StoryView story)
    {
        parts.OpenSection(story, "strands", story.Strands.Length);
        (double first, double last) = Range(story);
        _html.Raw(story.HasOffsets ? "<ol class=\"map zoned\">" : "<ol class=\"map\">");
        foreach (StrandView strand in story.Strands)
        {
            List<AccountView> members = [.. story.Columns.Where(column => column.Strand == strand)];
            bool isAlone = members.Count == 1 && strand.Strand.Origin is null;
            _html.Write($"<li class=\"strand\">");
            if (!isAlone)
                WriteHead(strand);
            _html.Raw(isAlone ? "<ul class=\"alone\">" : "<ul>");
            foreach (AccountView account in members)
                WriteAccount(story, account, first, last, withStrand: isAlone);
            _html.Raw("</ul></li>");
        }

        _html.Raw("</ol>\n");
        parts.CloseSection();
    }

    private void WriteHead(StrandView strand)
    {
        _html.Raw("<div class=\"strand-head\">");
        parts.StrandTag(strand);
        if (strand.Strand.Origin is string origin)
            _html.Write($" <span>{_texts["strand.origin"]} <bdi>{origin}</bdi></span>");
        else
            _html.Write($" <span>{_texts["strand.shared"]}</span>");
        foreach (string why in strand.Why)
            _html.Write($" <span class=\"why\">{_texts.Reworded(why, "why.text", "why.agency", "why.names")}</span>");
        _html.Raw("</div>");
    }

    private void WriteAccount(StoryView story, AccountView account, double first, double last, bool withStrand)
    {
        _html.Raw("<li class=\"item\" tabindex=\"-1\"><span class=\"who\">");
        if (withStrand)
        {
            parts.StrandTag(account.Strand);
            _html.Raw(" ");
        }

        _html.Write($"<a href=\"#a{account.Number}\"><bdi>{account.Label}</bdi></a>");
        if (account.Account.Agencies.Length > 0)
            _html.Write($" <span class=\"credit\">{string.Join(", ", account.Account.Agencies)}</span>");
        _html.Raw("</span><span class=\"when\">");
        if (account.Account.Published is not PublicationTime time)
        {
            _html.Write($"{(story.IsUndated ? _texts.Same("") : _texts["undated"])}</span></li>"); // the summary says it once for all
            return;
        }

        double scale = last > first ? 96 / (last - first) : 0;
        _html.Write($"{_texts.ShortMoment(time, story.HasOffsets)}</span><svg class=\"lane\" aria-hidden=\"true\" focusable=\"false\"><line x1=\"0\" x2=\"100%\" y1=\"50%\" y2=\"50%\"/>");
        if (time.Instant is null)
            _html.Write($"<line class=\"day\" x1=\"{2 + (scale * (Start(time) - first))}%\" x2=\"{2 + (scale * (End(time) - first))}%\" y1=\"50%\" y2=\"50%\"/></svg></li>");
        else
            _html.Write($"<circle cx=\"{2 + (scale * (Start(time) - first))}%\" cy=\"50%\" r=\"5\"/></svg></li>");
    }

    private static (double First, double Last) Range(StoryView story)
    {
        PublicationTime[] times = [.. story.Columns.Select(static column => column.Account.Published).OfType<PublicationTime>()];
        return times.Length == 0 ? (0, 0) : (times.Min(Start), times.Max(End));
    }

    // Minutes since the year 1; of a day without a time all of it is shown.
    private static double Start(PublicationTime time) =>
        time.Instant is DateTimeOffset instant ? (instant.UtcDateTime - DateTime.MinValue).TotalMinutes : time.Day.DayNumber * 1440.0;

    private static double End(PublicationTime time) => time.Instant is null ? Start(time) + 1440 : Start(time);

    private IEnumerable<Phrase> Sentences(StoryView story)
    {
        Collation collation = story.Collation;
        ImmutableArray<AccountView> columns = story.Columns;
        string[] named = [.. columns.Select(static column => StoryView.NamedOutletOf(column.Account)).OfType<string>()];
        int outlets = named.Distinct(StringComparer.Ordinal).Count(), unnamed = columns.Length - named.Length;
        Phrase languages = _texts.List([.. columns.Select(static column => column.Account.Language).OfType<string>().Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(code => _texts.Find("in-language." + code, code))]);
        Phrase strands = _texts.Counted("strands.long", story.Strands.Length);
        yield return unnamed == 0 && outlets == columns.Length ? _texts.Counted("summary.sources.each", outlets, _texts.Counted("outlets", outlets), languages, strands)
            : unnamed == 0 ? _texts.Counted("summary.sources", outlets, _texts.Counted("outlets", outlets), _texts.Counted("articles.in.long", columns.Length), languages, strands)
            : outlets == 0 ? _texts.Of("summary.sources.unnamed", _texts.Counted("articles.start", unnamed), languages, strands)
            : _texts.Counted("summary.sources.partly", outlets, _texts.Counted("outlets", outlets), _texts.Counted("articles.long", unnamed), languages, strands);

        PublicationTime[] times = [.. columns.Select(static column => column.Account.Published).OfType<PublicationTime>().Order()];
        if (times.Length > 0)
            yield return Period(times);
        if (times.Length == 0)
            yield return _texts["summary.undated.all"];
        else if (times.Length < columns.Length)
            yield return _texts.Counted("summary.undated", columns.Length - times.Length);

        foreach (StrandView strand in story.Strands.Where(static strand => strand.Size > 1))
        {
            Phrase[] labels = [.. columns.Where(column => column.Strand == strand).Select(column => _texts.Same(column.Label))];
            Phrase members = _texts.List(labels.Length <= MostListed ? [.. labels] : [.. labels[..ListedOfMany], _texts.Counted("more", labels.Length - ListedOfMany)]);
            yield return strand.Strand.Origin is string origin
                ? _texts.Of("summary.strand.origin", members, _texts.Same(origin))
                : _texts.Of("summary.strand.shared", members);
        }

        if (columns.Length == 1)
            yield return _texts["summary.alone"];
        else if (collation.Points.Length > 0)
        {
            int several = collation.Points.Count(static point => point.Strands > 1);
            yield return _texts.Counted("summary.points", collation.Points.Length, several == 0 ? _texts["summary.several.none"] : _texts.Counted("summary.several", several));
            int apart = collation.Differences.Where(static difference => !difference.IsInner).Select(static difference => difference.Point).Distinct(StringComparer.Ordinal).Count();
            int inner = collation.Differences.Where(static difference => difference.IsInner).Select(static difference => difference.Readings[0].Account).Distinct(StringComparer.Ordinal).Count();
            if (apart > 0)
                yield return _texts.Counted("summary.differences", apart, InAll(collation, apart) + Slots(collation));
            if (inner > 0)
                yield return _texts.Counted("summary.inner", inner);
            int differing = collation.Points.Count(static point => point.Relation is Relation.Differ);
            if (apart + inner == 0)
                yield return differing == 0 ? _texts["summary.no-differences"] : _texts.Counted("summary.only-differing", differing);
        }

        var speakers = columns.SelectMany(static column => column.Account.Sayings.Select(statement => (Column: column, statement.Speaker)))
            .Where(static item => item.Speaker is not null)
            .GroupBy(static item => item.Speaker!, StringComparer.Ordinal) // the line above keeps named speakers alone
            .Select(static group => (Id: group.Key, Statements: group.Count(), Accounts: group.Select(static item => item.Column).Distinct().Count()))
            .OrderByDescending(static speaker => speaker.Statements).ToList();
        if (speakers.Count > 1 && speakers[0].Statements > 1)
        {
            yield return _texts.Of("summary.speaker", _texts.Counted("speakers", speakers.Count), _texts.Same(story.NameOf(speakers[0].Id)),
                _texts.Counted("statements", speakers[0].Statements), _texts.Counted("articles.in", speakers[0].Accounts));
        }

        int incomplete = columns.Count(static column => column.Account.Incomplete);
        if (incomplete > 0)
            yield return _texts.Counted("summary.incomplete", incomplete);
    }

    // A day on which one article has no time of day says no more than the day: which of them came first, or last, is not known.
    private Phrase Period(PublicationTime[] times)
    {
        PublicationTime first = times[0], last = times[^1];
        if (Array.Exists(times, time => time.Instant is null && time.Day == first.Day))
            first = PublicationTime.OfDay(first.Day);
        if (Array.Exists(times, time => time.Instant is null && time.Day == last.Day))
            last = PublicationTime.OfDay(last.Day);
        bool isOne = first == last || (first.Day == last.Day && (first.Instant is null || last.Instant is null));
        return isOne ? _texts.Of("summary.moment", first.Instant is null || last.Instant is null ? _texts.Day(first.Day) : _texts.Moment(first))
            : _texts.Of("summary.period", _texts.Moment(first), _texts.Moment(last));
    }

    // A point may hold several differences: what the headings count.
    private Phrase InAll(Collation collation, int points) => collation.Differences.Count(static difference => !difference.IsInner) is int count && count > points
        ? _texts.Of("summary.in-all", _texts.Counted("differences.in", count)) : _texts.Same("");

    private Phrase Slots(Collation collation)
    {
        List<Phrase> slots = [.. collation.Differences.Where(static difference => !difference.IsInner).Select(static difference => difference.Slot).Distinct().Order()
            .Select(slot => _texts["slots." + Names.Of(slot)])];
        return slots.Count == 0 ? _texts.Same("") : _texts.Of("summary.slots", _texts.List(slots));
    }
}
