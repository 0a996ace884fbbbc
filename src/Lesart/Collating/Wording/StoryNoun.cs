using Lesart.Text;

namespace Lesart.Collating;

/// <summary>A noun of a story: all places where the accounts of a language use it for one named thing, or for nothing named.</summary>
/// <param name="entity">What it calls; null for nothing named.</param>
/// <param name="language">BCP 47 code.</param>
/// <param name="uses">In text order, at least one.</param>
internal sealed class StoryNoun(string? entity, string language, IReadOnlyList<Nominal> uses)
{
    private const decimal MinCount = 3; // smaller numbers stand beside too many things
    private const double MaxFrequency = 0.05; // a word of one in twenty articles ("Art", "Stunde") that no table of kinds holds calls nothing of this story alone

    public string? Entity => entity;

    public string Language => language;

    public IReadOnlyList<Nominal> Uses => uses;

    public Term Term => uses[0].Term;

    /// <summary>Its dictionary form.</summary>
    public string Lemma => uses[0].Lemma;

    /// <summary>Whether it is written as several words that mean something together.</summary>
    public bool IsPhrase => uses[0].Lemma != Term.Lemma;

    /// <summary>Whether it calls anybody, and only a number says whom.</summary>
    public bool IsVague => uses[0].IsVague;

    /// <summary>Numbers that stand beside it.</summary>
    public IReadOnlySet<decimal> Counts { get; } = uses.Select(static use => use.Count).OfType<decimal>().Where(static count => count >= MinCount).ToHashSet();

    /// <summary>What it can call.</summary>
    public NounFamily[] Families => uses[0].Families;

    /// <summary>Whether no table holds its families.</summary>
    public bool IsGuessed => uses[0].IsGuessed;

    /// <summary>Accounts that use it, by place in the story.</summary>
    public IReadOnlySet<int> Accounts { get; } = uses.Select(static use => use.Text.Index).ToHashSet();

    /// <summary>Whether it mostly calls several.</summary>
    public bool IsMany { get; } = 2 * uses.Count(static use => use.Term.IsPlural || use.IsMany) > uses.Count;

    /// <summary>Whether it can call a person.</summary>
    public bool CallsPeople => Array.Exists(Families, static family => family.Kind is NounKind.Person);

    /// <summary>What it calls; null where nothing is known.</summary>
    public NounKind? Kind { get; } = uses[0].Families is [NounFamily first, ..] families ? (families.Select(static family => family.Kind is NounKind.Person).Distinct().Count() == 1 ? first.Kind : null) : uses[0].Term.IsName ? null : uses[0].Text.Families?.KindOf(uses[0].Term);

    /// <summary>Whether it is used as of something known.</summary>
    public bool IsDefinite { get; } = uses.Any(static use => use.IsDefinite);

    /// <summary>Where it stands in the word vectors; null where they lack it.</summary>
    public WordVector? Vector { get; } = uses[0].Text.Vectors?.Look(uses[0].Term);

    /// <summary>What it is a kind of, the most usual meaning first; empty where nothing is known, and where small letters would write a noun and it has none.</summary>
    public NounMeaning[] Classes { get; } = !uses.Any(static use => use.Text.Families is { WritesCapitals: true } || char.IsLower(use.Text.FormOf(use.Head)[0])) ? []
        : uses[0].Lemma != uses[0].Term.Lemma && uses[0].Text.Classes?.Find(uses[0].Lemma) is { Length: > 0 } phrase ? phrase : uses[0].Text.Classes?.Look(uses[0].Term) ?? [];

    /// <summary>The concept of its head: "team" of "rescue team".</summary>
    public string Head { get; } = uses[0].Term.Parts is [.., var head] ? head : uses[0].Term.Concept;

    /// <summary>The concepts of what stands before its head, in one word or in several, wherever it is used: "rescue" of "rescue team".</summary>
    public string[] Modifiers { get; } = [.. uses.Select(ModifiersOf).Aggregate(static (one, other) => one.Intersect(other))];

    private static IEnumerable<string> ModifiersOf(Nominal use) => use.Term.Parts.SkipLast(1).Concat(Enumerable.Range(use.First, use.Head - use.First).Select(i => use.Text.Words[i].Term).Where(static word => !word.IsFunctionWord).Select(static word => word.Concept));

    /// <summary>What it is called by in every language.</summary>
    public string[] Meanings { get; } = uses[0].Meanings;

    /// <summary>The nouns of a story, those that call nothing named first.</summary>
    public static StoryNoun[] Of(StoryNouns story) =>
    [
        .. story.Nominals.Where(static nominal => nominal.Age is null && ((nominal.Families.Length > 0 && !nominal.IsGuessed) || nominal.Term.NounFrequency < MaxFrequency))
            .GroupBy(nominal => (Entity: story.Links.GetValueOrDefault((nominal.Text.Index, nominal.Head)), nominal.Text.Language, nominal.Lemma, Count: nominal.IsVague ? nominal.Count : null))
            .Select(static group => new StoryNoun(group.Key.Entity, group.Key.Language, [.. group])).OrderBy(static noun => noun.Entity is not null),
    ];
}
