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

    /// <summary>Which words call what somebody said a telling, with a noun beside each for whose it is ("the director's account", "die Schilderung des Enkels").</summary>
    public static bool[] Tellings(AccountText text, int first, int last)
    {
        bool[] tellings = [.. Enumerable.Range(first, last - first).Select(word => text.Replies?.Tellings.Contains(text.Words[word].Term.Lemma) == true)];
        bool[] told = [.. tellings];
        for (int word = 0; word < told.Length; word++)
        {
            if (!tellings[word])
                continue;
            if (word > 0 && text.Text.AsSpan(text.Words[first + word - 1].Start..text.Words[first + word].Start).IndexOfAny('\'', '’') >= 0)
                told[word - 1] = true;
            if (word + 2 < told.Length && text.Denials?.IsGenitive(text.Words[first + word + 1].Term.Folded) == true)
                told[word + 2] = true;
        }

        return told;
    }

    /// <summary>Which words are left beside those that deny, name who does, or call what is denied an accusation or a telling.</summary>
    public static int[] OwnWords(AccountText text, int first, int last, Statement? statement, bool[] charges, bool[] tellings, HashSet<int> denying)
    {
        return [.. Enumerable.Range(first, last - first).Where(word => !IsTold(word, text.Words[word]))];

        bool IsTold(int word, Word at) => at.Term.IsFunctionWord || at.Term.IsName || charges[word - first] || tellings[word - first] || denying.Contains(word)
            || statement?.Source.Concat(statement.Cue).Any(span => span.Contains(at.Start)) == true || text.Account.Mentions.Any(mention => mention.Span.Contains(at.Start));
    }

    private static bool Denies(Statement statement) => statement is { Kind: not StatementKind.Direct, CueClass: "denies" or "doubts" };
}
