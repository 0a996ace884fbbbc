namespace Lesart.Analyzing;

/// <summary>Someone or something that an article speaks of, while it is being linked.</summary>
internal sealed class Referent(string id, EntityType type, string name, KnownEntity? known)
{
    public string Id { get; } = id;

    public EntityType Type { get; } = type;

    /// <summary>The longest name so far, or the usual one of a known entity.</summary>
    public string Name { get; set; } = name;

    public KnownEntity? Known { get; } = known;

    /// <summary>Spellings in the text, by first use.</summary>
    public List<string> Names { get; } = [];

    /// <summary>What the text calls it first beside its name.</summary>
    public string? Description { get; set; }

    /// <summary>'m', 'f' or '\0'.</summary>
    public char Sex { get; set; } = known?.Sex ?? '\0';

    /// <summary>Roles that the text gives it, with the country that goes with each ("" where none does).</summary>
    public List<(string Role, string Country)> Roles { get; } = [];

    /// <summary>Age that the text gives; null where it gives none.</summary>
    public int? Age { get; set; }

    /// <summary>Callings that the text gives, as they stand there: "Militärexperte".</summary>
    public List<string> Callings { get; } = [];

    public Entity ToEntity() => new() { Id = Id, Type = Type, Name = Name, Names = [.. Names], Description = Description };
}

/// <summary>A place in the text that speaks of a referent.</summary>
/// <param name="First">First token.</param>
/// <param name="Last">Token after the last one.</param>
/// <param name="Span">Its place; shorter than its tokens inside a compound.</param>
/// <param name="Referent">Who or what is meant.</param>
/// <param name="Kind">How.</param>
/// <param name="Form">The words, for a name without its genitive ending.</param>
/// <param name="Because">The rule.</param>
internal sealed record LinkedMention(int First, int Last, TextSpan Span, Referent Referent, MentionKind Kind, string Form, string Because)
{
    public MentionKind Kind { get; set; } = Kind;

    public Referent Referent { get; set; } = Referent;

    public string Because { get; set; } = Because;
}
