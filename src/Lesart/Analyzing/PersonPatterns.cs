using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Names of people that their form alone betrays: a given name and an unknown word, a family name of East Asia with its syllables, words in another alphabet.</summary>
/// <remarks>The trained finder has seen few such names; what it took for a piece of one is widened to the whole.</remarks>
internal static class PersonPatterns
{
    private const int MostWords = 5;

    /// <summary>Adds what fits a pattern and lies in no other name, or holds only pieces of itself.</summary>
    public static void Add(TaggedText text, NameTables tables, List<FoundName> names)
    {
        TaggerModel tagger = text.Tokenized.Pack.Table(TaggerModel.Load);
        List<FoundName> added = [];
        foreach (Sentence sentence in text.Sentences)
        {
            for (int i = sentence.First; i < sentence.Last; i++)
            {
                int last = EndOf(text, tables, tagger, i, sentence.Last);
                if (last <= i)
                    continue;
                added.Add(new FoundName(i, last, EntityType.Person));
                i = last - 1;
            }
        }

        foreach (FoundName name in added)
        {
            // a known name, or one that goes beyond it, stays what it is
            if (names.Exists(other => Overlap(other, name) && (other.First < name.First || other.Last > name.Last || (other.First == name.First && other.Last == name.Last) || (other.State != 0 && other.Last - other.First > 1))))
                continue;
            names.RemoveAll(other => Overlap(other, name));
            names.Add(name);
        }

        for (int i = 0; i < names.Count; i++)
        {
            int last = names[i].Type == EntityType.Person ? EndOfGeneration(text, names[i].Last) : names[i].Last;
            if (last > names[i].Last && !names.Exists(other => other.First < last && other.First >= names[i].Last))
                names[i] = names[i] with { Last = last, State = 0 };
        }
    }

    /// <summary>The end of what tells the younger from the older: "Jr.", "III", "(Sohn)", "der Ältere". A long word by itself is none: "Brians Sohn".</summary>
    private static int EndOfGeneration(TaggedText text, int at)
    {
        bool isClosed = at + 1 >= text.Count || !char.IsUpper(text.Form(at + 1)[0]);
        if (IsGeneration(text, at) && isClosed && (text.Form(at).Length < 4 || text.Form(at)[^1] == '.'))
            return at + 1;
        if (IsGeneration(text, at + 1) && text.Form(at) is "(" && at + 2 < text.Count && text.Form(at + 2) is ")")
            return at + 3;
        return IsGeneration(text, at + 1) && char.IsUpper(text.Form(at + 1)[0]) && text.Tags[at].Upos == Upos.Det ? at + 2 : at;
    }

    private static bool IsGeneration(TaggedText text, int at)
    {
        if (at >= text.Count)
            return false;
        ReadOnlySpan<char> form = text.Form(at).TrimEnd('.');
        return (form.Length > 1 && !form.ContainsAnyExcept("IVX")) || (form.Length > 1 && Transcription.Instance.TryGetGeneration(Transcription.Instance.Bare(form.ToString()), out _));
    }

    private static bool Overlap(FoundName one, FoundName other) => one.First < other.Last && other.First < one.Last;

    private static int EndOf(TaggedText text, NameTables tables, TaggerModel tagger, int at, int end)
    {
        if (text.Token(at).Kind != TokenKind.Word)
            return -1;
        ReadOnlySpan<char> form = text.Form(at);
        if (IsForeign(form))
            return EndOfForeign(text, at, end);
        return char.IsUpper(form[0]) ? Math.Max(EndOfSyllables(text, at, end), Math.Max(EndOfGiven(text, tables, tagger, at, end), EndOfRegister(text, tables, tagger, at, end))) : -1;
    }

    /// <summary>As in a register: "Kern, Robert". No list of names, no clause after a place: "In Kern, Robert said".</summary>
    private static int EndOfRegister(TaggedText text, NameTables tables, TaggerModel tagger, int at, int end)
    {
        if (at + 2 >= end || text.Form(at + 1) is not "," || !IsSurname(text, tables, tagger, at) || !IsGiven(text, tables, tagger, at + 2) || tables.Surnames.Contains(text.Tokenized.Lexeme(at + 2)))
            return -1;
        bool isOpen = at > 0 && (text.Tags[at - 1].Upos is Upos.Adp or Upos.Propn or Upos.Cconj || text.Form(at - 1) is "," || IsGiven(text, tables, tagger, at - 1));
        bool goesOn = at + 3 < end && (char.IsUpper(text.Form(at + 3)[0]) || text.Form(at + 3) is "," || text.Tags[at + 3].Upos is Upos.Cconj or Upos.Verb or Upos.Aux or Upos.Part || PersonName.IsParticle(text.Form(at + 3)));
        return isOpen || goesOn ? -1 : at + 3;
    }

    /// <summary>Two words in another alphabet or more, or one of characters that hold a whole name.</summary>
    private static int EndOfForeign(TaggedText text, int at, int end)
    {
        int last = at;
        while (last < end && last - at < MostWords && text.Token(last).Kind == TokenKind.Word && IsForeign(text.Form(last)))
            last++;
        return last - at > 1 || text.Form(at) is { Length: >= 2 and <= 4 } one && one[0] >= '\u2E80' ? last : -1;
    }

    private static bool IsForeign(ReadOnlySpan<char> form) => form[0] >= '\u0370' && char.IsLetter(form[0]) && form[0] is not (>= '\u1E00' and < '\u2E80');

    /// <summary>"Choe Son-hui", "Min-jae Kim", "I Jae-myeong".</summary>
    private static int EndOfSyllables(TaggedText text, int at, int end)
    {
        if (at + 1 >= end || text.Token(at + 1).Kind != TokenKind.Word)
            return -1;
        bool isJoined = text.Form(at + 1).Contains('-') != text.Form(at).Contains('-');
        if (at + 2 < end && text.Form(at).Length < 6 && IsSyllable(text, at + 1) && IsSyllable(text, at + 2) && SyllabicName.TryRead(text.Text[text.Token(at).Start..text.Token(at + 2).End], out _, out _))
            return at + 3;
        return isJoined && char.IsUpper(text.Form(at + 1)[0]) && SyllabicName.TryRead(text.Text[text.Token(at).Start..text.Token(at + 1).End], out _, out _) ? at + 2 : -1;
    }

    private static bool IsSyllable(TaggedText text, int at) =>
        text.Token(at).Kind == TokenKind.Word && text.Form(at) is { Length: < 7 } form && char.IsUpper(form[0]) && !form.Contains('-') && text.Tokenized.Pack.Table(TaggerModel.Load).Describe(text.Tokenized.Lexeme(at)).Origin is not (FormOrigin.Known or FormOrigin.OtherCase);

    /// <summary>A given name, perhaps more of them, initials and particles, and a word that the dictionary does not know.</summary>
    private static int EndOfGiven(TaggedText text, NameTables tables, TaggerModel tagger, int at, int end)
    {
        if (!IsGiven(text, tables, tagger, at))
            return -1;
        int last = at + 1;
        bool hasSurname = false;
        while (last < end && last - at < MostWords)
        {
            ReadOnlySpan<char> form = text.Form(last);
            bool isSurname = IsSurname(text, tables, tagger, last);
            if (isSurname)
                hasSurname = true;
            else if (hasSurname || !(IsInitial(text, last) || (PersonName.IsParticle(form) && last + 1 < end)))
                break;
            last++;
        }

        return hasSurname ? last : -1;
    }

    private static bool IsGiven(TaggedText text, NameTables tables, TaggerModel tagger, int at)
    {
        string form = text.Tokenized.Lexeme(at);
        if (!tables.GivenNames.ContainsKey(form) && !tables.GivenNames.ContainsKey(FirstPart(form))
            && !(Transcription.Instance.TryGetGiven(Transcription.Instance.Bare(form), "", out Transcription.GivenName given) && given.Lands != Transcription.Western))
            return false;
        return !tables.Roles.ContainsKey(form) && !tables.Gazetteer.EntriesOf(form).Any(static entry => entry is { Kind: KnownNameKind.Name or KnownNameKind.Capital, NeedsContext: false })
            && (tagger.Describe(form).Origin != FormOrigin.Known || text.Tags[at].Upos == Upos.Propn);
    }

    private static string FirstPart(string form) => form.IndexOf('-', StringComparison.Ordinal) is > 0 and int dash ? form[..dash] : form;

    private static bool IsInitial(TaggedText text, int at) => char.IsUpper(text.Form(at)[0]) && text.Form(at) is [_, '.'] or [_, '.', '-', _, '.'];

    /// <summary>A word with a capital that no dictionary knows, or an article with one: "el-Assad".</summary>
    private static bool IsSurname(TaggedText text, NameTables tables, TaggerModel tagger, int at)
    {
        if (text.Token(at).Kind != TokenKind.Word)
            return false;
        ReadOnlySpan<char> form = text.Form(at);
        int dash = form.IndexOf('-');
        if (!char.IsUpper(form[0]))
            return dash is 2 or 3 && dash + 2 < form.Length && char.IsUpper(form[dash + 1]);
        if (form.Length < 3 || tables.Roles.ContainsKey(text.Tokenized.Lexeme(at)) || IsForeign(form))
            return false;
        FormOrigin origin = tagger.Describe(text.Tokenized.Lexeme(at)).Origin;
        return tables.Gazetteer.EntriesOf(form).Any(static entry => entry.Kind == KnownNameKind.Surname) || origin is not (FormOrigin.Known or FormOrigin.OtherCase or FormOrigin.Head) && !tables.Gazetteer.EntriesOf(form).Any(static entry => entry is { Kind: not KnownNameKind.Surname, NeedsContext: false });
    }
}
