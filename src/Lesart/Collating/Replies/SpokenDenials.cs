namespace Lesart.Collating;

/// <summary>Statements by which somebody denies.</summary>
internal static class SpokenDenials
{
    private const int RefusalReach = 7; // words in which what is turned down is called an accusation
    private const int FavourReach = 3; // words in which what is withheld is named

    /// <summary>Those of an account, in text order; a question denies nothing.</summary>
    public static IEnumerable<Statement> In(AccountText text) => text.Account.Sayings.Where(statement => statement.Content.Length > 0 && !ToldReplies.IsQuestion(text, text.Sentences[text.SentenceAt(statement.Content[0].Start)]) && !ReplySides.IsThoughtOf(text, statement)
        && (statement is { CueClass: "denies", Stance: Stance.Denied } || IsRefusal(text, statement) || (statement.Stance is Stance.Denied && statement.CueClass is not "rejects" && statement.Kind is not StatementKind.Narrated)));

    /// <summary>Whether a statement denies by its verb.</summary>
    public static bool AreInWords(AccountText text, Statement denial) => denial is { CueClass: "denies", Stance: Stance.Denied, Kind: not StatementKind.Direct }
        && text.WordAt(denial.Content[0].Start) is int first && !text.Words.Skip(first).Take(FavourReach).Any(word => text.Replies?.Favours.Contains(word.Term.Lemma) == true);

    /// <summary>Whether somebody turns down an accusation, not an offer.</summary>
    private static bool IsRefusal(AccountText text, Statement statement)
    {
        if (statement.CueClass is not "rejects" || text.Denials is not DenialWords denials)
            return false;
        int first = text.WordAt(Math.Min(statement.Content[0].Start, statement.Cue.IsEmpty ? int.MaxValue : statement.Cue[0].Start));
        int next = Math.Min(text.WordAt(statement.Content[0].End), first + RefusalReach);
        return Enumerable.Range(first, Math.Max(0, next - first)).Any(word => text.Replies?.Charges.Contains(text.Words[word].Term.Lemma) == true) && denials.Read(text, first, text.WordAt(statement.Content[0].End), true).Denial is not Denial.None;
    }
}
