using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Links subject pronouns where one person alone fits.</summary>
internal static class PronounFinder
{
    /// <summary>Adds pronouns with exactly one person of their sex in this sentence and the one before, and nothing else that they could mean.</summary>
    public static void Add(NameText words, List<LinkedMention> mentions)
    {
        if (words.Descriptions.Pronouns.Count == 0)
            return;
        TaggedText text = words.Tagged;
        LinkedMention?[] at = new LinkedMention?[text.Count];
        foreach (LinkedMention mention in mentions)
            Array.Fill(at, mention, mention.First, mention.Last - mention.First);
        bool[] quoted = Quoted(text);
        SpeakerPronouns speakers = new(words, at, quoted);
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            Sentence sentence = text.Sentences[s];
            for (int i = sentence.First; i < sentence.Last; i++)
            {
                if (quoted[i] || !words.May(i, WordWays.Pronoun) || at[i] is not null || words.Referring(i).Pronoun is not DescriptionTable.Pronoun pronoun || !IsSubject(text, sentence, i, pronoun))
                    continue;
                bool isSpeaker = speakers.IsSaying(sentence, i);
                if ((isSpeaker ? speakers.Find(sentence, s, i, pronoun.Sex) : PersonFor(text, at, i, pronoun)) is not Referent person)
                    continue;
                if (person.Sex == '\0')
                    person.Sex = pronoun.Sex;
                LinkedMention mention = new(i, i + 1, text.Tokenized.SpanOf(i, i + 1), person, MentionKind.Pronoun, "", isSpeaker ? "who spoke, or is spoken of, before" : "the only person it can mean");
                at[i] = mention;
                mentions.Add(mention);
            }
        }
    }

    /// <summary>Which tokens stand in quotation marks; where none closes a quotation, its paragraph does.</summary>
    private static bool[] Quoted(TaggedText text)
    {
        bool[] quoted = new bool[text.Count];
        bool isQuoted = false;
        int paragraph = -1;
        foreach (Sentence sentence in text.Sentences)
        {
            isQuoted &= sentence.Paragraph == paragraph;
            paragraph = sentence.Paragraph;
            for (int i = sentence.First; i < sentence.Last; i++)
            {
                isQuoted ^= text.Token(i).Kind == TokenKind.QuotationMark;
                quoted[i] = isQuoted;
            }
        }

        return quoted;
    }

    /// <summary>Whether a finite verb stands beside it, or ends its clause, in the singular where the form alone does not tell.</summary>
    private static bool IsSubject(TaggedText text, Sentence sentence, int at, DescriptionTable.Pronoun pronoun)
    {
        for (int i = at + 1; i <= at + 2 && i < sentence.Last; i++)
        {
            if (IsFinite(text, i, pronoun.NeedsSingular) && (i == at + 1 || text.Tags[at + 1].Upos == Upos.Adv))
                return true;
        }

        if (at > sentence.First && IsFinite(text, at - 1, pronoun.NeedsSingular))
            return true;
        if (at == sentence.First || text.Tags[at - 1].Upos is not (Upos.Sconj or Upos.Pron or Upos.Adv))
            return false;
        for (int i = at + 1; i < sentence.Last && text.Token(i).Kind != TokenKind.Punctuation; i++)
        {
            if (IsFinite(text, i, pronoun.NeedsSingular))
                return true;
        }

        return false;
    }

    private static bool IsFinite(TaggedText text, int token, bool needsSingular) =>
        text.Tags[token] is { VerbForm: VerbForm.Finite } tag && (!needsSingular || tag.Number == GrammaticalNumber.Singular || (tag.Number == GrammaticalNumber.None && !text.Form(token).EndsWith("n")));

    private static Referent? PersonFor(TaggedText text, LinkedMention?[] at, int pronoun, DescriptionTable.Pronoun word)
    {
        int index = text.Tokenized.SentenceOf(pronoun);
        int from = text.Sentences[index == 0 || IsBreak(text, index) ? index : index - 1].First;
        Referent? person = null;
        for (int i = from; i < pronoun; i++)
        {
            if (at[i] is LinkedMention mention)
            {
                if (mention.Referent.Type != EntityType.Person || (mention.Referent.Sex != '\0' && mention.Referent.Sex != word.Sex))
                    continue;
                if (person is not null && person != mention.Referent)
                    return null;
                person = mention.Referent;
            }
            else if (IsRival(text, at, i, word.Sex))
            {
                return null;
            }
        }

        return person is { Sex: var sex } && sex == word.Sex ? person : null;
    }

    /// <summary>A noun of the pronoun's gender in the nominative that is no part of a person's description.</summary>
    private static bool IsRival(TaggedText text, LinkedMention?[] at, int token, char sex)
    {
        TokenTag tag = text.Tags[token];
        Gender gender = sex == 'm' ? Gender.Masculine : Gender.Feminine;
        if (tag.Upos != Upos.Noun || tag.Number == GrammaticalNumber.Plural || (tag.Gender != gender && tag.Gender != Gender.None) || tag.Gender == Gender.None || tag.Case is GrammaticalCase.Dative or GrammaticalCase.Genitive)
            return false;
        // an apposition: "der Minister Kern", "Kern, Minister"
        bool isApposition = (token + 1 < at.Length && at[token + 1]?.Referent.Type == EntityType.Person) || (token > 1 && text.Form(token - 1) is "," && at[token - 2]?.Referent.Type == EntityType.Person);
        return !isApposition;
    }

    private static bool IsBreak(TaggedText text, int sentence) =>
        text.Text.AsSpan(text.Token(text.Sentences[sentence].First - 1).End..text.Token(text.Sentences[sentence].First).Start).Contains('\n');
}
