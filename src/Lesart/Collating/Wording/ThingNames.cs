using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Which names of a story are of one body or thing, though accounts' layers take them for several: one word that one takes for a person and another for a firm, a name and its beginning ("Muster Consult", "Muster"), a firm that is called as its founder is.</summary>
internal sealed class ThingNames
{
    private const int MostWords = 3;
    private const int MinName = 4; // letters

    private readonly Dictionary<string, Known> _known = new(StringComparer.Ordinal); // by id

    /// <summary>Reads the layers of all accounts.</summary>
    public ThingNames(IReadOnlyList<AccountText> texts)
    {
        foreach (AccountText text in texts)
        {
            foreach (Entity entity in text.Account.Entities)
            {
                if (!_known.TryGetValue(entity.Id, out Known? known))
                    _known[entity.Id] = known = new Known();
                known.Add(text, entity);
            }
        }
    }

    /// <summary>Ids of one body or thing each.</summary>
    public IEnumerable<IEnumerable<string>> Same()
    {
        (string Id, Known Known)[] things = [.. _known.Where(static one => one.Value.MayBeThing).Select(static one => (one.Key, one.Value)).OrderBy(static one => one.Key, StringComparer.Ordinal)];
        foreach (IGrouping<string, (string Id, Known Known)> same in things.Where(static one => one.Known.Word is not null).GroupBy(static one => one.Known.Word!, StringComparer.Ordinal)) // filtered
        {
            if (same.Key.Length < MinName || same.Count(static one => one.Known.IsPlace) * 2 > same.Count())
                continue;
            (string Id, Known Known)[] longer = [.. things.Where(one => one.Known.IsBodyName && one.Known.Begins(same.Key) && same.All(shorter => !shorter.Known.ComesBefore(one.Known))).OrderBy(static one => one.Known.Longest)];
            bool isChain = longer.Zip(longer.Skip(1)).All(static pair => pair.Second.Known.Begins(pair.First.Known.Shortest));
            string[] ids = [.. same.Concat(isChain ? longer : []).Select(static one => one.Id)];
            if (ids.Length > 1)
                yield return ids;
        }
    }

    /// <summary>Where a place names a body, and not the person whose family name is the same: before the account gives that person's whole name, or behind a noun for a body.</summary>
    public NamePlace[] WithoutBearers(AccountText text, NamePlace[] places, ILookup<string, string> bodies)
    {
        return [.. places.Select((place, at) => IsBody(place, at) && bodies[text.Words[place.First].Term.Folded].FirstOrDefault() is string body ? place with { Entity = body } : place)];

        bool IsBody(NamePlace place, int at) => place.Next == place.First + 1 && _known.TryGetValue(place.Entity, out Known? known) && known.IsWholePerson
            && (IsBehindBody(text, place) || !places.Take(at).Any(other => other.Entity == place.Entity && other.Next > other.First + 1));
    }

    /// <summary>Bodies that accounts call by one word and by a noun for a body before it, by that word.</summary>
    public ILookup<string, string> Bodies(IReadOnlyList<AccountText> texts, NamePlace[][] places) => texts
        .SelectMany(text => places[text.Index].Where(place => place.Next == place.First + 1 && _known.TryGetValue(place.Entity, out Known? known) && known is { MayBeThing: true, Word: not null } && IsBehindBody(text, place)).Select(place => (text.Words[place.First].Term.Folded, place.Entity)))
        .Distinct().ToLookup(static one => one.Folded, static one => one.Entity, StringComparer.Ordinal);

    private static bool IsBehindBody(AccountText text, NamePlace place) => place.First > 0 && NominalReader.AreBeside(text, place.First - 1) && text.Families is NounFamilies families && families.Of(text.Words[place.First - 1].Term) is { Length: > 0 } before && Array.TrueForAll(before, static family => family.Kind is NounKind.Body);

    /// <summary>What the accounts' layers know under one id.</summary>
    private sealed class Known
    {
        private readonly List<EntityType> _types = [];
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private readonly Dictionary<int, int> _first = []; // offset by account
        private bool _isListed;

        public void Add(AccountText text, Entity entity)
        {
            _types.Add(entity.Type);
            _names.UnionWith(entity.Names.Append(entity.Name).Select(static name => Folding.Fold(name)));
            _isListed |= entity.Wikidata is not null;
            _first[text.Index] = text.Account.Mentions.Where(mention => mention.Entity == entity.Id && mention.Kind is MentionKind.Name).Select(static mention => mention.Start).DefaultIfEmpty(int.MaxValue).Min();
        }

        /// <summary>The one word that is all of its name; null where it has others.</summary>
        public string? Word => _names.Count == 1 && _names.First() is var name && !name.Contains(' ', StringComparison.Ordinal) ? name : null;

        /// <summary>Whether nobody knows it as a person with a given name, or from a table.</summary>
        public bool MayBeThing => !_isListed && !_types.Contains(EntityType.GeoPolitical) && !_types.Contains(EntityType.Event) && !_types.Contains(EntityType.Treaty) && !IsWholePerson;

        /// <summary>Whether it is a person with a given name.</summary>
        public bool IsWholePerson => _types.Contains(EntityType.Person) && _names.Any(static name => name.Contains(' ', StringComparison.Ordinal));

        /// <summary>Whether most accounts' layers take it for a place.</summary>
        public bool IsPlace => 2 * _types.Count(static type => type is EntityType.Location) > _types.Count;

        /// <summary>Whether it has a name of a few words.</summary>
        public bool IsBodyName => _types.Any(static type => type is EntityType.Organization or EntityType.Location or EntityType.Product) && _names.All(static name => name.Count(static letter => letter == ' ') is >= 1 and < MostWords);

        public string Shortest => _names.MinBy(static name => name.Length)!; // has one

        public int Longest => _names.Max(static name => name.Length);

        /// <summary>Whether all its names begin with a name, and go on.</summary>
        public bool Begins(string name) => _names.All(other => other.StartsWith(name + " ", StringComparison.Ordinal));

        /// <summary>Whether an account names it before it names the other.</summary>
        public bool ComesBefore(Known other) => _first.Any(first => other._first.TryGetValue(first.Key, out int second) && first.Value < second);
    }
}
