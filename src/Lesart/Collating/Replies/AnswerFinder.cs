namespace Lesart.Collating;

/// <summary>Finds what the accused answer: denials, other words of theirs behind the accusation, and that they say nothing.</summary>
internal sealed class AnswerFinder(IReadOnlyList<AccountText> texts, ReplySides sides, ToldReplies told, List<Held> accusations)
{
    private const string Accuses = "accuses";

    private readonly List<(Held Held, Answer Answer)> _answers = [];
    private readonly HashSet<(Held Held, int Account, string Statement)> _seen = [];

    /// <summary>The answers, each with the accusation that it means, by account; call it once.</summary>
    public List<(Held Held, Answer Answer)> Find()
    {
        ILookup<int, Held> byAccount = accusations.ToLookup(static held => held.Text.Index);
        ILookup<string, Held> byAccused = accusations.ToLookup(static held => held.Accused, StringComparer.Ordinal);
        foreach (AccountText text in texts)
            Find(text, byAccused, [.. byAccount[text.Index]]);
        return _answers;
    }

    private void Find(AccountText text, ILookup<string, Held> byAccused, Held[] here)
    {
        HashSet<string> answered = new(StringComparer.Ordinal); // accused
        foreach (Statement denial in SpokenDenials.In(text))
        {
            foreach (string accused in byAccused.Select(static held => held.Key).Where(accused => sides.SpeaksFor(text, denial, accused)))
            {
                AnswerKind kind = sides.IsSilence(text, denial.Content[0].Start) ? AnswerKind.NoComment : AnswerKind.Denial;
                foreach (Held held in MeantBy(text, denial, [.. byAccused[accused]]))
                {
                    answered.Add(accused);
                    Add(held, text, denial, kind);
                }
            }
        }

        FindToldDenials(text, byAccused, answered);
        HashSet<Held> denied = [.. _answers.Where(answer => answer.Answer.Account == text.Account.Id && answer.Answer.Statement is null).Select(static answer => answer.Held)];
        foreach (Statement quote in text.Account.Sayings.Where(static statement => statement is { Kind: StatementKind.Direct, Content.IsEmpty: false }))
        {
            int sentence = text.SentenceAt(quote.Content[0].Start);
            foreach (Held held in here.Where(held => sentence > held.Sentence && sentence <= held.Sentence + ReplyFinder.Near && sides.SpeaksFor(text, quote, held.Accused) && (quote.Stance is Stance.Denied ? !held.IsClaim : held.Statement?.CueClass == Accuses && !denied.Contains(held))))
            {
                answered.Add(held.Accused);
                Add(held, text, quote, quote.Stance is Stance.Denied ? AnswerKind.Denial : AnswerKind.Statement);
            }
        }

        FindWordsBehind(text, here);
        foreach (TextSpan silence in sides.Silences(text))
        {
            foreach (Held held in here.Where(held => held.Start < silence.Start && !answered.Contains(held.Accused) && IsSilent(held, silence)).GroupBy(static held => held.Accused, StringComparer.Ordinal).Select(static group => group.Last()))
                _answers.Add((held, new Answer(text.Account.Id, null, held.Accused, Stance.Asserted, [silence], AnswerKind.NoComment)));
        }
    }

    /// <summary>What the accused are reported to say in the next sentence, and what their lawyers say further on.</summary>
    private void FindWordsBehind(AccountText text, Held[] here)
    {
        Held[] able = [.. here.Where(static held => !held.IsClaim)];
        if (able.Length == 0)
            return;
        foreach (Statement said in text.Account.Sayings.Where(static said => said is { Kind: StatementKind.Indirect or StatementKind.Mixed, Content.IsEmpty: false, CueClass: not Accuses and not "denies" and not "rejects", Within: null }))
        {
            int sentence = text.SentenceAt(said.Content[0].Start);
            bool isDefence = sides.IsDefence(text, said);
            foreach (Held held in able.Where(held => sentence > held.Sentence && (isDefence || (sentence == held.Sentence + 1 && IsOnTopic(text, said, held))) && sides.SpeaksFor(text, said, held.Accused) && !sides.IsSilence(text, said.Content[0].Start)))
            {
                if (!_answers.Exists(answer => answer.Answer.Account == text.Account.Id && answer.Held.Accused == held.Accused && text.SentenceAt(answer.Answer.Spans[0].Start) == sentence))
                    Add(held, text, said, said.Stance is Stance.Denied ? AnswerKind.Denial : AnswerKind.Statement);
            }
        }
    }

    /// <summary>Whether what somebody is reported to say takes up what is held against them: by a negation, by name, or by a word of it.</summary>
    private bool IsOnTopic(AccountText text, Statement said, Held held) => said.Stance is Stance.Denied || sides.NamesCharge(text, said) || sides.KeysOf(text, said).Overlaps(held.Keys);

    private bool IsSilent(Held held, TextSpan silence) => sides.IsNamedIn(held.Text, silence, held.Accused) ? told.IsActingIn(held.Text, silence, held.Accused)
        : (held.Text.SentenceAt(silence.Start) - held.Sentence <= ReplyFinder.Near && told.IsOnly(held.Text, silence, held.Accused));

    /// <summary>Sentences that tell no more than that the accused deny it.</summary>
    private void FindToldDenials(AccountText text, ILookup<string, Held> byAccused, HashSet<string> answered)
    {
        for (int i = 0; i < text.Sentences.Length; i++)
        {
            TextSpan sentence = text.Sentences[i];
            foreach (IGrouping<string, Held> group in byAccused)
            {
                if (_answers.Exists(answer => answer.Held.Accused == group.Key && answer.Answer.Account == text.Account.Id && answer.Answer.Spans.Any(span => span.Start < sentence.End && span.End > sentence.Start))
                    || told.DenialIn(text, sentence, group.Key) is not ToldDenial denial || MeantBy(text, i, denial, [.. group]) is not Held held)
                    continue;
                answered.Add(group.Key);
                _answers.Add((held, new Answer(text.Account.Id, null, group.Key, Stance.Denied, [sentence], AnswerKind.Denial)));
            }
        }
    }

    /// <summary>The accusation that such a sentence means: the last before it, where it is near, named as an accusation, or of the same words.</summary>
    private Held? MeantBy(AccountText text, int sentence, ToldDenial denial, Held[] able)
    {
        Held? before = Array.FindLast(able, held => held.Text == text && (held.Sentence < sentence || (held.Sentence == sentence && denial.Denial is Denial.Sure && (denial.PointsBack || denial.IsLast))));
        if (before is null)
            return null;
        int away = sentence - before.Sentence;
        if (away == 0 || denial.NamesCharge || (denial.PointsBack && away <= ReplyFinder.Near))
            return before;
        if (!denial.IsVerb)
            return away <= (denial.Denial is Denial.Sure ? ReplyFinder.Near : 1) && told.IsSaidBy(text, text.Sentences[sentence], before.Accused) ? before : null;
        if (denial.Denial is not Denial.Sure)
            return null;
        HashSet<string> keys = sides.KeysOf(text, [text.Sentences[sentence]]);
        return Array.FindLast(able, held => held.Text == text && held.Sentence < sentence && held.Keys.Count(keys.Contains) >= ReplyFinder.SharedOfDenial);
    }

    private void Add(Held held, AccountText text, Statement statement, AnswerKind kind)
    {
        if (_seen.Add((held, text.Index, statement.Id)))
            _answers.Add((held, new Answer(text.Account.Id, statement.Id, statement.Speaker ?? held.Accused, statement.Stance, statement.Content, kind)));
    }

    /// <summary>The accusations that a denial means: by name the one before it, by its words those that say the same.</summary>
    private IEnumerable<Held> MeantBy(AccountText text, Statement denial, Held[] held)
    {
        Held[] able = [.. held.Where(held => (held.Text != text || held.Statement?.Id != denial.Id) && (!held.IsClaim || SpokenDenials.AreInWords(text, denial)))];
        if (sides.NamesCharge(text, denial) || sides.IsSilence(text, denial.Content[0].Start))
        {
            Held[] before = [.. able.Where(held => held.Text == text && held.Start < denial.Content[0].End)];
            return before.Length > 0 ? [before[^1]] : able.Length > 0 && able.Select(static held => held.Statement?.Speaker).Distinct(StringComparer.Ordinal).Count() == 1 ? [able[0]] : [];
        }

        HashSet<string> keys = sides.KeysOf(text, denial);
        int sentence = text.SentenceAt(denial.Content[0].Start);
        return able.Where(held => held.Keys.Count(keys.Contains) is int shared && (shared >= ReplyFinder.SharedOfDenial
            || (held.Text == text && shared > 0 && sentence > held.Sentence && sentence <= held.Sentence + ReplyFinder.Near)));
    }
}
