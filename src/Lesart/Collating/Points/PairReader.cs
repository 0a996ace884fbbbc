using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Says of two clauses what they have in common and what parts them.</summary>
/// <remarks>A shared term counts by how little one would expect it in a clause of either account, as in record linkage (Fellegi and Sunter, 1969).</remarks>
internal sealed class PairReader
{
    private const double PartShare = 0.6;
    private const double MinMatchWeight = 0.4;
    private const double SureNats = 12;
    private const decimal AgreeingPart = 0.05m;
    private const int MinRun = 3; // two words meet by chance ("in der")
    private const int MaxTerms = 200; // a clause of more words is a list

    private readonly double[] _chanceOfAccount; // log of how many clauses it has
    private readonly UnitKeys[] _keys;
    private readonly StoryTerms _story;
    private readonly List<(int Term, int Other)> _shared = []; // of the pair at hand
    private readonly LikeWords _words;
    private readonly Surroundings _surroundings;

    /// <summary>A reader of pairs among the clauses of a story.</summary>
    public PairReader(ImmutableArray<Unit> units)
    {
        int[] clauses = new int[units.Length == 0 ? 0 : units.Max(static unit => unit.Account) + 1];
        foreach (Unit unit in units)
            clauses[unit.Account]++;
        _chanceOfAccount = [.. clauses.Select(static count => Math.Log(count + 1))];
        _keys = [.. units.Select(static unit => new UnitKeys(unit, MaxTerms))];
        _story = new StoryTerms(units, MaxTerms);
        _words = new LikeWords(units);
        _surroundings = new Surroundings(units);
    }

    /// <summary>The features of a pair that need no other pair.</summary>
    public double[] Read(Unit left, Unit right)
    {
        double[] features = new double[ClauseWeights.Width];
        Read(left, right, features);
        return features;
    }

    /// <summary>Sets the features of a pair that need no other pair, and those that do to 0.</summary>
    public void Read(Unit left, Unit right, double[] features)
    {
        Array.Clear(features);
        Span<double> leftBest = stackalloc double[Math.Min(left.Terms.Length, MaxTerms)], rightBest = stackalloc double[Math.Min(right.Terms.Length, MaxTerms)];
        leftBest.Clear();
        rightBest.Clear();
        MeetKeys(left, right, leftBest, rightBest);
        Shared one = Share(left, leftBest), other = Share(right, rightBest);
        double all = (one.All + other.All) / 2, content = (one.Content + other.Content) / 2;
        double unshared = 1 - Ratio(one.All + other.All, left.Weight + right.Weight);
        double chance = (_chanceOfAccount[left.Account] + _chanceOfAccount[right.Account]) / 2;
        Set(PairFeature.Bias, 1);
        Set(PairFeature.Surprise, Math.Clamp(all - chance, -SureNats, SureNats));
        Set(PairFeature.SharedContent, Math.Min(SureNats, content));
        Set(PairFeature.SharedPart, 1 - unshared);
        Set(PairFeature.Contained, Math.Max(Ratio(one.All, left.Weight), Ratio(other.All, right.Weight)));
        Set(PairFeature.SharedContentPart, Ratio(one.Content + other.Content, one.ContentWeight + other.ContentWeight));
        Set(PairFeature.BestWord, Math.Max(one.Best, other.Best));
        Set(PairFeature.SharedVerb, Math.Min(SureNats, Math.Max(one.Verbs, other.Verbs)));
        Set(PairFeature.OtherVerbs, one.HasVerb && other.HasVerb && one.Verbs + other.Verbs == 0 ? 1 : 0);
        Set(PairFeature.Matches, Math.Log(1 + Math.Min(one.Matches, other.Matches)));
        Set(PairFeature.Length, Math.Log(1 + Math.Min(one.Words, other.Words)));
        bool isFigureShared = one.Figures > 0;
        bool countsOther = one.HasCounted && other.HasCounted && one.Counted == 0;
        Set(PairFeature.SameFigure, isFigureShared && !countsOther ? 1 : 0);
        Set(PairFeature.FigureOfOther, isFigureShared && countsOther ? 1 : 0);
        Set(PairFeature.SameCounted, one.Counted);
        Set(PairFeature.OtherFigure, one.Measures > 0 && !isFigureShared ? 1 : 0);
        Set(PairFeature.SameMeasure, one.Measures > 0 ? Math.Min(SureNats, content) : 0);
        Set(PairFeature.OneFigure, one.HasFigure != other.HasFigure ? 1 : 0);
        Set(PairFeature.SameDay, one.Days > 0 ? 1 : 0);
        Set(PairFeature.OtherDay, one.HasDay && other.HasDay && one.Days == 0 ? 1 : 0);
        Set(PairFeature.SharedNames, Math.Min(SureNats, (one.Names + other.Names) / 2));
        Set(PairFeature.OtherNames, one.HasName && other.HasName && one.Names == 0 ? 1 : 0);
        Set(PairFeature.SameSpeaker, left.Speaker is not null && left.Speaker == right.Speaker ? 1 : 0);
        Set(PairFeature.OtherSpeaker, left.Speaker is not null && right.Speaker is not null && left.Speaker != right.Speaker ? 1 : 0);
        Set(PairFeature.QuotedApart, left.IsQuoted != right.IsQuoted ? 1 : 0);
        Set(PairFeature.BothLead, left.Sentence < 2 && right.Sentence < 2 ? unshared : 0);
        Set(PairFeature.Distance, Math.Abs(left.Position - right.Position));
        Set(PairFeature.AcrossLanguages, left.Language == right.Language ? 0 : 1);
        SoftMatch soft = SoftMatch.Of(_words, left, right, leftBest, rightBest);
        Set(PairFeature.LikeContent, Math.Min(SureNats, soft.Content));
        Set(PairFeature.LikePart, soft.Part);
        Set(PairFeature.LikeContained, soft.Contained);
        Set(PairFeature.LikeVerb, soft.Verb);
        Set(PairFeature.LikeWhole, left.Vector is not null && right.Vector is not null ? left.Vector.LikenessTo(right.Vector) : 0);
        Set(PairFeature.Unmet, soft.Unmet);
        (double leftNats, double leftPart) = _surroundings.Match(left, leftBest, right);
        (double rightNats, double rightPart) = _surroundings.Match(right, rightBest, left);
        Set(PairFeature.AroundContent, Math.Min(SureNats, (leftNats + rightNats) / 2));
        Set(PairFeature.LikeAround, _surroundings.LikenessOf(left, right));
        Set(PairFeature.InSentence, Math.Max(leftPart * Ratio(other.All, right.Weight), rightPart * Ratio(one.All, left.Weight)));
        (double near, double order, bool isExact) = CompareFigures(left, right);
        Set(PairFeature.NearFigure, isFigureShared ? 0 : near);
        Set(PairFeature.FigureOrder, order);
        Set(PairFeature.ExactFigure, isExact ? 1 : 0);
        Set(PairFeature.EarlierPlace, Math.Min(left.Position, right.Position));
        Set(PairFeature.LaterPlace, Math.Max(left.Position, right.Position));
        Set(PairFeature.BothFirst, left.Sentence == 0 && right.Sentence == 0 ? unshared : 0);
        Set(PairFeature.OneFirst, (left.Sentence == 0) != (right.Sentence == 0) ? 1 : 0);
        Set(PairFeature.GreaterWeight, Math.Log(1 + Math.Max(left.Weight, right.Weight)));
        Set(PairFeature.Letters, Math.Log(1 + Math.Min(left.Span.Length, right.Span.Length)));

        int longest = left.Language == right.Language ? LongestRun(left.Words, right.Words) : 0, run = longest >= MinRun ? longest : 0;
        Set(PairFeature.SharedRun, Math.Log(Math.Max(1, run)));
        Set(PairFeature.RunPart, Ratio(run, Math.Min(left.Words.Length, right.Words.Length)));

        (TermShares ofLeft, TermShares ofRight) = (_story.Read(left, leftBest, right.Account), _story.Read(right, rightBest, left.Account));
        Set(PairFeature.Once, (ofLeft.Once + ofRight.Once) / 2);
        Set(PairFeature.HeldTimes, (ofLeft.HeldTimes + ofRight.HeldTimes) / 2);
        Set(PairFeature.Elsewhere, Math.Max(ofLeft.Elsewhere, ofRight.Elsewhere));
        Set(PairFeature.OwnPart, Math.Max(ofLeft.Own, ofRight.Own));
        Set(PairFeature.Rejections, Count(left.Rejects, right.Rejects));
        Set(PairFeature.Negations, Count(left.IsNegated, right.IsNegated));
        Set(PairFeature.Accusations, Count(left.Accuses, right.Accuses));
        Set(PairFeature.Narrated, Count(left.Kind is StatementKind.Narrated, right.Kind is StatementKind.Narrated));
        Set(PairFeature.MostWords, Math.Max(left.Words.Length, right.Words.Length));

        void Set(PairFeature feature, double value) => features[(int)feature] = value;
    }

    /// <summary>Words of the longest run that stands in both.</summary>
    private static int LongestRun(int[] left, int[] right)
    {
        ReadOnlySpan<int> ones = left.AsSpan(0, Math.Min(left.Length, MaxTerms)), others = right.AsSpan(0, Math.Min(right.Length, MaxTerms));
        Span<int> runs = stackalloc int[others.Length + 1]; // that end at a word of the right clause, one place on
        runs.Clear();
        int longest = 0;
        foreach (int word in ones)
        {
            for (int j = others.Length; j > 0; j--)
            {
                runs[j] = word == others[j - 1] ? runs[j - 1] + 1 : 0;
                longest = Math.Max(longest, runs[j]);
            }
        }

        return longest;
    }

    /// <summary>The part of what a clause says that another holds in the same or like words, from 0 to 1.</summary>
    public double PartOf(Unit clause, Unit other)
    {
        double[] best = new double[Math.Min(clause.Terms.Length, MaxTerms)], otherBest = new double[Math.Min(other.Terms.Length, MaxTerms)];
        MeetKeys(clause, other, best, otherBest);
        _ = SoftMatch.Meet(_words, clause, other, best, otherBest);
        int[] told = [.. Enumerable.Range(0, best.Length).Where(term => clause.Terms[term].Kind is UnitTermKind.Content or UnitTermKind.Figure)];
        return Ratio(told.Sum(term => Math.Min(best[term], clause.Terms[term].Weight)), told.Sum(term => clause.Terms[term].Weight));
    }

    private void MeetKeys(Unit left, Unit right, Span<double> leftBest, Span<double> rightBest)
    {
        _shared.Clear();
        _keys[left.Index].Join(_keys[right.Index], _shared);
        foreach ((int i, int j) in _shared)
        {
            if ((left.Terms[i].Kind is UnitTermKind.Counted) != (right.Terms[j].Kind is UnitTermKind.Counted))
                continue;
            double met = Match(left.Terms.ItemRef(i), right.Terms.ItemRef(j));
            leftBest[i] = Math.Max(leftBest[i], met);
            rightBest[j] = Math.Max(rightBest[j], met);
        }
    }

    /// <summary>How near the nearest figures of one unit are, from 0 for twice as much to 1; the decimal order of the greatest on which both agree; whether one is the same to the last digit.</summary>
    private static (double Near, double Order, bool IsExact) CompareFigures(Unit left, Unit right)
    {
        (double near, double order, bool isExact) = (0, 0, false);
        foreach (Figure one in left.Figures)
        {
            foreach (Figure other in right.Figures)
            {
                if (one.Unit != other.Unit)
                    continue;
                isExact |= one.Value == other.Value;
                if (one.Value > 0 && other.Value > 0)
                    near = Math.Max(near, 1 - (Math.Abs(Math.Log((double)(one.Value / other.Value))) / Math.Log(2)));
                if (one.Value != 0 && Math.Abs(one.Value - other.Value) <= AgreeingPart * Math.Abs(one.Value))
                    order = Math.Max(order, Math.Log10(1 + (double)Math.Abs(one.Value)));
            }
        }

        return (near, order, isExact);
    }

    private static int Count(bool one, bool other) => (one ? 1 : 0) + (other ? 1 : 0);

    private static double Ratio(double part, double whole) => whole <= 0 ? 0 : Math.Min(1, part / whole);

    private struct Shared
    {
        public double All, Content, ContentWeight, Names, Verbs, Best, Counted;
        public int Matches, Words, Figures, Measures, Days;
        public bool HasVerb, HasFigure, HasDay, HasName, HasCounted;
    }

    private static Shared Share(Unit of, ReadOnlySpan<double> matches)
    {
        Shared shared = default;
        for (int i = 0; i < matches.Length; i++)
        {
            ref readonly UnitTerm term = ref of.Terms.ItemRef(i);
            double best = matches[i];
            shared.All += term.Kind is UnitTermKind.Counted ? 0 : best;
            switch (term.Kind)
            {
                case UnitTermKind.Content or UnitTermKind.Figure:
                    shared.Content += best;
                    shared.ContentWeight += term.Weight;
                    shared.Words++;
                    shared.Best = Math.Max(shared.Best, best);
                    shared.Matches += best >= MinMatchWeight ? 1 : 0;
                    if (term.Kind is UnitTermKind.Figure)
                        (shared.HasFigure, shared.Figures) = (true, shared.Figures + (best > 0 ? 1 : 0));
                    if (term.IsPredicate)
                        (shared.HasVerb, shared.Verbs) = (true, shared.Verbs + best);
                    break;
                case UnitTermKind.Name:
                    (shared.HasName, shared.Names) = (true, shared.Names + best);
                    break;
                case UnitTermKind.Day:
                    (shared.HasDay, shared.Days) = (true, shared.Days + (best > 0 ? 1 : 0));
                    break;
                case UnitTermKind.Counted:
                    (shared.HasCounted, shared.Counted) = (true, Math.Max(shared.Counted, best));
                    break;
                case UnitTermKind.Measure:
                    shared.Measures += best > 0 ? 1 : 0;
                    break;
            }
        }

        return shared;
    }

    private static double Match(in UnitTerm left, in UnitTerm right)
    {
        double information = Math.Min(left.Information, right.Information);
        double best = Met(left.Keys, left.KeySurprise, right.Keys, right.KeySurprise);
        if (best == 0 && (left.Parts.Length > 0 || right.Parts.Length > 0))
        {
            best = PartShare * Math.Max(
                Met(left.Parts, left.PartSurprise, right.Parts, right.PartSurprise),
                Math.Max(Met(left.Keys, left.KeySurprise, right.Parts, right.PartSurprise), Met(left.Parts, left.PartSurprise, right.Keys, right.KeySurprise)));
        }

        return information * best;
    }

    /// <summary>The greatest surprise of a common key, mean of both accounts; 0 where there is none.</summary>
    private static double Met(int[] left, double[] ofLeft, int[] right, double[] ofRight)
    {
        double best = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
                best = Math.Max(best, (ofLeft[i++] + ofRight[j++]) / 2);
            else if (left[i] < right[j])
                i++;
            else
                j++;
        }

        return best;
    }
}
