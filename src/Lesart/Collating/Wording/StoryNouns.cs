namespace Lesart.Collating;

/// <summary>The names of a story, its noun groups, and which of these call something named.</summary>
/// <param name="Places">Names by account, in text order.</param>
/// <param name="Nominals">Noun groups by account and place.</param>
/// <param name="Links">The entity of a noun group, by account and head.</param>
internal sealed record StoryNouns(NamePlace[][] Places, IReadOnlyList<Nominal> Nominals, IReadOnlyDictionary<(int Account, int Head), string> Links)
{
    private const int MinSpelled = 8; // letters of a name of which one is spelled otherwise

    private readonly Dictionary<string, string> _same = new(StringComparer.Ordinal);

    public static StoryNouns Of(IReadOnlyList<AccountText> texts)
    {
        NamePlaces places = NamePlaces.Of(texts);
        List<Nominal> nominals = [.. texts.SelectMany(text => NominalReader.Read(text, places.ByAccount[text.Index]))];
        return new StoryNouns(places.ByAccount, nominals, NominalLinker.Link(texts, places.ByAccount, nominals, static entity => entity));
    }

    /// <summary>The id by which the story knows an entity: people whom accounts call by variants of a name have one.</summary>
    public string IdOf(string entity) => _same.GetValueOrDefault(entity, entity);

    /// <summary>The same with one id, that of the most usual name, for each person, body or thing that the accounts call by several.</summary>
    public StoryNouns Unify(IReadOnlyList<AccountText> texts, IEnumerable<IEnumerable<string>> people)
    {
        Dictionary<string, string> same = new(StringComparer.Ordinal);
        ThingNames things = new(texts);
        foreach (string[] names in people.Concat(Spellings(texts)).Concat(things.Same()).Select(static names => names.Distinct(StringComparer.Ordinal).ToArray()).Where(names => !names.Any(same.ContainsKey)))
        {
            string usual = names.OrderByDescending(name => Places.Count(places => Array.Exists(places, place => place.Entity == name))).ThenBy(static name => name, StringComparer.Ordinal).First();
            foreach (string name in names)
                same[name] = usual;
        }

        ILookup<string, string> bodies = things.Bodies(texts, Places);
        if (same.Count == 0 && bodies.Count == 0)
            return this;
        NamePlace[][] places = [.. texts.Select(text => things.WithoutBearers(text, Places[text.Index], bodies).Select(place => place with { Entity = same.GetValueOrDefault(place.Entity, place.Entity) }).ToArray())];
        StoryNouns unified = new(places, Nominals, NominalLinker.Link(texts, places, Nominals, entity => same.GetValueOrDefault(entity, entity)));
        foreach ((string name, string usual) in same)
            unified._same[name] = usual;
        return unified;
    }

    /// <summary>People whose whole names differ by one letter, where no account names both.</summary>
    private IEnumerable<IEnumerable<string>> Spellings(IReadOnlyList<AccountText> texts)
    {
        HashSet<string>[] named = [.. Places.Select(static places => places.Select(static place => place.Entity).ToHashSet(StringComparer.Ordinal))];
        (string Id, string Name)[] people = [.. texts.SelectMany(static text => text.Account.Entities).Where(static entity => entity.Type is EntityType.Person && entity.Name.Length >= MinSpelled && entity.Name.Contains(' ', StringComparison.Ordinal))
            .GroupBy(static entity => entity.Id, static entity => entity.Name, StringComparer.Ordinal).Select(static names => (names.Key, names.First())).OrderBy(static one => one.Key, StringComparer.Ordinal)];
        return people.SelectMany((one, i) => people.Skip(i + 1).Where(other => !NameForms.DifferByLetters(one.Name, other.Name) && !Array.Exists(named, names => names.Contains(one.Id) && names.Contains(other.Id))).Select(other => (string[])[one.Id, other.Id]));
    }
}
