using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Lesart;

/// <summary>An article as Lesart reads it: what <c>analyze</c> writes. Offsets are UTF-16 code units into <see cref="Article.Text"/>.</summary>
public sealed record Account : Article
{
    /// <summary>An account without layers, as a start for the analysis.</summary>
    [JsonConstructor]
    public Account()
    {
    }

    /// <summary>The article's fields; unknown fields that would hide a layer are left out.</summary>
    public Account(Article article)
        : base(article)
    {
        Extra = article.Extra is null
            ? null
            : article.Extra.Where(static field => !LayerNames.Contains(field.Key)).ToDictionary(StringComparer.Ordinal);
    }

    private static readonly HashSet<string> LayerNames =
        new(["sentences", "entities", "mentions", "times", "quantities", "statements", "tokens", "story", "storyExplain"], StringComparer.Ordinal);

    /// <summary>Sentences in text order.</summary>
    [JsonPropertyOrder(1)]
    public ImmutableArray<TextSpan> Sentences { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who and what the text speaks of, by first mention.</summary>
    [JsonPropertyOrder(2)]
    public ImmutableArray<Entity> Entities { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Where the text speaks of them, in text order.</summary>
    [JsonPropertyOrder(3)]
    public ImmutableArray<Mention> Mentions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Temporal expressions, in text order.</summary>
    [JsonPropertyOrder(4)]
    public ImmutableArray<TimeExpression> Times { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Numbers and measures, in text order.</summary>
    [JsonPropertyOrder(5)]
    public ImmutableArray<Quantity> Quantities { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is said, and what the outlet tells in its own voice, in text order.</summary>
    [JsonPropertyOrder(6)]
    public ImmutableArray<Statement> Statements { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The statements that are sayings of their own: quoted wordings inside another statement are left out.</summary>
    [JsonIgnore]
    public IEnumerable<Statement> Sayings => Statements.Where(static statement => statement.Within is null);

    /// <summary>Only with <c>--tokens</c>; null otherwise.</summary>
    [JsonPropertyOrder(7), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<TokenReading>? Tokens { get; init; }

    /// <summary>The story's id; null before <c>group</c>.</summary>
    [JsonPropertyOrder(8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Story { get; init; }

    /// <summary>Only with <c>--explain</c>: which account it was first put together with, and the share of each feature; null where it stands alone or its story began with it.</summary>
    [JsonPropertyOrder(9), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StoryExplain { get; init; }
}
