using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Says of two nouns of a story what speaks for it that they call one thing.</summary>
internal sealed class NounPairs
{
    private const double Half = 0.5;

    private readonly NounSlots _slots;
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal); // their numbers in the slots
    private readonly HashSet<(int, int)> _together = []; // in one clause
    private readonly NounIndex _index;
    private readonly NounTies _ties;
    private readonly Dictionary<string, HashSet<int>> _namedIn; // accounts by what is named

    /// <summary>Reads the nouns of a story.</summary>
    /// <param name="nouns">Those that call nothing named first.</param>
    /// <param name="texts">The accounts.</param>
    /// <param name="story">All nouns and names of the story.</param>
    /// <param name="units">Its clauses.</param>
    /// <param name="alignment">Which of them state the same.</param>
    private NounPairs(StoryNoun[] nouns, IReadOnlyList<AccountText> texts, StoryNouns story, ImmutableArray<Unit> units, Alignment alignment)
    {
        Nouns = nouns;
        _namedIn = story.Links.Select(static link => (Entity: link.Value, link.Key.Account)).Concat(story.Places.SelectMany(static (places, account) => places.Select(place => (place.Entity, Account: account))))
            .GroupBy(static one => one.Entity, static one => one.Account, StringComparer.Ordinal).ToDictionary(static named => named.Key, static named => named.ToHashSet(), StringComparer.Ordinal);
        Unnamed = nouns.Count(static noun => noun.Entity is null);
        _index = new NounIndex(nouns);
        Dictionary<(int Account, int Word), int> places = PlacesOf(nouns, story);
        List<int>[] fillers = Fillers(places, texts, units);
        ThingKind?[] kinds = [.. nouns.Take(Unnamed).Select(ThingKinds.Of), .. Named(texts, story).Skip(Unnamed)];
        _slots = new NounSlots(fillers, units, alignment, _index.AreSame, number => kinds[number]);
        _ties = new NounTies(texts, story, places, fillers, kinds);
        foreach (List<int> clause in fillers)
        {
            foreach (int one in clause)
            {
                foreach (int other in clause)
                    _together.Add((one, other));
            }
        }
    }

    /// <summary>All nouns; those that call something named stand behind the others.</summary>
    public StoryNoun[] Nouns { get; }

    /// <summary>The nouns of a story.</summary>
    public static NounPairs Of(IReadOnlyList<AccountText> texts, StoryNouns story, ImmutableArray<Unit> units, Alignment alignment) =>
        new(StoryNoun.Of(story), texts, story, units, alignment);

    /// <summary>How many call nothing named.</summary>
    public int Unnamed { get; }

    /// <summary>Pairs that anything speaks for, each with its features, the lower number first: of nouns that call nothing named, or one of them and one that calls something.</summary>
    public IEnumerable<((int Left, int Right) Pair, double[] Features)> Find()
    {
        ILookup<int, int> calling = Enumerable.Range(Unnamed, Nouns.Length - Unnamed).ToLookup(noun => _names[Nouns[noun].Entity!]); // those behind call something
        ILookup<int, int> slots = _slots.Pairs.Concat(_ties.Pairs).Where(pair => pair.Left < Unnamed).SelectMany(pair => (pair.Right < Unnamed ? [pair.Right] : calling[pair.Right]).Select(other => (pair.Left, Other: other))).ToLookup(static pair => pair.Left, static pair => pair.Other);
        for (int i = 0; i < Unnamed; i++)
        {
            foreach (int j in _index.Behind(i).Concat(slots[i]).Distinct().Order())
            {
                if (Read(i, j) is double[] features)
                    yield return ((i, j), features);
            }
        }
    }

    /// <summary>Pairs of nouns that call nothing named and can't call one thing, whatever else is called so, the lower number first.</summary>
    public IEnumerable<(int Left, int Right)> Apart()
    {
        int[] people = [.. Enumerable.Range(0, Unnamed).Where(noun => Nouns[noun].CallsPeople)];
        return people.SelectMany(left => people.Where(right => left < right && AreTwo(Nouns[left], Nouns[right])).Select(right => (left, right)));
    }

    /// <summary>Null where nothing speaks for it.</summary>
    private double[]? Read(int left, int right)
    {
        (StoryNoun one, StoryNoun other) = (Nouns[left], Nouns[right]);
        int filler = other.Entity is string named ? _names[named] : right;
        bool isSameLanguage = one.Language == other.Language, haveHead = isSameLanguage && one.Uses[0].HeadLemma == other.Uses[0].HeadLemma;
        bool areCompounds = one.Term.HeadLemma.Length > 0 && other.Term.HeadLemma.Length > 0;
        bool isConcept = isSameLanguage && one.Term.Concept == other.Term.Concept;
        bool isTranslated = one.Meanings.AsSpan().IndexOfAny(other.Meanings) >= 0;
        double likeness = _index.LikenessOf(left, right), slot = _slots.Of(left, filler);
        NounFamily[] shared = [.. one.Families.Intersect(other.Families)];
        bool areTwoOfHead = haveHead && areCompounds && one.Lemma != other.Lemma; // their family is that of the head
        bool haveCount = one.IsMany && other.IsMany && one.Counts.Overlaps(other.Counts);
        bool areKin = shared.Length > 0 || (haveCount && (one.IsVague || other.IsVague) && one.CallsPeople && other.CallsPeople) || Array.Exists(one.Families, family => Array.Exists(other.Families, family.IsKin));
        if (other.Entity is not null && IsBarred(one, other, areTwoOfHead))
            return null;
        if (AreTwo(one, other))
            return null;
        if (!areKin && !one.IsGuessed && !other.IsGuessed && one.Families.Length > 0 && other.Families.Length > 0 && !one.CallsPeople && _together.Contains((left, filler)))
            return null; // "the town sells its town hall"
        if (isSameLanguage && !areKin && (IsPart(one, other) || IsPart(other, one)))
            return null; // "Küste" is no word for the "Küstenwache"
        NounTie tie = _ties.Of(left, filler);
        if (!haveCount && !haveHead && !isConcept && !isTranslated && !areKin && likeness == 0 && slot == 0 && !tie.Told && tie.Meant == 0)
            return null;
        (double classLikeness, bool isKindOf) = NounKinship.Of(one, other);
        bool isGuessed = one.IsGuessed || other.IsGuessed, isUnknown = isGuessed || one.Families.Length == 0 || other.Families.Length == 0;
        double overlap = areTwoOfHead ? 0 : (double)shared.Length / Math.Max(1, one.Families.Union(other.Families).Count());
        bool haveFamilies = one.Families.Length > 0 && other.Families.Length > 0, shareKind = Array.Exists(one.Families, family => Array.Exists(other.Families, kind => kind.Kind == family.Kind));
        bool areThings = !one.CallsPeople && !other.CallsPeople;
        double[] features = new double[NounWeights.Width];
        Set(NounFeature.Bias, 1);
        Mark(NounFeature.Head, haveHead && !areCompounds);
        Mark(NounFeature.FarHead, isSameLanguage && !areKin && haveHead && !areCompounds && !one.Accounts.Overlaps(other.Accounts));
        Mark(NounFeature.TwoOfHead, areTwoOfHead);
        Mark(NounFeature.Compounds, !haveHead && areCompounds);
        Mark(NounFeature.SameModifier, isSameLanguage && !areTwoOfHead && shareKind && (IsModifier(one, other) || IsModifier(other, one) || one.Modifiers.AsSpan().IndexOfAny(other.Modifiers) >= 0));
        Mark(NounFeature.SameConcept, isConcept);
        Mark(NounFeature.Translation, isTranslated);
        Mark(NounFeature.ThingTranslation, isTranslated && areThings);
        Mark(NounFeature.SameFamily, !isGuessed && !areTwoOfHead && shared.Length > 0 && one.Families.Length == 1 && other.Families.Length == 1);
        Mark(NounFeature.KinFamily, !isGuessed && !areTwoOfHead && areKin && (shared.Length == 0 || one.Families.Length > 1 || other.Families.Length > 1));
        Set(NounFeature.FamilyOverlap, isGuessed ? 0 : overlap);
        Set(NounFeature.FamilyLikeness, areKin && !areTwoOfHead ? likeness : 0);
        Mark(NounFeature.BodyFamily, !areTwoOfHead && areKin && Array.TrueForAll(one.Families, static family => family.Kind is NounKind.Body or NounKind.Place));
        Mark(NounFeature.EventFamily, !areTwoOfHead && areKin && Array.Exists(one.Families, static family => family.Kind is NounKind.Event or NounKind.Document) && Array.Exists(other.Families, static family => family.Kind is NounKind.Event or NounKind.Document));
        Mark(NounFeature.OtherFamily, !isGuessed && haveFamilies && !areKin && shareKind);
        Mark(NounFeature.OtherKind, !isGuessed && haveFamilies && !areKin && !shareKind);
        Mark(NounFeature.OneFamily, (one.Families.Length > 0) != (other.Families.Length > 0));
        Set(NounFeature.Likeness, likeness);
        Set(NounFeature.HighLikeness, Math.Max(0, likeness - Half));
        Set(NounFeature.UnknownLikeness, one.Families.Length + other.Families.Length == 0 ? likeness : 0);
        double nearest = _index.NearnessOf(left, right);
        Set(NounFeature.Nearest, nearest);
        Set(NounFeature.ThingNearest, areThings ? nearest : 0);
        Mark(NounFeature.NoLikeness, one.Vector is null || other.Vector is null);
        Set(NounFeature.ClassLikeness, classLikeness);
        Set(NounFeature.UnknownClassLikeness, isUnknown ? classLikeness : 0);
        Mark(NounFeature.KindOf, isKindOf);
        Mark(NounFeature.UnknownKindOf, isUnknown && isKindOf);
        Mark(NounFeature.GuessedFamily, isGuessed && areKin && !areTwoOfHead);
        Set(NounFeature.GuessedOverlap, isGuessed ? overlap : 0);
        Mark(NounFeature.GuessedOtherFamily, isGuessed && haveFamilies && !areKin && shareKind);
        Mark(NounFeature.GuessedOtherKind, isGuessed && haveFamilies && !areKin && !shareKind);
        Mark(NounFeature.NoClass, one.Classes.Length == 0 || other.Classes.Length == 0);
        Mark(NounFeature.OtherNumber, one.IsMany != other.IsMany);
        Mark(NounFeature.BothMany, one.IsMany && other.IsMany);
        Mark(NounFeature.SameCount, haveCount);
        Mark(NounFeature.People, one.CallsPeople && other.CallsPeople);
        Mark(NounFeature.SameAccount, one.Accounts.Overlaps(other.Accounts));
        Mark(NounFeature.BothDefinite, one.IsDefinite && other.IsDefinite);
        Set(NounFeature.Slot, Math.Min(1, slot));
        Set(NounFeature.LikeSlot, likeness > 0 || shareKind ? Math.Min(1, slot) : 0);
        double kindSlot = Math.Min(1, _slots.AmongKind(left, filler));
        Set(NounFeature.KindSlot, kindSlot);
        bool arePersons = ThingKinds.Of(one) is ThingKind.Person && (other.Entity is not null || ThingKinds.Of(other) is ThingKind.Person);
        Set(NounFeature.PersonSlot, arePersons ? kindSlot : 0);
        Mark(NounFeature.Told, tie.Told);
        Set(NounFeature.Meant, Math.Min(1, tie.Meant));
        Set(NounFeature.MeantRole, Math.Min(1, tie.MeantRole));
        Mark(NounFeature.Anew, tie.IsAnew && !tie.Told);
        Mark(NounFeature.Beside, arePersons && tie.IsBeside && !tie.Told);
        Set(NounFeature.Accounts, Math.Log(Math.Min(one.Accounts.Count, other.Accounts.Count)));
        Set(NounFeature.Often, Math.Log(Math.Min((double)one.Uses.Count / one.Accounts.Count, (double)other.Uses.Count / other.Accounts.Count)));
        Mark(NounFeature.Named, other.Entity is not null);
        Set(NounFeature.NamedSlot, other.Entity is not null && shareKind ? Math.Min(1, slot) : 0);
        Mark(NounFeature.Elsewhere, other.Entity is not null && !one.Accounts.IsSubsetOf(_namedIn[other.Entity]));
        Mark(NounFeature.SameLanguage, isSameLanguage);
        return features;

        void Set(NounFeature feature, double value) => features[(int)feature] = value;

        void Mark(NounFeature feature, bool holds) => features[(int)feature] = holds ? 1 : 0;
    }

    /// <summary>Whether a noun is none for something named that the other calls: several are not one, and two ministers have two ministries.</summary>
    private static bool IsBarred(StoryNoun noun, StoryNoun named, bool areTwoOfHead) => noun.IsMany || (named.CallsPeople && (!noun.IsDefinite || !noun.CallsPeople || areTwoOfHead || AreOtherGenders(noun, named)));

    private static bool AreTwo(StoryNoun one, StoryNoun other) => AreManAndWoman(one, other) || one.Uses[0].Text.Families?.AreApart(one.Families, other.Families) is true;

    private static bool AreManAndWoman(StoryNoun one, StoryNoun other) => one.CallsPeople && other.CallsPeople && !one.IsMany && !other.IsMany && AreOtherGenders(one, other);

    private static bool AreOtherGenders(StoryNoun one, StoryNoun other) => one.Uses[0].Gender != Gender.None && other.Uses[0].Gender != Gender.None && one.Uses[0].Gender != other.Uses[0].Gender;

    /// <summary>Whether one is what the other, one word, begins with.</summary>
    private static bool IsPart(StoryNoun part, StoryNoun compound) => compound.Term.Parts.Length > 1 && IsModifier(part, compound);

    private static bool IsModifier(StoryNoun part, StoryNoun compound) => part.Term.Concept != compound.Head && compound.Modifiers.Contains(part.Term.Concept);

    /// <summary>Where nouns and names stand, by number: nouns have their own, names those behind them.</summary>
    private Dictionary<(int Account, int Word), int> PlacesOf(StoryNoun[] nouns, StoryNouns story)
    {
        Dictionary<(int Account, int Word), int> at = [];
        foreach ((int number, StoryNoun noun) in nouns.Index().Where(static noun => noun.Item.Entity is null))
        {
            foreach (Nominal use in noun.Uses)
                at[(use.Text.Index, use.Head)] = number;
        }

        foreach (((int account, int word), string entity) in story.Links)
            at[(account, word)] = NumberOf(entity);
        for (int account = 0; account < story.Places.Length; account++)
        {
            foreach (NamePlace place in story.Places[account])
                at[(account, place.First)] = NumberOf(place.Entity);
        }

        return at;

        int NumberOf(string entity)
        {
            if (!_names.TryGetValue(entity, out int number))
                _names[entity] = number = nouns.Length + _names.Count;
            return number;
        }
    }

    /// <summary>What stands in each clause, pronouns for what they stand for.</summary>
    private List<int>[] Fillers(Dictionary<(int Account, int Word), int> at, IReadOnlyList<AccountText> texts, ImmutableArray<Unit> units)
    {
        return [.. units.Select(unit => WordsOf(unit).Where(word => at.ContainsKey((unit.Account, word))).Select(word => at[(unit.Account, word)]).Concat(PronounsOf(unit)).Distinct().ToList())];

        IEnumerable<int> PronounsOf(Unit unit) => unit.Mentions.Where(mention => mention.Kind is MentionKind.Pronoun && _names.ContainsKey(mention.Entity)).Select(mention => _names[mention.Entity]);

        IEnumerable<int> WordsOf(Unit unit)
        {
            int first = texts[unit.Account].WordAt(unit.Span.Start);
            return Enumerable.Range(first, Math.Max(0, texts[unit.Account].WordAt(unit.Span.End) - first));
        }
    }

    /// <summary>What is called by each number, as far as names tell.</summary>
    private ThingKind?[] Named(IReadOnlyList<AccountText> texts, StoryNouns story)
    {
        ILookup<string, EntityType> types = texts.SelectMany(static text => text.Account.Entities).ToLookup(entity => story.IdOf(entity.Id), static entity => entity.Type, StringComparer.Ordinal);
        ThingKind?[] kinds = new ThingKind?[Nouns.Length + _names.Count];
        foreach ((string entity, int number) in _names)
            kinds[number] = ThingKinds.Of(types[entity]);
        return kinds;
    }
}
