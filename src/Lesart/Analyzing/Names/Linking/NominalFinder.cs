using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds roles and descriptions that mean someone: "der russische Präsident", "Kremlchef", "der Militärexperte".</summary>
internal static class NominalFinder
{
    private const int MostRoleWords = 3;
    private const int RivalReach = 3; // words before a name among which a country may stand

    /// <summary>Adds what can be told for sure to the mentions.</summary>
    public static void Add(NameText words, NameResolver resolver, List<LinkedMention> mentions)
    {
        (TaggedText text, NameTables tables) = (words.Tagged, words.Tables);
        mentions.Sort(static (left, right) => left.First.CompareTo(right.First));
        LinkedMention?[] at = new LinkedMention?[text.Count];
        foreach (LinkedMention mention in mentions)
            Array.Fill(at, mention, mention.First, mention.Last - mention.First);
        List<LinkedMention> added = [];
        // first who is called what, in the whole article: a role may come before the name it belongs to
        List<Place> places = [];
        foreach (Sentence sentence in text.Sentences)
        {
            for (int i = sentence.First; i < sentence.Last; i++)
            {
                if (!words.May(i, WordWays.Role) || (at[i] is not null && !words.Referring(i).MayBeginRole) || !TryRole(words, i, sentence.Last, out Role role) || (at[i] is LinkedMention inside && (inside.First < i || inside.Last >= i + role.Tokens)))
                    continue;
                // "Kremlin chief": the role begins with a name
                if (at[i] is LinkedMention owner)
                    mentions.Remove(owner);
                Place place = PlaceOf(words, at, sentence, i, role);
                if (place.Named is { Known: null } single && HolderCalled(words, resolver, place, single) is Referent holder)
                {
                    foreach (LinkedMention mention in mentions)
                        mention.Referent = mention.Referent == single ? holder : mention.Referent;
                    place = place with { Named = holder };
                }

                if (place.Named is Referent named)
                    Call(text, place, named);
                places.Add(place);
                i = place.Last - 1;
            }
        }

        foreach (Place place in places)
        {
            Referent? referent = place.Named;
            // "was prime minister": no article, and a verb that says what somebody is
            bool isPredicate = place.First > place.Start && at[place.First - 1] is null && text.Tags[place.First - 1].Upos == Upos.Aux;
            if (referent is null && !place.IsFormer && !isPredicate && !IsSomeone(text, tables, place.Start, place.First, place.Head))
                referent = Holder(words, resolver, place.Word, place.Country, mentions, text.Token(place.Head).Start);
            if (referent is not null)
                added.Add(new LinkedMention(place.First, place.Last, text.Tokenized.SpanOf(place.First, place.Last), referent, MentionKind.Nominal, "", "role"));
        }

        AddParts(words, resolver, at, added);
        mentions.AddRange(added);
    }

    /// <summary>A role in the text, with its country and the person whose name stands with it.</summary>
    private readonly record struct Place(int Start, int First, int Head, int Last, NameTables.RoleWord Word, string Country, bool IsFormer, Referent? Named);

    private static Place PlaceOf(NameText words, LinkedMention?[] at, Sentence sentence, int head, Role role)
    {
        (TaggedText text, NameTables tables) = (words.Tagged, words.Tables);
        int first = head, last = head + role.Tokens;
        string country = role.Country;
        bool isFormer = false;
        // adjectives, an age and an article before it
        while (first > sentence.First && at[first - 1] is null && text.Tags[first - 1].Upos is Upos.Adj or Upos.Num or Upos.X or Upos.Propn)
        {
            if (words.AdjectiveAt(first - 1) is string named)
                country = named;
            else if (text.Tags[first - 1].Upos is Upos.X or Upos.Propn)
                break;
            first--;
            isFormer |= tables.Formers.Contains(text.Tokenized.Lexeme(first));
        }

        // "deputy foreign minister", whatever the tagger makes of it
        isFormer |= first > sentence.First && at[first - 1] is null && tables.Formers.Contains(text.Tokenized.Lexeme(first - 1));
        // "Nordkoreas Diktator", "North Korea's ruler"
        int owning = first - 1;
        if (owning > sentence.First && at[owning] is null && text.Tags[owning].Upos == Upos.Part && text.Form(owning)[0] is '\'' or '’')
            owning--;
        if (country.Length == 0 && owning >= sentence.First && at[owning] is LinkedMention before)
            country = before.Referent is { Type: EntityType.GeoPolitical, Known: KnownEntity known } ? tables.ScopeOf(known) : words.Word(owning).Adjective ?? "";
        // "Präsident Russlands", "Präsident von Russland"
        int next = last;
        int owner = last + 1 < sentence.Last && at[last] is null && tables.RoleLinks.Contains(text.Form(last).ToString()) ? last + 1 : last;
        if (owner < sentence.Last && at[owner] is { Referent: { Type: EntityType.GeoPolitical, Known: KnownEntity after } } place)
        {
            if (country.Length == 0)
                country = tables.ScopeOf(after);
            next = place.Last;
        }

        return new Place(sentence.First, first, head, last, role.Word, country, isFormer, NamedBeside(text, at, sentence, first, next));
    }

    /// <summary>The person whose name follows the role, or is set off from it by a comma on either side.</summary>
    private static Referent? NamedBeside(TaggedText text, LinkedMention?[] at, Sentence sentence, int first, int next)
    {
        if (next < sentence.Last && PersonAt(at[next]) is Referent person)
            return person;
        bool isClosed = next >= sentence.Last || text.Token(next).Kind == TokenKind.Punctuation;
        if (!isClosed)
            return null;
        if (next + 1 < sentence.Last && text.Form(next) is "," && PersonAt(at[next + 1]) is Referent following)
        {
            int end = at[next + 1]!.Last; // PersonAt tells no null
            if (end >= sentence.Last || text.Token(end).Kind == TokenKind.Punctuation)
                return following;
        }

        int comma = first - 1;
        if (comma > sentence.First && at[comma] is null && text.Tags[comma].Upos == Upos.Det)
            comma--;
        return comma > sentence.First && text.Form(comma) is "," ? PersonAt(at[comma - 1]) : null;
    }

    private static Referent? PersonAt(LinkedMention? mention) => mention is { Kind: MentionKind.Name, Referent.Type: EntityType.Person } ? mention.Referent : null;

    /// <summary>Notes what the text calls a person.</summary>
    private static void Call(TaggedText text, Place place, Referent person)
    {
        foreach (string office in place.Word.Offices)
        {
            if (!place.IsFormer)
                person.Roles.Add((office, place.Country));
        }

        person.Description ??= text.Text[text.Token(place.First).Start..text.Token(place.Last - 1).End];
        if (person.Sex == '\0')
            person.Sex = place.Word.Sex;
    }

    /// <summary>Names in front of a hyphen: "G7-Gipfel", "UN-Sanktionen", "Putin-Besuch".</summary>
    private static void AddParts(NameText words, NameResolver resolver, LinkedMention?[] at, List<LinkedMention> added)
    {
        TaggedText text = words.Tagged;
        for (int i = 0; i < text.Count; i++)
        {
            if (!words.May(i, WordWays.Compound) || at[i] is not null || text.Form(i).IndexOf('-') is not (> 1 and int dash) || dash + 2 >= text.Form(i).Length || added.Exists(mention => mention.First <= i && i < mention.Last))
                continue;
            TextSpan prefix = new(text.Token(i).Start, text.Token(i).Start + dash);
            if (resolver.OfPrefix(text.Form(i)[..dash].ToString()) is Referent own)
            {
                added.Add(new LinkedMention(i, i + 1, prefix, own, MentionKind.Nominal, "", "part of a compound"));
                continue;
            }

            foreach (NameGazetteer.Entry entry in words.Referring(i).Compound)
            {
                KnownEntity known = words.Tables.Entities[entry.Entity];
                bool isSure = entry is { Kind: KnownNameKind.Name, NeedsContext: false } && known.Kind != "city";
                if (!isSure && !(entry.Kind == KnownNameKind.Surname && (resolver.People.Any(person => person.Known == known) || (words.Referring(i).Compound.Length == 1 && Leads(known, resolver.Day)))))
                    continue;
                added.Add(new LinkedMention(i, i + 1, prefix, resolver.OfKnown(entry.Entity), MentionKind.Nominal, "", "part of a compound"));
                break;
            }
        }
    }

    /// <summary>Whether somebody leads a state at the day, so that the surname alone says who is meant: "Putin-Regime".</summary>
    private static bool Leads(KnownEntity person, DateOnly? day) =>
        day is not null && Array.Exists(person.Offices, term => term.Office is "president" or "prime-minister" or "chancellor" or "leader" && term.Covers(day));

    /// <summary>Whether the words mean several, or anyone, and so nobody in particular.</summary>
    private static bool IsSomeone(TaggedText text, NameTables tables, int start, int first, int head)
    {
        if (text.Tags[head].Number == GrammaticalNumber.Plural)
            return true;
        for (int i = Math.Max(start, first - 2); i < head; i++)
        {
            if (tables.Indefinites.Contains(text.Tokenized.Lexeme(i)))
                return true;
        }

        return false;
    }

    /// <summary>Whom the tables know for a country's office, where the text gives no more than a surname that is his too: "Nordkoreas Machthaber Kim".</summary>
    private static Referent? HolderCalled(NameText words, NameResolver resolver, Place place, Referent single)
    {
        if (place.Country.Length == 0 || resolver.Day is null || place.IsFormer || single.Name.Contains(' ', StringComparison.Ordinal))
            return null;
        int holder = words.Tables.HolderOf(place.Word, place.Country, resolver.Day.Value);
        return holder >= 0 && words.Tables.Entities[holder].Name.Split(' ').Contains(single.Name, StringComparer.Ordinal) ? resolver.OfKnown(holder) : null;
    }

    private readonly record struct Role(NameTables.RoleWord Word, string Country, int Tokens);

    private static bool TryRole(NameText words, int at, int end, out Role role)
    {
        ReferringWord word = words.Referring(at);
        TaggedText text = words.Tagged;
        for (int tokens = word.MayBeginRole ? Math.Min(MostRoleWords, end - at) : 1; tokens > 1; tokens--)
        {
            if (words.Tables.Roles.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Text.AsSpan()[text.Token(at).Start..text.Token(at + tokens - 1).End], out NameTables.RoleWord phrase))
            {
                role = new Role(phrase, phrase.Scope, tokens);
                return true;
            }
        }

        role = word.Role is (NameTables.RoleWord one, string country) ? new Role(one, country, 1) : default;
        return word.Role is not null;
    }

    /// <summary>Who holds the office at the day: whom the article itself calls so, then its other people, then the tables; nobody where two fit.</summary>
    private static Referent? Holder(NameText words, NameResolver resolver, NameTables.RoleWord word, string country, List<LinkedMention> mentions, int start)
    {
        Referent? found = null;
        Referent[] called = [.. resolver.People.Where(person => IsCalled(person, word, country, resolver.Day))];
        if (called.Length == 1)
            return word.Sex == '\0' || called[0].Sex == '\0' || called[0].Sex == word.Sex ? called[0] : null;
        if (called.Length > 1)
            return Latest(mentions, start, called);
        foreach (Referent person in resolver.People)
        {
            if (!Holds(person, word, country, resolver.Day))
                continue;
            if (found is not null && found != person)
                return Latest(mentions, start, [.. resolver.People.Where(one => Holds(one, word, country, resolver.Day))]);
            found = person;
        }

        if (found is not null || country.Length == 0 || resolver.Day is null || HasRival(words, mentions, country))
            return found;
        int holder = words.Tables.HolderOf(word, country, resolver.Day.Value);
        return holder >= 0 ? resolver.OfKnown(holder) : null;
    }

    /// <summary>Whether the article names somebody of the country whom the tables don't know ("sein usbekischer Kollege Nurbek Saidow"): then the tables' holder of an office may be another than is meant.</summary>
    private static bool HasRival(NameText words, List<LinkedMention> mentions, string country)
    {
        foreach (LinkedMention mention in mentions)
        {
            if (mention.Kind is not MentionKind.Name || mention.Referent is not { Type: EntityType.Person, Known: null } person)
                continue;
            if (person.Roles.Exists(role => role.Country == country))
                return true;
            for (int i = Math.Max(0, mention.First - RivalReach); i < mention.First; i++)
            {
                if (words.AdjectiveAt(i) == country)
                    return true;
            }
        }

        return false;
    }

    private static Referent? Latest(List<LinkedMention> mentions, int start, Referent[] people)
    {
        for (int i = mentions.Count - 1; i >= 0; i--)
        {
            if (mentions[i].Span.Start < start && people.Contains(mentions[i].Referent))
                return mentions[i].Referent;
        }

        return null;
    }

    /// <summary>Whether the article gives the person this office of this very country; a known person who held it must hold it at the day.</summary>
    private static bool IsCalled(Referent person, NameTables.RoleWord word, string country, DateOnly? day)
    {
        if (country.Length == 0 || !person.Roles.Exists(role => role.Country == country && word.Offices.Contains(role.Role, StringComparer.Ordinal)))
            return false;
        OfficeTerm[] terms = person.Known is KnownEntity known ? [.. known.Offices.Where(term => term.Scope == country && word.Offices.Contains(term.Office, StringComparer.Ordinal))] : [];
        return terms.Length == 0 || Array.Exists(terms, term => term.Covers(day));
    }

    private static bool Holds(Referent person, NameTables.RoleWord word, string country, DateOnly? day)
    {
        if (word.Sex != '\0' && person.Sex != '\0' && person.Sex != word.Sex)
            return false;
        bool isElsewhere = country.Length > 0 && person.Known is { Offices: var terms } && terms.Any(term => term.Scope.Length > 0 && word.Offices.Contains(term.Office, StringComparer.Ordinal));
        foreach ((string office, string of) in person.Roles)
        {
            // "Präsident Putin" is no president of another country
            if (of.Length == 0 && isElsewhere)
                continue;
            if (word.Offices.Contains(office, StringComparer.Ordinal) && (country.Length == 0 || of.Length == 0 || of == country))
                return true;
        }

        return person.Known is KnownEntity known && known.Offices.Any(term => word.Offices.Contains(term.Office, StringComparer.Ordinal) && (country.Length == 0 || term.Scope == country) && term.Covers(day));
    }
}
