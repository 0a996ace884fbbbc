namespace Lesart.Extracting;

/// <summary>What an element's attributes say, read in one pass: asking for each by its name searches them all each time.</summary>
internal readonly struct ElementAttributes
{
    private const int HintAttributes = 8;

    private readonly string? _style;
    private readonly bool _isMarkedHidden;

    /// <summary>Reads an element's attributes.</summary>
    public ElementAttributes(TreeElement element)
    {
        Hints = "";
        if (element.Attributes.IsEmpty)
            return;
        string?[] hints = new string?[HintAttributes];
        foreach (TreeAttribute attribute in element.Attributes)
        {
            switch (attribute.Name)
            {
                case "class":
                    Class = hints[0] = attribute.Value;
                    break;
                case "id":
                    hints[1] = attribute.Value;
                    break;
                case "data-testid":
                    hints[2] = attribute.Value;
                    break;
                case "data-component":
                    hints[3] = attribute.Value;
                    break;
                case "data-qa":
                    hints[4] = attribute.Value;
                    break;
                case "data-test":
                    hints[5] = attribute.Value;
                    break;
                case "data-type":
                    hints[6] = attribute.Value;
                    break;
                case "data-tb-region":
                    hints[7] = attribute.Value;
                    break;
                case "itemprop":
                    ItemProperty = attribute.Value;
                    break;
                case "role":
                    Role = attribute.Value;
                    break;
                case "href":
                    Link = attribute.Value;
                    break;
                case "style":
                    _style = attribute.Value;
                    break;
                case "hidden":
                    _isMarkedHidden = true;
                    break;
            }
        }

        Hints = Joined(hints);
    }

    /// <summary>Class, id and the attributes that name components, blanks between them.</summary>
    public string Hints { get; }

    /// <summary>The class.</summary>
    public string? Class { get; }

    /// <summary>Schema.org properties.</summary>
    public string? ItemProperty { get; }

    /// <summary>WAI-ARIA role.</summary>
    public string? Role { get; }

    /// <summary>Where it leads.</summary>
    public string? Link { get; }

    /// <summary>Whether a browser would not show the element, as far as its own attributes tell.</summary>
    public bool IsHidden => _isMarkedHidden || (_style is not null && (_style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || _style.Contains("display: none", StringComparison.OrdinalIgnoreCase)
        || _style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) || _style.Contains("clip:rect(0", StringComparison.OrdinalIgnoreCase)));

    private static string Joined(string?[] hints)
    {
        string? joined = null;
        foreach (string? hint in hints)
            joined = string.IsNullOrEmpty(hint) ? joined : joined is null ? hint : joined + " " + hint;
        return joined ?? "";
    }
}
