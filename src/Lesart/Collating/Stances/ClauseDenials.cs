namespace Lesart.Collating;

/// <summary>Says of a clause how it stands to a denial: whether it is one that says nothing else, or gives what holds instead.</summary>
/// <param name="terms">Which words negate.</param>
internal readonly struct ClauseDenials(TermReader terms)
{
    /// <summary>Words of a denial that says nothing of its own, at most.</summary>
    public const int MostOfBare = 1;

    /// <summary>Whether a clause stands behind a colon and what is denied before it ("He rejected the charge: the tank had been full"), and negates nothing itself.</summary>
    public bool IsBehind(AccountText text, Statement statement, TextSpan clause)
    {
        int start = statement.Content[0].Start; // a statement that overlaps a clause has content
        if (statement.Stance is not Stance.Denied || start >= clause.Start)
            return false;
        int colon = text.Text.LastIndexOf(": ", clause.Start - 1, clause.Start - start, StringComparison.Ordinal);
        return colon > start && !terms.HoldsNegation(text, text.WordAt(colon), text.WordAt(statement.Content[^1].End))
            && (Denies(statement) || terms.HoldsNegation(text, text.WordAt(start), text.WordAt(colon)));
    }

    /// <summary>Whether a clause gives behind a colon what holds instead of what its speaker denies.</summary>
    public bool Counters(AccountText text, Statement statement, TextSpan clause) =>
        Denies(statement) && (IsBehind(text, statement, clause) || text.Text.AsSpan(0, statement.Content[0].Start).TrimEnd().EndsWith(':'));

    /// <summary>Which words call something an accusation.</summary>
    public static bool[] Charges(AccountText text, int first, int last) =>
        [.. Enumerable.Range(first, last - first).Select(word => text.Replies?.Charges.Contains(text.Words[word].Term.Lemma) == true)];

    /// <summary>How many words are left beside those that deny, name who does, or call what is denied an accusation.</summary>
    public static int OwnWords(AccountText text, int first, int last, Statement? statement, bool[] charges, HashSet<int> denying)
    {
        int own = 0;
        for (int word = first; word < last; word++)
        {
            Word at = text.Words[word];
            bool isTold = at.Term.IsFunctionWord || at.Term.IsName || charges[word - first] || denying.Contains(word)
                || statement?.Source.Concat(statement.Cue).Any(span => span.Contains(at.Start)) == true || text.Account.Mentions.Any(mention => mention.Span.Contains(at.Start));
            own += isTold ? 0 : 1;
        }

        return own;
    }

    private static bool Denies(Statement statement) => statement is { Kind: not StatementKind.Direct, CueClass: "denies" or "doubts" };
}
