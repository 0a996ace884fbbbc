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
        ILookup<Bearer, Side> sides = SidesOf(units, BearersOf(texts));
        Bearer[] bearers = [.. sides.Select(static bearer => bearer.Key).OrderBy(static bearer => bearer.Id, StringComparer.Ordinal).ThenBy(static bearer => bearer.Number)];
        UnionFind people = new(bearers.Length);
        foreach ((int one, int two) in Enumerable.Range(0, bearers.Length).SelectMany(one => Enumerable.Range(one + 1, bearers.Length - one - 1).Select(two => (one, two))))
        {
            if (AreOnePerson(bearers[one], bearers[two]))
                people.Join(one, two);
        }

        foreach (Bearer[] names in bearers.Select((bearer, at) => (Bearer: bearer, Person: people.Root(at))).GroupBy(static item => item.Person, static item => item.Bearer).Select(static person => person.ToArray()).Where(static person => person.Length > 1))
        {
            if (!names.SelectMany(static name => name.Accounts).GroupBy(static account => account).Any(static account => account.Count() > 1))
                yield return [.. names.Select(name => Nearest(sides[name], names.Where(other => other != name).SelectMany(other => sides[other]), alignment))];
        }

        bool AreOnePerson(Bearer one, Bearer two) => one.IsBody || two.IsBody ? AreOneBody(one, two) : !one.Accounts.Overlaps(two.Accounts)
            && (NameForms.AreVariants(one.Name, two.Name) || (NameForms.MayBeOnePerson(one.Name, two.Name) && !GivenNames.AreOfTwoSexes(one.Name, two.Name) && (HaveOneRole(one, two) || AreMet(one, two, MinForLikeNames))))
            && !IsSpokenOf(one, two) && !IsSpokenOf(two, one); // last: it goes through the words
        // many bodies have like names: the clauses have to meet, and no account may speak of two
        bool AreOneBody(Bearer one, Bearer two) => !one.Accounts.Overlaps(two.Accounts) && NameForms.AreVariantsOfBody(one.Name, two.Name, word => one.Accounts.Any(account => texts[account].Lexicon?.Look(word) is { IsName: false }))
            && AreMet(one, two, MinForBodies);
        // "Ida and Ole Ravnsborg": the account of the one has the other's given name, too
        bool IsSpokenOf(Bearer one, Bearer other) => GivenOf(one.Name) is string given && given != GivenOf(other.Name)
            && other.Accounts.Any(account => texts[account].Words.Any(word => word.Term.Folded == given && char.IsUpper(texts[account].Text[word.Start])));
        static string? GivenOf(string name) => name.IndexOf(' ', StringComparison.Ordinal) is > 2 and int end ? Folding.Fold(name.AsSpan(0, end)) : null;
        bool HaveOneRole(Bearer one, Bearer two) => roles.Of(one.Value, one.Name).Any(family => roles.Of(two.Value, two.Name).Any(family.IsKin));
        bool AreMet(Bearer one, Bearer two, double least) => sides[one].Any(side => sides[two].Any(other => alignment.LikelinessOf(side.Unit, other.Unit) >= least));
    }

    /// <summary>Whom each account means by its ids.</summary>
    private static Dictionary<(int Account, string Entity), Bearer> BearersOf(IReadOnlyList<AccountText> texts)
    {
        Dictionary<string, List<Bearer>> byId = new(StringComparer.Ordinal);
        Dictionary<(int Account, string Entity), Bearer> bearers = [];
        foreach (AccountText text in texts)
        {
            foreach (Entity entity in text.Account.Entities.Where(static entity => entity.Type is EntityType.Person || IsBody(entity)))
            {
                if (!byId.TryGetValue(entity.Id, out List<Bearer>? known))
                    byId[entity.Id] = known = [];
                Bearer? bearer = known.Find(bearer => !IsAnother(bearer, entity, text));
                if (bearer is null)
                    known.Add(bearer = new Bearer(entity.Id, known.Count, entity.Name));
                bearer.Accounts.Add(text.Index);
                bearer.IsBody |= IsBody(entity);
                bearers[(text.Index, entity.Id)] = bearer;
            }
        }

        return bearers;

        // two languages spell one name in two ways, one language hardly
        bool IsAnother(Bearer bearer, Entity entity, AccountText text) => !bearer.Accounts.Contains(text.Index) && NameForms.AreVariants(bearer.Name, entity.Name) && NameForms.DifferByLetters(bearer.Name, entity.Name)
            && bearer.Accounts.Any(account => texts[account].Language == text.Language);
    }

    /// <summary>The clauses that name somebody, by whom they name.</summary>
    private static ILookup<Bearer, Side> SidesOf(ImmutableArray<Unit> units, Dictionary<(int Account, string Entity), Bearer> bearers) =>
        units.SelectMany(unit => unit.Mentions.Where(static mention => mention.Kind is MentionKind.Name).Select(mention => (Unit: unit, mention.Span, Bearer: bearers.GetValueOrDefault((unit.Account, mention.Entity)))))
            .Where(static named => named.Bearer is not null)
            .ToLookup(static named => named.Bearer!, static named => new Side(named.Unit, named.Span, named.Bearer!.Value, named.Bearer.Name) { Slot = DifferenceSlot.Name }); // the others are gone

    /// <summary>Whether an entity is a body or a product with a name of several words that no table knows.</summary>
    private static bool IsBody(Entity entity) => entity.Type is EntityType.Organization or EntityType.Product && entity.Wikidata is null && entity.Name.Contains(' ', StringComparison.Ordinal);

    private static List<Side> Nearest(IEnumerable<Side> sides, IEnumerable<Side> others, Alignment alignment) =>
        [.. sides.GroupBy(static side => side.Unit.Account).Select(account => account.MaxBy(side => (side.Span.Length >= side.Shown.Length, others.Max(other => alignment.LikelinessOf(side.Unit, other.Unit))))!)]; // a group has sides

    /// <summary>A name under one id. What the layers of two accounts give one id may be two names that differ by letters ("Birte", "Britta").</summary>
    /// <param name="id">The id.</param>
    /// <param name="number">How many other names had the id before.</param>
    /// <param name="name">As the first account prints it.</param>
    private sealed class Bearer(string id, int number, string name)
    {
        public string Id => id;

        public int Number => number;

        public string Name => name;

        /// <summary>The accounts that have it.</summary>
        public HashSet<int> Accounts { get; } = [];

        public bool IsBody { get; set; }

        /// <summary>What readings say for it: the id, behind it a mark for each other name that had it before.</summary>
        public string Value { get; } = id + new string('\'', number);
    }
}
