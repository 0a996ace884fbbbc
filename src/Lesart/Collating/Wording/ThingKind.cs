namespace Lesart.Collating;

/// <summary>What is told of, so far as one can stand for another: people, by whether they are one or several, are never taken for bodies.</summary>
internal enum ThingKind
{
    /// <summary>Someone.</summary>
    Person,

    /// <summary>Several people.</summary>
    People,

    /// <summary>A company, an office, a team.</summary>
    Body,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A thing.</summary>
    Thing,

    /// <summary>Something that happens, or is written.</summary>
    Event,
}

/// <summary>What nouns and names call.</summary>
internal static class ThingKinds
{
    /// <summary>What a noun calls; null where nothing is known.</summary>
    public static ThingKind? Of(StoryNoun noun) => noun.Kind switch
    {
        NounKind.Person => noun.IsMany || noun.Uses.All(static use => use.Term.IsPlural) ? ThingKind.People : ThingKind.Person,
        NounKind.Body => ThingKind.Body,
        NounKind.Place => ThingKind.Place,
        NounKind.Thing => ThingKind.Thing,
        NounKind.Event or NounKind.Document => ThingKind.Event,
        _ => null,
    };

    /// <summary>What a name calls, by what the accounts' layers take it for; null where they part, or nothing is known.</summary>
    public static ThingKind? Of(IEnumerable<EntityType> types) => types.Distinct().Select(static type => (ThingKind?)(type switch
    {
        EntityType.Person => ThingKind.Person,
        EntityType.Organization => ThingKind.Body,
        EntityType.GeoPolitical or EntityType.Location => ThingKind.Place,
        EntityType.Event or EntityType.Treaty => ThingKind.Event,
        _ => ThingKind.Thing,
    })).Distinct().ToArray() is [ThingKind kind] ? kind : null;
}
