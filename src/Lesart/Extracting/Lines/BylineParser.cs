using System.Text.RegularExpressions;

namespace Lesart.Extracting;

/// <summary>Reads who wrote a text: people apart from agencies, desks and the outlet itself.</summary>
internal sealed partial class BylineParser(ArticleWords words)
{
    private const int MaxBylineLength = 200;
    private const int MaxLabelledLength = 80;
    private const int MaxNameWords = 6;

    private readonly string[] _by = [.. words.Phrases("by")];
    private readonly string[] _labels = [.. words.Phrases("label")];
    private readonly string[] _wires = [.. words.Phrases("wire")];

    /// <summary>Reads a visible line that opens like a byline ("Von Anna Muster und Ben Probe, Berlin").</summary>
    /// <returns>False where the line is no byline; then nothing was added.</returns>
    public bool TryReadLine(string line, List<string> authors, List<string> agencies)
    {
        line = line.Trim(' ', '*', '_', '(', ')', '–', '—', '-');
        if (line.Length is < 4 or > MaxBylineLength || !TryDropOpening(line, _by, out string rest))
            return false;
        List<string> people = [], wires = [];
        foreach (string part in Parts(rest))
        {
            string name = WithoutPlace(part);
            bool isCasedLikeTheRest = name.Any(char.IsLower) || !rest.Any(char.IsLower); // else a sender beside a name
            if (words.TryGetAgency(name, out string agency))
                wires.Add(agency);
            else if (isCasedLikeTheRest && IsPersonName(name))
                people.Add(Cased(name));
        }

        if (people.Count == 0 && wires.Count == 0)
            return false;
        AddMissing(authors, people);
        AddMissing(agencies, wires);
        return true;
    }

    /// <summary>Reads an author value of the metadata, one or several names in one string.</summary>
    /// <param name="value">The value.</param>
    /// <param name="outlet">The outlet, which is no author of its own.</param>
    /// <param name="authors">Takes people.</param>
    /// <param name="agencies">Takes agencies, by their usual names.</param>
    /// <param name="byline">Takes everybody as written, people, agencies, desks and the outlet, where it is given.</param>
    public void ReadValue(string? value, string? outlet, List<string> authors, List<string> agencies, List<string>? byline = null)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > 400)
            return;
        string clean = TextCleaner.Clean(value);
        if (TryDropOpening(clean, _by, out string rest))
            clean = rest;
        foreach (string part in Parts(clean))
        {
            string name = WithoutPlace(part);
            if (words.TryGetAgency(name, out string agency))
                AddMissing(agencies, [agency]);
            else if (IsAuthor(name, outlet))
                AddMissing(authors, [Cased(name)]);
            if (byline is not null && IsName(name))
                AddMissing(byline, [Cased(name)]);
        }
    }

    /// <summary>Whether the words are nothing but the opening of a byline ("Written by").</summary>
    public bool IsOpening(string label) => words.Phrases("by").Contains(label.Trim(' ', ':').ToLowerInvariant());

    /// <summary>Whether the line says itself that what follows is its author ("Author: ..."), wherever it stands.</summary>
    public bool IsLabelled(string line) => line.Length < MaxLabelledLength && TryDropOpening(line, _labels, out _);

    /// <summary>Whether the words look like the name of a person: two to six words, capitalised but for particles.</summary>
    public bool IsPersonName(string name)
    {
        string[] parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 2 or > MaxNameWords || name.Length > 60 || words.OutletNames.Contains(name) || IsDesk(name))
            return false;
        int capitals = 0;
        foreach (string part in parts)
        {
            if (!NamePart().IsMatch(part))
                return false;
            if (char.IsUpper(part[0]))
                capitals++;
            else if (part.Length > 4)
                return false;
        }

        return capitals >= 2 && char.IsUpper(parts[^1][0]);
    }

    /// <summary>Agencies that a credit names ("dpa/afp", "Reuters, AP", "mit Material von dpa").</summary>
    public void ReadCredit(string credit, List<string> agencies)
    {
        foreach (string part in credit.Split(['/', ',', ';', '|', '(', ')', '+', '&', '©'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string rest = part.TrimEnd('.');
            while (TryDropOpening(rest, _wires, out string bare))
                rest = bare;
            foreach (string named in Parts(rest))
            {
                if (words.TryGetAgency(named, out string name))
                    AddMissing(agencies, [name]);
            }
        }
    }

    /// <summary>Cuts a closing byline off a paragraph ("... unterwerfen wollen. Von Anna Muster.").</summary>
    public string WithoutClosingByline(string paragraph, List<string> authors, List<string> agencies)
    {
        int last = paragraph.AsSpan().TrimEnd(" .*_").LastIndexOfAny(".!?:");
        if (last < 0 || paragraph.Length - last > 100)
            return paragraph;
        string tail = paragraph[(last + 1)..].Trim().TrimEnd('.');
        return TryReadLine(tail, authors, agencies) ? paragraph[..(last + 1)] : paragraph;
    }

    private static bool TryDropOpening(string line, string[] openings, out string rest)
    {
        char first = line.Length > 0 ? char.ToUpperInvariant(line[0]) : default;
        foreach (string opening in openings)
        {
            if (line.Length > opening.Length && char.ToUpperInvariant(opening[0]) == first && line.StartsWith(opening, StringComparison.OrdinalIgnoreCase)
                && (line[opening.Length] is ' ' or ':' || opening[^1] == ':'))
            {
                rest = line[opening.Length..].TrimStart(' ', ':', '*');
                return rest.Length > 0;
            }
        }

        rest = line;
        return false;
    }

    private IEnumerable<string> Parts(string names)
    {
        string open = Bracketed().Replace(names, static match => "," + match.Groups[1].Value + ",");
        foreach (string piece in open.Split([',', ';', '|', '/', '&', '•', '·'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string rest = piece;
            foreach (string joint in words.Phrases("and"))
            {
                for (int at; (at = rest.IndexOf($" {joint} ", StringComparison.OrdinalIgnoreCase)) > 0; rest = rest[(at + joint.Length + 2)..])
                    yield return rest[..at].Trim(' ', '*', '_', '.');
                if (rest.StartsWith(joint + " ", StringComparison.OrdinalIgnoreCase))
                    rest = rest[(joint.Length + 1)..];
            }

            yield return rest.Trim(' ', '*', '_', '.').Trim();
        }
    }

    private string WithoutPlace(string name)
    {
        foreach (string preposition in words.Phrases("place"))
        {
            int at = name.IndexOf($" {preposition} ", StringComparison.OrdinalIgnoreCase);
            if (at > 0)
                name = name[..at];
        }

        return TryDropOpening(name, _by, out string rest) ? rest.Trim() : name.Trim();
    }

    // What metadata gives as author is taken for one unless it plainly is none: signs of two letters are how some outlets name their people.
    private bool IsAuthor(string name, string? outlet)
    {
        if (!IsName(name) || words.OutletNames.Contains(name) || string.Equals(name, outlet, StringComparison.OrdinalIgnoreCase) || IsDesk(name) || name.Any(char.IsAsciiDigit))
            return false;
        if (outlet is not null && Squeezed(outlet) == Squeezed(name))
            return false;
        return name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MaxNameWords;
    }

    private static bool IsName(string name) =>
        name.Length is >= 2 and <= 60 && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal) && !AddressEnding().IsMatch(name) && name.Any(char.IsLetter);

    private bool IsDesk(string name) => name.Split([' ', '-', '/', '.', '_'], StringSplitOptions.RemoveEmptyEntries).Any(word => words.Phrases("desk").Contains(word.ToLowerInvariant()));

    private static string Squeezed(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // KEVIN RODENKIRCH is how some layouts print a name, not how it is written.
    private static string Cased(string name)
    {
        if (name.Any(char.IsLower) || !name.Contains(' ', StringComparison.Ordinal))
            return name;
        char[] letters = name.ToLowerInvariant().ToCharArray();
        for (int at = 0; at < letters.Length; at++)
        {
            if (at == 0 || !char.IsLetter(letters[at - 1]))
                letters[at] = char.ToUpperInvariant(letters[at]);
        }

        return new string(letters);
    }

    private static void AddMissing(List<string> list, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (!list.Contains(name, StringComparer.OrdinalIgnoreCase))
                list.Add(name);
        }
    }

    [GeneratedRegex(@"^\p{L}[\p{L}'’‘.\-­]*$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex NamePart();

    [GeneratedRegex(@"^\S+\.[a-z]{2,4}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex AddressEnding();

    [GeneratedRegex(@"\(([^()]{1,60})\)", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Bracketed();
}
