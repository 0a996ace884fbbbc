using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Tells a point as it is shown: its gloss, who tells it and how, who is silent.</summary>
internal sealed class PointTeller(AccountText[] texts, int[] strandOf, Alignment alignment)
{
    /// <summary>The point of some clauses.</summary>
    /// <param name="id">Of the point.</param>
    /// <param name="group">Its clauses, by account and text order.</param>
    /// <param name="central">The clause whose sentence is the gloss.</param>
    /// <param name="differences">What the accounts differ in there.</param>
    public Point Tell(string id, List<Unit> group, Unit central, Difference[] differences)
    {
        HashSet<int> tellers = [.. group.Select(static unit => unit.Account)];
        HashSet<string> parting = [.. differences.SelectMany(static difference => difference.Readings).Select(static reading => reading.Account)]; // too loose for a reading, but not silent
        PublicationTime[] told = [.. tellers.Select(account => texts[account].Account.Published).OfType<PublicationTime>()];
        return new Point
        {
            Id = id,
            Gloss = central.Whole.In(texts[central.Account].Text).ToString(),
            Readings = [.. group.GroupBy(static unit => (unit.Account, unit.Sentence, unit.Stance, unit.IsDenial, unit.Speaker)).Select(clauses => Read(group, [.. clauses]))],
            Silent =
            [
                .. texts.Where(text => !tellers.Contains(text.Index) && !parting.Contains(text.Account.Id) && !text.Account.Incomplete && text.Account.Published is PublicationTime published && Array.Exists(told, published.IsKnownToFollow))
                    .Select(static text => text.Account.Id),
            ],
            Relation = RelationOf(group, tellers.Count, differences),
            Strands = tellers.Select(account => strandOf[account]).Distinct().Count(),
        };
    }

    /// <summary>One reading of the clauses that one sentence brings to a point in one voice, with what stands between them: who reads it sees the sentence once.</summary>
    private Reading Read(List<Unit> group, Unit[] clauses)
    {
        Unit surest = clauses.Length == 1 ? clauses[0] : clauses.MaxBy(clause => group.Where(other => other.Account != clause.Account).Sum(other => alignment.LikelinessOf(clause, other)))!; // there is one
        return new()
        {
            Account = texts[surest.Account].Account.Id,
            Statement = surest.Statement?.Id,
            Spans = [new TextSpan(clauses[0].Span.Start, clauses[^1].Span.End)],
            Stance = surest.Stance,
            Kind = surest.Kind,
            Speaker = surest.Speaker,
            Values = Values(clauses),
        };
    }

    private static Relation RelationOf(List<Unit> group, int accounts, Difference[] differences)
    {
        if (differences.Length > 0)
            return Relation.Contradict;
        if (accounts < 2)
            return Relation.Single;
        bool haveOneStance = group.TrueForAll(unit => unit.Stance == group[0].Stance);
        return haveOneStance && ValuesAreEqual(group) ? Relation.Agree : Relation.Differ;
    }

    private static bool ValuesAreEqual(List<Unit> group) => Values([group[0]]) is var first
        && group.TrueForAll(unit => Values([unit]).All(value => !first.TryGetValue(value.Key, out string? same) || same == value.Value));

    private static ImmutableSortedDictionary<string, string> Values(Unit[] clauses)
    {
        ImmutableSortedDictionary<string, string>.Builder values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        string dates = string.Join(" ", clauses.SelectMany(ReadingValues.Dates).Select(static side => side.Value).Distinct(StringComparer.Ordinal));
        string figures = string.Join("; ", clauses.SelectMany(ReadingValues.Figures).Select(static side => side.Value).Distinct(StringComparer.Ordinal));
        if (dates.Length > 0)
            values["date"] = dates;
        if (figures.Length > 0)
            values["quantity"] = figures;
        return values.ToImmutable();
    }
}
