using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Lesart;

/// <summary>A story's accounts side by side: what <c>collate</c> writes. Spans are UTF-16 code units into the account's text.</summary>
public sealed record Collation
{
    /// <summary>The story's id.</summary>
    public required string Story { get; init; }

    /// <summary>The title of the most central account.</summary>
    public string? Title { get; init; }

    /// <summary>First publication.</summary>
    public PublicationTime? From { get; init; }

    /// <summary>Last publication.</summary>
    public PublicationTime? To { get; init; }

    /// <summary>The accounts, in the order in which they came in.</summary>
    public ImmutableArray<CollatedAccount> Accounts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Accounts that share a common origin.</summary>
    public ImmutableArray<Strand> Strands { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Shared text.</summary>
    public ImmutableArray<Passage> Passages { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What at least one account states and others could.</summary>
    public ImmutableArray<Point> Points { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Where accounts part.</summary>
    public ImmutableArray<Difference> Differences { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What each account calls the same thing.</summary>
    public ImmutableArray<Wording> Wording { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What happened when, merged over accounts.</summary>
    public ImmutableArray<TimelineEntry> Timeline { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is held against somebody, and what they answer.</summary>
    public ImmutableArray<Reply> Replies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Figures that change from one publication to the next.</summary>
    public ImmutableArray<Drift> Drifts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Other stories about the same actors, never merged.</summary>
    public ImmutableArray<RelatedStory> Related { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What a lens picks out.</summary>
    public ImmutableArray<Finding> Findings { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>An account as a column of the comparison.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Outlet">As <see cref="Article.Outlet"/>.</param>
/// <param name="Title">As <see cref="Article.Title"/>.</param>
/// <param name="Published">As <see cref="Article.Published"/>.</param>
/// <param name="Url">As <see cref="Article.Url"/>.</param>
/// <param name="Language">As <see cref="Article.Language"/>.</param>
/// <param name="Strand">Id of its strand.</param>
public sealed record CollatedAccount(
    string Id, string? Outlet, string? Title, PublicationTime? Published, string? Url, string? Language, string Strand)
{
    /// <summary>True where only part of the text could be read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Incomplete { get; init; }
}
