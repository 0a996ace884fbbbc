using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Goes through a text sentence by sentence and drafts its statements. What was said before decides how a sentence without a cue is read.</summary>
internal sealed class StatementReader
{
    private const int MostBetween = 2; // sentences: of gnqa-de train with three or more between 4 of 18 go on, of newspapers in STS22 nearly all with up to two

    private readonly StatementText _text;
    private readonly List<StatementDraft> _drafts = [];
    private readonly StatementMemory _memory = new();
    private readonly StatementCueReader _cues;
    private readonly StatementLooseQuotations _loose;
    private readonly StatementWordings _wordings;

    /// <summary>Reads speeches, and in the press what the rules have missed; null for languages without weights.</summary>
    private readonly StatementScorer? _scorer;
    private readonly bool _isSpeech;

    public StatementReader(StatementText text)
    {
        StatementQuotations quotations = new(text);
        _text = text;
        _cues = new StatementCueReader(text, quotations);
        StatementSpeakers speakers = new(text, _memory, _drafts);
        _loose = new StatementLooseQuotations(text, quotations, speakers, _memory, _drafts);
        _wordings = new StatementWordings(text, quotations, speakers, _drafts);
        LanguagePack pack = text.Tagged.Tokenized.Pack;
        if (pack.Table(StatementModel.Load).Model is not StatementModel model)
            return;
        _isSpeech = StatementRegister.Of(pack).IsSpeech(text);
        _scorer = new StatementScorer(text, model, _isSpeech);
    }

    /// <summary>All drafts, in the order in which they were found.</summary>
    public List<StatementDraft> Read()
    {
        for (int s = 0; s < _text.Tagged.Sentences.Length; s++)
        {
            int before = _drafts.Count;
            ReadSentence(new StatementSentence(_text, s).Read());
            for (int d = before; d < _drafts.Count; d++)
            {
                if (IsToldBySpeaker(_drafts[d], s))
                    _memory.GoOn(s);
                else
                    _memory.Remember(_drafts[d], s);
            }
        }

        return _drafts;
    }

    /// <summary>Whether who spoke in the sentence before tells that somebody else says it ("Am Morgen habe der Mann eine Bekannte informiert, dass"): the former goes on speaking.</summary>
    private bool IsToldBySpeaker(StatementDraft draft, int sentence)
    {
        if (draft is not { Origin: { } origin, Within: null } || _memory.Last is null || sentence - _memory.LastSentence > 1 || !_text.Lexicon.IsVerbFinal)
            return false;
        int finite = origin.Cue.Helper >= 0 ? origin.Cue.Helper : origin.Cue.Token;
        return _text.IsFinite(finite) && _text.Is(finite, WordClass.Subjunctive) && origin.Clauses[origin.Clauses[origin.Cue.Clause].Unit].Kind is ClauseKind.Main or ClauseKind.VerbFirst;
    }

    private void ReadSentence(StatementSentence sentence)
    {
        int before = _drafts.Count;
        if (_isSpeech && _scorer is not null)
        {
            _scorer.Read(sentence, _drafts);
            if (_drafts.FindIndex(before, static draft => draft.Content.Count > 0) < 0)
                ReadWithoutCue(sentence);
            return;
        }

        foreach (StatementCue cue in sentence.Cues)
        {
            if (_cues.Read(sentence, cue, _drafts) is not StatementDraft draft)
                continue;
            if (draft.Kind == StatementKind.Direct)
                StatementLooseQuotations.Supersede(_drafts, draft.Content[0]);
            _drafts.Add(draft);
        }

        List<StatementDraft> phrases = StatementPhrases.Read(sentence, _memory.Last);
        StatementChains.Join(_drafts, before, phrases, sentence);
        StatementNouns.Read(sentence, _drafts);
        StatementDenials.PassOn(sentence, _drafts, before);
        _loose.Read(sentence, before);
        _wordings.AddPieces(before);
        if (_drafts.Count == before && !RunsOn(sentence, FirstMain(sentence)))
            _scorer?.ReadClauses(sentence, _drafts);
        if (_drafts.Count == before)
            ReadWithoutCue(sentence);
        else
            ReadBehindColon(sentence, FirstMain(sentence), before);
        _wordings.AddLoose(sentence, before);
    }

    /// <summary>A sentence without cue: it runs on in the subjunctive, or the outlet tells it.</summary>
    private void ReadWithoutCue(StatementSentence sentence)
    {
        Sentence found = sentence.Sentence;
        if (sentence.Clauses.Length == 0 || _text.IsInOpaque(found.First) || found.IsHeading)
            return;
        int first = FirstMain(sentence);
        if (first < 0)
        {
            if (HasVerb(found))
                _drafts.Add(Narrated(sentence));
            return;
        }

        if (ReadBehindColon(sentence, first, _drafts.Count))
            return;
        bool runsOn = RunsOn(sentence, first);
        StatementDraft draft = new(runsOn ? StatementKind.Indirect : StatementKind.Narrated, runsOn ? "runs-on" : "narrated") { IsCueNegated = !runsOn && IsSilence(sentence) };
        TextSpan span = _text.SpanOf(sentence.Clauses[0].First, sentence.Clauses[^1].Last);
        if (runsOn)
        {
            draft.Source = GoesOnSpeaking(sentence) ? _memory.Last?.Source : null;
            draft.IsSourceInherited = draft.Source is not null;
            StatementDraft? previous = _drafts.Count > 0 ? _drafts[^1] : null;
            bool isNobodys = previous?.Source is null && draft.Source is null;
            if (previous is { Rule: "runs-on" } && (isNobodys ? _text.Tagged.Tokenized.TokenAt(previous.Content[^1].End - 1) >= _text.Tagged.Sentences[Math.Max(0, sentence.Index - 1)].First : sentence.Index - _memory.LastSentence == 1))
            {
                previous.Content[^1] = new TextSpan(previous.Content[^1].Start, span.End);
                if (!isNobodys)
                    _memory.GoOn(sentence.Index);
                return;
            }
        }

        draft.Content.Add(span);
        _drafts.Add(draft);
        if (runsOn)
            _wordings.AddPieces(_drafts.Count - 1);
    }

    /// <summary>Whether who spoke last can still be meant: no more than two sentences tell something else in between, and none of them has somebody else's name as its subject, who may speak as well.</summary>
    private bool GoesOnSpeaking(StatementSentence sentence)
    {
        if (sentence.Index - _memory.LastSentence > MostBetween + 1)
            return false;
        for (int s = _memory.LastSentence + 1; s < sentence.Index; s++)
        {
            StatementSentence between = new(_text, s);
            if (FirstMain(between) is not (>= 0 and int main))
                continue;
            (int first, int last) = StatementSources.SubjectOf(between, between.FiniteOf(main));
            if (first >= 0 && StatementNounGroups.End(_text, first, last) is int head && head > first && _text.Tag(head - 1).Upos is Upos.Propn && _text.CanSpeak(first, head) && !IsOfLast(first, head))
                return false;
        }

        return true;
    }

    /// <summary>Whether a name is one of the last speaker's.</summary>
    private bool IsOfLast(int first, int last)
    {
        if (_memory.Last?.Source is not TextSpan source)
            return false;
        int from = _text.Tagged.Tokenized.TokenAt(source.Start), end = Math.Min(_text.Count, _text.Tagged.Tokenized.TokenAt(source.End - 1) + 1);
        for (int i = from; i < end; i++)
        {
            if (_text.Tag(i).Upos is Upos.Propn && _text.Lower(i) == _text.Lower(last - 1))
                return true;
        }

        return false;
    }

    /// <summary>Whether the sentence tells that somebody did not speak ("wollte sich nicht äußern"): an event, no denial.</summary>
    private static bool IsSilence(StatementSentence sentence)
    {
        foreach (StatementCue cue in sentence.Cues)
        {
            if (cue.Verb.Class is "says" or "replies" or "explains" && cue.Has(CueFrame.Insert) && !cue.IsPassive && sentence.Clauses[cue.Clause].Unit == FirstMain(sentence) && sentence.IsNegated(sentence.Clauses[cue.Clause], cue.Token))
                return true;
        }

        return false;
    }

    private StatementDraft Narrated(StatementSentence sentence)
    {
        StatementDraft draft = new(StatementKind.Narrated, "narrated");
        draft.Content.Add(_text.SpanOf(sentence.Clauses[0].First, sentence.Clauses[^1].Last));
        return draft;
    }

    /// <summary>Whether a sentence whose finite verb is not seen as one has a verb all the same: a past tense that looks like a participle ("The bridge opened").</summary>
    private bool HasVerb(Sentence sentence)
    {
        for (int i = sentence.First + 1; i < sentence.Last; i++)
        {
            if (_text.Tag(i).Upos is Upos.Verb && _text.QuotationAt[i] < 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether the sentence says "I" or "we" outside quotation marks: reported speech would say "he" or "they".</summary>
    private bool IsFirstPerson(Sentence sentence)
    {
        for (int i = sentence.First; i < sentence.Last; i++)
        {
            if (_text.Is(i, WordClass.FirstPerson) && _text.QuotationAt[i] < 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether a sentence of the press goes on reporting the last speaker's words: its main clause is in the subjunctive.</summary>
    private bool RunsOn(StatementSentence sentence, int main)
    {
        if (_isSpeech || main < 0 || IsFirstPerson(sentence.Sentence))
            return false;
        Mood mood = MoodOf(sentence, main);
        if (_memory.Last is not StatementDraft last)
            return mood == Mood.SubjunctiveI && IsSureSubjunctive(sentence, main);
        return mood == Mood.SubjunctiveI
            || (mood == Mood.SubjunctiveII && sentence.Index - _memory.LastSentence <= 1 && last.Kind is not (StatementKind.Direct or StatementKind.Reported) && last.CueClass is not ("decides" or "intends" or "announces" or "advises" or "demands" or "promises" or "asks") && last.Rule != StatementScorer.Rule && !_text.Is(sentence.FiniteOf(main), WordClass.Modal));
    }

    /// <summary>What is said behind a colon in the subjunctive, by whom the clause before it is about ("Sie griff die Ermittler an: Man habe die Zeugin bedroht"); the outlet tells what stands before it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="main">Its first main clause; negative where there is none.</param>
    /// <param name="before">How many drafts there were before the sentence: where it has some and none of them reaches behind the colon, they tell what stands before it.</param>
    private bool ReadBehindColon(StatementSentence sentence, int main, int before)
    {
        if (main < 0)
            return false;
        int from = main + 1;
        while (from < sentence.Clauses.Length && sentence.SeparatorBefore(from) != ':')
            from++;
        if (_isSpeech || from >= sentence.Clauses.Length || sentence.Clauses[from] is not { Kind: ClauseKind.Main } behind || behind.Unit != from || MoodOf(sentence, from) != Mood.SubjunctiveI || MoodOf(sentence, main) == Mood.SubjunctiveI || IsFirstPerson(sentence.Sentence))
            return false;
        TextSpan content = _text.SpanOf(sentence.Clauses[from].First, sentence.Clauses[^1].Last);
        if (_drafts.FindIndex(before, draft => draft.Kind is not StatementKind.Reported || draft.Content.Exists(content.Overlaps)) >= 0)
            return false;
        StatementDraft told = new(StatementKind.Narrated, "narrated"), said = new(StatementKind.Indirect, "colon");
        (int first, int last) = StatementSources.SubjectOf(sentence, sentence.FiniteOf(main));
        if (first >= 0 && first < sentence.Clauses[from].First && _text.CanSpeak(first, Math.Max(first + 1, StatementNounGroups.End(_text, first, last))))
            said.Source = _text.SpanOf(first, last);
        told.Content.Add(_text.SpanOf(sentence.Clauses[0].First, sentence.Clauses[from - 1].Last));
        said.Content.Add(content);
        if (_drafts.Count == before)
            _drafts.Add(told);
        _drafts.Add(said);
        _wordings.AddPieces(_drafts.Count - 1);
        return true;
    }

    /// <summary>Whether a main clause is surely in the subjunctive of reported speech, though nobody was said to speak before: an auxiliary with the verb's other form behind it.</summary>
    private bool IsSureSubjunctive(StatementSentence sentence, int main)
    {
        int finite = sentence.FiniteOf(main);
        if (sentence.Clauses[main].Kind != ClauseKind.Main || !_text.Is(finite, WordClass.Subjunctive) || !_text.Is(finite, WordClass.Auxiliary | WordClass.Passive))
            return false;
        for (int i = finite + 1; i < sentence.Clauses[main].Last; i++)
        {
            if (_text.Tag(i).VerbForm is VerbForm.Participle or VerbForm.Infinitive && _text.Tag(i).Upos is Upos.Verb)
                return true;
        }

        return false;
    }

    /// <summary>The mood of a main clause: a participle that looks like a finite verb may stand before the finite verb ("Ermittelt werde nicht").</summary>
    private Mood MoodOf(StatementSentence sentence, int main)
    {
        int finite = sentence.FiniteOf(main);
        if (finite == sentence.Clauses[main].First && _text.Lexicon.IsVerbFinal)
        {
            for (int i = finite + 1; i < Math.Min(finite + 3, sentence.Clauses[main].Last); i++)
            {
                if (_text.Is(i, WordClass.Subjunctive) && _text.Is(i, WordClass.Auxiliary | WordClass.Passive))
                    return Mood.SubjunctiveI;
            }
        }

        return sentence.MoodOf(main);
    }

    private static int FirstMain(StatementSentence sentence)
    {
        for (int c = 0; c < sentence.Clauses.Length; c++)
        {
            if (sentence.Clauses[c].Unit == c && sentence.Clauses[c].Kind is ClauseKind.Main or ClauseKind.VerbFirst && sentence.FiniteOf(c) >= 0)
                return c;
        }

        return -1;
    }
}
