using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells from the nearest verb whether a clause speaks of what was, is or will be.</summary>
/// <remarks>Words that show it (auxiliaries, signal words) come from the classes <c>tense-past</c>, <c>tense-present</c> and <c>tense-future</c> of the pack's words;
/// other verbs count by the tagger's tense. A participle beside a word of the
/// future belongs to it; beside a present it makes a perfect where that verb is of the class <c>tense-auxiliary</c>, or the pack has no such class.</remarks>
internal sealed class TenseReader
{
    private readonly WordLattice _lattice;
    private readonly int _past;
    private readonly int _present;
    private readonly int _future;
    private readonly int _auxiliary;
    private readonly int _farthest;
    private readonly int _comma;
    private readonly int _presentGivesWay;

    public TenseReader(RuleSet rules, WordLattice lattice)
    {
        _lattice = lattice;
        int Class(string name) => rules.Vocabulary.HasClass(name) ? rules.Vocabulary.ClassOf(name) : -1;
        (_past, _present, _future, _auxiliary) = (Class("tense-past"), Class("tense-present"), Class("tense-future"), Class("tense-auxiliary"));
        (_farthest, _comma, _presentGivesWay) = (rules.HeadNumber("tense-words", 0), rules.HeadNumber("tense-comma", 1), rules.HeadNumber("tense-over-present", 0));
    }

    /// <summary>"past", "present", "future", or "" where no verb is near.</summary>
    public string At(int atom)
    {
        Sentence sentence = _lattice.Source.Sentences[_lattice.Source.Tokenized.SentenceOf(_lattice[atom].Token)];
        Nearest found = new();
        // verbs after the expression count before those ahead of it at the same distance
        Look(atom, 1, sentence, ref found);
        Look(atom, -1, sentence, ref found);
        if (found.Tensed < int.MaxValue && found.Tensed <= found.Present + _presentGivesWay)
            return found.Tense;
        bool isPerfect = found.Participle < int.MaxValue && found.Tensed == int.MaxValue && (found.Present == int.MaxValue || found.IsAuxiliary);
        return isPerfect ? "past" : found.Present < int.MaxValue ? "present" : found.Tense;
    }

    private void Look(int atom, int step, Sentence sentence, ref Nearest found)
    {
        int cost = 0;
        for (int at = atom + step; at >= 0 && at < _lattice.Count && _lattice[at].Token >= sentence.First && _lattice[at].Token < sentence.Last; at += step)
        {
            cost += _lattice.Text[_lattice[at].Start] == ',' ? _comma : 1;
            if (cost > _farthest)
                return;
            TokenTag tag = _lattice.Source.Tags[_lattice[at].Token];
            // "the budget plan", "in May": a noun tells no tense, whatever verb is written like it
            if (tag.Upos is Upos.Noun or Upos.Propn)
                continue;
            if (_lattice.Has(at, _future))
                found.SetTense(cost, "future");
            else if (_lattice.Has(at, _past) || tag is { VerbForm: VerbForm.Finite, Tense: Tense.Past, Mood: not Mood.SubjunctiveII })
                found.SetTense(cost, "past");
            else if (tag.VerbForm == VerbForm.Participle && tag.Upos is Upos.Verb)
                found.Participle = Math.Min(found.Participle, cost);
            else if (_lattice.Has(at, _present) || tag is { VerbForm: VerbForm.Finite, Tense: Tense.Present })
                found.SetPresent(cost, _auxiliary < 0 || _lattice.Has(at, _auxiliary));
        }
    }

    /// <summary>The nearest verb of each kind and how far it is.</summary>
    private record struct Nearest()
    {
        public int Tensed { get; private set; } = int.MaxValue;

        public string Tense { get; private set; } = "";

        public int Participle { get; set; } = int.MaxValue;

        public int Present { get; private set; } = int.MaxValue;

        /// <summary>Whether the nearest verb in the present makes a perfect of a participle.</summary>
        public bool IsAuxiliary { get; private set; }

        public void SetTense(int cost, string tense)
        {
            if (cost < Tensed)
                (Tensed, Tense) = (cost, tense);
        }

        public void SetPresent(int cost, bool isAuxiliary)
        {
            if (cost < Present)
                (Present, IsAuxiliary) = (cost, isAuxiliary);
        }
    }
}
