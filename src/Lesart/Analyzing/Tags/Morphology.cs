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
            if (score > bestScore || (score == bestScore && best >= 0 && word.Readings[i].Lemma == word.Form && word.Readings[best].Lemma != word.Form && tag.Upos == Upos.Adj))
                (best, bestScore) = (i, score);
        }

        if (best < 0)
            return new FormReading(tag, word.Form);
        if (tag.Upos == Upos.Propn && word.Readings[best].Tag.Upos != Upos.Propn)
            return new FormReading(tag with { Number = GrammaticalNumber.Singular }, word.Form);
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

    /// <summary>Case, number and gender of a word in a noun group.</summary>
    /// <param name="word">The word.</param>
    /// <param name="tag">Its tag so far.</param>
    /// <param name="label">The group's case and number.</param>
    /// <param name="left">What agreement leaves of case, number and gender.</param>
    public static TokenTag Decide(WordInfo word, TokenTag tag, int label, uint left)
    {
        uint own = AgreementMask.With(word.AgreementAs(tag.Upos), label);
        Gender gender = AgreementMask.GenderOf((own & left) != 0 ? own & left : own != 0 ? own : left);
        return tag with { Case = AgreementMask.CaseOf(label), Number = AgreementMask.NumberOf(label), Gender = gender == Gender.None ? tag.Gender : gender };
    }

    /// <summary>The lemma that goes with case and number; <paramref name="lemma"/> where no other reading fits better.</summary>
    public static string LemmaOf(WordInfo word, TokenTag tag, string lemma, string genitive)
    {
        if (tag.Upos == Upos.Propn)
        {
            bool isGenitive = genitive.Length > 0 && tag.Case == GrammaticalCase.Genitive && ReferenceEquals(lemma, word.Form) && word.Form.Length > genitive.Length + 2
                && word.Form.EndsWith(genitive, StringComparison.Ordinal) && char.IsLower(word.Form[^1]) && word.Form[^(genitive.Length + 1)] is not ('s' or 'x' or 'z' or 'i' or 'u');
            return isGenitive ? word.Form[..^genitive.Length] : lemma;
        }

        if (tag.Upos != Upos.Noun)
            return lemma;
        uint wanted = AgreementMask.Of(tag);
        foreach (FormReading reading in word.Readings)
        {
            if (reading.Lemma == lemma && reading.Tag.Upos == Upos.Noun && (AgreementMask.Of(reading.Tag) & wanted) != 0)
                return lemma;
        }

        foreach (FormReading reading in word.Readings)
        {
            if (reading.Tag.Upos == Upos.Noun && (AgreementMask.Of(reading.Tag) & wanted) != 0)
                return reading.Lemma;
        }

        return lemma;
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
