using System.Text;

namespace Lesart.Analyzing;

/// <summary>Ids from names: lower-case letters and digits, hyphens between words.</summary>
internal static class EntityId
{
    /// <summary>The id of a body or thing that no table knows.</summary>
    public static string Of(string name)
    {
        StringBuilder id = new(name.Length);
        foreach (char letter in name)
        {
            if (char.IsLetterOrDigit(letter))
                id.Append(letter switch { 'ß' => "ss", 'ä' or 'Ä' => "ae", 'ö' or 'Ö' => "oe", 'ü' or 'Ü' => "ue", _ => char.ToLowerInvariant(letter).ToString() });
            else if (id.Length > 0 && id[^1] != '-')
                id.Append('-');
        }

        while (id.Length > 0 && id[^1] == '-')
            id.Length--;
        return id.Length > 0 ? id.ToString() : "name";
    }
}
