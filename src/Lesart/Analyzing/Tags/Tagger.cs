using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Decides part of speech, morphology and lemma of each token: the dictionary proposes, the model ranks, agreement decides the rest.</summary>
internal static class Tagger
{
    public static TaggedText Tag(TokenizedText text)
    {
        TaggerModel model = text.Pack.Table(TaggerModel.Load);
        CaseModel? cases = text.Pack.Table(CaseModel.Load).Model;
        string genitive = text.Pack.Setting("name-genitive");
        List<NounGroup> groups = [];
        WordInfo[] known = model.DescribeAll(text);
        foreach (WordInfo word in known)
            word.PrefetchParts();
        int[] chosen = ArrayPool<int>.Shared.Rent(text.Count);
        WordInfo[] words = ArrayPool<WordInfo>.Shared.Rent(text.Count);
        TokenTag[] tags = new TokenTag[text.Count];
        string[] lemmas = new string[text.Count];
        try
        {
            for (int i = 0; i < text.Count; i++)
                words[i] = known[text.Tokens[i].Lexeme];
            Mood mood = Mood.None;
            byte[] seen = model.ReadsClauses ? [] : new byte[known.Length];
            if (!model.ReadsClauses)
                NameCapitals.Read(text, words.AsSpan(0, text.Count), seen);
            foreach (Sentence sentence in text.Sentences)
            {
                Choose(model, text, sentence, words.AsSpan(sentence.First, sentence.Last - sentence.First), seen, chosen, ref mood);
                for (int i = sentence.First; i < sentence.Last; i++)
                {
                    FormReading reading = words[i].ReadingOf(chosen[i], model.Tags);
                    (tags[i], lemmas[i]) = (reading.Tag, reading.Lemma);
                }

                if (cases is not null)
                    Agree(cases, words.AsSpan(sentence.First, sentence.Last - sentence.First), tags.AsSpan(sentence.First, sentence.Last - sentence.First), lemmas.AsSpan(sentence.First, sentence.Last - sentence.First), genitive, groups);
                if (model.ReadsClauses)
                    PersonRule.Apply(words.AsSpan(sentence.First, sentence.Last - sentence.First), tags.AsSpan(sentence.First, sentence.Last - sentence.First));
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(chosen);
            ArrayPool<WordInfo>.Shared.Return(words, clearArray: true);
        }

        return new TaggedText(text, ImmutableCollectionsMarshal.AsImmutableArray(tags), ImmutableCollectionsMarshal.AsImmutableArray(lemmas));
    }

    private static void Choose(TaggerModel model, TokenizedText text, Sentence sentence, ReadOnlySpan<WordInfo> words, byte[] seen, int[] chosen, ref Mood mood)
    {
        TagSearch.Find(model, text.Tokens.AsSpan()[sentence.First..sentence.Last], words, seen, chosen.AsSpan(sentence.First, words.Length), ref mood);
        if (model.ReadsClauses)
        {
            AuxiliaryRule.Apply(model, words, chosen.AsSpan(sentence.First, words.Length));
            FiniteVerbRule.Apply(model, words, chosen.AsSpan(sentence.First, words.Length));
            MoodRule.Apply(model, words, chosen.AsSpan(sentence.First, words.Length));
        }
        else
        {
            SecondLook.Apply(model, words, text.Tokens.AsSpan()[sentence.First..sentence.Last], chosen.AsSpan(sentence.First, words.Length));
        }
    }

    /// <summary>Gives the words of each noun group one case and number.</summary>
    private static void Agree(CaseModel model, ReadOnlySpan<WordInfo> words, Span<TokenTag> tags, Span<string> lemmas, string genitive, List<NounGroup> groups)
    {
        Span<uint> rows = stackalloc uint[CaseModel.Most], nextRows = stackalloc uint[CaseModel.Most];
        CaseModel.Past past = default;
        NounGroup.Find(words, tags, groups);
        int count = groups.Count == 0 ? 0 : CaseModel.Features(words, tags, lemmas, groups[0], ref past, rows);
        model.Prefetch(rows[..count]);
        for (int g = 0; g < groups.Count; g++)
        {
            uint labels = AgreementMask.Labels(groups[g].Mask);
            // the rows of the next group, if this one is what it can be first of all, are asked for before they are summed
            (int expected, int nextCount, CaseModel.Past next) = (BitOperations.TrailingZeroCount(labels), 0, past);
            if (g + 1 < groups.Count)
            {
                CaseModel.Advance(ref next, tags, groups[g], expected);
                nextCount = CaseModel.Features(words, tags, lemmas, groups[g + 1], ref next, nextRows);
                model.Prefetch(nextRows[..nextCount]);
            }

            int label = model.Best(rows[..count], labels);
            Decide(words, tags, lemmas, groups[g], label, genitive);
            if (label == expected)
            {
                (past, count) = (next, nextCount);
                nextRows.CopyTo(rows);
            }
            else if (g + 1 < groups.Count)
            {
                CaseModel.Advance(ref past, tags, groups[g], label);
                count = CaseModel.Features(words, tags, lemmas, groups[g + 1], ref past, rows);
                model.Prefetch(rows[..count]);
            }
        }
    }

    private static void Decide(ReadOnlySpan<WordInfo> words, Span<TokenTag> tags, Span<string> lemmas, NounGroup group, int label, string genitive)
    {
        uint left = AgreementMask.With(group.Mask, label);
        for (int i = group.First; i < group.Last; i++)
        {
            if (tags[i].Upos is Upos.Adv or Upos.Num)
                continue;
            tags[i] = Morphology.Decide(words[i], tags[i], label, left);
            lemmas[i] = Morphology.LemmaOf(words[i], tags[i], lemmas[i], genitive);
        }
    }

    /// <summary>The tags that a token may get.</summary>
    public static uint Allowed(TaggerModel model, WordInfo word, TokenKind kind)
    {
        uint byKind = model.Groups.Of(kind);
        return kind is TokenKind.Word or TokenKind.Abbreviation ? word.Allowed
            : kind is TokenKind.Punctuation or TokenKind.Symbol ? byKind | word.Proposed
            : byKind;
    }

    /// <summary>The tags that a word of the sentence can't have: without a first person it isn't indicative where only that has the form. Who leaves out "ich" begins with the verb.</summary>
    public static uint Barred(ReadOnlySpan<WordInfo> words, int i, bool hasFirstPerson) => i == 0 || hasFirstPerson ? 0 : words[i].FirstPersonTags;

    /// <summary>What went before, with one more token.</summary>
    public static void Advance(ref TaggerFeatures.Past past, WordInfo word, int tag, TokenTag meaning)
    {
        (past.LastButOne, past.Last) = (past.Last, tag + 1);
        switch (meaning.Upos)
        {
            case Upos.Punct when word.Initial is ',' or ';' or ':' or '(' or ')' or '–':
                (past.HasFinite, past.IsSubordinate, past.Auxiliary, past.NonFinites) = (false, false, 0, 0);
                break;
            case Upos.Sconj:
                past.IsSubordinate = true;
                break;
            case Upos.Noun or Upos.Propn or Upos.Pron:
                past.Nominal = tag + 1;
                break;
            case Upos.Verb or Upos.Aux when meaning.VerbForm == VerbForm.Finite:
                (past.HasFinite, past.Finites, past.Verb, past.Mood) = (true, Math.Min(3, past.Finites + 1), word.Small, meaning.Mood);
                past.Auxiliary = word.Auxiliary | 1;
                break;
            case Upos.Verb or Upos.Aux:
                past.NonFinites |= meaning.VerbForm == VerbForm.Participle ? 1u : 2u;
                break;
        }
    }
}
