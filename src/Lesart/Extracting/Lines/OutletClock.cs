using NodaTime;
using NodaTime.TimeZones;

namespace Lesart.Extracting;

/// <summary>An outlet's local time: turns its clock times without offset into instants, by the time zones that NodaTime carries, never by the machine's.</summary>
internal sealed class OutletClock
{
    private readonly DateTimeZone _zone;

    private OutletClock(DateTimeZone zone) => _zone = zone;

    /// <summary>The clock of a zone (<c>Europe/Berlin</c>); null for none and for one that doesn't exist.</summary>
    public static OutletClock? Of(string? zone) => zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is DateTimeZone found ? new OutletClock(found) : null;

    /// <summary>The instant at which the clock shows this; of two in the hour that autumn repeats, the first.</summary>
    public PublicationTime At(DateOnly day, TimeOnly time)
    {
        LocalDateTime local = new(day.Year, day.Month, day.Day, time.Hour, time.Minute, time.Second);
        return PublicationTime.OfInstant(local.InZone(_zone, Resolvers.LenientResolver).ToDateTimeOffset());
    }
}
