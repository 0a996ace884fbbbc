using System.Text.RegularExpressions;
using Lesart.Languages;

namespace Lesart.Grouping;

/// <summary>Reads whose desk wrote an account: its outlet, the agencies that it credits, and the sign in its head or dateline
/// ("POL-KA:", "KALLSTADT (xyz) -", "KALLSTADT, May 4 /XYZ/ --", "XYZ -").</summary>
internal static partial class DeskReader
{
    private static readonly HashSet<string> Agencies = new(DataFolder.BuiltIn("outlets/").Rows("agencies.tsv").SelectMany(static row => row.Cells), StringComparer.OrdinalIgnoreCase);

    private const int Head = 600;
    private const int MatchMilliseconds = 1000;

    /// <summary>Outlet, agencies and signs, in lower case and each once; no outlet where the day of publication is known, since within days an outlet follows its own stories up.</summary>
    public static IEnumerable<string> Desks(Account account)
    {
        string[] places = [.. account.Entities.Where(static entity => entity.Type is EntityType.GeoPolitical or EntityType.Location).SelectMany(static entity => entity.Names.Append(entity.Name))];
        return account.Agencies.Append(account.Published is null ? account.Outlet : null).OfType<string>()
            .Concat(Signs(account.Title ?? "").Concat(Signs(account.Text)).Where(sign => !places.Any(place => place == sign || place.Contains($"({sign})", StringComparison.Ordinal)))) // "Frankfurt (Oder) - ..."
            .Select(static sign => sign.ToLowerInvariant()).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Signs(string text)
    {
        string head = text.Length > Head ? text[..Head] : text;
        return new[] { InBrackets(), BetweenSlashes(), BeforeDash(), Office() }.SelectMany(form => form.Matches(head)).Select(static match => match.Groups["sign"].Value)
            .Concat(Service().Matches(head).Select(static match => match.Groups["sign"].Value).Where(Agencies.Contains));
    }

    // A sentence begins behind the dash, else the brackets hold a party. "(ots)" marks what offices and firms send out themselves, with or without a dash.
    [GeneratedRegex(@"(?<=[\p{L}\d]\.?\)?,?\s)\((?<sign>ots|\p{L}[\p{L}.&/-]{1,14}(\s\p{Lu}[\p{L}-]{1,12})?(?=\)\s*[-–—]+\s*[""„“»‚'‘]?\p{Lu}))\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"/(?<sign>\p{Lu}[\p{L} ]{2,20})(-[^/\n]{0,20})?/\s*[-–—]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex BetweenSlashes();

    // behind a date ("May 4, XYZ -", or a line of its own: "Kallstadt, 4. Mai, XYZ"): "BERLIN - ..." is a place
    [GeneratedRegex(@"(?<=(\d|\p{L},\s\d{1,2}\.\s\p{L}{3,9}),\s?)(?<sign>\p{Lu}{2,8})(?=\s?[-–—]\s|\s*\n)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex BeforeDash();

    // capitals alone: "EU-Gipfel: ..." is a topic
    // "EQS-News: ...": what kind of notice it is stands behind the service's name
    [GeneratedRegex(@"\b(?<sign>\p{Lu}{2,5})(?=-\p{Lu}\p{L}+:\s)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Service();

    [GeneratedRegex(@"\b(?<sign>\p{Lu}{2,5}-\p{Lu}{1,6})(?=:\s)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Office();
}
