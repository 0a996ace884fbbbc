namespace Lesart.Collating;

/// <summary>Finds places where something is held against somebody: by a cue of that class, in a sentence without an accuser, or as a claim that those whom it is about deny in their own words.</summary>
internal sealed class AccusationFinder(IReadOnlyList<AccountText> texts, ReplySides sides, ToldReplies told, ILookup<int, Unit> units)
{
    private const double PartOfDenial = 0.5; // of the words of a denial that a claim elsewhere holds
    private const string Accuses = "accuses";

    private readonly List<Held> _held = [];
    private readonly List<(AccountText Text, Statement Statement)> _accusedElsewhere = [];

    /// <summary>The places, those of surer kinds before those that look at what is found already; call it once.</summary>
    public List<Held> Find()
    {
        foreach (AccountText text in texts)
            FindAccusations(text);
        FindAccusedElsewhere();
        FindDeniedClaims();
        foreach (AccountText text in texts)
            FindToldAccusations(text);
        FindClaimsBeforeDenials();
        return _held;
    }

    private void Hold(AccountText text, Statement statement, string accused) => _held.Add(new Held(text, statement, default, accused, sides.KeysOf(text, statement)));

    private void FindAccusations(AccountText text)
    {
        foreach (Statement statement in text.Account.Sayings.Where(static statement => statement.CueClass == Accuses && statement.Stance != Stance.Denied && statement.Content.Length > 0))
        {
            if (sides.AccusedOf(text, statement) is string accused)
            {
                if (!sides.SpeaksFor(text, statement, accused))
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
            HashSet<string> keys = sides.KeysOf(text, statement);
            if (_held.Find(held => held.Statement?.Speaker == statement.Speaker && held.Statement?.CueClass == Accuses && held.Keys.Count(keys.Contains) > ReplyFinder.SharedOfDenial) is Held same)
                Hold(text, statement, same.Accused);
        }
    }

    /// <summary>What somebody says of another who denies it.</summary>
    private void FindDeniedClaims()
    {
        ILookup<string, (AccountText Text, Statement Denial)> denials = texts.SelectMany(text => SpokenDenials.In(text).Where(denial => SpokenDenials.AreInWords(text, denial)).Select(denial => (Side: sides.SideOf(text, denial), Text: text, Denial: denial)))
            .Where(static item => item.Side is not null).ToLookup(static item => item.Side!, static item => (item.Text, item.Denial), StringComparer.Ordinal); // the line above keeps known sides
        foreach (AccountText text in texts)
        {
            foreach (Statement claim in text.Account.Sayings)
            {
                if (claim is { Kind: StatementKind.Narrated } or { Stance: Stance.Denied } or { Content.IsEmpty: true } or { CueClass: Accuses } || ReplySides.IsNoClaim(claim) || units[text.Index].Any(unit => unit.Denies && unit.Statement?.Id == claim.Id))
                    continue;
                foreach (string accused in sides.About(text, claim).Where(denials.Contains))
                {
                    HashSet<string> claimed = sides.KeysOf(text, claim);
                    if (!sides.SpeaksFor(text, claim, accused) && denials[accused].Any(item => sides.KeysOf(item.Text, item.Denial) is { } denied && denied.Count(claimed.Contains) >= Math.Max(ReplyFinder.SharedOfDenial, PartOfDenial * denied.Count)))
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
            foreach (string accused in told.AccusedIn(text, sentence).Where(accused => !_held.Exists(held => held.Text == text && held.Sentence == i && held.Accused == accused)))
                _held.Add(new Held(text, null, sentence, accused, sides.KeysOf(text, [sentence])));
        }
    }

    /// <summary>What somebody says right before another denies it by a pronoun.</summary>
    private void FindClaimsBeforeDenials()
    {
        foreach (AccountText text in texts)
        {
            for (int i = 1; i < text.Sentences.Length; i++)
            {
                TextSpan sentence = text.Sentences[i];
                int first = text.WordAt(sentence.Start);
                string[] parties = [.. (told.DenierIn(text, sentence) is Statement denier && sides.SideOf(text, denier) is string side ? [side] : sides.PartiesIn(text, first, text.WordAt(sentence.End)).Select(static place => place.Entity)).Distinct(StringComparer.Ordinal)];
                foreach (string accused in parties.Where(party => told.DenialIn(text, sentence, party) is { Denial: Denial.Sure or Denial.Possible, PointsBack: true, IsVerb: true }))
                {
                    Statement? claim = text.Account.Sayings.LastOrDefault(claim => claim is { Kind: not StatementKind.Narrated, Stance: not Stance.Denied, Content.IsEmpty: false, Source.IsEmpty: false } && text.SentenceAt(claim.Content[^1].Start) == i - 1
                        && !text.Account.Sayings.Any(other => other != claim && other.Kind is not StatementKind.Narrated && other.Content.Any(span => span.Start <= claim.Content[0].Start && span.End >= claim.Content[0].End && span.Length > claim.Content[0].Length)));
                    if (claim is not null && !sides.SpeaksFor(text, claim, accused) && !_held.Exists(held => held.Text == text && held.Accused == accused && held.Sentence < i && held.Sentence >= i - ReplyFinder.Near))
                        Hold(text, claim, accused);
                }
            }
        }
    }
}
