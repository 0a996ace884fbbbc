using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Cuts the endings of a language (<c>endings.txt</c>) off folded words.</summary>
internal sealed class Stemmer
{
    private const int MinStem = 4;

    private readonly string[] _endings;

    /// <summary>Reads the pack's endings; none where it has no table.</summary>
    public Stemmer(LanguagePack pack) =>
        _endings = [.. pack.Data.Rows("endings.txt").Select(static row => Folding.Fold(row[0])).OrderByDescending(static ending => ending.Length).ThenBy(static ending => ending, StringComparer.Ordinal)];

    /// <summary>A folded word without its endings; twice, as a genitive or plural mark may hide another ending ("wagens", "wagen").</summary>
    public string Stem(string folded) => WithoutEnding(WithoutEnding(folded));

    private string WithoutEnding(string folded)
    {
        foreach (string ending in _endings)
        {
            if (folded.Length - ending.Length >= MinStem && folded.EndsWith(ending, StringComparison.Ordinal))
                return folded[..^ending.Length];
        }

        return folded;
    }
}
