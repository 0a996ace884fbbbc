using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>Collations of all stories against their gold, and once more apart for stories that are named (<c>--apart=STORY,STORY</c>, for each set of them) and for the others.</summary>
internal sealed class SplitScore
{
    private const string Apart = "--apart=";

    private readonly CollationScore _all;
    private readonly (HashSet<string> Stories, CollationScore Score)[] _named;
    private readonly CollationScore _others = new("the others", showErrors: false);

    /// <summary>Scores to which stories are added.</summary>
    /// <param name="title">What is scored.</param>
    /// <param name="args">Of a verb; --errors, --apart.</param>
    public SplitScore(string title, string[] args)
    {
        _all = new CollationScore(title, args.Contains("--errors", StringComparer.Ordinal));
        _named = [.. args.Where(static arg => arg.StartsWith(Apart, StringComparison.Ordinal)).Select(static arg => (new HashSet<string>(arg[Apart.Length..].Split(','), StringComparer.Ordinal), new CollationScore("stories named apart", showErrors: false)))];
    }

    /// <summary>Counts a story.</summary>
    public void Add(string name, Collation collation, JsonElement gold, Dictionary<string, Account> accounts)
    {
        _all.Add(name, collation, gold, accounts);
        (HashSet<string> Stories, CollationScore Score)[] parts = [.. _named.Where(part => part.Stories.Contains(name))];
        foreach (CollationScore score in parts.Length > 0 ? parts.Select(static part => part.Score) : [_others])
            score.Add(name, collation, gold, accounts);
    }

    /// <summary>Prints the scores.</summary>
    public void Print() => Array.ForEach(Parts(), static part => part.Print());

    /// <summary>Prints a line about wording for each.</summary>
    public void PrintWording() => Array.ForEach(Parts(), static part => part.PrintWording());

    private CollationScore[] Parts() => _named.Length == 0 ? [_all] : [_all, .. _named.Select(static part => part.Score), _others];
}
