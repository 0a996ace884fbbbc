namespace Lesart.Collating;

/// <summary>The partners of each clause side by side, in order, and so by account.</summary>
internal sealed class PairRows
{
    private readonly int[] _starts; // by clause; the row of the next begins where one ends
    private readonly int[] _partners;
    private readonly (int Left, int Right)[] _pairs;

    /// <summary>Rows of pairs.</summary>
    /// <param name="units">Number of clauses.</param>
    /// <param name="pairs">Indices of two clauses, the smaller first; in order, each once.</param>
    public PairRows(int units, (int Left, int Right)[] pairs)
    {
        (_pairs, _starts, _partners) = (pairs, new int[units + 1], new int[2 * pairs.Length]);
        foreach ((int left, int right) in pairs)
        {
            _starts[left + 1]++;
            _starts[right + 1]++;
        }

        for (int i = 0; i < units; i++)
            _starts[i + 1] += _starts[i];
        int[] reached = Starts();
        foreach ((int left, int right) in pairs)
            (_partners[reached[left]++], _partners[reached[right]++]) = (right, left);
    }

    /// <summary>All rows behind one another.</summary>
    public int[] Partners => _partners;

    /// <summary>The pairs, in order.</summary>
    public (int Left, int Right)[] Pairs => _pairs;

    /// <summary>Where each row begins: in the order of pairs, each takes the next place of both its rows.</summary>
    public int[] Starts() => _starts[..^1];

    /// <summary>Where a clause's row begins.</summary>
    public int Start(int unit) => _starts[unit];

    /// <summary>Where it ends.</summary>
    public int End(int unit) => _starts[unit + 1];

    /// <summary>The first place in a clause's row where a partner or one behind it stands.</summary>
    public int From(int unit, int partner)
    {
        int low = _starts[unit], high = _starts[unit + 1];
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_partners[middle] < partner)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Where a partner stands in a clause's row; -1 where it does not.</summary>
    public int Find(int unit, int partner) => From(unit, partner) is int at && at < _starts[unit + 1] && _partners[at] == partner ? at : -1;

    /// <summary>A value of each pair, by place in the rows.</summary>
    public double[] Spread(double[] values)
    {
        double[] spread = new double[_partners.Length];
        int[] reached = Starts();
        for (int i = 0; i < _pairs.Length; i++)
            spread[reached[_pairs[i].Left]++] = spread[reached[_pairs[i].Right]++] = values[i];
        return spread;
    }
}
