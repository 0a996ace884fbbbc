using System.Globalization;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Which nouns of a story have anything in common: a head, a meaning, a family, the company that words keep.</summary>
/// <remarks>An index proposes pairs, so that a story of many nouns is not compared each with each; the word vectors alone are.</remarks>
internal sealed class NounIndex
{
    private const double SameLikeness = 0.6;

    private readonly List<(int Other, double Likeness)>[] _near;
    private readonly List<int>[] _met;
    private readonly HashSet<(int, int)> _same = [];

    /// <summary>Compares all nouns of a story.</summary>
    public NounIndex(StoryNoun[] nouns)
    {
        _near = [.. nouns.Select(static _ => new List<(int, double)>())];
        int[] known = [.. Enumerable.Range(0, nouns.Length).Where(noun => nouns[noun].Vector is not null)];
        for (int i = 0; i < known.Length; i++)
        {
            WordVector one = nouns[known[i]].Vector!; // filtered
            for (int j = i + 1; j < known.Length; j++)
            {
                double likeness = one.LikenessTo(nouns[known[j]].Vector!); // filtered
                if (likeness < LeastLikeness)
                    continue;
                _near[known[i]].Add((known[j], likeness));
                _near[known[j]].Add((known[i], likeness));
                if (likeness >= SameLikeness)
                    _same.Add((known[i], known[j]));
            }
        }

        _met = [.. _near.Select(static row => row.Select(static one => one.Other).ToList())];
        foreach (List<int> meaning in Groups(nouns, static noun => noun.Meanings.Select(static meaning => "m:" + meaning)))
            Meet(meaning, pair => _same.Add(pair));
        foreach (List<int> word in Groups(nouns, static noun => [noun.Language + ":h:" + noun.Uses[0].HeadLemma, noun.Language + ":c:" + noun.Term.Concept]))
            Meet(word, static _ => { });
        foreach (List<int> kin in Kin(nouns))
            Meet(kin, static _ => { });
        foreach (List<int> alike in NounKinship.Groups(nouns))
            Meet(alike, static _ => { });
        foreach (List<int> counted in Groups(nouns, static noun => noun.IsMany ? noun.Counts.Select(static count => count.ToString(CultureInfo.InvariantCulture)) : []))
            Meet(counted, static _ => { });
    }

    /// <summary>Word vectors that are less alike say nothing.</summary>
    public const double LeastLikeness = 0.3;

    /// <summary>Nouns behind a noun that have something in common with it, in order.</summary>
    public IEnumerable<int> Behind(int noun) => _met[noun].Where(other => other > noun).Distinct().Order();

    /// <summary>Whether two are one word in two languages, or nearly one.</summary>
    public bool AreSame(int one, int other) => one == other || _same.Contains((Math.Min(one, other), Math.Max(one, other)));

    /// <summary>How alike two nouns are used; 0 where that says nothing.</summary>
    public double LikenessOf(int one, int other) => _near[one].Find(near => near.Other == other).Likeness;

    /// <summary>1 where no noun is liker to either, a half where one is, and so on; 0 where they are not alike.</summary>
    public double NearnessOf(int one, int other)
    {
        double likeness = LikenessOf(one, other);
        return likeness == 0 ? 0 : 1.0 / (1 + Math.Max(_near[one].Count(near => near.Likeness > likeness), _near[other].Count(near => near.Likeness > likeness)));
    }

    private void Meet(List<int> nouns, Action<(int, int)> note)
    {
        for (int i = 0; i < nouns.Count; i++)
        {
            for (int j = i + 1; j < nouns.Count; j++)
            {
                _met[nouns[i]].Add(nouns[j]);
                note((nouns[i], nouns[j]));
            }
        }
    }

    private static IEnumerable<List<int>> Groups(StoryNoun[] nouns, Func<StoryNoun, IEnumerable<string>> keys) => nouns.Index()
        .SelectMany(noun => keys(noun.Item).Select(key => (Key: key, noun.Index))).GroupBy(static one => one.Key, static one => one.Index, StringComparer.Ordinal).Select(static group => group.ToList());

    /// <summary>For each family the nouns of it and of its kinds.</summary>
    private static IEnumerable<List<int>> Kin(StoryNoun[] nouns)
    {
        NounFamily[] families = [.. nouns.SelectMany(static noun => noun.Families).Distinct()];
        return families.Select(family => Enumerable.Range(0, nouns.Length).Where(noun => Array.Exists(nouns[noun].Families, other => other == family || other.IsKindOf(family))).ToList());
    }
}
