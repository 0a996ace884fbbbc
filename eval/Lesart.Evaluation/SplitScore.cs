using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>Collations of all stories against their gold, and once more apart for stories that are named (<c>--apart=STORY,STORY</c>) and for the others.</summary>
internal sealed class SplitScore
{
    private const string Apart = "--apart=";

    private readonly CollationScore _all;
    private readonly (HashSet<string> Stories, CollationScore Named, CollationScore Others)? _parts;

    /// <summary>Scores to which stories are added.</summary>
    /// <param name="title">What is scored.</param>
    /// <param name="args">Of a verb; --errors, --apart.</param>
    public SplitScore(string title, string[] args)
    {
        _all = new CollationScore(title, args.Contains("--errors", StringComparer.Ordinal));
        if (Array.Find(args, static arg => arg.StartsWith(Apart, StringComparison.Ordinal)) is string apart)
            _parts = ([.. apart[Apart.Length..].Split(',')], new CollationScore("stories named apart", showErrors: false), new CollationScore("the others", showErrors: false));
    }

    /// <summary>Counts a story.</summary>
    public void Add(string name, Collation collation, JsonElement gold, Dictionary<string, Account> accounts)
    {
        _all.Add(name, collation, gold, accounts);
        if (_parts is var (stories, named, others))
            (stories.Contains(name) ? named : others).Add(name, collation, gold, accounts);
    }

    /// <summary>Prints the scores.</summary>
    public void Print()
    {
        _all.Print();
        if (_parts is not var (_, named, others))
            return;
        named.Print();
        others.Print();
    }
}
