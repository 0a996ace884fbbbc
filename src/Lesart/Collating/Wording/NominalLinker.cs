using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Says which noun groups call a named person, body, place or thing.</summary>
/// <remarks>What stands beside a name in one account ("der Pumpenhersteller Muster", "Muster, ein Hersteller von Pumpen") tells what the named can be called in all of them.
/// A definite noun of that family then calls it where nothing else in the account can be meant.</remarks>
internal sealed class NominalLinker
{
    private const string AnyPerson = "person"; // "the man" is whoever was told of last, named or not
    private const int MinAccounts = 2;
    private const int Near = 2; // sentences
    private const double MaxFrequency = 0.05; // of articles: "thing" is no epithet

    private readonly NamePlace[][] _places;
    private readonly Func<string, string> _idOf;
    private readonly Dictionary<string, NamedThing> _things = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Account, int Head), string> _links = [];
    private readonly HashSet<string>[] _named;

    private NominalLinker(IReadOnlyList<AccountText> texts, NamePlace[][] places, Func<string, string> idOf)
    {
        (_places, _idOf) = (places, idOf);
        _named = [.. _places.Select(static places => places.Select(static place => place.Entity).ToHashSet(StringComparer.Ordinal))];
        ILookup<string, EntityType> types = texts.SelectMany(static text => text.Account.Entities).ToLookup(entity => idOf(entity.Id), static entity => entity.Type, StringComparer.Ordinal);
        foreach (string entity in _named.SelectMany(static named => named).Concat(texts.SelectMany(text => text.Account.Mentions.Select(mention => idOf(mention.Entity)))).Distinct(StringComparer.Ordinal))
            _things.Add(entity, new NamedThing(entity, [.. types[entity]], _named.Count(named => named.Contains(entity))));
    }

    /// <summary>The entity of each noun group that calls one, by account and head.</summary>
    /// <param name="texts">The accounts.</param>
    /// <param name="places">Their names.</param>
    /// <param name="nominals">Their noun groups.</param>
    /// <param name="idOf">The id by which the story knows an entity of an account.</param>
    public static Dictionary<(int Account, int Head), string> Link(IReadOnlyList<AccountText> texts, NamePlace[][] places, IReadOnlyList<Nominal> nominals, Func<string, string> idOf)
    {
        NominalLinker linker = new(texts, places, idOf);
        ILookup<int, Nominal> byAccount = nominals.ToLookup(static nominal => nominal.Text.Index);
        foreach (AccountText text in texts)
            linker.Learn(text, byAccount[text.Index]);
        List<(Nominal Nominal, NamedThing Thing)> guesses = [];
        foreach (Nominal nominal in nominals.Where(static nominal => nominal.Age is null))
            linker.Resolve(nominal, guesses);
        linker.Accept(guesses);
        AgedPeople ages = new(texts, places, idOf);
        foreach (Nominal nominal in nominals.Where(static nominal => nominal.Age is not null))
            linker.ResolveAged(nominal, ages, byAccount[nominal.Text.Index]);
        return linker._links;
    }

    /// <summary>What the named is called beside its name.</summary>
    private void Learn(AccountText text, IEnumerable<Nominal> nominals)
    {
        Dictionary<int, Nominal> byHead = nominals.ToDictionary(static nominal => nominal.Head);
        foreach (Mention mention in text.Account.Mentions.Where(static mention => mention.Kind is MentionKind.Nominal))
        {
            if (text.WordAt(mention.End) - 1 is not (>= 0 and int last))
                continue;
            NounFamily[] families = text.Families?.Of(text.Words[last].Term) ?? [];
            NamedThing thing = _things[_idOf(mention.Entity)];
            if (NamedThing.IsCallable(thing.Types, families))
                thing.Add(text.Words[last].Term, families, text.Families?.GenderOf(text.Words[last].Term) ?? Gender.None);
        }

        NameSurroundings around = new(text, byHead);
        foreach (NamePlace place in _places[text.Index])
        {
            NamedThing thing = _things[place.Entity];
            bool isOneWord = place.Next == place.First + 1;
            if (around.Before(place) is Nominal before && !thing.IsStrangeTo(before.Families) && (thing.CanBe(before) || (isOneWord && before.Families.Length > 0)) && IsKnown(before))
                Call(thing, before);
            Nominal? added = around.Added(place), explained = around.Explained(place);
            foreach (Nominal beside in (Nominal[])[.. ((Nominal?[])[added, explained, around.Predicate(place)]).OfType<Nominal>().Where(beside => !thing.IsStrangeTo(beside.Families))])
            {
                bool isEpithet = beside == added && thing.IsPerson && (beside.IsDefinite || beside.IsIndefinite) && beside.Term is { IsPlural: false, IsVerb: false, IsAdjective: false, NounFrequency: < MaxFrequency } && text.Families?.KindOf(beside.Term) is not NounKind.Event; // "Jan Muster, das Gesicht der Bewegung,": whatever a person is called
                if ((beside.Families.Length > 0 || isEpithet) && (thing.CanBe(beside) || (beside == explained && isOneWord && Array.Exists(beside.Families, static family => family.Kind is NounKind.Body)))) // a layer may take a firm for a person
                {
                    Call(thing, beside);
                    if (thing.IsPerson && around.Joined(beside) is Nominal joined && thing.CanBe(joined))
                        Call(thing, joined);
                }
            }
        }
    }

    /// <summary>Whether a word before a name is known to call somebody or some body, where nouns have no capital, or has that of a title: "While Muster spoke", "his signature Muster plan", but "Majority Whip Jo Muster".</summary>
    private static bool IsKnown(Nominal before) => before.Families.Length > 0 || before.Text.Families is not NounFamilies families || families.WritesCapitals || families.KindOf(before.Term) is NounKind.Person or NounKind.Body
        || (before.First < before.Head && char.IsUpper(before.Text.FormOf(before.First)[0]) && char.IsUpper(before.Text.FormOf(before.Head)[0]));

    private void Call(NamedThing thing, Nominal nominal)
    {
        NounFamily[] places = [.. nominal.Families.Where(static family => family.Kind is NounKind.Place)];
        thing.Add(nominal.Term, thing.IsPlace && places.Length > 0 ? places : nominal.Families, nominal.Gender);
        _links.TryAdd((nominal.Text.Index, nominal.Head), thing.Entity);
    }

    /// <summary>A definite noun calls the one named that it can call; where nobody says what the named are, it is a guess.</summary>
    private void Resolve(Nominal nominal, List<(Nominal, NamedThing)> guesses)
    {
        if (nominal.Families.Length == 0 || !nominal.IsDefinite || nominal.Term.IsPlural || nominal.IsMany || Array.TrueForAll(nominal.Families, static family => family.Path == AnyPerson) || _links.ContainsKey((nominal.Text.Index, nominal.Head)))
            return;
        NamedThing[] able = [.. _named[nominal.Text.Index].Order(StringComparer.Ordinal).Select(id => _things[id]).Where(thing => thing.CanBe(nominal))];
        if (nominal.IsRestricted || nominal.IsOwned)
        {
            if (able.Where(thing => thing.IsCalledExactly(nominal)).ToArray() is [NamedThing exact] && Callable(nominal).Length == 1)
                _links.Add((nominal.Text.Index, nominal.Head), exact.Entity);
            return;
        }

        NamedThing[] called = [.. able.Where(thing => thing.IsCalled(nominal))];
        if (called.Length > 1)
            called = Nearest(nominal, called) is { Length: > 0 } near ? near : [.. called.Where(thing => thing.IsCalledByFamily(nominal) && IsToldBefore(nominal, thing))];
        else if (called.Length == 0 && !Array.Exists(able, thing => thing.IsOpenTo(nominal)) && Callable(nominal) is [NamedThing elsewhere] && elsewhere.IsCalledFarOff(nominal))
            called = [elsewhere];
        if (called.Length == 1)
            _links.Add((nominal.Text.Index, nominal.Head), called[0].Entity);
        else if (called.Length == 0 && Unknown(nominal, able) is NamedThing thing)
            guesses.Add((nominal, thing));
    }

    /// <summary>All of the story that somebody calls so; by the noun's own family, where there are any: a chancellor is no politician of whom nobody says more.</summary>
    private NamedThing[] Callable(Nominal nominal)
    {
        NamedThing[] all = [.. _things.Values.Where(thing => thing.CanBe(nominal) && thing.IsCalled(nominal))], own = [.. all.Where(thing => thing.IsCalledByFamily(nominal))];
        return own.Length > 0 ? own : all;
    }

    /// <summary>Somebody called by the age alone is the one of that age; where no age is told, the one person named last, if nobody else was told of since.</summary>
    private void ResolveAged(Nominal nominal, AgedPeople ages, IEnumerable<Nominal> nominals)
    {
        NamedThing[] able = [.. _named[nominal.Text.Index].Order(StringComparer.Ordinal).Select(id => _things[id]).Where(static thing => thing.IsPerson)];
        if (able.Where(thing => ages.Of(thing.Entity).Contains(nominal.Age!.Value)).ToArray() is [NamedThing known]) // asked for those with an age alone
        {
            _links.TryAdd((nominal.Text.Index, nominal.Head), known.Entity);
            return;
        }

        if (Nearest(nominal, [.. able.Where(thing => ages.Of(thing.Entity).Count == 0)]) is not [NamedThing near])
            return;
        int last = _places[nominal.Text.Index].Last(place => place.Entity == near.Entity && place.First < nominal.Head).First;
        if (!Array.Exists(_places[nominal.Text.Index], place => place.First > last && place.First < nominal.First && _things[place.Entity].IsPerson)
            && !nominals.Any(other => other.Age is null && other.First > last && other.Head < nominal.First && (other.IsIndefinite || (other.IsDefinite && !other.Term.IsPlural && !other.IsMany)) && !other.Text.Words[other.Head].IsQuoted && (other.Families.Length == 0 ? other.Text.Families?.KindOf(other.Term) is NounKind.Person : Array.Exists(other.Families, static family => family.Kind is NounKind.Person)) && _links.GetValueOrDefault((other.Text.Index, other.Head)) != near.Entity))
        {
            _links.TryAdd((nominal.Text.Index, nominal.Head), near.Entity);
        }
    }

    private bool IsToldBefore(Nominal nominal, NamedThing thing) => Array.Exists(_places[nominal.Text.Index], place => place.Entity == thing.Entity && place.First < nominal.Head);

    /// <summary>Of bodies that nothing is known about, the only one that several accounts name, where it stands near.</summary>
    private NamedThing? Unknown(Nominal nominal, NamedThing[] able)
    {
        NamedThing[] open = [.. able.Where(thing => thing.IsOpenTo(nominal) && thing.Accounts >= MinAccounts)];
        return open.Length == 1 && nominal.Families.All(static family => family.Kind is NounKind.Body) && able.Length == 1 ? Nearest(nominal, open).FirstOrDefault() : null;
    }

    /// <summary>Guesses stand where all of them take the thing for the same kind of body.</summary>
    private void Accept(List<(Nominal Nominal, NamedThing Thing)> guesses)
    {
        foreach (IGrouping<NamedThing, (Nominal Nominal, NamedThing Thing)> guess in guesses.GroupBy(static guess => guess.Thing))
        {
            if (guess.Select(static item => item.Nominal.Families[0].Path.Split('/')[0]).Distinct(StringComparer.Ordinal).Count() > 1)
                continue;
            foreach ((Nominal nominal, NamedThing thing) in guess)
                _links.TryAdd((nominal.Text.Index, nominal.Head), thing.Entity);
        }
    }

    /// <summary>Those named last, in this sentence or shortly before it.</summary>
    private NamedThing[] Nearest(Nominal nominal, NamedThing[] of)
    {
        AccountText text = nominal.Text;
        int sentence = text.SentenceAt(text.Words[nominal.Head].Start);
        Dictionary<string, int> last = new(StringComparer.Ordinal);
        foreach (NamePlace place in _places[text.Index])
        {
            if (place.First < nominal.Head && text.SentenceAt(text.Words[place.First].Start) is int at && at >= sentence - Near)
                last[place.Entity] = at;
        }

        NamedThing[] near = [.. of.Where(thing => last.ContainsKey(thing.Entity))];
        int latest = near.Length == 0 ? 0 : near.Max(thing => last[thing.Entity]);
        return [.. near.Where(thing => last[thing.Entity] == latest)];
    }
}
