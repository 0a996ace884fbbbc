using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds what is held against somebody, and what they answer.</summary>
/// <remarks>An accusation is a statement by a cue of that class, or a claim about somebody which they deny in its own words. An answer is said by the accused, or by somebody who
/// speaks for them, and speaks of the accusation by name ("der Vorwurf") or by what it says; a denial of something else is none.</remarks>
internal sealed class ReplyFinder
{
    /// <summary>Words in which a denial meets a claim elsewhere.</summary>
    public const int SharedOfDenial = 2;

    /// <summary>Sentences in which the accused go on to speak.</summary>
    public const int Near = 2;

    private const string Unnamed = "?"; // begins what stands for an accused who is no entity

    private readonly IReadOnlyList<AccountText> _texts;
    private readonly ReplySides _sides;
    private readonly List<Held> _held;
    private readonly List<(Held Held, Answer Answer)> _answers;
    private readonly List<(Held One, Held Other)> _one = []; // accusations that belong together
    private readonly Dictionary<string, string> _called = new(StringComparer.Ordinal); // unnamed accused by the words for them

    private ReplyFinder(IReadOnlyList<AccountText> texts, ReplySides sides, ILookup<int, Unit> units)
    {
        (_texts, _sides) = (texts, sides);
        ToldReplies told = new(sides);
        _held = new AccusationFinder(texts, sides, told, units).Find();
        _answers = new AnswerFinder(texts, sides, told, _held).Find();
    }

    /// <summary>Accusations by their first place, each with its answers in the order of accounts.</summary>
    /// <param name="texts">The story's accounts.</param>
    /// <param name="nouns">Their names and nouns.</param>
    /// <param name="units">Their clauses.</param>
    /// <param name="alignment">Their points.</param>
    /// <param name="partings">What is asserted in one account and denied in another, as camps.</param>
    public static ImmutableArray<Reply> Find(IReadOnlyList<AccountText> texts, StoryNouns nouns, ImmutableArray<Unit> units, Alignment alignment, IEnumerable<List<List<Side>>> partings)
    {
        ReplySides sides = new(texts, nouns);
        ILookup<int, Unit> byAccount = units.ToLookup(static unit => unit.Account);
        ReplyFinder finder = new(texts, sides, byAccount);
        foreach (DeniedClaim exchange in new DeniedClaims(texts, sides, units, alignment).Find(partings))
            finder.Take(exchange);
        return new ReplyTeller(texts, sides, byAccount).Tell(finder._held, finder._answers, finder._one, finder._called);
    }

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
}
