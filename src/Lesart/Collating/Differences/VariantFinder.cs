using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Finds persons whom the accounts of a story call by names that differ in one word: "Jörg Thiemann" here, "Jürgen Thiemann" there; and bodies in clauses that surely state the same ("Muster Distributors", "Muster Distribution").</summary>
/// <remarks>An account that has both names speaks of two people. Names that are less alike need a role that both are called by, or clauses that surely state the same. What the linker of names joins, such as the spellings of two languages, is one name already.</remarks>
internal static class VariantFinder
{
    private const double MinForLikeNames = 0.5;
    private const double MinForBodies = 0.5;

    /// <summary>For each person the clauses with either name: one of each account, with the whole name, and of those the one that is most like a clause of the other side.</summary>
    public static IEnumerable<List<List<Side>>> Find(IReadOnlyList<AccountText> texts, ImmutableArray<Unit> units, Alignment alignment, PersonRoles roles)
    {
        Dictionary<Key, (string Name, HashSet<int> Accounts)> persons = [];
        Dictionary<(int Account, string Entity), Key> keys = [];
        HashSet<Key> bodies = [];
        HashSet<string> people = [.. texts.SelectMany(static text => text.Account.Entities).Where(static entity => entity.Type is EntityType.Person).Select(static entity => entity.Id)];
        foreach (AccountText text in texts)
        {
            foreach (Entity entity in text.Account.Entities.Where(entity => people.Contains(entity.Id) || IsBody(entity)))
            {
                Key key = new(entity.Id, 0);
                if (!people.Contains(entity.Id))
                    bodies.Add(key);
                while (persons.TryGetValue(key, out (string Name, HashSet<int> Accounts) known) && !known.Accounts.Contains(text.Index) && ((NameForms.AreVariants(known.Name, entity.Name) && NameForms.DifferByLetters(known.Name, entity.Name)) || GivenNames.AreTwo(known.Name, entity.Name)) && known.Accounts.Any(account => texts[account].Language == text.Language))
                    key = key with { Name = key.Name + 1 }; // two languages spell one name in two ways, one language hardly
                if (!persons.TryGetValue(key, out (string Name, HashSet<int> Accounts) person))
                    persons[key] = person = (entity.Name, []);
                person.Accounts.Add(text.Index);
                keys[(text.Index, entity.Id)] = key;
            }
        }

        ILookup<Key, Side> sides = units.SelectMany(unit => unit.Mentions.Where(mention => mention.Kind is MentionKind.Name && keys.ContainsKey((unit.Account, mention.Entity)))
            .Select(mention => (Key: keys[(unit.Account, mention.Entity)], mention.Span))
            .Select(named => (named.Key, Side: new Side(unit, named.Span, named.Key.Value, persons[named.Key].Name) { Slot = DifferenceSlot.Name }))).ToLookup(static named => named.Key, static named => named.Side);
        Key[] ids = [.. persons.Keys.Where(sides.Contains).OrderBy(static key => key.Id, StringComparer.Ordinal).ThenBy(static key => key.Name)];
        UnionFind owners = new(ids.Length);
        foreach ((int one, int two) in Enumerable.Range(0, ids.Length).SelectMany(one => Enumerable.Range(one + 1, ids.Length - one - 1).Select(two => (one, two))))
        {
            if (AreOnePerson(ids[one], ids[two]))
                owners.Join(one, two);
        }

        foreach (Key[] names in ids.Select((id, at) => (Id: id, Person: owners.Root(at))).GroupBy(static item => item.Person, static item => item.Id).Select(static person => person.ToArray()).Where(static person => person.Length > 1))
        {
            if (!names.SelectMany(name => persons[name].Accounts).GroupBy(static account => account).Any(static account => account.Count() > 1))
                yield return [.. names.Select(name => Nearest(sides[name], names.Where(other => other != name).SelectMany(other => sides[other]), alignment))];
        }

        bool AreOnePerson(Key one, Key two) => bodies.Contains(one) || bodies.Contains(two) ? AreOneBody(one, two) : !persons[one].Accounts.Overlaps(persons[two].Accounts)
            && (NameForms.AreVariants(persons[one].Name, persons[two].Name) || one.Id == two.Id || (NameForms.MayBeOnePerson(persons[one].Name, persons[two].Name) && !GivenNames.AreOfTwoSexes(persons[one].Name, persons[two].Name) && (HaveOneRole(one, two) || AreMet(one, two))))
            && !IsSpokenOf(one, persons[two]) && !IsSpokenOf(two, persons[one]); // last: it goes through the words
        // many bodies have like names: the clauses have to meet, and no account may speak of two
        bool AreOneBody(Key one, Key two) => !persons[one].Accounts.Overlaps(persons[two].Accounts) && NameForms.AreVariantsOfBody(persons[one].Name, persons[two].Name, word => persons[one].Accounts.Any(account => texts[account].Lexicon?.Look(word) is { IsName: false }))
            && sides[one].Any(side => sides[two].Any(other => alignment.LikelinessOf(side.Unit, other.Unit) >= MinForBodies));
        // "Ida and Ole Ravnsborg": the account of the one has the other's given name, too
        bool IsSpokenOf(Key id, (string Name, HashSet<int> Accounts) other) => GivenOf(persons[id].Name) is string given && given != GivenOf(other.Name)
            && other.Accounts.Any(account => texts[account].Words.Any(word => word.Term.Folded == given && char.IsUpper(texts[account].Text[word.Start])));
        static string? GivenOf(string name) => name.IndexOf(' ', StringComparison.Ordinal) is > 2 and int end ? Folding.Fold(name.AsSpan(0, end)) : null;
        bool HaveOneRole(Key one, Key two) => roles.Of(one.Value, persons[one].Name).Any(family => roles.Of(two.Value, persons[two].Name).Any(family.IsKin));
        bool AreMet(Key one, Key two) => sides[one].Any(side => sides[two].Any(other => alignment.LikelinessOf(side.Unit, other.Unit) >= MinForLikeNames));
    }

    /// <summary>Whether an entity is a body, a product or another thing that is no place, with a name of several words that no table knows.</summary>
    private static bool IsBody(Entity entity) => entity.Type is EntityType.Organization or EntityType.Product or EntityType.Other && entity.Wikidata is null && entity.Name.Contains(' ', StringComparison.Ordinal);

    private static List<Side> Nearest(IEnumerable<Side> sides, IEnumerable<Side> others, Alignment alignment) =>
        [.. sides.GroupBy(static side => side.Unit.Account).Select(account => account.MaxBy(side => (side.Span.Length >= side.Shown.Length, others.Max(other => alignment.LikelinessOf(side.Unit, other.Unit))))!)]; // a group has sides

    /// <summary>A person or body by one of the names that accounts give to one id.</summary>
    /// <param name="Id">The entity's id.</param>
    /// <param name="Name">Which of its names, from 0 in the order of the accounts.</param>
    private readonly record struct Key(string Id, int Name)
    {
        /// <summary>The value of a side: the id, told apart from those of its further names.</summary>
        public string Value => Name == 0 ? Id : Id + new string('\'', Name);
    }
}
