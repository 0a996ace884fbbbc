using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Surnames with the small words that lead into them: "al-Sisi", "Von der Leyen", "bin Salman".</summary>
/// <remarks>A known one is a name wherever it stands; one of a person whom the article names in full is a name elsewhere in it too. What stands before it stays
/// in the name if it can be a given name ("Mohammed bin Salman"), and is cut off if not ("Monday al-Assad", "Mayor de Blasio").</remarks>
internal static class ParticleSurnames
{
    /// <summary>Adds them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Known names in it.</param>
    /// <param name="names">What was found so far.</param>
    public static void Apply(NameText text, List<NameGazetteer.Match> matches, List<FoundName> names)
    {
        foreach (NameGazetteer.Match match in matches)
        {
            if (LeadsIn(text, match.First, match.Last) && IsSurnameAlone(text.Tables, match.State))
                Put(text, names, WithGiven(text, new FoundName(match.First, match.Last, EntityType.Person, match.State)));
        }

        List<(int First, int Last)>? ends = null;
        AddBehindTitles(text, matches, names, ref ends);
        foreach (FoundName name in names)
        {
            if (name.Type == EntityType.Person && EndOf(text, name) is int first and > 0)
                (ends ??= []).Add((first, name.Last));
        }

        foreach ((int first, int last) in ends ?? [])
            Repeat(text, names, first, last);
    }

    /// <summary>Whether the words begin with one that leads into a surname, before a hyphen or a blank.</summary>
    private static bool LeadsIn(NameText text, int first, int last)
    {
        // most words are asked nothing but their bit
        if (last - first > 1)
            return text.May(first, WordWays.LeadsIn) && PersonName.IsParticle(text.Tagged.Form(first));
        ReadOnlySpan<char> form = text.Tagged.Form(first);
        return form.IndexOf('-') is > 0 and var dash && PersonName.IsParticle(form[..dash]);
    }

    private static bool IsSurnameAlone(NameTables tables, int state) =>
        tables.Gazetteer.EntriesOf(state) is { Length: > 0 } entries && Array.TrueForAll(entries, static entry => entry.Kind == KnownNameKind.Surname);

    /// <summary>Where the surname with its particles begins in a whole name; 0 where it has none.</summary>
    private static int EndOf(NameText text, FoundName name)
    {
        for (int i = name.First + 1; i < name.Last; i++)
        {
            if (!char.IsUpper(text.Tagged.Form(i)[0]) && LeadsIn(text, i, name.Last))
                return i;
        }

        return 0;
    }

    /// <summary>Finds the end of a whole name elsewhere, also with a capital where a sentence begins.</summary>
    private static void Repeat(NameText text, List<FoundName> names, int first, int last)
    {
        int length = last - first;
        for (int i = 0; i + length <= text.Tagged.Count; i++)
        {
            if (text.Word(i + length - 1) == text.Word(last - 1) ? !IsSame(text, first, i, length) : length > 1 || text.Word(i).Lower != text.Word(first).Lower)
                continue;
            if (i != first && !IsTaken(text, names, i, i + length))
                Put(text, names, new FoundName(i, i + length, EntityType.Person));
        }
    }

    private static bool IsTaken(NameText text, List<FoundName> names, int first, int last)
    {
        foreach (FoundName name in names)
        {
            if (name.First < last && first < name.Last && (name.First < first || name.Last > last || (name.Type == EntityType.Person && name.Last - name.First == last - first)) && !IsCut(text, name, first))
                return true;
        }

        return false;
    }

    private static bool IsSame(NameText text, int first, int at, int length)
    {
        for (int i = 0; i < length; i++)
        {
            if (text.Word(first + i) != text.Word(at + i) && (i > 0 || text.Word(first).Lower != text.Word(at).Lower))
                return false;
        }

        return true;
    }

    /// <summary>The name with given names right before it: "Heiko von der Leyen".</summary>
    private static FoundName WithGiven(NameText text, FoundName surname)
    {
        int first = surname.First;
        while (first > 0 && text.Word(first - 1) is { IsCapital: true } word && text.Person(first - 1).OpensName && text.Tagged.Tags[first - 1].Upos == Upos.Propn && !text.Tables.Titles.ContainsKey(word.Form) && !text.Tables.Roles.ContainsKey(word.Form))
            first--;
        return first == surname.First ? surname : new FoundName(first, surname.Last, EntityType.Person);
    }

    private static void Put(NameText text, List<FoundName> names, FoundName name)
    {
        foreach (FoundName other in names)
        {
            if (other.First < name.Last && name.First < other.Last && (other.Last > name.Last || (other.First < name.First && !IsCut(text, other, name.First))))
                return;
        }

        names.RemoveAll(other => other.First < name.Last && name.First < other.Last);
        names.Add(name);
    }

    /// <summary>Whether what stands before the surname in a name is no part of it: a day, a title, a role.</summary>
    private static bool IsCut(NameText text, FoundName name, int surname)
    {
        if (name.State != 0 || name.First >= surname)
            return false;
        for (int i = name.First; i < surname; i++)
        {
            string form = text.Word(i).Form;
            if (!text.Tables.Days.Contains(form) && !text.Tables.Titles.ContainsKey(form) && !text.Tables.Roles.ContainsKey(form))
                return false;
        }

        return true;
    }

    /// <summary>Finds unknown ones behind a title, calling or role: "Mayor de Blasio", "Scheich al-Chalifa".</summary>
    private static void AddBehindTitles(NameText text, List<NameGazetteer.Match> matches, List<FoundName> names, ref List<(int First, int Last)>? ends)
    {
        foreach (Sentence sentence in text.Tagged.Sentences)
        {
            for (int i = sentence.First + 1; i < sentence.Last; i++)
            {
                if (!text.May(i, WordWays.LeadsIn) || !(text.May(i - 1, WordWays.EndsRole) || text.Tables.Titles.ContainsKey(text.Word(i - 1).Form)) || text.Tagged.Tags[i].Upos is Upos.Det or Upos.Adp)
                    continue;
                int last = EndOfSurname(text, i, sentence.Last);
                if (last == 0 || IsFound(names, i, last))
                    continue;
                Put(text, names, new FoundName(i, last, EntityType.Person, NameFinder.StateOf(matches, i, last)));
                (ends ??= []).Add((i, last));
            }
        }
    }

    private static bool IsFound(List<FoundName> names, int first, int last)
    {
        foreach (FoundName name in names)
        {
            if (name.First == first && name.Last == last && name.Type == EntityType.Person)
                return true;
        }

        return false;
    }

    private static int EndOfSurname(NameText text, int at, int end)
    {
        if (text.Tagged.Form(at).Contains('-'))
            return at + 1;
        while (at < end && PersonName.IsParticle(text.Tagged.Form(at)))
            at++;
        at += at + 1 < end && text.Tagged.Form(at) is "-" && text.Tagged.Token(at).End == text.Tagged.Token(at + 1).Start ? 1 : 0;
        return at < end && SurnamesBehindRoles.CanBeSurname(text, at) && text.Word(at).IsCapital ? at + 1 : 0;
    }
}
