namespace Lesart.Analyzing;

/// <summary>A person, body or place of the tables in <c>names/</c>.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Type">What it is.</param>
/// <param name="Name">The usual name in the pack's language.</param>
/// <param name="Kind">Kind of body or place ("agency", "country"); empty for people.</param>
/// <param name="Country">ISO code; empty where there is none.</param>
/// <param name="Sex">For people: 'm' or 'f', else '\0'.</param>
/// <param name="Weight">Which of several namesakes is meant first: inhabitants for cities, higher is first.</param>
/// <param name="Offices">For people, with dates.</param>
internal sealed record KnownEntity(string Id, EntityType Type, string Name, string Kind, string Country, char Sex, int Weight, OfficeTerm[] Offices)
{
    /// <summary>Year of birth of a person; null where the tables have none.</summary>
    public int? Born { get; init; }

    /// <summary>A body's names in the pack's language, the usual one first; empty for all else.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
