using System.Globalization;

namespace Lesart;

/// <summary>When an article was published: a day, and the instant where the source gives an offset.</summary>
/// <param name="Day">The calendar day in the publisher's own offset.</param>
/// <param name="Instant">Null where only the day is known.</param>
/// <remarks>Written as ISO 8601: a date, or a date-time with offset.</remarks>
public readonly record struct PublicationTime(DateOnly Day, DateTimeOffset? Instant) : IComparable<PublicationTime>
{
    private static readonly string[] ZonedShapes =
    [
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss zzz",
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    private static readonly string[] LocalShapes =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyyMMdd",
    ];

    private DateTimeOffset Begin => Instant ?? new DateTimeOffset(Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>The day alone.</summary>
    public static PublicationTime OfDay(DateOnly day) => new(day, null);

    /// <summary>Day and instant; the day is that of the given offset.</summary>
    public static PublicationTime OfInstant(DateTimeOffset instant) => new(DateOnly.FromDateTime(instant.DateTime), instant);

    /// <summary>Reads ISO 8601. A clock time without an offset is dropped: its instant is not known.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PublicationTime time)
    {
        text = text.Trim();
        if (DateTimeOffset.TryParseExact(text, ZonedShapes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant))
        {
            time = OfInstant(instant);
            return true;
        }

        if (DateTime.TryParseExact(text, LocalShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
        {
            time = OfDay(DateOnly.FromDateTime(local));
            return true;
        }

        time = default;
        return false;
    }

    /// <summary>By instant; a bare day counts as its midnight in UTC, and comes before an instant that equals it.</summary>
    public int CompareTo(PublicationTime other)
    {
        int byInstant = Begin.CompareTo(other.Begin);
        return byInstant != 0 ? byInstant : (Instant is null ? 0 : 1) - (other.Instant is null ? 0 : 1);
    }

    /// <summary>Whether this time is known to be the same as <paramref name="other"/> or later: by their instants where both are known, else by a later day.</summary>
    /// <remarks>Of two articles of one day of which one has no clock time nobody knows which appeared first; <see cref="CompareTo"/> gives them an order nevertheless.</remarks>
    public bool IsKnownToFollow(PublicationTime other) => Instant is DateTimeOffset here && other.Instant is DateTimeOffset there ? here >= there : Day > other.Day;

    /// <summary>ISO 8601: <c>2024-06-19</c> or <c>2024-06-19T14:03:00+02:00</c>.</summary>
    public override string ToString() => Instant is DateTimeOffset instant
        ? instant.ToString(instant.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        : Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Earlier.</summary>
    public static bool operator <(PublicationTime left, PublicationTime right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(PublicationTime left, PublicationTime right) => left.CompareTo(right) > 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(PublicationTime left, PublicationTime right) => left.CompareTo(right) <= 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(PublicationTime left, PublicationTime right) => left.CompareTo(right) >= 0;
}
