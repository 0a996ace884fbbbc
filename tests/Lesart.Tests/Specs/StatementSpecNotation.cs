using System.Text;

namespace Lesart.Tests.Specs;

/// <summary>
/// <c>statement indirect asserted cue[Laut] source[dem Ministerium] content[wurde der Vertrag ... unterzeichnet]</c>: one line for each statement in text order.
/// A line shows the fields that it names; <c>class[claims]</c>, <c>speaker[id]</c> and <c>via[words]</c> are the others. <c>...</c> stands for any words, <c>/</c> parts
/// the pieces of a role. Narrated sentences are left out unless the example names one; <c>statement none</c> says that nobody is made to say anything.
/// </summary>
internal sealed class StatementSpecNotation : ISpecNotation
{
    public string Keyword => "statement";

    public IEnumerable<string> Actual(SpecExample example)
    {
        bool showsNarrated = example.Expected.Any(static line => Head(line).Contains("narrated", StringComparison.Ordinal));
        Statement[] found = [.. example.Account.Statements.Where(statement => showsNarrated || statement.Kind != StatementKind.Narrated)];
        if (found.Length == 0)
            return [Keyword + " none"];
        return found.Select((statement, i) => Line(example, statement, i < example.Expected.Length ? example.Expected[i] : "cue[] source[] content[]"));
    }

    private static string Head(string line) => line.IndexOf('[', StringComparison.Ordinal) is int at && at > 0 ? line[..at] : line;

    private string Line(SpecExample example, Statement statement, string expected)
    {
        StringBuilder line = new($"{Keyword} {statement.Kind.ToString().ToLowerInvariant()} {statement.Stance.ToString().ToLowerInvariant()}");
        foreach ((string field, string wanted) in Fields(expected))
        {
            string actual = field switch
            {
                "cue" => Words(example, statement.Cue),
                "source" => Words(example, statement.Source),
                "content" => Words(example, statement.Content),
                "via" => Words(example, statement.Via.Select(static hop => new TextSpan(hop.Start, hop.End))),
                "class" => statement.CueClass ?? "says",
                "speaker" => statement.Speaker ?? "",
                _ => "?",
            };
            line.Append(' ').Append(field).Append('[').Append(Agrees(wanted, actual) ? wanted : actual).Append(']');
        }

        return line.ToString();
    }

    private static IEnumerable<(string Field, string Wanted)> Fields(string line)
    {
        for (int at = line.IndexOf('[', StringComparison.Ordinal); at > 0; at = line.IndexOf('[', at + 1))
        {
            int start = at;
            while (start > 0 && char.IsLetter(line[start - 1]))
                start--;
            int end = line.IndexOf(']', at);
            if (end > at && start < at)
                yield return (line[start..at], line[(at + 1)..end]);
        }
    }

    private static string Words(SpecExample example, IEnumerable<TextSpan> spans) =>
        string.Join(" / ", spans.Select(span => example.Text[span.Start..span.End].Replace('\n', ' ')));

    private static bool Agrees(string wanted, string actual)
    {
        string[] pieces = wanted.Split(" ... ");
        if (pieces.Length == 1)
            return wanted == actual;
        int at = 0;
        for (int i = 0; i < pieces.Length; i++)
        {
            int found = i == pieces.Length - 1 ? actual.LastIndexOf(pieces[i], StringComparison.Ordinal) : actual.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < at || (i == 0 && found != 0) || (i == pieces.Length - 1 && found + pieces[i].Length != actual.Length))
                return false;
            at = found + pieces[i].Length;
        }

        return true;
    }
}
