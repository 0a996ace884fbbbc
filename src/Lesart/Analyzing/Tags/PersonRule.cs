using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>The person of finite verbs whose form leaves it open ("gehen", "wollte"): that of the pronoun which is their subject.</summary>
internal static class PersonRule
{
    /// <summary>Gives finite verbs the first or second person where a pronoun of it stands in their clause and their form can have it.</summary>
    /// <param name="words">A sentence's words.</param>
    /// <param name="tags">Their tags; changed in place.</param>
    public static void Apply(ReadOnlySpan<WordInfo> words, Span<TokenTag> tags)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (!IsSubject(tags[i]))
                continue;
            for (int k = i - 1; k >= 0 && !Ends(words[k], tags[k]); k--)
                Agree(words[k], tags[i], ref tags[k]);
            for (int k = i + 1; k < words.Length && !Ends(words[k], tags[k]); k++)
                Agree(words[k], tags[i], ref tags[k]);
        }
    }

    private static bool IsSubject(TokenTag tag) => tag is { Upos: Upos.Pron, Person: 1 or 2, Case: GrammaticalCase.Nominative, Number: not GrammaticalNumber.None };

    private static bool Ends(WordInfo word, TokenTag tag) => word.IsBorder || tag.Upos == Upos.Cconj;

    private static void Agree(WordInfo word, TokenTag subject, ref TokenTag verb)
    {
        if (verb.VerbForm != VerbForm.Finite || verb.Mood == Mood.Imperative || verb.Person == subject.Person)
            return;
        TokenTag wanted = verb with { Upos = Upos.X, Person = subject.Person, Number = subject.Number };
        if (Array.Exists(word.Readings, reading => (reading.Tag with { Upos = Upos.X }) == wanted))
            verb = verb with { Person = subject.Person, Number = subject.Number };
    }
}
