using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Where a bare weekday, month or date lies from its anchor.</summary>
internal enum TimeDirection
{
    Nearest, Past, Future, LikelyPast, LikelyFuture,
}

/// <summary>What a formula of a time rule may ask beside its captures.</summary>
internal sealed class TimeScope : RuleScope
{
    /// <summary>Day of publication; null where nobody tells it.</summary>
    public DateOnly? Published { get; set; }

    /// <summary>Last point in time told before; null where there was none.</summary>
    public TimePoint? Said { get; set; }

    /// <summary>Last day told before, for clock times and parts of a day.</summary>
    public TimePoint? SaidDay { get; set; }

    /// <summary>What the rule counts from; null where that is not known.</summary>
    public TimePoint? Anchor { get; set; }

    public TimeDirection Direction { get; set; }

    /// <summary>Last quarter of a year told in the sentences just before; null where there was none.</summary>
    public TimePoint? SaidQuarter { get; set; }

    /// <summary>How many times as near a date has to be to stand against the tense of its clause.</summary>
    public int WeightAgainstTense { get; set; } = 1;

    /// <summary>Years that a year of two digits may lie ahead of publication.</summary>
    public int MostYearsAhead { get; set; }

    /// <summary>Years of a decade that have to be over before its bare name means it, and not the one of a century before.</summary>
    public int YearsOfDecade { get; set; }

    /// <summary>Tells the tense of the clause: "past", "future", "present", or "" where no verb tells it.</summary>
    public Func<string> ReadTense { get; set; } = static () => "";

    /// <summary>Whether a word of the class stands in the same sentence.</summary>
    public Func<string, bool> IsNear { get; set; } = static _ => false;

    /// <summary>The day of publication as a point.</summary>
    public TimePoint? PublishedDay => Published is DateOnly day ? TimePoint.Of(TimeGrain.Day, day) : null;

    public override object? Named(string name) => name switch
    {
        "anchor" => Anchor,
        "published" => PublishedDay,
        "said" => Said,
        "saidDay" => SaidDay,
        "saidQuarter" => SaidQuarter,
        "tense" => ReadTense(),
        _ => null,
    };
}
