using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Reads statements by trained weights: which words are cues, and what the other words of its sentence are to each.</summary>
/// <remarks>For texts in which rules end: speeches and transcripts, which name acts of speaking, thinking and deciding by nouns and verbs of all kinds. The labels of a cue's sentence are the best
/// sequence under <see cref="StatementModel"/> (Viterbi, 1967).</remarks>
internal sealed class StatementScorer(StatementText text, StatementModel model, bool isSpeech)
{
    /// <summary>Name of the rule in <see cref="StatementDraft.Rule"/>.</summary>
    public const string Rule = "trained";

    /// <summary>Least score of a cue in the press, where a false one does more harm than a missed one: odds of about three to one.</summary>
    private const int LeastPressCue = StatementModel.Scale;

    private readonly int _least = isSpeech ? model.LeastCue : LeastPressCue;
    private readonly StatementView _view = new(text, isSpeech);
    private readonly uint[] _rows = new uint[StatementFeatures.Most];
    private int[] _cues = new int[64], _scores = new int[64 * StatementModel.Labels];
    private byte[] _from = new byte[64 * StatementModel.Labels], _labels = new byte[64];
    private StatementFeatures.Relation[] _relations = new StatementFeatures.Relation[16];

    /// <summary>Drafts the statements of a sentence, by their cues' places.</summary>
    public void Read(StatementSentence sentence, List<StatementDraft> drafts)
    {
        _view.Read(sentence);
        int count = _view.Count;
        if (sentence.Clauses.Length == 0)
            return;
        Reserve(count, sentence.Clauses.Length);
        if (FindCues() == 0)
            return;
        for (int cue = 0; cue < count; cue++)
        {
            if (_cues[cue + 1] > _cues[cue])
            {
                Label(cue);
                drafts.Add(Draft(cue));
            }
        }
    }

    /// <summary>Drafts what rules have missed in a sentence of the press: statements whose content is a clause of its own.</summary>
    public void ReadClauses(StatementSentence sentence, List<StatementDraft> drafts)
    {
        if (!MayReport(sentence))
            return;
        int before = drafts.Count;
        Read(sentence, drafts);
        for (int d = drafts.Count - 1; d >= before; d--)
        {
            if (!IsClause(sentence, drafts[d]))
                drafts.RemoveAt(d);
        }
    }

    private static bool MayReport(StatementSentence sentence)
    {
        for (int c = 0; c < sentence.Clauses.Length && sentence.Clauses.Length > 1; c++)
        {
            if (IsReportable(sentence, c))
                return true;
        }

        return false;
    }

    private static bool IsReportable(StatementSentence sentence, int c)
    {
        Clause clause = sentence.Clauses[c];
        return clause.Unit == c && clause.Kind switch
        {
            ClauseKind.Subordinate => sentence.Text.Is(clause.Marker, WordClass.Complementizer),
            ClauseKind.Question => true,
            ClauseKind.Infinitive => sentence.Text.Tag(clause.First).Upos is not Upos.Sconj, // "um zu" tells a purpose
            ClauseKind.Main or ClauseKind.VerbFirst => sentence.IsReported(c),
            _ => false,
        };
    }

    /// <summary>Whether somebody says a clause of its own; what the draft holds before that clause is left out.</summary>
    private bool IsClause(StatementSentence sentence, StatementDraft draft)
    {
        if (draft.Kind is not (StatementKind.Indirect or StatementKind.Mixed) || draft.Source is not TextSpan source)
            return false;
        int first = text.Tagged.Tokenized.TokenAt(source.Start), last = text.Tagged.Tokenized.TokenAt(source.End - 1) + 1;
        int end = StatementNounGroups.End(text, first, last);
        if (end == first || !text.CanSpeak(first, end) || text.Is(first, WordClass.Question))
            return false;
        for (int i = 0; i < draft.Content.Count; i++)
        {
            int c = sentence.ClauseAt(text.Tagged.Tokenized.TokenAt(draft.Content[i].Start));
            if (c >= 0 && IsReportable(sentence, c) && text.Tagged.Token(sentence.Clauses[c].First).Start == draft.Content[i].Start)
            {
                draft.Content.RemoveRange(0, i);
                return true;
            }
        }

        return false;
    }

    private void Reserve(int words, int stretches)
    {
        if (_labels.Length <= words)
        {
            _cues = new int[words * 2];
            _scores = new int[words * 2 * StatementModel.Labels];
            _from = new byte[words * 2 * StatementModel.Labels];
            _labels = new byte[words * 2];
        }

        if (_relations.Length < stretches)
            _relations = new StatementFeatures.Relation[stretches * 2];
    }

    private int FindCues()
    {
        _cues[0] = 0;
        for (int i = 0; i < _view.Count; i++)
        {
            bool isCue = StatementFeatures.MayBeCue(_view, i) && model.ScoreCue(_rows.AsSpan(0, StatementFeatures.OfCue(_view, i, _rows))) >= _least;
            _cues[i + 1] = _cues[i] + (isCue ? 1 : 0);
        }

        return _cues[_view.Count];
    }

    /// <summary>Labels the sentence's words for one cue.</summary>
    private void Label(int cue)
    {
        const int Labels = StatementModel.Labels;
        int count = _view.Count;
        StatementFeatures.Relate(_view, cue, _relations);
        ReadOnlySpan<short> steps = model.Steps;
        Span<int> sums = stackalloc int[Labels];
        for (int i = 0; i < count; i++)
        {
            int rows = StatementFeatures.OfRole(_view, cue, i, _relations, _cues, _rows);
            model.ScoreRole(_rows.AsSpan(0, rows), sums);
            int table = StatementFeatures.StepOf(_view, i) * Labels * Labels;
            for (int to = 0; to < Labels; to++)
            {
                int best = 0, bestScore = int.MinValue;
                for (int from = 0; from < (i == 0 ? 1 : Labels); from++)
                {
                    int score = (i == 0 ? 0 : _scores[((i - 1) * Labels) + from]) + steps[table + (from * Labels) + to];
                    if (score > bestScore)
                        (best, bestScore) = (from, score);
                }

                bool isBarred = (i == cue) != (to == StatementModel.Cue) && (i == cue || _view.Words[i].IsSeparator);
                _scores[(i * Labels) + to] = bestScore + (isBarred ? -1_000_000 : sums[to]);
                _from[(i * Labels) + to] = (byte)best;
            }
        }

        int label = 0;
        for (int to = 1; to < Labels; to++)
        {
            if (_scores[((count - 1) * Labels) + to] > _scores[((count - 1) * Labels) + label])
                label = to;
        }

        for (int i = count - 1; i >= 0; i--)
        {
            _labels[i] = (byte)label;
            label = _from[(i * Labels) + label];
        }
    }

    private StatementDraft Draft(int cue)
    {
        List<TextSpan> content = [], sources = [];
        Collect(StatementModel.Content, content);
        Collect(StatementModel.Source, sources);
        StatementDraft draft = new(KindOfContent(), Rule)
        {
            CueClass = ClassOf(cue),
            IsCueNegated = _view.Sentence.IsNegated(_view.Clauses[_view.Words[cue].Stretch], _view.First + cue),
            Source = sources.Count > 0 ? sources[0] : null,
        };
        draft.Content.AddRange(content);
        if (_view.Words[cue].Prefix > 0)
            _labels[_view.Words[cue].Prefix] = StatementModel.Cue;
        Collect(StatementModel.Cue, draft.Cue);
        return draft;
    }

    /// <summary>A content wholly in quotation marks is direct, one with a clause indirect; else only the act of speaking is told.</summary>
    private StatementKind KindOfContent()
    {
        int words = 0, quoted = 0;
        bool hasVerb = false;
        for (int i = 0; i < _view.Count; i++)
        {
            if (_labels[i] != StatementModel.Content || _view.Words[i].IsSeparator)
                continue;
            words++;
            quoted += _view.Words[i].Quoted ? 1 : 0;
            hasVerb |= text.IsFinite(_view.First + i) || _view.Words[i].Tag.VerbForm is VerbForm.Infinitive or VerbForm.ZuInfinitive;
        }

        return words > 0 && quoted == words ? StatementKind.Direct
            : !hasVerb ? StatementKind.Reported
            : quoted > 0 ? StatementKind.Mixed : StatementKind.Indirect;
    }

    /// <summary>How the tables say that the cue puts its speaker; null where they don't have it.</summary>
    private string? ClassOf(int cue)
    {
        string prefix = _view.Words[cue].Prefix > 0 ? text.Lower(_view.First + _view.Words[cue].Prefix) : "";
        foreach (CueForm form in text.Forms(_view.First + cue))
        {
            if (form.IsWhole ? prefix.Length == 0 : form.Verb.Prefix == prefix)
                return form.Verb.Class;
        }

        return text.Noun(_view.First + cue)?.Class;
    }

    /// <summary>The spans that carry a label, without separators at their edges.</summary>
    private void Collect(int label, List<TextSpan> spans)
    {
        int start = -1, end = -1;
        for (int i = 0; i <= _view.Count; i++)
        {
            if (i < _view.Count && _labels[i] == label)
            {
                if (_view.Words[i].IsSeparator && start < 0)
                    continue;
                start = start < 0 ? i : start;
                end = _view.Words[i].IsSeparator ? end : i + 1;
                continue;
            }

            if (start >= 0)
                spans.Add(text.SpanOf(_view.First + start, _view.First + end));
            start = -1;
        }
    }
}
