namespace Lesart.Extracting;

/// <summary>Looks over the articles of a run together: standing paragraphs of outlets, the same article again, new versions.</summary>
internal static class RunReview
{
    /// <summary>So many records are held at once; a longer run is looked over piece by piece, in constant memory.</summary>
    private const int PieceRecords = 2_048;
    private const int PieceLetters = 24 * 1024 * 1024;

    /// <summary>The records in their order.</summary>
    public static IEnumerable<Outcome<Article>> Of(IEnumerable<Outcome<Article>> outcomes)
    {
        ArticleVersions versions = new();
        List<Outcome<Article>> piece = [];
        long letters = 0;
        foreach (Outcome<Article> outcome in outcomes)
        {
            piece.Add(outcome);
            letters += outcome.Value?.Text.Length ?? 0;
            if (piece.Count < PieceRecords && letters < PieceLetters)
                continue;
            foreach (Outcome<Article> reviewed in Reviewed(piece, versions))
                yield return reviewed;
            piece.Clear();
            letters = 0;
        }

        foreach (Outcome<Article> reviewed in Reviewed(piece, versions))
            yield return reviewed;
    }

    private static IEnumerable<Outcome<Article>> Reviewed(List<Outcome<Article>> piece, ArticleVersions versions)
    {
        using IEnumerator<Article> clean = SiteRecurrence.Clean([.. piece.Where(static outcome => outcome.Value is not null).Select(static outcome => outcome.Value!)]).GetEnumerator(); // the filter leaves no null
        foreach (Outcome<Article> outcome in piece)
            yield return outcome.Problem is null && clean.MoveNext() ? versions.Review(clean.Current) : outcome;
    }
}
