using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds roles and descriptions that mean someone: "der russische Präsident", "Kremlchef", "der Militärexperte".</summary>
internal static class NominalFinder
{
    /// <summary>Adds what can be told for sure to the mentions.</summary>
    public static void Add(TaggedText text, NameTables tables, NameResolver resolver, List<LinkedMention> mentions)
    {
        mentions.Sort(static (left, right) => left.First.CompareTo(right.First));
        LinkedMention?[] at = new LinkedMention?[text.Count];
        foreach (LinkedMention mention in mentions)
            Array.Fill(at, mention, mention.First, mention.Last - mention.First);
        List<LinkedMention> added = [];
        foreach (Sentence sentence in text.Sentences)
        {
            for (int i = sentence.First; i < sentence.Last; i++)
            {
                if (at[i] is not null || !TryRole(text, tables, i, sentence.Last, out Role role))
                    continue;
                int first = i, last = i + role.Tokens;
                string country = role.Country;
                // adjectives, an age and an article before it
                while (first > sentence.First && at[first - 1] is null && text.Tags[first - 1].Upos is Upos.Adj or Upos.Num or Upos.X)
                {
                    if (CountryOf(text, tables, first - 1, KnownNameKind.Adjective) is string named)
                        country = named;
                    else if (text.Tags[first - 1].Upos == Upos.X)
                        break;
                    first--;
                }

                // "Nordkoreas Diktator"
                int next = last;
                if (country.Length == 0 && first > sentence.First && at[first - 1] is { Referent: { Type: EntityType.GeoPolitical, Known: KnownEntity known } } && known.Country.Length > 0)
                    country = known.Country;
                // "Präsident Russlands", "Präsident von Russland"
                if (country.Length == 0 && next < sentence.Last && at[next] is { Referent: { Type: EntityType.GeoPolitical, Known: KnownEntity after } } && after.Kind is "country" or "former")
                    country = after.Country;
                Referent? referent = next < sentence.Last && at[next] is { Kind: MentionKind.Name, Referent.Type: EntityType.Person } named2 ? named2.Referent : null;
                if (referent is not null)
                {
                    foreach (string office in role.Word.Offices)
                        referent.Roles.Add((office, country));
                    referent.Description ??= text.Text[text.Token(first).Start..text.Token(last - 1).End];
                    if (referent.Sex == '\0')
                        referent.Sex = role.Word.Sex;
                }
                else if (!IsSomeone(text, tables, sentence.First, first, i))
                {
                    referent = Holder(tables, resolver, role.Word, country, mentions, text.Token(i).Start);
                }

                if (referent is null)
                    continue;
                TextSpan span = text.Tokenized.SpanOf(first, last);
                added.Add(new LinkedMention(first, last, span, referent, MentionKind.Nominal, "", "role"));
                i = last - 1;
            }
        }

        AddParts(text, tables, resolver, at, added);
        mentions.AddRange(added);
    }

    /// <summary>Names in front of a hyphen: "G7-Gipfel", "UN-Sanktionen", "Putin-Besuch".</summary>
    private static void AddParts(TaggedText text, NameTables tables, NameResolver resolver, LinkedMention?[] at, List<LinkedMention> added)
    {
        for (int i = 0; i < text.Count; i++)
        {
            ReadOnlySpan<char> form = text.Form(i);
            int dash = form.IndexOf('-');
            if (at[i] is not null || dash < 2 || dash + 2 >= form.Length || !char.IsUpper(form[0]) || added.Exists(mention => mention.First <= i && i < mention.Last))
                continue;
            foreach (NameGazetteer.Entry entry in tables.Gazetteer.EntriesOf(form[..dash]))
            {
                KnownEntity known = tables.Entities[entry.Entity];
                bool isSure = entry is { Kind: KnownNameKind.Name, NeedsContext: false } && known.Kind != "city";
                if (!isSure && !(entry.Kind == KnownNameKind.Surname && resolver.People.Any(person => person.Known == known)))
                    continue;
                int start = text.Token(i).Start;
                added.Add(new LinkedMention(i, i + 1, new TextSpan(start, start + dash), resolver.OfKnown(entry.Entity), MentionKind.Nominal, "", "part of a compound"));
                break;
            }
        }
    }

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

    private readonly record struct Role(NameTables.RoleWord Word, string Country, int Tokens);

    private static bool TryRole(TaggedText text, NameTables tables, int at, int end, out Role role)
    {
        role = default;
        string form = text.Tokenized.Lexeme(at);
        for (int tokens = Math.Min(3, end - at); tokens > 1; tokens--)
        {
            string words = text.Text[text.Token(at).Start..text.Token(at + tokens - 1).End];
            if (tables.Roles.TryGetValue(words, out NameTables.RoleWord phrase))
            {
                role = new Role(phrase, phrase.Scope, tokens);
                return true;
            }
        }

        if (tables.Roles.TryGetValue(form, out NameTables.RoleWord word) || (form.Length > 5 && TryInflected(tables, form, out word)))
        {
            role = new Role(word, word.Scope, 1);
            return true;
        }

        int dash = form.LastIndexOf('-');
        if (dash < 2 || dash + 4 > form.Length)
            return false;
        if (!tables.Roles.TryGetValue(form[(dash + 1)..], out word) && !TryInflected(tables, form[(dash + 1)..], out word))
            return false;
        foreach (NameGazetteer.Entry entry in tables.Gazetteer.EntriesOf(form.AsSpan(0, dash)))
        {
            KnownEntity known = tables.Entities[entry.Entity];
            if (known.Type is EntityType.GeoPolitical or EntityType.Organization && entry.Kind is KnownNameKind.Name or KnownNameKind.Metonym or KnownNameKind.Capital)
            {
                role = new Role(word, known.Type == EntityType.Organization ? known.Id : known.Country, 1);
                return true;
            }
        }

        return false;
    }

    private static bool TryInflected(NameTables tables, string form, out NameTables.RoleWord word)
    {
        foreach (string ending in tables.RoleEndings)
        {
            if (form.EndsWith(ending, StringComparison.Ordinal) && tables.Roles.TryGetValue(form[..^ending.Length], out word))
                return true;
        }

        word = default;
        return false;
    }

    private static string? CountryOf(TaggedText text, NameTables tables, int token, KnownNameKind kind)
    {
        foreach (NameGazetteer.Entry entry in tables.Gazetteer.EntriesOf(text.Form(token)))
        {
            if (entry.Kind == kind)
                return tables.Entities[entry.Entity].Country;
        }

        return null;
    }

    /// <summary>Who holds the office at the day: among the article's people first, then in the tables; nobody where two fit.</summary>
    private static Referent? Holder(NameTables tables, NameResolver resolver, NameTables.RoleWord word, string country, List<LinkedMention> mentions, int start)
    {
        Referent? found = null;
        foreach (Referent person in resolver.People)
        {
            if (!Holds(person, word, country, resolver.Day))
                continue;
            if (found is not null && found != person)
                return Latest(mentions, start, word, country, resolver.Day);
            found = person;
        }

        if (found is not null || country.Length == 0 || resolver.Day is null)
            return found;
        int holder = -1;
        for (int i = 0; i < tables.Entities.Count; i++)
        {
            KnownEntity known = tables.Entities[i];
            if (known.Type != EntityType.Person || !known.Offices.Any(term => term.Scope == country && word.Offices.Contains(term.Office, StringComparer.Ordinal) && term.Covers(resolver.Day)) || (word.Sex != '\0' && known.Sex != word.Sex))
                continue;
            if (holder >= 0)
                return null;
            holder = i;
        }

        return holder >= 0 ? resolver.OfKnown(holder) : null;
    }

    private static Referent? Latest(List<LinkedMention> mentions, int start, NameTables.RoleWord word, string country, DateOnly? day)
    {
        for (int i = mentions.Count - 1; i >= 0; i--)
        {
            if (mentions[i].Span.Start < start && mentions[i].Referent.Type == EntityType.Person && Holds(mentions[i].Referent, word, country, day))
                return mentions[i].Referent;
        }

        return null;
    }

    private static bool Holds(Referent person, NameTables.RoleWord word, string country, DateOnly? day)
    {
        if (word.Sex != '\0' && person.Sex != '\0' && person.Sex != word.Sex)
            return false;
        foreach ((string office, string of) in person.Roles)
        {
            if (word.Offices.Contains(office, StringComparer.Ordinal) && (country.Length == 0 || of.Length == 0 || of == country))
                return true;
        }

        return person.Known is KnownEntity known && known.Offices.Any(term => word.Offices.Contains(term.Office, StringComparer.Ordinal) && (country.Length == 0 || term.Scope == country) && term.Covers(day));
    }
}
