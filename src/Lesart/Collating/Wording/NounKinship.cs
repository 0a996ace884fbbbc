using Lesart.Text;

namespace Lesart.Collating;

/// <summary>How near two nouns of a story are by what they are kinds of.</summary>
internal static class NounKinship
{
    private const double MinInformation = 6; // bits: a class of one noun in 64
    private const double MinToMeet = 7; // bits below which nouns are not compared for this alone
    private const double MinShare = 0.2;

    /// <summary>How much they have in common by the meanings that fit one another best, and whether one is a kind of what the other is.</summary>
    public static (double Likeness, bool IsKindOf) Of(StoryNoun one, StoryNoun other)
    {
        if (one.Classes.Length == 0 || other.Classes.Length == 0 || one.Uses[0].Text.Classes?.Classes is not NounClasses classes || classes != other.Uses[0].Text.Classes?.Classes)
            return (0, false);
        double best = 0;
        bool isKindOf = false;
        foreach (NounMeaning left in one.Classes)
        {
            foreach (NounMeaning right in other.Classes)
            {
                double likeness = classes.LikenessOf(left.Class, right.Class) * Math.Sqrt(Math.Sqrt(left.Share * right.Share));
                best = Math.Max(best, likeness);
                if (!isKindOf && left.Share >= MinShare && right.Share >= MinShare)
                    isKindOf = IsBelow(classes, left.Class, right.Class) || IsBelow(classes, right.Class, left.Class);
            }
        }

        return (best, isKindOf);
    }

    /// <summary>Nouns that share a class that tells enough for them to be near, by number.</summary>
    public static IEnumerable<List<int>> Groups(StoryNoun[] nouns)
    {
        Dictionary<int, List<int>> groups = [];
        foreach ((int number, StoryNoun noun) in nouns.Index())
        {
            if (noun.Uses[0].Text.Classes?.Classes is not NounClasses classes)
                continue;
            foreach (NounMeaning meaning in noun.Classes)
            {
                int top = -1; // the highest class that tells enough: all lower ones are below it
                for (int at = meaning.Class; meaning.Share >= MinShare && at >= 0 && classes.InformationOf(at) >= MinToMeet; at = classes.Above(at))
                    top = at;
                if (top < 0)
                    continue;
                if (!groups.TryGetValue(top, out List<int>? group))
                    groups[top] = group = [];
                if (group.Count == 0 || group[^1] != number)
                    group.Add(number);
            }
        }

        return groups.Values.Where(static group => group.Count > 1);
    }

    private static bool IsBelow(NounClasses classes, int one, int other) => classes.InformationOf(other) >= MinInformation && classes.AndAbove(one).Contains(other);
}
