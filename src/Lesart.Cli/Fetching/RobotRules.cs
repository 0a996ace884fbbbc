using System.Globalization;

namespace Lesart.Cli.Fetching;

/// <summary>The rules of a robots.txt for one product (RFC 9309).</summary>
internal sealed class RobotRules
{
    private const int MaxLines = 20_000;
    private const double MaxPauseSeconds = 86_400;
    private readonly List<(string Pattern, bool Allows)> _rules;

    private RobotRules(List<(string Pattern, bool Allows)> rules, TimeSpan pause = default) => (_rules, Pause) = (rules, pause);

    /// <summary>Everything may be read.</summary>
    public static RobotRules All { get; } = new([]);

    /// <summary>Nothing may be read.</summary>
    public static RobotRules None { get; } = new([("/", false)]);

    /// <summary>How long the site wants to be left alone between two requests (Crawl-delay); zero where it doesn't say.</summary>
    public TimeSpan Pause { get; }

    /// <summary>Reads a robots.txt: the groups of the product, or else those of everyone.</summary>
    public static RobotRules Parse(string text, string product)
    {
        List<(string, bool)> own = [], common = [];
        TimeSpan ownPause = default, commonPause = default;
        bool hasOwn = false, inAgents = false, isOwn = false, isCommon = false;
        foreach (string raw in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Take(MaxLines))
        {
            string line = raw.Split('#')[0].Trim();
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                continue;
            string key = line[..colon].Trim().ToLowerInvariant(), value = line[(colon + 1)..].Trim();
            if (key == "user-agent")
            {
                if (!inAgents)
                    (isOwn, isCommon) = (false, false);
                inAgents = true;
                isCommon |= value == "*";
                isOwn |= value.Split('/', ' ')[0].Equals(product, StringComparison.OrdinalIgnoreCase);
                hasOwn |= isOwn;
            }
            else if (key is "allow" or "disallow")
            {
                inAgents = false;
                if (value.Length == 0)
                    continue;
                (string, bool) rule = (Escaped(value), key == "allow");
                if (isOwn)
                    own.Add(rule);
                if (isCommon)
                    common.Add(rule);
            }
            else if (key == "crawl-delay")
            {
                inAgents = false;
                if (!double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds))
                    continue;
                TimeSpan pause = TimeSpan.FromSeconds(Math.Min(seconds, MaxPauseSeconds));
                ownPause = isOwn ? pause : ownPause;
                commonPause = isCommon ? pause : commonPause;
            }
        }

        return hasOwn ? new RobotRules(own, ownPause) : new RobotRules(common, commonPause);
    }

    /// <summary>Whether a path with its query may be read: the longest matching rule decides, allowance wins a tie.</summary>
    public bool Allow(string path)
    {
        int longest = -1;
        bool allows = true;
        foreach ((string pattern, bool allowed) in _rules)
        {
            if (pattern.Length < longest || (pattern.Length == longest && !allowed) || !Matches(pattern, path))
                continue;
            (longest, allows) = (pattern.Length, allowed);
        }

        return allows;
    }

    // Paths are asked for with other letters than ASCII percent-encoded.
    private static string Escaped(string pattern) => string.Concat(pattern.EnumerateRunes().Select(static rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    // '*' stands for any letters, '$' at the end for the end; the pieces between are found greedily from the left.
    private static bool Matches(string pattern, string path)
    {
        bool isAnchored = pattern.EndsWith('$');
        string[] pieces = (isAnchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
            return false;
        int at = pieces[0].Length;
        for (int i = 1; i < pieces.Length; i++)
        {
            bool isLast = isAnchored && i == pieces.Length - 1;
            int found = isLast ? (path.EndsWith(pieces[i], StringComparison.Ordinal) ? path.Length - pieces[i].Length : -1) : path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < at)
                return false;
            at = found + pieces[i].Length;
        }

        return !isAnchored || at == path.Length;
    }
}
