using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Which words say what others exclude ("open", "closed"): <c>opposites.tsv</c>.</summary>
internal sealed class OppositeWords
{
    private readonly Dictionary<string, List<Pole>> _poles = new(StringComparer.Ordinal); // by dictionary form, folded

    private OppositeWords(LanguagePack pack)
    {
        foreach (DataRow row in pack.Data.Rows("opposites.tsv"))
        {
            foreach ((string[] words, bool isOther) in (ReadOnlySpan<(string[], bool)>)[(Words(row[1]), false), (Words(row[2]), true)])
            {
                foreach (string word in words)
                {
                    if (_poles.TryGetValue(word, out List<Pole>? poles))
                        poles.Add(new Pole(row[0], isOther));
                    else
                        _poles[word] = [new Pole(row[0], isOther)];
                }
            }
        }

        static string[] Words(string cell) => [.. cell.Split(',', StringSplitOptions.TrimEntries).Select(static word => Folding.Fold(word))];
    }

    /// <summary>The words of a language.</summary>
    public static OppositeWords Of(LanguagePack pack) => pack.Table(static pack => new OppositeWords(pack));

    /// <summary>The sides of pairs that a word takes; none for most words.</summary>
    public IEnumerable<Pole> PolesOf(Term term) => FormsOf(term).SelectMany(form => _poles.GetValueOrDefault(form, [])).Distinct();

    private static IEnumerable<string> FormsOf(Term term) => term.Lemmas.Select(static lemma => Folding.Fold(lemma)).Append(term.Folded);
}

/// <summary>One side of a pair of opposites.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="IsOther">Whether it is the second side.</param>
internal readonly record struct Pole(string Pair, bool IsOther);
