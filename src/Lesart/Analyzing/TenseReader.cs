using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells from the nearest verb whether a clause speaks of what was, is or will be.</summary>
/// <remarks>Words that show it (auxiliaries, signal words) come from the classes <c>tense-past</c>, <c>tense-present</c> and <c>tense-future</c> of the pack's words;
/// other verbs count by the tagger's tense. A participle beside a word of the future belongs to it.</remarks>
internal sealed class TenseReader
{
    private const int FarthestAtoms = 30;

    private readonly WordLattice _lattice;
    private readonly int _past;
    private readonly int _present;
    private readonly int _future;

    public TenseReader(RuleVocabulary vocabulary, WordLattice lattice)
    {
        _lattice = lattice;
        _past = vocabulary.HasClass("tense-past") ? vocabulary.ClassOf("tense-past") : -1;
        _present = vocabulary.HasClass("tense-present") ? vocabulary.ClassOf("tense-present") : -1;
        _future = vocabulary.HasClass("tense-future") ? vocabulary.ClassOf("tense-future") : -1;
    }

    /// <summary>"past", "present", "future", or "" where no verb is near.</summary>
    public string At(int atom)
    {
        Sentence sentence = _lattice.Source.Sentences[_lattice.Source.Tokenized.SentenceOf(_lattice[atom].Token)];
        int best = int.MaxValue, participle = int.MaxValue, present = int.MaxValue;
        string tense = "";
        for (int step = 1; step <= FarthestAtoms; step++)
        {
            for (int side = 0; side < 2; side++)
            {
                // verbs after the expression count before those ahead of it at the same distance
                int at = side == 0 ? atom + step : atom - step;
                if (at < 0 || at >= _lattice.Count || _lattice[at].Token < sentence.First || _lattice[at].Token >= sentence.Last)
                    continue;
                TokenTag tag = _lattice.Source.Tags[_lattice[at].Token];
                if (_lattice.Has(at, _future) && best == int.MaxValue)
                    (best, tense) = (step, "future");
                else if ((_lattice.Has(at, _past) || tag is { VerbForm: VerbForm.Finite, Tense: Tense.Past, Mood: not Mood.SubjunctiveII }) && best == int.MaxValue)
                    (best, tense) = (step, "past");
                else if (tag.VerbForm == VerbForm.Participle && tag.Upos is Upos.Verb && participle == int.MaxValue)
                    participle = step;
                else if ((_lattice.Has(at, _present) || tag is { VerbForm: VerbForm.Finite, Tense: Tense.Present }) && present == int.MaxValue)
                    present = step;
            }
        }

        if (tense.Length > 0 && best <= present + 6)
            return tense;
        if (participle < int.MaxValue && tense.Length == 0)
            return "past";
        return present < int.MaxValue ? "present" : tense;
    }
}
