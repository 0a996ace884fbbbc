using Lesart.Text;

namespace Lesart.Collating;

/// <summary>What a story knows of something that it names.</summary>
/// <param name="entity">Id.</param>
/// <param name="types">What the accounts' layers take it for.</param>
/// <param name="accounts">How many name it.</param>
internal sealed class NamedThing(string entity, EntityType[] types, int accounts)
{
    private readonly HashSet<NounFamily> _families = [];
    private readonly HashSet<string> _heads = new(StringComparer.Ordinal);
    private readonly HashSet<Gender> _genders = [];

    public string Entity => entity;

    public int Accounts => accounts;

    /// <summary>Whether some account's layers take it for a place, and none for a body: "das Werk Musterstadt" says where.</summary>
    public bool IsPlace => Array.Exists(types, static type => type is EntityType.GeoPolitical or EntityType.Location) && !Array.Exists(types, static type => type is EntityType.Organization);

    /// <summary>Notes what somebody calls it.</summary>
    public void Add(Term noun, NounFamily[] families)
    {
        _heads.Add(noun.HeadLemma.Length > 0 ? noun.HeadLemma : noun.Lemma);
        _families.UnionWith(families);
        if (noun.Gender != Gender.None)
            _genders.Add(noun.Gender);
    }

    /// <summary>Whether its type, or what it is called beside its name, allows the noun.</summary>
    public bool CanBe(Nominal nominal) => nominal.Families.Length == 0
        ? Array.Exists(types, static type => type is EntityType.Person or EntityType.Organization or EntityType.Product)
        : Array.Exists(nominal.Families, family => Fits(family.Kind) && (family.Kind != NounKind.Person || FitsGender(nominal.Term)));

    /// <summary>Whether somebody calls it so, or by a word of the same family.</summary>
    public bool IsCalled(Nominal nominal) => _heads.Contains(nominal.HeadLemma) || Array.Exists(nominal.Families, family => Fits(family.Kind) && _families.Any(family.IsKin));

    /// <summary>Whether nobody says what it is.</summary>
    public bool IsOpenTo(Nominal nominal) => !_families.Any(family => Array.Exists(nominal.Families, other => other.Kind == family.Kind));

    private bool FitsGender(Term noun) => noun.Gender == Gender.None || _genders.Count == 0 || _genders.Contains(noun.Gender);

    // What stands beside a name says what it is better than the name itself.
    private bool Fits(NounKind kind) => _families.Count > 0 ? _families.Any(family => family.Kind == kind) : Array.Exists(types, type => kind switch
    {
        NounKind.Person => type is EntityType.Person,
        NounKind.Body => type is EntityType.Organization,
        NounKind.Place => type is EntityType.GeoPolitical or EntityType.Location,
        NounKind.Thing => type is EntityType.Product or EntityType.Other,
        NounKind.Event => type is EntityType.Event,
        _ => type is EntityType.Treaty,
    });
}
