using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Names of people that their form alone betrays: a given name and an unknown word, a family name of East Asia with its syllables, words in another alphabet.</summary>
/// <remarks>The trained finder has seen few such names; what it took for a piece of one is widened to the whole.</remarks>
internal static class PersonPatterns
{
    private const int MostWords = 5;
    private const char FirstForeign = '\u0370';

    /// <summary>Adds what fits a pattern and lies in no other name, or holds only pieces of itself.</summary>
    public static void Add(NameText text, List<FoundName> names)
    {
        List<FoundName>? added = null;
        foreach (Sentence sentence in text.Tagged.Sentences)
        {
            for (int i = sentence.First; i < sentence.Last; i++)
            {
                int last = EndOf(text, i, sentence.Last);
                if (last <= i)
                    continue;
                (added ??= []).Add(new FoundName(i, last, EntityType.Person));
                i = last - 1;
            }
        }

        foreach (FoundName name in added ?? [])
            Put(names, name);

        for (int i = 0; i < names.Count; i++)
        {
            int last = names[i].Type == EntityType.Person ? EndOfGeneration(text, names[i].Last) : names[i].Last;
            if (last > names[i].Last && !IsAnyBetween(names, names[i].Last, last))
                names[i] = names[i] with { Last = last, State = 0 };
        }
    }

    /// <summary>Adds a name in the place of its pieces; a known name, or one that goes beyond it, stays what it is.</summary>
    private static void Put(List<FoundName> names, FoundName name)
    {
        bool isAny = false;
        foreach (FoundName other in names)
        {
            if (!Overlap(other, name))
                continue;
            if (other.First < name.First || other.Last > name.Last || (other.First == name.First && other.Last == name.Last) || (other.State != 0 && other.Last - other.First > 1))
                return;
            isAny = true;
        }

        for (int i = names.Count - 1; isAny && i >= 0; i--)
        {
            if (Overlap(names[i], name))
                names.RemoveAt(i);
        }

        names.Add(name);
    }

    private static bool IsAnyBetween(List<FoundName> names, int first, int last)
    {
        foreach (FoundName name in names)
        {
            if (name.First < last && name.First >= first)
                return true;
        }

        return false;
    }

    private static bool IsWord(NameText text, int at) => text.Tagged.Token(at).Kind == TokenKind.Word;

    /// <summary>The end of what tells the younger from the older: "Jr.", "III", "(Sohn)", "der Ältere". A long word by itself is none: "Brians Sohn".</summary>
    private static int EndOfGeneration(NameText text, int at)
    {
        bool isClosed = at + 1 >= text.Tagged.Count || !text.Word(at + 1).IsCapital;
        if (isClosed && IsGeneration(text, at) && (text.Tagged.Form(at).Length < 4 || text.Tagged.Form(at)[^1] == '.'))
            return at + 1;
        if (at + 1 >= text.Tagged.Count)
            return at;
        if (text.Tagged.Form(at) is "(" && at + 2 < text.Tagged.Count && text.Tagged.Form(at + 2) is ")" && IsGeneration(text, at + 1))
            return at + 3;
        return text.Tagged.Tags[at].Upos == Upos.Det && text.Word(at + 1).IsCapital && IsGeneration(text, at + 1) ? at + 2 : at;
    }

    private static bool IsGeneration(NameText text, int at) => at < text.Tagged.Count && text.Person(at).IsGeneration;

    private static bool Overlap(FoundName one, FoundName other) => one.First < other.Last && other.First < one.Last;

    private static int EndOf(NameText text, int at, int end)
    {
        NameWord word = text.Word(at);
        bool isLatin = word.Initial < FirstForeign;
        if ((isLatin && !word.IsCapital) || !IsWord(text, at))
            return -1;
        if (!isLatin && text.Person(at).IsForeign)
            return EndOfForeign(text, at, end);
        return word.IsCapital ? Math.Max(EndOfSyllables(text, at, end), Math.Max(EndOfGiven(text, at, end), EndOfRegister(text, at, end))) : -1;
    }

    /// <summary>As in a register: "Kern, Robert". No list of names, no clause after a place: "In Kern, Robert said".</summary>
    private static int EndOfRegister(NameText text, int at, int end)
    {
        TaggedText tagged = text.Tagged;
        if (at + 2 >= end || tagged.Form(at + 1) is not "," || !IsSurname(text, at) || !IsGiven(text, at + 2) || text.Tables.Lists.IsSurname(text.Word(at + 2).Form))
            return -1;
        bool isOpen = at > 0 && (tagged.Tags[at - 1].Upos is Upos.Adp or Upos.Propn or Upos.Cconj || tagged.Form(at - 1) is "," || IsGiven(text, at - 1));
        bool goesOn = at + 3 < end && (text.Word(at + 3).IsCapital || tagged.Form(at + 3) is "," || tagged.Tags[at + 3].Upos is Upos.Cconj or Upos.Verb or Upos.Aux or Upos.Part || PersonName.IsParticle(tagged.Form(at + 3)));
        return isOpen || goesOn ? -1 : at + 3;
    }

    /// <summary>Two words in another alphabet or more, or one of characters that hold a whole name.</summary>
    private static int EndOfForeign(NameText text, int at, int end)
    {
        int last = at;
        while (last < end && last - at < MostWords && IsWord(text, last) && text.Person(last).IsForeign)
            last++;
        return last - at > 1 || text.Tagged.Form(at) is { Length: >= 2 and <= 4 } one && one[0] >= '\u2E80' ? last : -1;
    }

    /// <summary>"Choe Son-hui", "Min-jae Kim", "I Jae-myeong".</summary>
    private static int EndOfSyllables(NameText text, int at, int end)
    {
        if (at + 1 >= end || !IsWord(text, at + 1))
            return -1;
        if (at + 2 < end && text.Word(at).Form.Length < 6 && IsSyllable(text, at + 1) && IsSyllable(text, at + 2) && IsSyllabic(text, at, at + 2))
            return at + 3;
        return text.Word(at + 1).IsCapital && text.Tagged.Form(at + 1).Contains('-') != text.Tagged.Form(at).Contains('-') && IsSyllabic(text, at, at + 1) ? at + 2 : -1;
    }

    private static bool IsSyllabic(NameText text, int first, int last)
    {
        // most words are told at a glance; what stands between unusual blanks is read letter by letter
        bool isSpaced = true;
        for (int i = first; i < last; i++)
            isSpaced &= text.Tagged.Token(i + 1).Start == text.Tagged.Token(i).End + 1 && text.Tagged.Text[text.Tagged.Token(i).End] == ' ';
        return (!isSpaced || text.Person(first).IsFamily || text.Person(last).IsFamily) && SyllabicName.TryRead(text.Tagged.Text[text.Tagged.Token(first).Start..text.Tagged.Token(last).End], out _, out _);
    }

    private static bool IsSyllable(NameText text, int at) => text.Word(at).IsCapital && IsWord(text, at) && text.Person(at).IsSyllable;

    /// <summary>A given name, perhaps more of them, initials and particles, and a word that the dictionary does not know.</summary>
    private static int EndOfGiven(NameText text, int at, int end)
    {
        if (!IsGiven(text, at))
            return -1;
        int last = at + 1;
        bool hasSurname = false;
        while (last < end && last - at < MostWords)
        {
            bool isSurname = IsSurname(text, last);
            if (isSurname)
                hasSurname = true;
            else if (hasSurname || !(IsInitial(text, last) || (PersonName.IsParticle(text.Tagged.Form(last)) && last + 1 < end)))
                break;
            last++;
        }

        return hasSurname ? last : -1;
    }

    private static bool IsGiven(NameText text, int at) => text.Person(at).IsGiven && (text.Word(at).Origin != FormOrigin.Known || text.Tagged.Tags[at].Upos == Upos.Propn);

    private static bool IsInitial(NameText text, int at) => text.Word(at).IsCapital && text.Tagged.Form(at) is [_, '.'] or [_, '.', '-', _, '.'] or [_, '.', _, '.'];

    private static bool IsSurname(NameText text, int at) => IsWord(text, at) && text.Person(at).IsSurname;
}
