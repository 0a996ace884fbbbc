using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Makes records of what is held against somebody and what they answer: places that tell one accusation are joined, and each says who is accused, or only who denies it.</summary>
internal sealed class ReplyTeller(IReadOnlyList<AccountText> texts, ReplySides sides, ILookup<int, Unit> units)
{
    private const int NearAnswer = 3; // sentences in which an answer may stand that was not read

    private readonly Dictionary<string, int> _places = texts.GroupBy(static text => text.Account.Id, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First().Index, StringComparer.Ordinal);

    /// <summary>Accusations by their first place, each with its answers in the order of accounts.</summary>
    /// <param name="held">Every place where something is held against somebody.</param>
    /// <param name="given">Every answer, with the place that it answers.</param>
    /// <param name="together">Places that belong to one accusation.</param>
    /// <param name="called">The words for those who answer and are no entity.</param>
    public ImmutableArray<Reply> Tell(List<Held> held, List<(Held Held, Answer Answer)> given, List<(Held One, Held Other)> together, IReadOnlyDictionary<string, string> called)
    {
        ILookup<Held, Answer> answers = given.ToLookup(static answer => answer.Held, static answer => answer.Answer);
        UnionFind same = new(held.Count);
        foreach ((Held one, Held other) in together)
            same.Join(held.IndexOf(one), held.IndexOf(other));
        foreach (int[] rivals in Enumerable.Range(0, held.Count).GroupBy(i => held[i].Accused, StringComparer.Ordinal).Select(static group => group.ToArray()))
        {
            foreach ((int i, int j) in rivals.SelectMany((i, at) => rivals.Skip(at + 1).Select(j => (i, j))))
            {
                if (same.Root(i) == same.Root(j))
                    continue;
                int shared = held[i].Keys.Count(held[j].Keys.Contains);
                bool isOneAccuser = held[i].Statement?.Speaker is string one && one == held[j].Statement?.Speaker;
                if (shared >= (isOneAccuser ? 1 : ReplyFinder.SharedOfDenial))
                    same.Join(i, j);
            }
        }

        return
        [
            .. Enumerable.Range(0, held.Count).GroupBy(same.Root).Select(group => group.Select(i => held[i]).ToArray())
                .Select(group => Array.Exists(group, place => answers.Contains(place)) ? group : [.. group.Where(static place => place.Statement is not null)]).Where(static group => group.Length > 0)
                .OrderBy(static group => group[0].Text.Index).ThenBy(static group => group[0].Start).Select(group => Tell(group, answers, called)),
        ];
    }

    private Reply Tell(Held[] group, ILookup<Held, Answer> answersTo, IReadOnlyDictionary<string, string> called)
    {
        Answer[] answers = [.. group.SelectMany(held => answersTo[held]).DistinctBy(static answer => (answer.Account, answer.Statement, answer.Spans[0]))
            .OrderBy(answer => IndexOf(answer.Account)).ThenBy(static answer => answer.Spans[0].Start)];
        PublicationTime[] known = [.. answers.Select(answer => texts[IndexOf(answer.Account)].Account.Published).OfType<PublicationTime>()];
        string answering = group[0].Accused;
        bool isAccused = answers.Length == 0 || Array.Exists(group, NamesAccused), isEntity = !called.ContainsKey(answering); // nobody denies what nobody answers
        return new Reply
        {
            Accused = isEntity && isAccused ? answering : null,
            DeniedBy = isEntity && !isAccused ? answering : null,
            Called = called.GetValueOrDefault(answering),
            Accusations = [.. group.OrderBy(static held => held.Text.Index).ThenBy(static held => held.Start).Select(static held => held.Tell())],
            Answers = [.. answers],
            Unanswered = answers.Length == 0 ? [] : [.. group.Where(static held => held.IsSurelyTold).Select(static held => held.Text).Distinct().Where(text => !text.Account.Incomplete && !Array.Exists(group, held => held.Text == text && MayAnswer(held)) && !Array.Exists(answers, answer => answer.Account == text.Account.Id)
                && text.Account.Published is PublicationTime published && Array.Exists(known, published.IsKnownToFollow)).OrderBy(static text => text.Index).Select(static text => text.Account.Id)],
        };
    }

    /// <summary>Whether a place tells whom it accuses: by a cue of accusing, or by speaking of them first. Else it is known only who denies it, perhaps for others.</summary>
    private bool NamesAccused(Held held) => held.Statement is Statement claim
        ? !held.IsClaim || sides.FirstIn(held.Text, claim.Content) == held.Accused
        : sides.IsNamedIn(held.Text, held.Text.Sentences[held.Sentence], held.Accused);

    /// <summary>Whether words near an accusation may be an answer, though none was read: somebody denies, or speaks with a negation, or the accused speak.</summary>
    private bool MayAnswer(Held held) => units[held.Text.Index].Where(unit => Math.Abs(unit.Sentence - held.Sentence) <= NearAnswer).Any(unit => unit.Denies || unit.Refuses
        || (unit.Sentence != held.Sentence && unit.Statement is { Kind: not StatementKind.Narrated and not StatementKind.Reported } said && said.Id != held.Statement?.Id && (said.Speaker is null || said.Speaker != held.Statement?.Speaker)
            && (unit.Sentence > held.Sentence || unit.HoldsNegation || sides.SpeaksFor(held.Text, said, held.Accused)))
        || (unit.Sentence == held.Sentence + 1 && unit.IsHedged));

    private int IndexOf(string account) => _places[account];
}
