using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>A sentence with its clauses and cue verbs, as the rules for statements see it.</summary>
internal sealed class StatementSentence(StatementText text, int index)
{
    public StatementText Text { get; } = text;

    public int Index { get; } = index;

    public Sentence Sentence { get; } = text.Tagged.Sentences[index];

    public ImmutableArray<Clause> Clauses { get; } = ClauseSplitter.Split(text, text.Tagged.Sentences[index]);

    /// <summary>Which stretches are already the content of a statement.</summary>
    public bool[] IsTaken { get; private set; } = [];

    public List<StatementCue> Cues { get; private set; } = [];

    public StatementSentence Read()
    {
        IsTaken = new bool[Clauses.Length];
        Cues = StatementCueFinder.Find(Text, Clauses);
        return this;
    }

    public int ClauseAt(int token)
    {
        for (int c = 0; c < Clauses.Length; c++)
        {
            if (Clauses[c].First <= token && token < Clauses[c].Last)
                return c;
        }

        return -1;
    }

    /// <summary>Index of the last stretch of a unit.</summary>
    public int LastOf(int unit)
    {
        int last = unit;
        for (int c = unit + 1; c < Clauses.Length; c++)
        {
            if (Clauses[c].Unit == unit && Clauses[c].Kind != ClauseKind.Quote)
                last = c;
        }

        return last;
    }

    public int FiniteOf(int unit)
    {
        for (int c = unit; c < Clauses.Length; c++)
        {
            if (Clauses[c].Unit == unit && Clauses[c].Finite >= 0)
                return Clauses[c].Finite;
        }

        return -1;
    }

    /// <summary>The mood of a unit's finite verb; None where it has none.</summary>
    public Mood MoodOf(int unit) => FiniteOf(unit) is int finite && finite >= 0 ? Text.MoodOf(finite) : Mood.None;

    public bool IsReported(int unit) => MoodOf(unit) is Mood.SubjunctiveI or Mood.SubjunctiveII;

    /// <summary>Whether a unit depends on another, directly or not.</summary>
    public bool IsBelow(int unit, int ancestor)
    {
        for (int steps = 0; unit >= 0 && steps <= Clauses.Length; steps++)
        {
            if (unit == ancestor)
                return true;
            unit = Clauses[unit].Parent >= 0 ? Clauses[Clauses[unit].Parent].Unit : -1;
        }

        return false;
    }

    /// <summary>The separator before a stretch; 0 where there is none.</summary>
    public char SeparatorBefore(int clause)
    {
        int first = Clauses[clause].First;
        return first > Sentence.First && first > 0 ? Text.Mark(first - 1) : '\0';
    }

    /// <summary>Index of the stretch after which a content that begins at <paramref name="start"/> ends.</summary>
    /// <param name="start">First stretch of the content.</param>
    /// <param name="cueUnit">Unit of the cue; the content ends where it goes on.</param>
    /// <param name="takesIndicative">Whether main clauses in the indicative still belong to the content.</param>
    public int ContentEnd(int start, int cueUnit, bool takesIndicative)
    {
        int end = start;
        bool cueIsDependent = cueUnit >= 0 && Clauses[cueUnit].Kind is ClauseKind.Subordinate or ClauseKind.Relative or ClauseKind.Question or ClauseKind.Infinitive;
        for (int c = start + 1; c < Clauses.Length; c++)
        {
            Clause clause = Clauses[c];
            if (clause.Unit == cueUnit && clause.Kind != ClauseKind.Quote && clause.Kind != ClauseKind.Fragment)
                break;
            bool isMain = clause.Unit == c && clause.Kind is ClauseKind.Main or ClauseKind.VerbFirst;
            if (isMain && IsInsertedCue(c))
            {
                continue;
            }

            if (isMain && !takesIndicative && !IsReported(c))
                break;
            if (isMain && cueIsDependent && !clause.IsCoordinated && !IsReported(c))
                break;
            if (cueIsDependent && clause.Unit < cueUnit && GoesOnBehindRelative(cueUnit, c))
                break;
            if (Clauses[start].Kind is ClauseKind.Subordinate or ClauseKind.Relative or ClauseKind.Question && clause.Unit < Clauses[start].Unit && clause.Kind is ClauseKind.VerbFirst && clause.Finite >= 0)
                break;
            if ((clause.Kind == ClauseKind.Quote && SeparatorBefore(c) == ':') || StatementAsides.Denies(this, c))
                break;
            end = c;
        }

        return end;
    }

    /// <summary>Whether a stretch goes on with the clause around a relative one: it begins with its verb ("Miller, who denied it, was arrested", "..., later resigned").</summary>
    /// <param name="unit">The unit that may be a relative clause.</param>
    /// <param name="c">The stretch behind it.</param>
    public bool GoesOnBehindRelative(int unit, int c)
    {
        Clause relative = Clauses[unit], clause = Clauses[c];
        bool isRelative = unit > 0 && (relative.Kind == ClauseKind.Relative || (relative.Kind == ClauseKind.Question && relative.Marker >= 0 && Text.Is(relative.Marker, WordClass.Relative)));
        if (!isRelative || clause.IsCoordinated || clause.Finite < 0 || clause.Kind is not (ClauseKind.Main or ClauseKind.VerbFirst) || SeparatorBefore(c) != ',')
            return false;
        int i = clause.First;
        while (i < clause.Finite && Text.Tag(i).Upos is Upos.Adv)
            i++;
        return i == clause.Finite;
    }

    /// <summary>Whether a stretch is a cue put into or behind what is said ("..., sagte X").</summary>
    public bool IsInsertedCue(int clause)
    {
        if (clause == 0 || Clauses[clause].Kind != ClauseKind.VerbFirst || Clauses[clause].IsCoordinated)
            return false;
        foreach (StatementCue cue in Cues)
        {
            if (cue.Clause == clause && cue.Has(CueFrame.Insert) && (cue.Token == Clauses[clause].Finite || cue.Helper == Clauses[clause].Finite))
                return true;
        }

        return false;
    }

    /// <summary>Adds the stretches <paramref name="first"/> to <paramref name="last"/> as spans, leaving out a unit.</summary>
    public void AddContent(StatementDraft draft, int first, int last, int exceptUnit)
    {
        int start = -1, end = -1;
        for (int c = first; c <= last; c++)
        {
            if (Clauses[c].Unit == exceptUnit && Clauses[c].Kind != ClauseKind.Quote)
            {
                if (start >= 0)
                    draft.Content.Add(Text.SpanOf(start, end));
                start = -1;
                continue;
            }

            start = start < 0 ? Clauses[c].First : start;
            end = Clauses[c].Last;
            IsTaken[c] = true;
        }

        if (start >= 0)
            draft.Content.Add(Text.SpanOf(start, end));
    }

    /// <summary>The only quotation with a sentence of its own in a sentence of which nothing else but a unit is a clause; -1 where there is more.</summary>
    public int LoneQuote(int exceptUnit)
    {
        int quote = -1;
        for (int c = 0; c < Clauses.Length; c++)
        {
            if (Clauses[c].Kind == ClauseKind.Quote)
                quote = quote < 0 ? c : quote;
            else if (Clauses[c].Unit != exceptUnit && Clauses[c].Kind != ClauseKind.Fragment)
                return -1;
        }

        return quote;
    }

    /// <summary>"..., so betont die Polizei, ...".</summary>
    public bool IsInsertedSo(StatementCue cue)
    {
        Clause own = Clauses[cue.Clause];
        return own.Unit == cue.Clause && cue.Token == own.First + 1 && Text.IsPhrase(own.First, CuePhraseKind.Follow);
    }

    /// <summary>Begins the statement that a cue verb carries.</summary>
    public StatementDraft Draft(StatementKind kind, string rule, StatementCue cue) => new(kind, rule)
    {
        CueClass = StatementDenials.ClassOf(this, cue),
        Origin = (Clauses, cue),
        IsCueNegated = IsNegated(Clauses[cue.Clause], cue.Token),
    };

    /// <summary>Whether a negation stands near a token of a stretch.</summary>
    public bool IsNegated(Clause clause, int token)
    {
        for (int i = clause.First; i < clause.Last; i++)
        {
            if (Text.Is(i, WordClass.Negation) && Math.Abs(i - token) <= 6 && !(i + 1 < clause.Last && i + 1 != token && Text.Lexicon.Stances.Sign(Text.Lower(i + 1)).HasFlag(StanceSign.Restrictor)))
                return true;
        }

        return false;
    }
}
