using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Links the pronoun beside a verb of saying: it means who speaks, or whom the text is about, in the sentences before.</summary>
internal sealed class SpeakerPronouns(NameText words, LinkedMention?[] at, bool[] quoted)
{
    private const int MostBack = 3; // sentences
    private const int VerbReach = 2; // words between a pronoun and its verb ("er habe nie gesagt")
    private const int NameReach = 5; // words between a name and a verb of saying ("said Jean-Luc Aubanel", "Kern, 52, sagte")

    private readonly TaggedText _text = words.Tagged;
    private readonly StatementLexicon _lexicon = StatementLexicon.Of(words.Tagged.Tokenized.Pack);

    /// <summary>How sure a name or noun is the one that the text goes on to speak of.</summary>
    private enum Rank
    {
        None, Named, Opens, Speaks,
    }

    /// <summary>Whether a verb of saying stands beside a pronoun.</summary>
    public bool IsSaying(Sentence sentence, int pronoun) => VerbBeside(sentence, pronoun) >= 0;

    /// <summary>Who is meant by a pronoun beside a verb of saying; null where two fit, or a noun as well.</summary>
    public Referent? Find(Sentence sentence, int index, int pronoun, char sex)
    {
        int breaks = 0;
        if (!IsBehindContent(sentence, pronoun) && _text.Sentences[index].First < pronoun && In(sentence.First, pronoun, pronoun, sex, out Referent? own))
            return own;
        for (int s = index; s > 0 && index - s < MostBack; s--)
        {
            breaks += _text.Sentences[s].Paragraph != _text.Sentences[s - 1].Paragraph ? 1 : 0;
            Sentence before = _text.Sentences[s - 1];
            if (breaks > 1 || before.IsHeading || before.Paragraph != sentence.Paragraph && s != index)
                return null;
            if (In(before.First, before.Last, pronoun, sex, out Referent? found))
                return found;
        }

        return null;
    }

    /// <summary>Whether what is said stands before the pronoun and its verb ("..., sagte er", "..., he said"): nobody named in it is the speaker.</summary>
    private bool IsBehindContent(Sentence sentence, int pronoun)
    {
        int verb = VerbBeside(sentence, pronoun), start = Math.Min(verb, pronoun), end = Math.Max(verb, pronoun) + 1;
        if (_lexicon.IsVerbFinal)
            return verb < pronoun;
        bool isInserted = start > sentence.First && _text.Token(start - 1).Kind is TokenKind.Punctuation or TokenKind.QuotationMark;
        return isInserted && (end >= sentence.Last || _text.Token(end).Kind is TokenKind.Punctuation or TokenKind.QuotationMark || (_lexicon.Class(Lower(end)) & (WordClass.Preposition | WordClass.TimeNoun | WordClass.Adverb)) != WordClass.None || (_lexicon.Class(Lower(end)) & WordClass.NominativeArticle) == WordClass.None);
    }

    /// <summary>Whether a stretch decides who is meant, and who it is: null where it leaves two, or a noun that speaks.</summary>
    private bool In(int first, int last, int pronoun, char sex, out Referent? found)
    {
        found = null;
        Rank best = Rank.None;
        bool isShared = false;
        for (int i = first; i < last; i++)
        {
            if (quoted[i] || i >= pronoun)
                continue;
            Rank rank;
            Referent? person = null;
            if (at[i] is LinkedMention mention)
            {
                int end = Math.Min(mention.Last, last);
                bool fits = mention.Referent is { Type: EntityType.Person } named && (named.Sex == '\0' || named.Sex == sex);
                rank = fits ? RankOf(first, last, i, end, isName: true) : Rank.None;
                person = fits ? mention.Referent : null;
                i = end - 1;
            }
            else
            {
                rank = IsSomebody(i, sex) ? RankOf(first, last, i, i + 1, isName: false) : Rank.None;
                person = rank == Rank.None ? null : BesideName(first, last, i);
                if (person is null && (rank == Rank.Named || (rank == Rank.Opens && _text.Tags[first].Upos is not Upos.Det)))
                    rank = Rank.None;
            }

            if (rank == Rank.None || (rank == best && person is not null && person == found))
                continue;
            if (rank > best)
                (best, found, isShared) = (rank, person, false);
            else if (rank == best)
                isShared = true;
        }

        if (isShared)
            found = null;
        return best != Rank.None;
    }

    /// <summary>Whose apposition a noun is, set off by a comma ("the group's director, Anna Kern", "Anna Kern, the director of the group"); null for none.</summary>
    private Referent? BesideName(int from, int to, int noun)
    {
        if (noun + 2 < to && _text.Form(noun + 1) is "," && at[noun + 2]?.Referent is { Type: EntityType.Person } behind)
            return behind;
        int start = GroupStart(from, noun);
        return start - 2 >= from && _text.Form(start - 1) is "," && at[start - 2]?.Referent is { Type: EntityType.Person } before ? before : null;
    }

    private int GroupStart(int from, int first)
    {
        int start = first;
        while (start > from && !quoted[start - 1] && at[start - 1] is null && _text.Tags[start - 1].Upos is Upos.Adj or Upos.Noun or Upos.Num or Upos.Det or Upos.Propn or Upos.X && (_lexicon.Class(Lower(start - 1)) & (WordClass.Preposition | WordClass.TimeNoun)) == WordClass.None)
            start--;
        return start;
    }

    /// <summary>Whose words a stretch tells: beside a verb of saying, or at its head; behind a preposition or in the genitive nobody speaks.</summary>
    private Rank RankOf(int from, int to, int first, int last, bool isName)
    {
        int start = GroupStart(from, first);
        if (start > from && (_lexicon.Class(Lower(start - 1)) & WordClass.Preposition) != WordClass.None)
            return Rank.None;
        if (last < to && _text.Form(last) is ['\'' or '’', ..])
            return Rank.None;
        for (int i = last; i < Math.Min(to, last + NameReach); i++)
        {
            if (IsCue(i))
                return Rank.Speaks;
            if (at[i] is { Referent.Type: EntityType.Person } || quoted[i] || (!isName && _text.Token(i).Kind is not TokenKind.Word))
                break;
        }

        for (int i = start - 1; i >= Math.Max(from, start - VerbReach); i--)
        {
            if (IsCue(i) && MayPrecede(from, i) && !HasSubject(from, i))
                return Rank.Speaks;
        }

        return start == from ? Rank.Opens : Rank.Named;
    }

    /// <summary>Whether a stretch opens with the person whose verb this is, an apposition between them ("Anna Kern, a lawyer, denied any fault").</summary>
    private bool HasSubject(int from, int verb)
    {
        if (at[from] is not { Referent.Type: EntityType.Person } name)
            return false;
        for (int i = name.Last; i < verb; i++)
        {
            if (_text.Tags[i].Upos is Upos.Verb or Upos.Aux)
                return false;
        }

        return true;
    }

    /// <summary>Whether a noun without a name may be who speaks: it can, and neither its gender nor its case says otherwise.</summary>
    private bool IsSomebody(int token, char sex)
    {
        TokenTag tag = _text.Tags[token];
        if (tag.Upos is not Upos.Noun || tag.Number == GrammaticalNumber.Plural || tag.Case is GrammaticalCase.Dative or GrammaticalCase.Genitive or GrammaticalCase.Accusative || !_lexicon.CanSpeak(Lower(token)))
            return false;
        Gender gender = sex == 'm' ? Gender.Masculine : Gender.Feminine;
        return (tag.Gender == gender || tag.Gender == Gender.None) && !(token + 1 < at.Length && at[token + 1]?.Referent.Type == EntityType.Person);
    }

    /// <summary>Whether who speaks may follow a verb: where the order of words is fixed, only behind what is said.</summary>
    private bool MayPrecede(int from, int verb) => _lexicon.IsVerbFinal || (verb > from && _text.Token(verb - 1).Kind is TokenKind.Punctuation or TokenKind.QuotationMark);

    private int VerbBeside(Sentence sentence, int pronoun)
    {
        if (pronoun > sentence.First && IsCue(pronoun - 1) && MayPrecede(sentence.First, pronoun - 1))
            return pronoun - 1;

        for (int i = pronoun + 1; i < Math.Min(sentence.Last, pronoun + 1 + VerbReach) && _text.Token(i).Kind is TokenKind.Word; i++)
        {
            if (IsCue(i))
                return i;
        }

        return -1;
    }

    /// <summary>Whether a token is a verb that may stand beside a quotation.</summary>
    private bool IsCue(int token)
    {
        if (quoted[token] || _text.Tags[token].Upos is not (Upos.Verb or Upos.X))
            return false;
        foreach (CueForm form in _lexicon.Forms(Lower(token)))
        {
            if ((form.Verb.Frames & (CueFrame.Quote | CueFrame.Clause | CueFrame.As)) != CueFrame.None && (form.Verb.Frames & CueFrame.Weak) == CueFrame.None)
                return true;
        }

        return false;
    }

    private string Lower(int token) => _text.Form(token).ToString().ToLowerInvariant();
}
