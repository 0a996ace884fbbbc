using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds the names in a text, known and unknown.</summary>
/// <remarks>The gazetteer proposes what is known beforehand, the trained model decides what is a name; a known name that can mean nothing else counts
/// without it. Where a language has no model, known names and given names with what follows them are all.</remarks>
internal static class NameFinder
{
    private const int MostNameWords = 4;

    public static ImmutableArray<FoundName> Find(NameText text) => Find(text, NameModel.TryOf(text.Tagged.Tokenized.Pack, out NameModel model) ? model : null);

    /// <summary>Finds the names with a model that is not the pack's own, as training needs it.</summary>
    public static ImmutableArray<FoundName> Find(NameText text, NameModel? model)
    {
        NameTables tables = text.Tables;
        List<NameGazetteer.Match> matches = [];
        tables.Gazetteer.Find(text, matches);
        List<FoundName> names = model is null ? [] : Labelled(text, model, matches);
        bool[] taken = new bool[text.Tagged.Count];
        foreach (FoundName name in names)
            Array.Fill(taken, true, name.First, name.Last - name.First);
        foreach (NameGazetteer.Match match in matches)
        {
            if ((TryGetSure(tables, match.State, out EntityType type) || IsCapitalAlone(text, match, ref type)) && !IsCredit(text.Tagged, match.First, match.Last) && !taken.AsSpan(match.First, match.Last - match.First).Contains(true))
                names.Add(new FoundName(match.First, match.Last, type, match.State));
        }

        foreach (NameGazetteer.Match match in matches)
        {
            if (match.Last - match.First > 1 && TryGetSure(tables, match.State, out EntityType type))
                Absorb(names, new FoundName(match.First, match.Last, type, match.State));
        }

        PlacePrepositions.Apply(text, matches, names);
        tables.OtherNames.Find(text, names);
        PersonPatterns.Add(text, names);
        SurnamesBehindRoles.Apply(text, matches, names);
        ParticleSurnames.Apply(text, matches, names);
        names.Sort(static (left, right) => left.First.CompareTo(right.First));
        HyphenatedNames.Apply(text, matches, names);
        Namesakes.Apply(text, matches, names);
        names = NameConsistency.Apply(text, names);
        // English finds names no better with it
        if (tables.Classes.IsWhole)
            NameEnumerations.Apply(text, names);
        Acronyms.Apply(text, names);
        return [.. names];
    }

    /// <summary>What the model takes for names, without what is no part of them.</summary>
    private static List<FoundName> Labelled(NameText text, NameModel model, List<NameGazetteer.Match> matches)
    {
        List<FoundName> names = [];
        int match = 0;
        byte[] labels = model.Label(new NameContext(text, matches));
        foreach (Sentence sentence in text.Tagged.Sentences)
        {
            for (int i = sentence.First; i < sentence.Last;)
            {
                if (labels[i] == NameLabels.Outside)
                {
                    i++;
                    continue;
                }

                int first = i, last = i + 1;
                while (last < sentence.Last && labels[last] != NameLabels.Outside && !NameLabels.Begins(labels[last]))
                    last++;
                EntityType found = NameLabels.TypeOf(labels[i]);
                i = last;
                if (IsRoleAndName(text, first, last))
                    (first, found) = (first + 2, EntityType.Person);
                if (!TryTrim(text, ref first, ref last, ref found))
                    continue;
                if (found == EntityType.Organization && IsTitled(text, first, last))
                    found = EntityType.Person;
                while (found == EntityType.Person && last - first > 1 && IsTitle(text, first) && (last - first > 2 || !text.Person(last - 1).IsGiven) && StateOf(matches, first, last) == 0)
                    first++; // "Mr Ellingham", but "King Charles"
                if (NameBehindTitle(text, first, last) is int name and > 0)
                    (first, found) = (name, EntityType.Person);
                while (match < matches.Count && matches[match].First < first)
                    match++;
                int state = match < matches.Count && matches[match].First == first && matches[match].Last == last ? matches[match].State : 0;
                // "The Harbour Court": the article is no part of a name that no table has with it
                if (state == 0 && found == EntityType.Organization && last - first > 2 && text.Tagged.Tags[first].Upos == Upos.Det)
                {
                    first++;
                    state = StateOf(matches, first, last);
                }

                if (last - first > 1 && IsAdjective(text.Tables, state != 0 ? state : StateOf(matches, first + 1, last)))
                    continue; // "the South Korean president"
                if (last == first + 1 && found is EntityType.Location or EntityType.GeoPolitical && IsAdjective(text.Tables, state))
                    continue; // "die Sudanesen"
                if (state == 0 && last - first > 1 && found != EntityType.Location && FallsApart(text, matches, first, last, found))
                    continue;
                if (state != 0 && found == EntityType.Person && last == first + 1 && IsStateAndSurname(text, names, first, state))
                    found = EntityType.GeoPolitical;
                // a known name that means one thing alone has its type
                names.Add(new FoundName(first, last, state != 0 && TryGetSure(text.Tables, state, out EntityType sure) ? sure : found, state));
            }
        }

        return names;
    }

    /// <summary>Whether a state or capital bears the surname of somebody whom neither a title before it nor a whole name before names: "Montenegro said".</summary>
    private static bool IsStateAndSurname(NameText text, List<FoundName> names, int at, int state) =>
        Array.Exists(text.Tables.Gazetteer.EntriesOf(state), entry => IsStateName(text.Tables, entry) || entry is { Kind: KnownNameKind.Capital, NeedsContext: false }) && !text.Person(at).IsGiven && (at == 0 || !text.Tables.Titles.ContainsKey(text.Word(at - 1).Form))
        && !names.Exists(name => name.Type == EntityType.Person && name.Last - name.First > 1 && text.Word(name.Last - 1) == text.Word(at));

    /// <summary>The state of the known name of just these words; 0 for none.</summary>
    internal static int StateOf(List<NameGazetteer.Match> matches, int first, int last)
    {
        int at = FirstFrom(matches, first);
        return at < matches.Count && matches[at].First == first && matches[at].Last == last ? matches[at].State : 0;
    }

    /// <summary>Index of the first known name that begins at a token or behind it.</summary>
    internal static int FirstFrom(List<NameGazetteer.Match> matches, int first)
    {
        (int low, int high) = (0, matches.Count); // they come from the left
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (matches[middle].First < first)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Whether a person's title stands before the words and their last one can be a surname: "Gov. J.B. Smith Jr.".</summary>
    private static bool IsTitled(NameText text, int first, int last) =>
        first > 0 && last - first > 1 && text.Tables.Titles.TryGetValue(text.Word(first - 1).Form, out NameTables.TitleWord title) && (title.Kind is "title" or "rank" || text.Word(first - 1).Form[^1] == '.')
        && (text.Person(last - 1).IsGeneration || text.Person(last - 1).IsSurname) && text.Word(last - 1).Generic == 0;

    /// <summary>Whether a word is a title, and no given name.</summary>
    private static bool IsTitle(NameText text, int at) => text.Tables.Titles.TryGetValue(text.Word(at).Form, out NameTables.TitleWord title) && title.Kind == "title" && !text.Person(at).IsGiven;

    /// <summary>Where a person's whole name begins behind a title within words taken for one name: "Weld County Assistant District Attorney Dave Rossi"; 0 for nowhere.</summary>
    private static int NameBehindTitle(NameText text, int first, int last)
    {
        if (last - first < 3 || text.Word(last - 1).Generic != 0)
            return 0;
        for (int i = last - 2; i > first && i >= last - MostNameWords; i--)
        {
            if (text.Person(i).IsGiven && text.Person(last - 1).IsSurname && text.Tables.Titles.ContainsKey(text.Word(i - 1).Form) && !PersonName.IsParticle(text.Tagged.Form(i)))
                return i;
        }

        return 0;
    }

    /// <summary>Whether words taken for one name are several that stand side by side: two states, a state and a common noun, two known people ("was Scholz von Merkel lernte").</summary>
    private static bool FallsApart(NameText text, List<NameGazetteer.Match> matches, int first, int last, EntityType type)
    {
        if (type == EntityType.Person)
            return last == first + 3 && PersonName.IsParticle(text.Tagged.Form(first + 1)) && !text.Person(first).IsGiven && IsKnownSurname(text, first) && IsKnownSurname(text, last - 1);
        // "dankte Putin für Kims Hilfe": a known surname before a preposition is somebody's
        if (text.Tables.Genitive.Length > 0 && IsKnownSurname(text, first) && !text.Person(first).IsGiven && text.Tagged.Tags[first + 1].Upos == Upos.Adp && last - first > 2 && !text.Word(first + 1).IsCapital)
            return true;
        int at = FirstFrom(matches, first);
        if (at == matches.Count || matches[at].First != first || matches[at].Last >= last || !IsState(text, matches[at]))
            return false;
        int next = matches[at].Last;
        if (at + 1 < matches.Count && matches[at + 1].First == next && matches[at + 1].Last == last && IsState(text, matches[at + 1]))
            return true;
        return text.Tables.Genitive.Length > 0 && next == last - 1 && text.Word(next) is { Origin: FormOrigin.Known, Entries.Length: 0, Generic: 0 };
    }

    private static bool IsState(NameText text, NameGazetteer.Match match) => Array.Exists(text.Tables.Gazetteer.EntriesOf(match.State), entry => IsStateName(text.Tables, entry));

    private static bool IsAdjective(NameTables tables, int state) => state != 0 && tables.Gazetteer.EntriesOf(state) is { Length: > 0 } entries && Array.TrueForAll(entries, static entry => entry.Kind is KnownNameKind.Adjective or KnownNameKind.Inhabitant);

    private static bool IsStateName(NameTables tables, NameGazetteer.Entry entry) => entry is { Kind: KnownNameKind.Name, NeedsContext: false } && tables.Entities[entry.Entity].Kind is "country" or "former";

    private static bool IsKnownSurname(NameText text, int at) => Array.Exists(text.Word(at).Entries, static entry => entry.Kind == KnownNameKind.Surname);

    /// <summary>Puts a whole name in the place of its pieces.</summary>
    private static void Absorb(List<FoundName> names, FoundName whole)
    {
        if (!names.Exists(name => name.First >= whole.First && name.Last <= whole.Last && name.Last - name.First < whole.Last - whole.First)
            || names.Exists(name => name.First < whole.Last && whole.First < name.Last && (name.First < whole.First || name.Last > whole.Last)))
            return;
        names.RemoveAll(name => name.First >= whole.First && name.Last <= whole.Last);
        names.Add(whole);
    }

    /// <summary>Takes from the edges what is no part of a name: marks, small words; of "Moskaus Retter" it keeps the place.</summary>
    /// <returns>Whether a name is left.</returns>
    private static bool TryTrim(NameText words, ref int first, ref int last, ref EntityType type)
    {
        (TaggedText text, NameTables tables) = (words.Tagged, words.Tables);
        while (first < last && text.Token(first).Kind is TokenKind.QuotationMark or TokenKind.Punctuation)
            first++;
        while (last > first && text.Token(last - 1).Kind is TokenKind.QuotationMark || (last > first + 1 && text.Form(last - 1) is "," or ";" or ":" or "(" or "[" or "|"))
            last--;
        if (type == EntityType.Other)
        {
            while (first < last && text.Tags[first].Upos == Upos.Adj && char.IsLower(text.Form(first)[0]))
                first++;
        }

        // "Minister a. D. Anna Kern"
        if (type == EntityType.Person && first > 0 && text.Form(first) is "D." && text.Form(first - 1) is "a.")
            first++;
        if (first == last || IsMoney(text, tables, first, last) || IsCredit(text, first, last) || IsTitleAlone(words, first, last, type))
            return false;
        NameWord lead = words.Word(first);
        EntityType found = type;
        // "Nordkoreas Büro", "Kurtis Büro", "Scholz’ Partei"
        if (last == first + 2 && tables.Genitive.Length > 0 && text.Tags[last - 1].Upos is Upos.Noun or Upos.Propn && words.Word(last - 1) is { Origin: FormOrigin.Known, Entries.Length: 0 } && lead.Entries.Length == 0
            && BareOf(lead.Form, tables.Genitive) is { Length: > 0 } bare
            && Array.Exists(tables.Gazetteer.EntriesOf(bare), entry => entry.Kind == KnownNameKind.Surname || (found != EntityType.Person && entry is { Kind: KnownNameKind.Name or KnownNameKind.Capital, NeedsContext: false })))
        {
            last = first + 1;
            type = Array.Exists(tables.Gazetteer.EntriesOf(bare), static entry => entry.Kind != KnownNameKind.Surname) ? type : EntityType.Person;
        }

        // a common noun by itself, known to the dictionary and to no table
        return last > first + 1 || type is not (EntityType.Organization or EntityType.Other) || text.Tags[first].Upos != Upos.Noun
            || lead.Entries.Length > 0 || lead.Origin != FormOrigin.Known;
    }

    /// <summary>A word without the ending of a name's genitive; empty where it has none.</summary>
    private static ReadOnlySpan<char> BareOf(string form, string genitive) =>
        form.EndsWith(genitive, StringComparison.Ordinal) ? form.AsSpan(0, form.Length - genitive.Length) : form[^1] is '\'' or '’' ? form.AsSpan(0, form.Length - 1) : [];

    /// <summary>Whether what was taken for a name is a title before one: "County Assistant District Attorney", "Dr.".</summary>
    private static bool IsTitleAlone(NameText text, int first, int last, EntityType type)
    {
        NameWord word = text.Word(last - 1);
        if (!text.Tables.Titles.TryGetValue(word.Form, out NameTables.TitleWord title) || word.Entries.Length > 0)
            return false;
        return last - first == 1 ? type == EntityType.Person && word.Form[^1] == '.' : type == EntityType.Organization && title.Kind == "calling" && last < text.Tagged.Count && text.Person(last).IsGiven;
    }

    /// <summary>Whether a role of a country and a name of two or three words were taken for one: "Uzbek President Shukhrat Ergashev".</summary>
    private static bool IsRoleAndName(NameText text, int first, int last)
    {
        if (last - first is not (4 or 5) || !text.Tables.Roles.ContainsKey(text.Word(first + 1).Form) || !Array.Exists(text.Word(first).Entries, static entry => entry.Kind == KnownNameKind.Adjective))
            return false;
        for (int i = first + 2; i < last; i++)
        {
            if (text.Tagged.Token(i).Kind != TokenKind.Word || !text.Word(i).IsCapital)
                return false;
        }

        return true;
    }

    /// <summary>Whether nothing but a currency is named.</summary>
    private static bool IsMoney(TaggedText text, NameTables tables, int first, int last) =>
        tables.Currencies.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.Text.AsSpan()[text.Token(first).Start..text.Token(last - 1).End]);

    /// <summary>Whether a short sign stands where articles give their writers: "(dpa/rb)", "rb/dpa".</summary>
    private static bool IsCredit(TaggedText text, int first, int last)
    {
        // "dpa/rb" in one
        ReadOnlySpan<char> whole = text.Text.AsSpan()[text.Token(first).Start..text.Token(last - 1).End];
        if (whole.Length < 13 && whole.Contains('/') && !whole.ContainsAnyExceptInRange('/', 'z') && !whole.ContainsAnyInRange('0', '_'))
            return true;
        if (last != first + 1 || whole.Length > 7)
            return false;
        bool hasSlash = (first > 0 && text.Form(first - 1) is "/") || (last < text.Count && text.Form(last) is "/");
        if (!hasSlash)
            return false;
        int start = first, end = last;
        while (start > 0 && (text.Form(start - 1) is "/" || (text.Form(start) is "/" && text.Form(start - 1).Length < 8 && text.Token(start - 1).Kind is TokenKind.Word or TokenKind.Abbreviation)))
            start--;
        while (end < text.Count && (text.Form(end) is "/" || (text.Form(end - 1) is "/" && text.Form(end).Length < 8 && text.Token(end).Kind is TokenKind.Word or TokenKind.Abbreviation)))
            end++;
        return (start > 0 && end < text.Count && text.Form(start - 1) is "(" && text.Form(end) is ")")
            || ((start == 0 || text.Sentences.Any(sentence => sentence.First == start)) && (end == text.Count || text.Sentences.Any(sentence => sentence.Last == end)));
    }

    private static bool TryGetSure(NameTables tables, int state, out EntityType type)
    {
        type = EntityType.Other;
        bool isSure = false, isState = false, isStateAlone = true;
        NameGazetteer.Entry[] entries = tables.Gazetteer.EntriesOf(state);
        foreach (NameGazetteer.Entry entry in entries)
        {
            bool isName = IsStateName(tables, entry);
            isState |= isName;
            isStateAlone &= isName || (entry.NeedsContext ? IsPlace(tables.Entities[entry.Entity].Type) : entry.Kind is KnownNameKind.Adjective or KnownNameKind.Inhabitant);
        }

        // a state is meant before a small place of its name, and before its own adjective
        if (isState && isStateAlone)
        {
            type = EntityType.GeoPolitical;
            return true;
        }

        foreach (NameGazetteer.Entry entry in entries)
        {
            EntityType one = tables.Entities[entry.Entity].Type;
            if (entry.NeedsContext || entry.Kind is not (KnownNameKind.Name or KnownNameKind.Metonym or KnownNameKind.Capital) || (isSure && IsPlace(one) != IsPlace(type)))
                return false;
            (type, isSure) = (one, true);
        }

        return isSure;
    }

    /// <summary>Whether a capital is named that no person and no common word is called like.</summary>
    private static bool IsCapitalAlone(NameText text, NameGazetteer.Match match, ref EntityType type)
    {
        NameWord word = text.Word(match.First);
        if (match.Last != match.First + 1 || !(word.Origin is not (FormOrigin.Known or FormOrigin.OtherCase) || text.Tagged.Tags[match.First].Upos == Upos.Propn) || text.Tables.Lists.IsGiven(word.Form) || text.Tables.Lists.IsSurname(word.Form))
            return false;
        bool isCapital = false;
        foreach (NameGazetteer.Entry entry in text.Tables.Gazetteer.EntriesOf(match.State))
        {
            if (!IsPlace(text.Tables.Entities[entry.Entity].Type) || entry.Kind is not (KnownNameKind.Name or KnownNameKind.Capital))
                return false;
            isCapital |= entry.Kind == KnownNameKind.Capital;
        }

        type = isCapital ? EntityType.GeoPolitical : type;
        return isCapital;
    }

    private static bool IsPlace(EntityType type) => type is EntityType.GeoPolitical or EntityType.Location;
}
