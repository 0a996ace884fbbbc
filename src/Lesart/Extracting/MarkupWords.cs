using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>What words in class names and ids say about an element: the table <c>outlets/markup.tsv</c>.</summary>
internal sealed class MarkupWords
{
    private readonly Dictionary<string, MarkupRole> _roles = new(StringComparer.Ordinal);

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public MarkupWords(DataFolder outlets)
    {
        foreach (DataRow row in outlets.Rows("markup.tsv"))
        {
            if (!Enum.TryParse(row[0], ignoreCase: true, out MarkupRole role))
                throw row.Error($"'{row[0]}' is no role of markup");
            foreach (string word in row.Cells.Skip(1))
            {
                if (!_roles.TryAdd(word, role))
                    throw row.Error($"'{word}' is defined twice");
            }
        }
    }

    /// <summary>Whether one of the words, or two neighbours joined, has the role.</summary>
    public bool Has(string[] hints, MarkupRole role)
    {
        for (int i = 0; i < hints.Length; i++)
        {
            if (_roles.TryGetValue(hints[i], out MarkupRole found) && found == role)
                return true;
            if (i + 1 < hints.Length && _roles.TryGetValue(hints[i] + "-" + hints[i + 1], out found) && found == role)
                return true;
        }

        return false;
    }
}

/// <summary>What an element is for.</summary>
internal enum MarkupRole
{
    /// <summary>Holds the body.</summary>
    Body,

    /// <summary>A standfirst.</summary>
    Lead,

    /// <summary>Names the author.</summary>
    Byline,

    /// <summary>The line above the headline.</summary>
    Kicker,

    /// <summary>Navigation, related links, sharing, comments, forms, advertising.</summary>
    Frame,

    /// <summary>A picture and its caption.</summary>
    Caption,

    /// <summary>A wall that asks for payment.</summary>
    Paywall,
}
