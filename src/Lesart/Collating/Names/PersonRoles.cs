namespace Lesart.Collating;

/// <summary>What the accounts of a story call the people whom they name: the minister, the host, the head of a works council.</summary>
internal sealed class PersonRoles
{
    private readonly IReadOnlyList<AccountText> _texts;
    private readonly Dictionary<string, NounFamily[]> _roles;

    public PersonRoles(IReadOnlyList<AccountText> texts, StoryNouns nouns)
    {
        _texts = texts;
        _roles = nouns.Nominals.Where(nominal => nouns.Links.ContainsKey((nominal.Text.Index, nominal.Head)))
            .GroupBy(nominal => nouns.Links[(nominal.Text.Index, nominal.Head)], static nominal => nominal.Families, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.SelectMany(static families => families).Distinct().ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The families of nouns by which the story calls a person, under this name or a part of it.</summary>
    public IEnumerable<NounFamily> Of(string person, string name) => _texts.SelectMany(static text => text.Account.Entities)
        .Where(entity => entity.Type is EntityType.Person && _roles.ContainsKey(entity.Id) && (entity.Id == person || NameForms.AreOne(entity.Name, name)))
        .SelectMany(entity => _roles[entity.Id]).Where(static family => family.Kind is NounKind.Person).Distinct();
}
