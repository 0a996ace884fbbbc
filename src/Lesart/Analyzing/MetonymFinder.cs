using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells a capital that stands for its government from the place: "Moskau warnte" and "in Moskau".</summary>
internal static class MetonymFinder
{
    /// <summary>Turns names of capitals and seats into metonyms of their states where the sentence shows it.</summary>
    public static void Mark(TaggedText text, NameTables tables, NameResolver resolver, List<LinkedMention> mentions)
    {
        Words words = text.Tokenized.Pack.Table(static pack => new Words(pack));
        for (int i = 0; i < mentions.Count; i++)
        {
            LinkedMention mention = mentions[i];
            if (mention.Kind != MentionKind.Name || mention.Referent.Type == EntityType.Person)
                continue;
            int state = tables.CapitalOf(mention.Form);
            if (state >= 0 && IsActor(text, words, mention))
            {
                mention.Kind = MentionKind.Metonym;
                mention.Referent = resolver.OfKnown(state);
                mention.Because = "capital as the subject of what governments do";
            }
            else if (state >= 0 && i + 1 < mentions.Count && IsPair(text, words, mention, mentions[i + 1]) && StateOf(tables, resolver, mentions[i + 1]) is Referent other)
            {
                (mention.Kind, mention.Referent, mention.Because) = (MentionKind.Metonym, resolver.OfKnown(state), "capital between which and another something holds that holds between governments");
                LinkedMention second = mentions[i + 1];
                if (second.Referent != other)
                    (second.Kind, second.Referent, second.Because) = (MentionKind.Metonym, other, mention.Because);
            }
            else if (tables.IsSeat(mention.Form))
            {
                mention.Kind = MentionKind.Metonym;
                mention.Because = "seat of a government";
            }
        }
    }

    /// <summary>The state that a name means, or whose capital it is; null for neither.</summary>
    private static Referent? StateOf(NameTables tables, NameResolver resolver, LinkedMention mention) =>
        tables.CapitalOf(mention.Form) is >= 0 and int state ? resolver.OfKnown(state) : mention.Referent.Known?.Kind == "country" ? mention.Referent : null;

    /// <summary>"die Gespräche zwischen Moskau und Kiew"; no distance, no line of trains.</summary>
    private static bool IsPair(TaggedText text, Words words, LinkedMention first, LinkedMention second)
    {
        Sentence sentence = text.Sentences[text.Tokenized.SentenceOf(first.First)];
        if (first.First - 2 < sentence.First || second.First != first.Last + 1 || !words.Ands.Contains(text.Tokenized.Lexeme(first.Last)) || !words.Betweens.Contains(text.Tokenized.Lexeme(first.First - 1)))
            return false;
        string noun = text.Lemmas[first.First - 2].ToLowerInvariant();
        return text.Tags[first.First - 2].Upos == Upos.Noun && words.Relations.Any(relation => noun.EndsWith(relation, StringComparison.Ordinal));
    }

    private static bool IsActor(TaggedText text, Words words, LinkedMention mention)
    {
        Sentence sentence = text.Sentences[text.Tokenized.SentenceOf(mention.First)];
        for (int i = mention.First - 1; i >= sentence.First && i >= mention.First - 3; i--)
        {
            if (words.Places.Contains(text.Tokenized.Lexeme(i)))
                return false;
            if (text.Tags[i].Upos is not (Upos.Det or Upos.Adj or Upos.X or Upos.Cconj or Upos.Propn))
                break;
        }

        // the finite verb right after it, or right before it
        return (mention.Last < sentence.Last && Acts(text, words, mention.Last))
            || (mention.First > sentence.First && Acts(text, words, mention.First - 1) && !(mention.Last < sentence.Last && text.Tags[mention.Last].Upos is Upos.Noun));
    }

    private static bool Acts(TaggedText text, Words words, int token)
    {
        if (text.Tags[token] is not { VerbForm: VerbForm.Finite } || !words.Helpers.Contains(text.Lemmas[token]))
            return words.Verbs.Contains(text.Lemmas[token]) || (text.Tags[token] is { Upos: Upos.Verb, VerbForm: VerbForm.Finite } && !words.States.Contains(text.Lemmas[token]));
        // "hat gewarnt", "will liefern"; "wird genannt" does nothing
        Sentence sentence = text.Sentences[text.Tokenized.SentenceOf(token)];
        for (int i = token + 1; i < sentence.Last && text.Token(i).Kind != TokenKind.Punctuation; i++)
        {
            if (text.Tags[i] is { Upos: Upos.Verb, VerbForm: VerbForm.Participle or VerbForm.Infinitive } verb)
                return words.Verbs.Contains(text.Lemmas[i]) && !(verb.VerbForm == VerbForm.Participle && words.Passives.Contains(text.Lemmas[token]));
        }

        return false;
    }

    private sealed class Words
    {
        public Words(LanguagePack pack)
        {
            Dictionary<string, string[]> rows = pack.Data.Rows("metonyms.tsv").ToDictionary(static row => row[0], static row => row[1].Split('|'), StringComparer.Ordinal);
            Verbs = rows.GetValueOrDefault("verb", []).ToHashSet(StringComparer.Ordinal);
            States = rows.GetValueOrDefault("not", []).ToHashSet(StringComparer.Ordinal);
            Helpers = rows.GetValueOrDefault("helper", []).ToHashSet(StringComparer.Ordinal);
            Passives = rows.GetValueOrDefault("passive", []).ToHashSet(StringComparer.Ordinal);
            Places = rows.GetValueOrDefault("place", []).ToHashSet(StringComparer.OrdinalIgnoreCase);
            Betweens = rows.GetValueOrDefault("between", []).ToHashSet(StringComparer.OrdinalIgnoreCase);
            Ands = rows.GetValueOrDefault("and", []).ToHashSet(StringComparer.Ordinal);
            Relations = rows.GetValueOrDefault("relation", []);
        }

        public HashSet<string> Verbs { get; }

        /// <summary>Words before a pair of capitals, and between the two.</summary>
        public HashSet<string> Betweens { get; }

        public HashSet<string> Ands { get; }

        /// <summary>Nouns in small letters, or their ends, of what holds between governments.</summary>
        public IReadOnlyList<string> Relations { get; }

        public HashSet<string> Places { get; }

        /// <summary>Auxiliary and modal verbs.</summary>
        public HashSet<string> Helpers { get; }

        /// <summary>Those of them that make a passive with a participle.</summary>
        public HashSet<string> Passives { get; }

        /// <summary>Verbs that tell of a city as a place.</summary>
        public HashSet<string> States { get; }
    }
}
