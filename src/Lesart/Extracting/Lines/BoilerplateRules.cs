using System.Buffers;

namespace Lesart.Extracting;

/// <summary>Tells paragraphs that frame an article from those that are part of it, by the phrases of <c>boilerplate.tsv</c>.</summary>
internal sealed class BoilerplateRules(ArticleWords words)
{
    private const int MaxCaptionWords = 60;
    private const int MaxCreditWords = 14;
    private const int MaxListHeadingLength = 60;
    private const int MaxOpeningLength = 320;
    private const int MinAskCues = 2;
    private const int MinAppealCues = 4;

    private readonly Dictionary<char, string[]> _starts = words.Phrases("start").GroupBy(static phrase => phrase[0]).ToDictionary(static group => group.Key, static group => group.ToArray());
    private readonly HashSet<string> _wholes = new(words.Phrases("whole"), StringComparer.Ordinal);
    private readonly SearchValues<string> _anywhere = SearchValues.Create([.. words.Phrases("anywhere")], StringComparison.Ordinal);
    private readonly HashSet<string> _lists = new(words.Phrases("list"), StringComparer.Ordinal);
    private readonly HashSet<string> _ends = new(words.Phrases("end"), StringComparer.Ordinal);
    private readonly SearchValues<string> _anyAsk = SearchValues.Create([.. words.Phrases("ask")], StringComparison.Ordinal);
    private readonly SearchValues<string> _anyCredit = SearchValues.Create([.. words.Phrases("credit")], StringComparison.Ordinal);
    private readonly string[] _asks = [.. words.Phrases("ask")];
    private readonly string[] _appeals = [.. words.Phrases("appeal")];
    private readonly string[] _credits = [.. words.Phrases("credit")];
    private readonly Dictionary<char, string[]> _walls = words.Phrases("wall").GroupBy(static phrase => phrase[0]).ToDictionary(static group => group.Key, static group => group.ToArray());
    private readonly string[] _signs = [.. words.Phrases("sign-off")];

    /// <summary>What a block of text is.</summary>
    public Boilerplate Judge(string text)
    {
        string lower = text.ToLowerInvariant();
        string bare = lower.Trim(' ', ':', '.', '!', '…', '*', '_', '-', '–', '>', '|', '»', '→');
        if (bare.Length == 0 || _wholes.Contains(bare))
            return Boilerplate.Drop;
        if (bare.Length <= MaxListHeadingLength && _ends.Contains(bare))
            return Boilerplate.End;
        if (bare.Length <= MaxListHeadingLength && _lists.Contains(bare))
            return Boilerplate.ListHeading;
        if (lower.Length <= MaxOpeningLength && _starts.TryGetValue(bare[0], out string[]? starts) && StartsWithAny(bare, starts))
            return Boilerplate.Drop;
        if (lower.Length <= MaxOpeningLength * 2 && lower.AsSpan().ContainsAny(_anywhere))
            return Boilerplate.Drop;
        if (IsWall(text) || IsSignOff(lower) || IsPictureCredit(lower, text) || IsAppeal(lower))
            return Boilerplate.Drop;
        return Boilerplate.None;
    }

    /// <summary>Whether the line says that the rest of the text is for subscribers.</summary>
    public bool IsWall(string text)
    {
        if (text.Length > MaxOpeningLength)
            return false;
        string bare = text.TrimStart(' ', '*', '_', '-', '–', '>', '|', '»', '→').ToLowerInvariant();
        return bare.Length > 0 && _walls.TryGetValue(bare[0], out string[]? walls) && StartsWithAny(bare, walls);
    }

    /// <summary>Whether the paragraph asks readers for money or a subscription: at least two strong cues, at least four different ones in all.</summary>
    public bool IsAppeal(string lower)
    {
        if (!lower.AsSpan().ContainsAny(_anyAsk))
            return false;
        int strong = _asks.Count(cue => lower.Contains(cue, StringComparison.Ordinal));
        return strong >= MinAskCues && strong + _appeals.Count(cue => lower.Contains(cue, StringComparison.Ordinal)) >= MinAppealCues;
    }

    private bool IsSignOff(string lower) => lower.Length < MaxOpeningLength && lower[0] is '(' or '[' && StartsWithAny(lower.TrimStart('(', '['), _signs);

    // A caption ends with whose picture it is: a mark, and then a few words.
    private bool IsPictureCredit(string lower, string text)
    {
        if (WordCount(text) > MaxCaptionWords || !lower.AsSpan().ContainsAny(_anyCredit))
            return false;
        foreach (string credit in _credits)
        {
            int at = lower.LastIndexOf(credit, StringComparison.Ordinal);
            if (at < 0 || (at > 0 && char.IsLetterOrDigit(lower[at - 1])))
                continue;
            string after = text[(at + credit.Length)..];
            bool closesSentence = at == 0 || lower.AsSpan(0, at).TrimEnd().EndsWithAny(".!?|()–-:,/\"“”»«*");
            if (closesSentence && WordCount(after) is > 0 and <= MaxCreditWords && !HasSentenceAfter(after))
                return true;
        }

        return false;
    }

    private static bool HasSentenceAfter(string text)
    {
        int stop = text.IndexOf(". ", StringComparison.Ordinal);
        return stop > 0 && WordCount(text[(stop + 1)..]) > 4;
    }

    private static bool StartsWithAny(string lower, string[] phrases)
    {
        foreach (string phrase in phrases)
        {
            if (lower.StartsWith(phrase, StringComparison.Ordinal) && (lower.Length == phrase.Length || !char.IsLetterOrDigit(lower[phrase.Length]) || !char.IsLetterOrDigit(phrase[^1])))
                return true;
        }

        return false;
    }

    private static int WordCount(string text) => text.AsSpan().Trim().IsEmpty ? 0 : text.AsSpan().Trim().Count(' ') + 1;
}

/// <summary>What a paragraph that is no body is.</summary>
internal enum Boilerplate
{
    /// <summary>Part of the article as far as its words tell.</summary>
    None,

    /// <summary>No part of the article.</summary>
    Drop,

    /// <summary>Opens a list of links to other articles: it and the short lines after it are no part of the article.</summary>
    ListHeading,

    /// <summary>The article has ended before it.</summary>
    End,
}

/// <summary>Endings of spans.</summary>
internal static class SpanEndings
{
    /// <summary>Whether the span ends with one of the characters.</summary>
    public static bool EndsWithAny(this ReadOnlySpan<char> span, ReadOnlySpan<char> endings) => !span.IsEmpty && endings.Contains(span[^1]);
}
