using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>What the other pairs say of each: rivals in the same account, neighbours, other clauses of both sentences, and clauses of third accounts.</summary>
internal sealed class PairSurroundings
{
    private const double LeastOdds = -4;
    private const double MostOdds = 4;
    private const double LeastLikely = 0.1; // what is less likely is no best clause of its account
    private const double SomethingElse = 0.2; // that a clause meets none there: by weights that had not seen the story 0.05 ranks pairs alike and lets chance meetings pass, from 0.4 on points are lost

    private const double FewThirds = 0.05; // where third accounts hardly meet either, their profiles say nothing

    private readonly int[] _accounts; // by clause, as the next three
    private readonly int[] _first; // the first clause of its sentence
    private readonly int[] _next; // the first clause behind its sentence
    private readonly PairRows _rows;
    private readonly int[] _partners; // of all rows, as the next two
    private readonly double[] _odds;
    private readonly double[] _alone; // by pair
    private readonly double[] _likely;
    private readonly double[] _share;
    private readonly double[] _squares; // by clause: the sum of its likelihoods' squares
    private readonly double[] _met; // by clause: over the other accounts, how likely its likeliest clause there is
    private readonly int _others; // accounts beside a clause's own
    private readonly double[] _likelyOfLeft; // of the left clause at hand, by clause
    private readonly double[] _oddsToLeft; // of the left clause at hand, by clause
    private readonly (int Clause, double Likely)[][] _best; // by clause: the likeliest clause of each other account, by account
    private readonly int[] _reached; // by clause, its next pair
    private int _pair;
    private int _left = -1;

    /// <summary>Lays the partners of each clause side by side.</summary>
    /// <param name="units">The clauses of a story.</param>
    /// <param name="rows">Pairs of them.</param>
    /// <param name="odds">Log odds of each alone.</param>
    public PairSurroundings(ImmutableArray<Unit> units, PairRows rows, double[] odds)
    {
        _accounts = [.. units.Select(static unit => unit.Account)];
        (_first, _next) = (new int[units.Length], new int[units.Length]);
        for (int first = 0, next; first < units.Length; first = next)
        {
            for (next = first + 1; next < units.Length && units[next].Account == units[first].Account && units[next].Sentence == units[first].Sentence;)
                next++;
            _first.AsSpan(first..next).Fill(first);
            _next.AsSpan(first..next).Fill(next);
        }

        (_rows, _partners, _reached) = (rows, rows.Partners, rows.Starts());
        _alone = odds;
        _others = _accounts.Distinct().Count() - 1;
        double[] alone = [.. odds.Select(static odds => Math.Clamp(odds, LeastOdds, MostOdds))];
        _odds = rows.Spread(alone);
        _oddsToLeft = new double[units.Length];
        Array.Fill(_oddsToLeft, LeastOdds);
        (_best, _share) = (new (int, double)[units.Length][], new double[_partners.Length]);
        double[] likely = _likely = rows.Spread([.. odds.Select(Logistic.Of)]);
        (_squares, _met, _likelyOfLeft) = (new double[units.Length], new double[units.Length], new double[units.Length]);
        List<(int, double)> best = [];
        for (int unit = 0; unit < units.Length; unit++)
        {
            best.Clear();
            for (int first = rows.Start(unit), next; first < rows.End(unit); first = next)
            {
                int likeliest = first;
                double sum = SomethingElse;
                for (next = first; next < rows.End(unit) && _accounts[_partners[next]] == _accounts[_partners[first]]; next++)
                {
                    sum += likely[next];
                    _squares[unit] += likely[next] * likely[next];
                    likeliest = likely[next] > likely[likeliest] ? next : likeliest;
                }

                for (int i = first; i < next; i++)
                    _share[i] = likely[i] / sum;
                _met[unit] += likely[likeliest];
                if (likely[likeliest] >= LeastLikely)
                    best.Add((_partners[likeliest], likely[likeliest]));
            }

            _best[unit] = [.. best];
        }
    }

    /// <summary>Sets the features that need other pairs; the pairs come in order, each once.</summary>
    public void ReadNext(Span<double> features)
    {
        features[(int)PairFeature.Odds] = _alone[_pair];
        (int left, int right) = _rows.Pairs[_pair++];
        if (left != _left)
            Enter(left);
        (int atLeft, int atRight) = (_reached[left]++, _reached[right]++);
        features[(int)PairFeature.Rival] = (Rival(left, atLeft) + Rival(right, atRight)) / 2;
        features[(int)PairFeature.Neighbours] = Math.Max(Neighbour(left - 1, right - 1), Neighbour(left + 1, right + 1)) - LeastOdds;
        features[(int)PairFeature.Mates] = Mates(left, right) - LeastOdds;
        features[(int)PairFeature.Third] = Third(right) - LeastOdds;
        features[(int)PairFeature.ThirdsApart] = ThirdsApart(left, right);
        double ofLeft = _share[atLeft], ofRight = _share[atRight];
        features[(int)PairFeature.LesserShare] = Math.Min(ofLeft, ofRight);
        features[(int)PairFeature.GreaterShare] = Math.Max(ofLeft, ofRight);
        ((double ofOne, double squares), (double ofOther, double others)) = (Margin(left, atLeft), Margin(right, atRight));
        features[(int)PairFeature.LesserMargin] = Math.Min(ofOne, ofOther);
        features[(int)PairFeature.GreaterMargin] = Math.Max(ofOne, ofOther);
        features[(int)PairFeature.Profile] = Profile(right, _squares[left] - squares, _squares[right] - others);
        features[(int)PairFeature.LesserMet] = Math.Min(_met[left], _met[right]) / _others;
        features[(int)PairFeature.GreaterMet] = Math.Max(_met[left], _met[right]) / _others;
        features[(int)PairFeature.Accounts] = _others + 1;
    }

    /// <summary>Spreads the partners of a left clause by their indices, so that those of a right one are met there.</summary>
    private void Enter(int left)
    {
        if (_left >= 0)
        {
            for (int i = _rows.Start(_left); i < _rows.End(_left); i++)
                (_oddsToLeft[_partners[i]], _likelyOfLeft[_partners[i]]) = (LeastOdds, 0);
        }

        _left = left;
        for (int i = _rows.Start(left); i < _rows.End(left); i++)
            (_oddsToLeft[_partners[i]], _likelyOfLeft[_partners[i]]) = (_odds[i], _likely[i]);
    }

    /// <summary>By how much the chosen partner is likelier than all others of its account, and the sum of squares over its account.</summary>
    private (double Margin, double Squares) Margin(int unit, int chosen)
    {
        (double best, double squares) = (0, _likely[chosen] * _likely[chosen]);
        int account = _accounts[_partners[chosen]];
        for (int i = chosen - 1; i >= _rows.Start(unit) && _accounts[_partners[i]] == account; i--)
            (best, squares) = (Math.Max(best, _likely[i]), squares + (_likely[i] * _likely[i]));
        for (int i = chosen + 1; i < _rows.End(unit) && _accounts[_partners[i]] == account; i++)
            (best, squares) = (Math.Max(best, _likely[i]), squares + (_likely[i] * _likely[i]));
        return (_likely[chosen] - best, squares);
    }

    private double Profile(int right, double squares, double others)
    {
        double both = 0;
        for (int i = _rows.Start(right); i < _rows.End(right); i++)
            both += _likely[i] * _likelyOfLeft[_partners[i]];
        return both / (Math.Sqrt(Math.Max(0, squares) * Math.Max(0, others)) + FewThirds);
    }

    private double Rival(int unit, int chosen)
    {
        double best = LeastOdds;
        int account = _accounts[_partners[chosen]];
        for (int i = chosen - 1; i >= _rows.Start(unit) && _accounts[_partners[i]] == account; i--)
            best = Math.Max(best, _odds[i]);
        for (int i = chosen + 1; i < _rows.End(unit) && _accounts[_partners[i]] == account; i++)
            best = Math.Max(best, _odds[i]);
        return Math.Max(0, best - _odds[chosen]);
    }

    private double Neighbour(int left, int right)
    {
        if (left < 0 || right >= _accounts.Length || _accounts[left] == _accounts[right])
            return LeastOdds;
        int at = _rows.Find(left, right);
        return at >= 0 ? _odds[at] : LeastOdds;
    }

    private double Mates(int left, int right)
    {
        double best = LeastOdds;
        for (int one = _first[left]; one < _next[left]; one++)
        {
            for (int i = _rows.From(one, _first[right]); i < _rows.End(one) && _partners[i] < _next[right]; i++)
            {
                if (one != left || _partners[i] != right)
                    best = Math.Max(best, _odds[i]);
            }
        }

        return best;
    }

    private double Third(int right)
    {
        double most = LeastOdds;
        for (int i = _rows.Start(right); i < _rows.End(right); i++)
            most = Math.Max(most, Math.Min(_odds[i], _oddsToLeft[_partners[i]]));
        return most;
    }

    /// <summary>Adds up, over third accounts, how likely both meet their best clauses there, where these stand in two sentences.</summary>
    private double ThirdsApart(int left, int right)
    {
        double apart = 0;
        ReadOnlySpan<(int Clause, double Likely)> ofLeft = _best[left], ofRight = _best[right];
        for (int i = 0, j = 0; i < ofLeft.Length && j < ofRight.Length;)
        {
            int account = _accounts[ofLeft[i].Clause], other = _accounts[ofRight[j].Clause];
            if (account == other && _first[ofLeft[i].Clause] != _first[ofRight[j].Clause])
                apart += Math.Min(ofLeft[i].Likely, ofRight[j].Likely);
            i += account <= other ? 1 : 0;
            j += other <= account ? 1 : 0;
        }

        return apart;
    }
}
