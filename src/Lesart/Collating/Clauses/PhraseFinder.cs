using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Finds where the words of a phrase stand together: in its order and near one another, its verb alone wherever the clause puts it.</summary>
/// <param name="negations">Words that negate, folded.</param>
internal sealed class PhraseFinder(IReadOnlySet<string> negations)
{
    private const int MaxVerbDistance = 14; // a German clause ends in its verb, or in the prefix of it
    private const int MaxStep = 3; // from one word of a phrase to its next, verbs apart

    /// <summary>The phrases between two words, each with the words that it covers; one that lies in another is left out.</summary>
    public List<(string Meaning, int[] Words)> Find(AccountText text, int first, int last)
    {
        List<(string Meaning, int[] Words)> found = [];
        if (text.Lexicon is not TermLexicon lexicon)
            return found;
        for (int i = first; i < last; i++)
        {
            foreach (MeaningPhrase phrase in lexicon.PhrasesWith(text.Words[i].Term.Stem))
            {
                int[] places = [.. phrase.Words.Select(stem => NearestPlace(text, stem, i, Math.Max(first, i - MaxVerbDistance), Math.Min(last, i + MaxVerbDistance)))];
                if (Array.IndexOf(places, -1) < 0 && IsTogether(text, places))
                    found.Add((phrase.Meaning, places));
            }
        }

        return [.. found.Where((phrase, at) => !found.Index().Any(other => other.Index != at && Covers(other.Item, phrase, other.Index < at)))];
    }

    private static bool Covers((string Meaning, int[] Words) greater, (string Meaning, int[] Words) lesser, bool isEarlier) =>
        lesser.Words.All(greater.Words.Contains) && (greater.Words.Except(lesser.Words).Any() || (isEarlier && greater.Meaning == lesser.Meaning));

    private bool IsTogether(AccountText text, int[] places)
    {
        int before = -1, verb = -1;
        bool isNegated = false;
        foreach (int place in places)
        {
            Term term = text.Words[place].Term;
            isNegated |= negations.Contains(term.Folded);
            if (term.IsVerb && !term.IsFunctionWord)
            {
                verb = place;
                continue;
            }

            bool isApart = before >= 0 && (place <= before || place - before > MaxStep), isBeforeItsVerb = verb >= 0 && term.IsFunctionWord && place < verb;
            if (isApart || isBeforeItsVerb)
                return false;
            before = place;
        }

        return !isNegated || places.Max() - places.Min() <= places.Length + 1; // "hatten keine Eile, nach eigenen Angaben" is not silent
    }

    private static int NearestPlace(AccountText text, string stem, int from, int first, int last)
    {
        for (int away = 0; from - away >= first || from + away < last; away++)
        {
            if (from + away < last && Is(text.Words[from + away].Term, stem))
                return from + away;
            if (from - away >= first && Is(text.Words[from - away].Term, stem))
                return from - away;
        }

        return -1;
    }

    private static bool Is(Term word, string stem) => word.Stem == stem || word.Folded == stem;
}
