using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>Every place in the articles to which something on the page leads. The page's script finds them by number, a page without scripts by anchor.</summary>
internal sealed class EvidenceBook
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Evidence> _evidence = [];

    /// <summary>All evidence by number.</summary>
    public IReadOnlyList<Evidence> All => _evidence;

    /// <summary>Notes a place; the same place under the same statement keeps its number.</summary>
    public EvidenceLink Add(AccountView account, ImmutableArray<TextSpan> spans, Telling? telling = null)
    {
        ImmutableArray<TextSpan> inside = [.. spans.Select(account.Inside).Where(static span => span.Length > 0)];
        string key = $"{account.Number}|{string.Join(',', inside.Select(static span => $"{span.Start}-{span.End}"))}|{telling?.Key}";
        if (!_numbers.TryGetValue(key, out int number))
        {
            number = _evidence.Count;
            _numbers.Add(key, number);
            _evidence.Add(new Evidence(account, inside, telling));
        }

        int start = inside.Length == 0 ? 0 : inside[0].Start;
        return new EvidenceLink(number, account.Anchor(account.SentenceAt(start)));
    }
}

/// <summary>A place in an article.</summary>
internal sealed record Evidence(AccountView Account, ImmutableArray<TextSpan> Spans, Telling? Telling);

/// <summary>How something is told there.</summary>
/// <param name="Stance">How firmly.</param>
/// <param name="Kind">In which form.</param>
/// <param name="Speaker">Who says it, by name or in the article's words; null for the outlet itself.</param>
/// <param name="IsNamed">Whether the speaker is a name that was found, and not words of the article ("a spokesman", "he").</param>
/// <param name="Via">The chain through which it came, nearest first, in the article's words; empty where there is none.</param>
internal sealed record Telling(Stance Stance, StatementKind Kind, string? Speaker, bool IsNamed, string Via)
{
    /// <summary>Equal for equal tellings.</summary>
    public string Key => $"{(int)Stance}{(int)Kind}{Speaker}|{Via}";
}

/// <summary>How the page points at a place.</summary>
internal readonly record struct EvidenceLink(int Number, string Anchor);
