using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>What words in class names and ids say about an element: the table <c>outlets/markup.tsv</c>.</summary>
internal sealed class MarkupWords
{
    private const int MaxOnStack = 256;

    private readonly Dictionary<string, MarkupRole> _roles = new(StringComparer.Ordinal);

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public MarkupWords(DataFolder outlets)
    {
        foreach (DataRow row in outlets.Rows("markup.tsv"))
        {
            if (!Enum.TryParse(row[0], ignoreCase: true, out MarkupRole role) || role == MarkupRole.None)
                throw row.Error($"'{row[0]}' is no role of markup");
            foreach (string word in row.Cells.Skip(1))
            {
                if (!_roles.TryAdd(word, role))
                    throw row.Error($"'{word}' is defined twice");
            }
        }
    }

    /// <summary>Whether one of the element's words, or two neighbours joined, has the role.</summary>
    public bool Has(PageNode node, MarkupRole role)
    {
        node.Roles ??= RolesOf(node.Hints); // once for each element: every block asks all its ancestors
        return (node.Roles.Value & role) != MarkupRole.None;
    }

    private MarkupRole RolesOf(string hints)
    {
        MarkupRole roles = MarkupRole.None;
        if (hints.Length == 0)
            return roles;
        Dictionary<string, MarkupRole>.AlternateLookup<ReadOnlySpan<char>> known = _roles.GetAlternateLookup<ReadOnlySpan<char>>();
        HintWords words = new(hints, hints.Length <= MaxOnStack ? stackalloc char[2 * MaxOnStack] : new char[2 * hints.Length]);
        while (words.MoveNext())
        {
            if (known.TryGetValue(words.Current, out MarkupRole found))
                roles |= found;
            if (known.TryGetValue(words.Pair, out found))
                roles |= found;
        }

        return roles;
    }
}

/// <summary>What an element is for.</summary>
[Flags]
internal enum MarkupRole
{
    /// <summary>Nothing is said.</summary>
    None = 0,

    /// <summary>Holds the body.</summary>
    Body = 1,

    /// <summary>A standfirst.</summary>
    Lead = 2,

    /// <summary>Names the author.</summary>
    Byline = 4,

    /// <summary>The line above the headline.</summary>
    Kicker = 8,

    /// <summary>Navigation, related links, sharing, comments, forms, advertising.</summary>
    Frame = 16,

    /// <summary>A picture and its caption.</summary>
    Caption = 32,

    /// <summary>A wall that asks for payment.</summary>
    Paywall = 64,
}
