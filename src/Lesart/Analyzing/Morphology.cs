using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Features and lemma of a token whose tag is chosen.</summary>
internal static class Morphology
{
    /// <summary>The reading that fits the tag best; ties by the dictionary's order.</summary>
    public static FormReading Choose(WordInfo word, TokenTag tag)
    {
        int best = -1, bestScore = 0;
        for (int i = 0; i < word.Readings.Length; i++)
        {
            int score = Score(word.Readings[i].Tag, tag);
            if (score > bestScore)
                (best, bestScore) = (i, score);
        }

        if (best < 0)
            return new FormReading(tag, word.Form);
        FormReading reading = word.Readings[best];
        TokenTag merged = Merge(reading.Tag, tag);
        // where equally good readings differ, the form doesn't tell
        foreach (FormReading other in word.Readings)
        {
            if (Score(other.Tag, tag) != bestScore)
                continue;
            merged = merged with
            {
                Case = merged.Case == other.Tag.Case ? merged.Case : GrammaticalCase.None,
                Gender = merged.Gender == other.Tag.Gender ? merged.Gender : Gender.None,
                Number = merged.Number == other.Tag.Number ? merged.Number : GrammaticalNumber.None,
            };
        }

        return new FormReading(merged, reading.Lemma);
    }

    private static int Score(TokenTag reading, TokenTag tag)
    {
        if (reading.Upos != tag.Upos && !(reading.Upos is Upos.Noun && tag.Upos is Upos.Propn) && !(reading.Upos is Upos.Verb && tag.Upos is Upos.Aux) && !(reading.Upos is Upos.Aux && tag.Upos is Upos.Verb)
            && !(reading.Upos is Upos.Adj && tag.Upos is Upos.Noun or Upos.Adv or Upos.Propn))
            return 0;
        int score = reading.Upos == tag.Upos ? 20 : 4;
        if (tag.VerbForm != VerbForm.None)
            score += reading.VerbForm == tag.VerbForm ? 10 : -3;
        if (tag.Mood != Mood.None)
            score += reading.Mood == tag.Mood || (tag.Mood == Mood.SubjunctiveII && reading.Mood == Mood.SubjunctiveI) ? 5 : -2;
        if (tag.Tense != Tense.None)
            score += reading.Tense == tag.Tense ? 3 : 0;
        if (tag.Number != GrammaticalNumber.None)
            score += reading.Number == tag.Number ? 2 : 0;
        if (tag.VerbForm == VerbForm.Finite)
            score += reading.Person == 3 ? 1 : 0;
        return score;
    }

    private static TokenTag Merge(TokenTag reading, TokenTag tag) => reading with
    {
        Upos = tag.Upos,
        VerbForm = tag.VerbForm == VerbForm.None ? reading.VerbForm : tag.VerbForm is VerbForm.Infinitive && reading.VerbForm == VerbForm.ZuInfinitive ? reading.VerbForm : tag.VerbForm,
        Mood = tag.Mood == Mood.SubjunctiveII && reading.Mood == Mood.SubjunctiveI ? Mood.SubjunctiveI : tag.Mood == Mood.None ? reading.Mood : tag.Mood,
        Tense = tag.Tense == Tense.None ? reading.Tense : tag.Tense,
    };
}
