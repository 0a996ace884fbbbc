using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Lesart.Analyzing;

namespace Lesart;

/// <summary>Makes the people of a story one over its accounts, where each account by itself could not: names that differ by rules of transcription alone (<see cref="NameForm.Key"/>) get one id,
/// a surname by itself that of the only one in the story who bears it, and what is a person's whole name elsewhere is one here too.</summary>
/// <remarks>Ids that follow from no spelling of the entity were decided by a person or by tables: they are given to others and never taken away.</remarks>
internal static class StoryPeople
{
    /// <summary>Accounts of several stories, in their order: each story by itself.</summary>
    public static ImmutableArray<Account> UnifyEach(ImmutableArray<Account> accounts)
    {
        Account[] result = [.. accounts];
        foreach (int[] story in Enumerable.Range(0, accounts.Length).GroupBy(at => accounts[at].Story, StringComparer.Ordinal).Select(static group => group.ToArray()).Where(static group => group.Length > 1))
        {
            ImmutableArray<Account> unified = Unify([.. story.Select(at => accounts[at])]);
            for (int i = 0; i < story.Length; i++)
                result[story[i]] = unified[i];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(result);
    }

    /// <summary>The accounts of a story, in their order, with one id for each person.</summary>
    public static ImmutableArray<Account> Unify(ImmutableArray<Account> accounts)
    {
        if (accounts.Length < 2)
            return accounts;
        Dictionary<string, NameForm> forms = new(StringComparer.Ordinal);
        Bearer[] bearers = [.. accounts.SelectMany((account, at) => account.Entities.Where(MayBePerson).Select(entity => new Bearer(at, entity, FormOf(entity.Name))))];
        Dictionary<(int Account, string Id), string> renamed = [];
        List<(string Id, string Surname)> people = [];
        foreach (Bearer[] same in bearers.Where(static bearer => bearer.IsWhole).GroupBy(static bearer => bearer.Form.Key, StringComparer.Ordinal).Select(static group => group.ToArray()))
        {
            Bearer[] persons = Array.FindAll(same, static bearer => bearer.Entity.Type == EntityType.Person);
            if (persons.Length == 0)
                continue;
            string id = persons.GroupBy(static bearer => bearer.Entity.Id, StringComparer.Ordinal)
                .OrderBy(group => IsFree(group.First())).ThenByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal).First().Key;
            people.AddRange(persons.Select(person => (id, person.Form.Kind is NameKind.Plain ? LettersOf(LastWord(person.Entity.Name)) : FormOf(LastWord(person.Entity.Name)).Key)).Distinct());
            bool areTwo = same.GroupBy(static bearer => bearer.Account).Any(static account => account.Select(static bearer => bearer.Entity.Id).Distinct(StringComparer.Ordinal).Skip(1).Any());
            foreach (Bearer bearer in same.Where(bearer => !areTwo && bearer.Entity.Id != id && IsFree(bearer)))
                renamed[(bearer.Account, bearer.Entity.Id)] = id;
        }

        ILookup<string, string> bySurname = people.ToLookup(static person => person.Surname, static person => person.Id, StringComparer.Ordinal);
        foreach (Bearer bearer in bearers.Where(static bearer => bearer is { IsSurname: true, Entity.Type: EntityType.Person }))
        {
            string[] known = [.. bySurname[bearer.Form.Key].Concat(bySurname[LettersOf(bearer.Entity.Name)]).Distinct(StringComparer.Ordinal)];
            if (known is [string only] && only != bearer.Entity.Id && IsFree(bearer))
                renamed[(bearer.Account, bearer.Entity.Id)] = only;
        }

        if (renamed.Count == 0)
            return accounts;
        ILookup<int, (string Old, string New)> byAccount = renamed.ToLookup(static pair => pair.Key.Account, static pair => (pair.Key.Id, pair.Value));
        HashSet<string> ids = [.. people.Select(static person => person.Id)];
        return [.. accounts.Select((account, at) => AsPeople(EntityRenaming.Apply(account, byAccount[at].ToDictionary(static pair => pair.Old, static pair => pair.New, StringComparer.Ordinal)), ids))];

        NameForm FormOf(string name)
        {
            if (!forms.TryGetValue(name, out NameForm? form))
                forms[name] = form = NameForm.Of(name);
            return form;
        }
    }

    // native names count letter by letter, others by sound
    private static string LettersOf(string word) => "=" + NameForm.Plain(word);

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    // A work, a ship or a thing has a name of several words too: it is one only where a person of the story bears it.
    private static bool MayBePerson(Entity entity) => entity.Type == EntityType.Person || (entity.Type == EntityType.Other && entity.Name.Contains(' ', StringComparison.Ordinal));

    private static bool IsFree(Bearer bearer) => bearer.Entity.Wikidata is null && bearer.Entity.Names.Append(bearer.Entity.Name).Any(name => NameForm.Of(name).Id == bearer.Entity.Id || EntityId.Of(name) == bearer.Entity.Id);

    private static Account AsPeople(Account account, HashSet<string> people) => account.Entities.Any(entity => entity.Type != EntityType.Person && people.Contains(entity.Id))
        ? account with { Entities = [.. account.Entities.Select(entity => people.Contains(entity.Id) ? entity with { Type = EntityType.Person } : entity)] }
        : account;

    /// <summary>An entity of an account with its name taken apart.</summary>
    private sealed record Bearer(int Account, Entity Entity, NameForm Form)
    {
        /// <summary>Given name and surname.</summary>
        public bool IsWhole { get; } = Entity.Name.Contains(' ', StringComparison.Ordinal) && Form.Surname.Length > 0 && !Form.HasInitialOnly;

        /// <summary>One word, which a whole name may end in.</summary>
        public bool IsSurname { get; } = !Entity.Name.Contains(' ', StringComparison.Ordinal) && Form.Given.Length == 0 && Form.Surname.Length > 0;
    }
}
