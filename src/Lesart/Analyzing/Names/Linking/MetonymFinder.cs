using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells a capital that stands for its government from the place: "Moskau warnte" and "in Moskau".</summary>
internal static class MetonymFinder
{
    private const int MostBetween = 3; // words between a preposition, a verb or a noun and the name

    /// <summary>Turns names of capitals and seats into metonyms of their states where the sentence shows it.</summary>
    public static void Mark(TaggedText text, NameTables tables, NameResolver resolver, List<LinkedMention> mentions)
    {
        Words words = text.Tokenized.Pack.Table(static pack => new Words(pack));
        for (int i = 0; i < mentions.Count; i++)
        {
            LinkedMention mention = mentions[i];
            if (mention.Kind != MentionKind.Name || mention.Referent.Type == EntityType.Person)
                continue;
            int state = CapitalOf(tables, mention);
            if (state >= 0 && IsActor(text, words, mention))
            {
                Turn(mention, Government(tables, words, resolver, mention, state, mentions), "capital as the subject of what governments do");
                // "Berlin und Paris einigten sich"
                if (i > 0 && mentions[i - 1] is { Kind: MentionKind.Name } first && first.Last + 1 == mention.First && words.Ands.Contains(text.Tokenized.Lexeme(first.Last)) && CapitalOf(tables, first) is >= 0 and int other
                    && !(first.First > 0 && text.Tags[first.First - 1].Upos == Upos.Adp))
                    Turn(first, Government(tables, words, resolver, first, other, mentions), mention.Because);
            }
            else if (state >= 0 && i + 1 < mentions.Count && IsPair(text, words, mention, mentions[i + 1]) && StateOf(tables, resolver, mentions[i + 1]) is Referent other)
            {
                Turn(mention, resolver.OfKnown(state), "capital between which and another something holds that holds between governments");
                if (mentions[i + 1].Referent != other)
                    Turn(mentions[i + 1], other, mention.Because);
            }
            else if (tables.IsSeat(mention.Form))
            {
                mention.Kind = MentionKind.Metonym;
                mention.Because = "seat of a government";
            }
        }
    }

    /// <summary>The state whose capital is named; -1 for none, and for a province of another land that is called like it ("Victoria").</summary>
    private static int CapitalOf(NameTables tables, LinkedMention mention)
    {
        int state = tables.CapitalOf(mention.Form);
        bool isElsewhere = state >= 0 && mention.Referent.Known is { Kind: "area" } known && known.Country.Length > 0 && known.Country != tables.Entities[state].Country;
        return isElsewhere ? -1 : state;
    }

    private static void Turn(LinkedMention mention, Referent government, string because) => (mention.Kind, mention.Referent, mention.Because) = (MentionKind.Metonym, government, because);

    /// <summary>Whose government a capital stands for: its state's, or that of the union that sits there, where the article doesn't speak of the state.</summary>
    private static Referent Government(NameTables tables, Words words, NameResolver resolver, LinkedMention mention, int state, List<LinkedMention> mentions)
    {
        if (words.Unions.TryGetValue(mention.Form, out string? id) && tables.TryGet(id, out int union) && !mentions.Exists(other => other.Referent.Known == tables.Entities[state]))
            return resolver.OfKnown(union);
        return resolver.OfKnown(state);
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
        return text.Tags[first.First - 2].Upos == Upos.Noun && IsOf(text, words.Relations, first.First - 2);
    }

    private static bool IsActor(TaggedText text, Words words, LinkedMention mention)
    {
        Sentence sentence = text.Sentences[text.Tokenized.SentenceOf(mention.First)];
        if (OwnerOf(text, words, sentence, mention) is bool acts)
            return acts;
        if (mention.Last < sentence.Last && words.Behind.Contains(text.Tokenized.Lexeme(mention.Last)))
            return true;
        if (mention.First > sentence.First && text.Tags[mention.First - 1].Upos == Upos.Adp)
            return IsGoverned(text, words, sentence, mention);
        for (int i = mention.First - 1; i >= sentence.First && i >= mention.First - MostBetween; i--)
        {
            if (words.Places.Contains(text.Tokenized.Lexeme(i)))
                return false;
            if (text.Tags[i].Upos is not (Upos.Det or Upos.Adj or Upos.X or Upos.Cconj or Upos.Propn))
                break;
        }

        // the finite verb right after it, or before it, with small words between: "hält sich Moskau bedeckt", "lehnte auch Peking ab"
        if (mention.Last < sentence.Last && Acts(text, words, mention.Last))
            return true;
        int verb = mention.First - 1;
        while (verb > sentence.First && verb > mention.First - MostBetween && text.Tags[verb] is { Upos: Upos.Adv or Upos.Part or Upos.Pron, Case: not GrammaticalCase.Nominative })
            verb--;
        return verb >= sentence.First && Acts(text, words, verb) && !(mention.Last < sentence.Last && text.Tags[mention.Last].Upos is Upos.Noun);
    }

    /// <summary>"Moskaus Antwort", "aus Sicht Pekings": whether a government owns what is named, or a city does; null where the capital is no owner.</summary>
    private static bool? OwnerOf(TaggedText text, Words words, Sentence sentence, LinkedMention mention)
    {
        int next = mention.Last;
        bool isGenitive = mention.Span.End - mention.Span.Start > mention.Form.Length;
        if (next < sentence.Last && text.Token(next).Start == mention.Span.End && text.Tags[next].Upos == Upos.Part)
            (isGenitive, next) = (true, next + 1);
        if (!isGenitive)
            return null;
        while (next < sentence.Last && next < mention.Last + MostBetween && text.Tags[next].Upos is Upos.Adj or Upos.Adv)
            next++;
        if (next < sentence.Last && text.Tags[next].Upos is Upos.Noun or Upos.Propn)
            return IsOf(text, words.Relations, next) || IsOf(text, words.Deeds, next);
        return mention.First > sentence.First && text.Tags[mention.First - 1].Upos == Upos.Noun && (IsOf(text, words.Relations, mention.First - 1) || IsOf(text, words.Deeds, mention.First - 1));
    }

    /// <summary>Whether the preposition before a capital makes it a government: "gegen Moskau", "der Vertrag mit Moskau", "von Moskau besetzt", "Für Moskau ist das".</summary>
    private static bool IsGoverned(TaggedText text, Words words, Sentence sentence, LinkedMention mention)
    {
        int at = mention.First - 1;
        string preposition = text.Tokenized.Lexeme(at);
        int noun = at > sentence.First && text.Tags[at - 1].Upos == Upos.Noun ? at - 1 : -1;
        if (words.Against.Contains(preposition) || (at > sentence.First && words.Against.Contains($"{text.Tokenized.Lexeme(at - 1)} {preposition}")))
            return noun < 0 || !IsOf(text, words.Locals, noun);
        if (words.Toward.Contains(preposition) && noun >= 0 && (IsOf(text, words.Relations, noun) || IsOf(text, words.Deeds, noun)))
            return true;
        bool isFirst = at == sentence.First && mention.Last < sentence.Last;
        if (isFirst && words.Fors.Contains(preposition))
            return text.Tags[mention.Last].VerbForm == VerbForm.Finite || (text.Form(mention.Last) is ",");
        if (!words.Agents.Contains(preposition))
            return false;
        for (int i = mention.Last; i < sentence.Last && text.Token(i).Kind != TokenKind.Punctuation; i++)
        {
            if (text.Tags[i].VerbForm == VerbForm.Participle && words.Verbs.Contains(text.Lemmas[i]))
                return true;
            // "die von Moskau besetzte Krim"
            if (i == mention.Last && text.Tags[i].Upos == Upos.Adj && words.Done.Contains(text.Lemmas[i]))
                return true;
        }

        return false;
    }

    private static bool IsOf(TaggedText text, IReadOnlyList<string> ends, int noun)
    {
        string lemma = text.Lemmas[noun].ToLowerInvariant();
        foreach (string end in ends)
        {
            if (lemma.EndsWith(end, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool Acts(TaggedText text, Words words, int token)
    {
        if (text.Tags[token] is not { VerbForm: VerbForm.Finite } || !words.Helpers.Contains(text.Lemmas[token]))
            return words.Verbs.Contains(text.Lemmas[token]) || (text.Tags[token] is { Upos: Upos.Verb, VerbForm: VerbForm.Finite } && !words.States.Contains(text.Lemmas[token]));
        // "hat gewarnt", "will liefern"; "wird genannt" does nothing
        Sentence sentence = text.Sentences[text.Tokenized.SentenceOf(token)];
        for (int i = token + 1; i < sentence.Last && text.Token(i).Kind != TokenKind.Punctuation; i++)
        {
            if (words.Attitudes.Contains(text.Lemmas[i]))
                return true;
            if (text.Tags[i] is { Upos: Upos.Verb, VerbForm: VerbForm.Infinitive } && words.Volitions.Contains(text.Lemmas[token]))
                return !words.States.Contains(text.Lemmas[i]);
            if (text.Tags[i] is { Upos: Upos.Verb, VerbForm: VerbForm.Participle or VerbForm.Infinitive } verb)
                return words.Verbs.Contains(text.Lemmas[i]) && !(verb is { VerbForm: VerbForm.Participle, Tense: not Tense.Present } && words.Passives.Contains(text.Lemmas[token]));
        }

        return false;
    }

    private sealed class Words
    {
        public Words(LanguagePack pack)
        {
            Dictionary<string, string[]> rows = pack.Data.Rows("metonyms.tsv").ToDictionary(static row => row[0], static row => row[1].Split('|'), StringComparer.Ordinal);
            HashSet<string> Set(string key) => rows.GetValueOrDefault(key, []).ToHashSet(StringComparer.Ordinal);
            HashSet<string> AnyCase(string key) => rows.GetValueOrDefault(key, []).ToHashSet(StringComparer.OrdinalIgnoreCase);
            (Verbs, States, Helpers, Passives, Volitions, Attitudes, Done) = (Set("verb"), Set("not"), Set("helper"), Set("passive"), Set("volition"), Set("attitude"), Set("done"));
            (Places, Betweens, Ands, Against, Toward, Fors, Agents, Behind) = (AnyCase("place"), AnyCase("between"), Set("and"), AnyCase("against"), AnyCase("toward"), AnyCase("for"), AnyCase("agent"), AnyCase("behind"));
            (Relations, Deeds, Locals) = (rows.GetValueOrDefault("relation", []), rows.GetValueOrDefault("deed", []), rows.GetValueOrDefault("local", []));
            Unions = rows.GetValueOrDefault("union", []).Select(static pair => pair.Split('=')).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);
        }

        public HashSet<string> Verbs { get; }

        /// <summary>Words before a pair of capitals, and between the two.</summary>
        public HashSet<string> Betweens { get; }

        public HashSet<string> Ands { get; }

        /// <summary>Nouns in small letters, or their ends, of what holds between governments.</summary>
        public IReadOnlyList<string> Relations { get; }

        /// <summary>The same of what a government does and has: "Moskaus Antwort".</summary>
        public IReadOnlyList<string> Deeds { get; }

        /// <summary>The same of what is played or lies between cities.</summary>
        public IReadOnlyList<string> Locals { get; }

        public HashSet<string> Places { get; }

        /// <summary>Prepositions that by themselves make a capital a government.</summary>
        public HashSet<string> Against { get; }

        /// <summary>Those that do behind such a noun, at the head of a sentence, and before what is done.</summary>
        public HashSet<string> Toward { get; }

        public HashSet<string> Fors { get; }

        public HashSet<string> Agents { get; }

        /// <summary>Words right behind the name that do.</summary>
        public HashSet<string> Behind { get; }

        /// <summary>Participles of what governments do to lands and people.</summary>
        public HashSet<string> Done { get; }

        /// <summary>Auxiliaries of wanting, with whatever infinitive.</summary>
        public HashSet<string> Volitions { get; }

        /// <summary>What governments are: "zurückhaltend".</summary>
        public HashSet<string> Attitudes { get; }

        /// <summary>Unions by the name of the city where they sit.</summary>
        public Dictionary<string, string> Unions { get; }

        /// <summary>Auxiliary and modal verbs.</summary>
        public HashSet<string> Helpers { get; }

        /// <summary>Those of them that make a passive with a participle.</summary>
        public HashSet<string> Passives { get; }

        /// <summary>Verbs that tell of a city as a place.</summary>
        public HashSet<string> States { get; }
    }
}
