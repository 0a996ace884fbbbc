using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>Finds the words of a text that another text doesn't have in the same order.</summary>
/// <remarks>Longest common subsequence of words, compared without case, outer punctuation and the forms that typesetters give to apostrophes and dashes. Quadratic in the words; texts beyond
/// <see cref="MostWords"/> words are compared without order.</remarks>
internal static class WordDiff
{
    private const int MostWords = 1500;

    /// <summary>The stretches of <paramref name="text"/> that are its own, as spans into it, in text order; neighbouring words are one stretch.</summary>
    public static ImmutableArray<TextSpan> Own(string text, string other)
    {
        List<TextSpan> words = Words(text), others = Words(other);
        bool[] isShared = Shared(Keys(text, words), Keys(other, others));
        ImmutableArray<TextSpan>.Builder own = ImmutableArray.CreateBuilder<TextSpan>();
        for (int i = 0; i < words.Count; i++)
        {
            if (isShared[i])
                continue;
            int last = i;
            while (last + 1 < words.Count && !isShared[last + 1])
                last++;
            own.Add(new TextSpan(words[i].Start, words[last].End));
            i = last;
        }

        return own.ToImmutable();
    }

    private static bool[] Shared(string[] left, string[] right)
    {
        bool[] isShared = new bool[left.Length];
        if (left.Length > MostWords || right.Length > MostWords)
        {
            HashSet<string> known = new(right, StringComparer.Ordinal);
            for (int i = 0; i < left.Length; i++)
                isShared[i] = known.Contains(left[i]);
            return isShared;
        }

        int[,] longest = new int[left.Length + 1, right.Length + 1];
        for (int i = left.Length - 1; i >= 0; i--)
        {
            for (int j = right.Length - 1; j >= 0; j--)
                longest[i, j] = left[i] == right[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }

        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
            {
                isShared[i++] = true;
                j++;
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return isShared;
    }

    private static List<TextSpan> Words(string text)
    {
        List<TextSpan> words = [];
        int start = -1;
        for (int at = 0; at <= text.Length; at++)
        {
            bool isWord = at < text.Length && !char.IsWhiteSpace(text[at]);
            if (isWord && start < 0)
                start = at;
            if (!isWord && start >= 0)
            {
                words.Add(new TextSpan(start, at));
                start = -1;
            }
        }

        return words;
    }

    private static string[] Keys(string text, List<TextSpan> words) => [.. words.Select(word => Key(text[word.Start..word.End]))];

    private static string Key(string word)
    {
        string key = word.Trim(Punctuation).Replace('’', '\'').Replace('‘', '\'').ToLowerInvariant();
        return key.Length > 0 ? key : word.AsSpan().Trim(Dashes).IsEmpty ? "–" : word;
    }

    private const string Dashes = "-–—―";

    private static readonly char[] Punctuation = [.. "\"'„“”‚‘’«»‹›.,;:!?()[]–—-…"];
}
