using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds what is held against somebody, and what they answer.</summary>
/// <remarks>An accusation is a statement by a cue of that class, or a claim about somebody which they deny in its own words. An answer is said by the accused, or by somebody who
/// speaks for them, and speaks of the accusation by name ("der Vorwurf") or by what it says; a denial of something else is none.</remarks>
internal sealed class ReplyFinder
{
    /// <summary>Words in which a denial meets a claim elsewhere.</summary>
    public const int SharedOfDenial = 2;

    private const double PartOfDenial = 0.5; // of the words of a denial that a claim elsewhere holds
    private const int Near = 2; // sentences in which the accused go on to speak
    private const int RefusalReach = 7; // words in which what is turned down is called an accusation
    private const int FavourReach = 3; // words in which what is withheld is named
    private const string Accuses = "accuses";
    private const string Unnamed = "?"; // begins what stands for an accused who is no entity

    private readonly IReadOnlyList<AccountText> _texts;
    private readonly ReplySides _sides;
    private readonly ToldReplies _told;
    private readonly List<Held> _held = [];
    private readonly List<(Held Held, Answer Answer)> _answers = [];
    private readonly HashSet<(Held Held, int Account, string Statement)> _seen = [];
    private readonly List<(AccountText Text, Statement Statement)> _accusedElsewhere = [];
    private readonly List<(Held One, Held Other)> _one = []; // accusations that belong together
    private readonly Dictionary<string, string> _called = new(StringComparer.Ordinal); // unnamed accused by the words for them
    private readonly ILookup<int, Unit> _units; // by account

    private ReplyFinder(IReadOnlyList<AccountText> texts, ReplySides sides, ImmutableArray<Unit> units) =>
        (_texts, _sides, _units, _told) = (texts, sides, units.ToLookup(static unit => unit.Account), new ToldReplies(sides));

    /// <summary>Accusations by their first place, each with its answers in the order of accounts.</summary>
    /// <param name="texts">The story's accounts.</param>
    /// <param name="nouns">Their names and nouns.</param>
    /// <param name="units">Their clauses.</param>
    /// <param name="alignment">Their points.</param>
    /// <param name="partings">What is asserted in one account and denied in another, as camps.</param>
    public static ImmutableArray<Reply> Find(IReadOnlyList<AccountText> texts, StoryNouns nouns, ImmutableArray<Unit> units, Alignment alignment, IEnumerable<List<List<Side>>> partings)
    {
        ReplySides sides = new(texts, nouns);
        ReplyFinder finder = new(texts, sides, units);
        foreach (AccountText text in texts)
            finder.FindAccusations(text);
        finder.FindAccusedElsewhere();
        finder.FindDeniedClaims();
        foreach (AccountText text in texts)
            finder.FindToldAccusations(text);
        finder.FindClaimsBeforeDenials();
        finder.FindAnswers();
        foreach (DeniedClaim exchange in new DeniedClaims(texts, sides, units, alignment).Find(partings))
            finder.Take(exchange);
        return new ReplyTeller(texts, sides, finder._units).Tell(finder._held, finder._answers, finder._one, finder._called);
    }

    private void Hold(AccountText text, Statement statement, string accused) => _held.Add(new Held(text, statement, default, accused, _sides.KeysOf(text, statement)));

    /// <summary>Takes up a claim with its denials: where either is known already, as one with it.</summary>
    private void Take(DeniedClaim exchange)
    {
        string accused = exchange.Accused.Entity ?? Unnamed + exchange.Accused.Called;
        List<Held> held = [];
        foreach (Unit claim in exchange.Claims)
        {
            AccountText text = _texts[claim.Account];
            Statement? statement = claim.Statement is { Kind: not StatementKind.Narrated, Content.IsEmpty: false } said ? said : null;
            Held? known = _held.Find(other => other.Text == text && other.Accused == accused && (other.Statement is null ? other.Sentence == claim.Sentence : other.Statement.Id == statement?.Id));
            if (known is null)
                _held.Add(known = new Held(text, statement, claim.Span, accused, _sides.KeysOf(text, [claim.Span]), claim.Stance));
            held.Add(known);
        }

        foreach (Held other in held.Skip(1))
            _one.Add((held[0], other));
        foreach ((Unit denial, Statement? statement, string? speaker) in exchange.Denials)
        {
            AccountText text = _texts[denial.Account];
            (Held? answered, Answer? known) = _answers.Find(answer => answer.Answer.Account == text.Account.Id && answer.Held.Accused == accused && answer.Answer.Spans.Any(denial.Whole.Overlaps));
            if (answered is not null && known is not null)
            {
                _one.Add((held[0], answered));
                continue;
            }

            _answers.Add((held[0], new Answer(text.Account.Id, statement?.Id, speaker, Stance.Denied, statement is null || statement.Content.IsEmpty || !statement.Content.Any(denial.Span.Overlaps) ? [denial.Span] : statement.Content, AnswerKind.Denial)));
        }

        if (exchange.Accused.Entity is null && exchange.Denials[0].Statement is { Source: [TextSpan source, ..] })
            _called.TryAdd(accused, source.In(_texts[exchange.Denials[0].Unit.Account].Text).ToString());
    }

    private void FindAccusations(AccountText text)
    {
        foreach (Statement statement in text.Account.Sayings.Where(static statement => statement.CueClass == Accuses && statement.Stance != Stance.Denied && statement.Content.Length > 0))
        {
            if (_sides.AccusedOf(text, statement) is string accused)
            {
                if (!_sides.SpeaksFor(text, statement, accused))
                    Hold(text, statement, accused);
            }
            else
            {
                _accusedElsewhere.Add((text, statement));
            }
        }
    }

    /// <summary>Accusations that leave out who is accused ("the 52-year-old"), where the same accuser says the same of somebody in another account.</summary>
    private void FindAccusedElsewhere()
    {
        foreach ((AccountText text, Statement statement) in _accusedElsewhere.Where(static item => item.Statement.Speaker is not null))
        {
            HashSet<string> keys = _sides.KeysOf(text, statement);
            if (_held.Find(held => held.Statement?.Speaker == statement.Speaker && held.Statement?.CueClass == Accuses && held.Keys.Count(keys.Contains) > SharedOfDenial) is Held same)
                Hold(text, statement, same.Accused);
        }
    }

    /// <summary>What somebody says of another who denies it.</summary>
    private void FindDeniedClaims()
    {
        ILookup<string, (AccountText Text, Statement Denial)> denials = _texts.SelectMany(text => Denials(text).Where(denial => DeniesInWords(text, denial)).Select(denial => (Side: _sides.SideOf(text, denial), Text: text, Denial: denial)))
            .Where(static item => item.Side is not null).ToLookup(static item => item.Side!, static item => (item.Text, item.Denial), StringComparer.Ordinal); // the line above keeps known sides
        foreach (AccountText text in _texts)
        {
            foreach (Statement claim in text.Account.Sayings)
            {
                if (claim is { Kind: StatementKind.Narrated } or { Stance: Stance.Denied } or { Content.IsEmpty: true } or { CueClass: Accuses } || ReplySides.IsNoClaim(claim) || _units[text.Index].Any(unit => unit.Denies && unit.Statement?.Id == claim.Id))
                    continue;
                foreach (string accused in _sides.About(text, claim).Where(denials.Contains))
                {
                    HashSet<string> claimed = _sides.KeysOf(text, claim);
                    if (!_sides.SpeaksFor(text, claim, accused) && denials[accused].Any(item => _sides.KeysOf(item.Text, item.Denial) is { } denied && denied.Count(claimed.Contains) >= Math.Max(SharedOfDenial, PartOfDenial * denied.Count)))
                        Hold(text, claim, accused);
                }
            }
        }
    }

    /// <summary>Accusations that a sentence tells without an accuser.</summary>
    private void FindToldAccusations(AccountText text)
    {
        for (int i = 0; i < text.Sentences.Length; i++)
        {
            TextSpan sentence = text.Sentences[i];
            foreach (string accused in _told.AccusedIn(text, sentence).Where(accused => !_held.Exists(held => held.Text == text && held.Sentence == i && held.Accused == accused)))
                _held.Add(new Held(text, null, sentence, accused, _sides.KeysOf(text, [sentence])));
        }
    }

    /// <summary>What somebody says right before another denies it by a pronoun.</summary>
    private void FindClaimsBeforeDenials()
    {
        foreach (AccountText text in _texts)
        {
            for (int i = 1; i < text.Sentences.Length; i++)
            {
                TextSpan sentence = text.Sentences[i];
                int first = text.WordAt(sentence.Start);
                string[] parties = [.. (_told.DenierIn(text, sentence) is Statement denier && _sides.SideOf(text, denier) is string side ? [side] : _sides.PartiesIn(text, first, text.WordAt(sentence.End)).Select(static place => place.Entity)).Distinct(StringComparer.Ordinal)];
                foreach (string accused in parties.Where(party => _told.DenialIn(text, sentence, party) is { Denial: Denial.Sure or Denial.Possible, PointsBack: true, IsVerb: true }))
                {
                    Statement? claim = text.Account.Sayings.LastOrDefault(claim => claim is { Kind: not StatementKind.Narrated, Stance: not Stance.Denied, Content.IsEmpty: false, Source.IsEmpty: false } && text.SentenceAt(claim.Content[^1].Start) == i - 1
                        && !text.Account.Sayings.Any(other => other != claim && other.Kind is not StatementKind.Narrated && other.Content.Any(span => span.Start <= claim.Content[0].Start && span.End >= claim.Content[0].End && span.Length > claim.Content[0].Length)));
                    if (claim is not null && !_sides.SpeaksFor(text, claim, accused) && !_held.Exists(held => held.Text == text && held.Accused == accused && held.Sentence < i && held.Sentence >= i - Near))
                        Hold(text, claim, accused);
                }
            }
        }
    }

    private static IEnumerable<Statement> Denials(AccountText text) => text.Account.Sayings.Where(statement => statement.Content.Length > 0 && !ToldReplies.IsQuestion(text, text.Sentences[text.SentenceAt(statement.Content[0].Start)]) && !ReplySides.IsThoughtOf(text, statement)
        && (statement is { CueClass: "denies", Stance: Stance.Denied } || IsRefusal(text, statement) || (statement.Stance is Stance.Denied && statement.CueClass is not "rejects" && statement.Kind is not StatementKind.Narrated)));

    /// <summary>Whether somebody turns down an accusation, not an offer.</summary>
    private static bool IsRefusal(AccountText text, Statement statement)
    {
        if (statement.CueClass is not "rejects" || text.Denials is not DenialWords denials)
            return false;
        int first = text.WordAt(Math.Min(statement.Content[0].Start, statement.Cue.IsEmpty ? int.MaxValue : statement.Cue[0].Start));
        int next = Math.Min(text.WordAt(statement.Content[0].End), first + RefusalReach);
        return Enumerable.Range(first, Math.Max(0, next - first)).Any(word => text.Replies?.Charges.Contains(text.Words[word].Term.Lemma) == true) && denials.Read(text, first, text.WordAt(statement.Content[0].End), true).Denial is not Denial.None;
    }

    /// <summary>Whether a statement denies by its verb.</summary>
    private static bool DeniesInWords(AccountText text, Statement denial) => denial is { CueClass: "denies", Stance: Stance.Denied, Kind: not StatementKind.Direct }
        && text.WordAt(denial.Content[0].Start) is int first && !text.Words.Skip(first).Take(FavourReach).Any(word => text.Replies?.Favours.Contains(word.Term.Lemma) == true);

    private void FindAnswers()
    {
        ILookup<int, Held> byAccount = _held.ToLookup(static held => held.Text.Index);
        ILookup<string, Held> byAccused = _held.ToLookup(static held => held.Accused, StringComparer.Ordinal);
        foreach (AccountText text in _texts)
            FindAnswers(text, byAccused, [.. byAccount[text.Index]]);
    }

    private void FindAnswers(AccountText text, ILookup<string, Held> byAccused, Held[] here)
    {
        HashSet<string> answered = new(StringComparer.Ordinal); // accused
        foreach (Statement denial in Denials(text))
        {
            foreach (string accused in byAccused.Select(static held => held.Key).Where(accused => _sides.SpeaksFor(text, denial, accused)))
            {
                AnswerKind kind = _sides.IsSilence(text, denial.Content[0].Start) ? AnswerKind.NoComment : AnswerKind.Denial;
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
            foreach (Held held in here.Where(held => sentence > held.Sentence && sentence <= held.Sentence + Near && _sides.SpeaksFor(text, quote, held.Accused) && (quote.Stance is Stance.Denied ? !held.IsClaim : held.Statement?.CueClass == Accuses && !denied.Contains(held))))
            {
                answered.Add(held.Accused);
                Add(held, text, quote, quote.Stance is Stance.Denied ? AnswerKind.Denial : AnswerKind.Statement);
            }
        }

        FindWordsBehind(text, here);
        foreach (TextSpan silence in _sides.Silences(text))
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
            bool isDefence = _sides.IsDefence(text, said);
            foreach (Held held in able.Where(held => sentence > held.Sentence && (isDefence || (sentence == held.Sentence + 1 && IsOnTopic(text, said, held))) && _sides.SpeaksFor(text, said, held.Accused) && !_sides.IsSilence(text, said.Content[0].Start)))
            {
                if (!_answers.Exists(answer => answer.Answer.Account == text.Account.Id && answer.Held.Accused == held.Accused && text.SentenceAt(answer.Answer.Spans[0].Start) == sentence))
                    Add(held, text, said, said.Stance is Stance.Denied ? AnswerKind.Denial : AnswerKind.Statement);
            }
        }
    }

    /// <summary>Whether what somebody is reported to say takes up what is held against them: by a negation, by name, or by a word of it.</summary>
    private bool IsOnTopic(AccountText text, Statement said, Held held) => said.Stance is Stance.Denied || _sides.NamesCharge(text, said) || _sides.KeysOf(text, said).Overlaps(held.Keys);

    private bool IsSilent(Held held, TextSpan silence) => _sides.IsNamedIn(held.Text, silence, held.Accused) ? _told.IsActingIn(held.Text, silence, held.Accused)
        : (held.Text.SentenceAt(silence.Start) - held.Sentence <= Near && _told.IsOnly(held.Text, silence, held.Accused));

    /// <summary>Sentences that tell no more than that the accused deny it.</summary>
    private void FindToldDenials(AccountText text, ILookup<string, Held> byAccused, HashSet<string> answered)
    {
        for (int i = 0; i < text.Sentences.Length; i++)
        {
            TextSpan sentence = text.Sentences[i];
            foreach (IGrouping<string, Held> group in byAccused)
            {
                if (_answers.Exists(answer => answer.Held.Accused == group.Key && answer.Answer.Account == text.Account.Id && answer.Answer.Spans.Any(span => span.Start < sentence.End && span.End > sentence.Start))
                    || _told.DenialIn(text, sentence, group.Key) is not ToldDenial denial || MeantBy(text, i, denial, [.. group]) is not Held held)
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
        if (away == 0 || denial.NamesCharge || (denial.PointsBack && away <= Near))
            return before;
        if (!denial.IsVerb)
            return away <= (denial.Denial is Denial.Sure ? Near : 1) && _told.IsSaidBy(text, text.Sentences[sentence], before.Accused) ? before : null;
        if (denial.Denial is not Denial.Sure)
            return null;
        HashSet<string> keys = _sides.KeysOf(text, [text.Sentences[sentence]]);
        return Array.FindLast(able, held => held.Text == text && held.Sentence < sentence && held.Keys.Count(keys.Contains) >= SharedOfDenial);
    }

    private void Add(Held held, AccountText text, Statement statement, AnswerKind kind)
    {
        if (_seen.Add((held, text.Index, statement.Id)))
            _answers.Add((held, new Answer(text.Account.Id, statement.Id, statement.Speaker ?? held.Accused, statement.Stance, statement.Content, kind)));
    }

    /// <summary>The accusations that a denial means: by name the one before it, by its words those that say the same.</summary>
    private IEnumerable<Held> MeantBy(AccountText text, Statement denial, Held[] held)
    {
        Held[] able = [.. held.Where(held => (held.Text != text || held.Statement?.Id != denial.Id) && (!held.IsClaim || DeniesInWords(text, denial)))];
        if (_sides.NamesCharge(text, denial) || _sides.IsSilence(text, denial.Content[0].Start))
        {
            Held[] before = [.. able.Where(held => held.Text == text && held.Start < denial.Content[0].End)];
            return before.Length > 0 ? [before[^1]] : able.Length > 0 && able.Select(static held => held.Statement?.Speaker).Distinct(StringComparer.Ordinal).Count() == 1 ? [able[0]] : [];
        }

        HashSet<string> keys = _sides.KeysOf(text, denial);
        int sentence = text.SentenceAt(denial.Content[0].Start);
        return able.Where(held => held.Keys.Count(keys.Contains) is int shared && (shared >= SharedOfDenial
            || (held.Text == text && shared > 0 && sentence > held.Sentence && sentence <= held.Sentence + Near)));
    }
}
