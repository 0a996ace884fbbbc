using Lesart.Text;

namespace Lesart.Collating;

/// <summary>What a story knows of something that it names.</summary>
/// <param name="entity">Id.</param>
/// <param name="types">What the accounts' layers take it for.</param>
/// <param name="accounts">How many name it.</param>
internal sealed class NamedThing(string entity, EntityType[] types, int accounts)
{
    private const string AnyPerson = "person"; // who is called so is nobody in particular

    private readonly HashSet<NounFamily> _families = [];
    private readonly HashSet<NounFamily> _simple = []; // families of what it is called by a word that is no compound
    private readonly HashSet<string> _lemmas = new(StringComparer.Ordinal);
    private readonly HashSet<string> _heads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _compounds = new(StringComparer.Ordinal); // heads of those that are written as one word
    private readonly HashSet<Gender> _genders = [];

    public string Entity => entity;

    public int Accounts => accounts;

    /// <summary>What the accounts' layers take it for.</summary>
    public IReadOnlyList<EntityType> Types => types;

    /// <summary>Whether some account's layers take it for a place, and none for a body: "das Werk Musterstadt" says where.</summary>
    public bool IsPlace => Array.Exists(types, static type => type is EntityType.GeoPolitical or EntityType.Location) && !Array.Exists(types, static type => type is EntityType.Organization);

    /// <summary>Whether all accounts' layers take it for a person.</summary>
    public bool IsPerson => types.Length > 0 && Array.TrueForAll(types, static type => type is EntityType.Person);

    /// <summary>Notes what somebody calls it.</summary>
    public void Add(Term noun, NounFamily[] families, Gender gender)
    {
        _lemmas.Add(noun.Lemma);
        if (noun.HeadLemma.Length > 0 && !noun.Folded.Contains('-', StringComparison.Ordinal))
            _compounds.Add(noun.HeadLemma);
        _heads.Add(noun.HeadLemma.Length > 0 ? noun.HeadLemma : noun.Lemma);
        _families.UnionWith(families);
        if (noun.HeadLemma.Length == 0)
            _simple.UnionWith(families);
        if (gender != Gender.None)
            _genders.Add(gender);
    }

    /// <summary>Whether a word that a layer takes for one of something named can be one: a ship of the union is no word for the union, nor is its ambassador.</summary>
    public static bool IsCallable(IEnumerable<EntityType> types, NounFamily[] families)
    {
        if (families.Length == 0)
            return true;
        if (Array.TrueForAll(families, static family => family.Kind is NounKind.Person) && types.Any() && !types.Contains(EntityType.Person))
            return false;
        return !Array.TrueForAll(families, static family => family.Kind is NounKind.Thing or NounKind.Event or NounKind.Document)
            || types.Any(static type => type is not (EntityType.Person or EntityType.Organization or EntityType.GeoPolitical or EntityType.Location));
    }

    /// <summary>Whether all accounts' layers take it for a place, and the noun calls people, events or documents alone: "allegations Muster denies", "accused Muster" are none of its words.</summary>
    public bool IsStrangeTo(NounFamily[] families) => families.Length > 0 && types.Length > 0 && Array.TrueForAll(types, static type => type is EntityType.GeoPolitical or EntityType.Location)
        && (Array.TrueForAll(families, static family => family.Kind is NounKind.Person) || (Array.TrueForAll(types, static type => type is EntityType.GeoPolitical) && Array.TrueForAll(families, static family => family.Kind is NounKind.Event or NounKind.Document)));

    /// <summary>The same of a mention by a noun, in its account.</summary>
    public static bool IsCallable(AccountText text, Mention mention) =>
        IsCallable(text.Account.Entities.Where(entity => entity.Id == mention.Entity).Select(static entity => entity.Type), text.WordAt(mention.End) - 1 is >= 0 and int last ? text.Families?.Of(text.Words[last].Term) ?? [] : []);

    /// <summary>Whether its type, or what it is called beside its name, allows the noun.</summary>
    public bool CanBe(Nominal nominal) => nominal.Families.Length == 0
        ? Array.Exists(types, static type => type is EntityType.Person or EntityType.Organization or EntityType.Product)
        : Array.Exists(nominal.Families, family => Fits(family.Kind) && (family.Kind != NounKind.Person || FitsGender(nominal.Gender)));

    /// <summary>Whether somebody calls it so, or by a word of the same family.</summary>
    public bool IsCalled(Nominal nominal) => !IsOther(nominal) && (_heads.Contains(nominal.HeadLemma) || Array.Exists(nominal.Families, family => Fits(family.Kind) && _families.Any(known => family.IsKin(known) && (known.Path != AnyPerson || family.Path == AnyPerson || nominal.Text.Families?.IsEventRole([family]) is true)))); // "the man" may be the suspect, and need not be the landlord

    /// <summary>Whether somebody calls it so in an account that need not be the one at hand: by the same head, or by a word of the same family, one of both being no compound.</summary>
    public bool IsCalledFarOff(Nominal nominal) => accounts > 1 && (_heads.Contains(nominal.HeadLemma) || Array.Exists(nominal.Families, family => _families.Contains(family) && (nominal.Term.HeadLemma.Length == 0 || _simple.Contains(family))));

    /// <summary>Whether somebody calls it by a word of a family of the noun, and not only of one above or below it.</summary>
    public bool IsCalledByFamily(Nominal nominal) => Array.Exists(nominal.Families, _families.Contains);

    /// <summary>Whether somebody calls it by the very word.</summary>
    public bool IsCalledExactly(Nominal nominal) => _lemmas.Contains(nominal.Term.Lemma);

    /// <summary>Whether nobody says what it is.</summary>
    public bool IsOpenTo(Nominal nominal) => !_families.Any(family => Array.Exists(nominal.Families, other => other.Kind == family.Kind));

    private bool FitsGender(Gender gender) => gender == Gender.None || _genders.Count == 0 || _genders.Contains(gender);

    // Two ministers have two ministries; a hyphen mostly joins a nickname ("Brücken-Minister").
    private bool IsOther(Nominal nominal) => Array.Exists(nominal.Families, static family => family.Kind is NounKind.Person) && nominal.Term.HeadLemma.Length > 0 && !IsCalledExactly(nominal)
        && !nominal.Term.Folded.Contains('-', StringComparison.Ordinal) && _compounds.Contains(nominal.HeadLemma);

    // What stands beside a name says what it is better than the name itself. Who is called a ruler is not the rulers ("Machthaber", "das Regime").
    private bool Fits(NounKind kind) => _families.Count > 0 ? _families.Any(family => family.Kind == kind) && (kind is NounKind.Person || !IsPerson || !_families.Any(static family => family.Kind is NounKind.Person)) : IsOf(kind);

    private bool IsOf(NounKind kind) => Array.Exists(types, type => kind switch
    {
        NounKind.Person => type is EntityType.Person,
        NounKind.Body => type is EntityType.Organization,
        NounKind.Place => type is EntityType.GeoPolitical or EntityType.Location,
        NounKind.Thing => type is EntityType.Product or EntityType.Other,
        NounKind.Event => type is EntityType.Event,
        _ => type is EntityType.Treaty,
    });
}
