namespace Lesart.Collating;

/// <summary>The names of a story, its noun groups, and which of these call something named.</summary>
/// <param name="Places">Names by account, in text order.</param>
/// <param name="Nominals">Noun groups by account and place.</param>
/// <param name="Links">The entity of a noun group, by account and head.</param>
internal sealed record StoryNouns(NamePlace[][] Places, IReadOnlyList<Nominal> Nominals, IReadOnlyDictionary<(int Account, int Head), string> Links)
{
    private readonly Dictionary<string, string> _same = new(StringComparer.Ordinal);

    public static StoryNouns Of(IReadOnlyList<AccountText> texts)
    {
        NamePlaces places = NamePlaces.Of(texts);
        List<Nominal> nominals = [.. texts.SelectMany(text => NominalReader.Read(text, places.ByAccount[text.Index]))];
        return new StoryNouns(places.ByAccount, nominals, NominalLinker.Link(texts, places, nominals));
    }

    /// <summary>The id by which the story knows an entity: people whom accounts call by variants of a name have one.</summary>
    public string IdOf(string entity) => _same.GetValueOrDefault(entity, entity);

    /// <summary>The same with one id, that of the most usual name, for each person whom the accounts call by several.</summary>
    public StoryNouns Unify(IEnumerable<IEnumerable<string>> people)
    {
        Dictionary<string, string> same = new(StringComparer.Ordinal);
        foreach (string[] names in people.Select(static names => names.Distinct(StringComparer.Ordinal).ToArray()))
        {
            string usual = names.OrderByDescending(name => Places.Count(places => Array.Exists(places, place => place.Entity == name))).ThenBy(static name => name, StringComparer.Ordinal).First();
            foreach (string name in names)
                same[name] = usual;
        }

        if (same.Count == 0)
            return this;
        StoryNouns unified = new([.. Places.Select(places => places.Select(place => place with { Entity = same.GetValueOrDefault(place.Entity, place.Entity) }).ToArray())], Nominals,
            Links.ToDictionary(static link => link.Key, link => same.GetValueOrDefault(link.Value, link.Value)));
        foreach ((string name, string usual) in same)
            unified._same[name] = usual;
        return unified;
    }
}
