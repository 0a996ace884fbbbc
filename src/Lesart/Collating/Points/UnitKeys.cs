namespace Lesart.Collating;

/// <summary>The keys of all terms of a clause in one row, so that two clauses are compared where they share one.</summary>
internal sealed class UnitKeys
{
    private readonly KeySet _keys;
    private readonly int[] _terms; // for each key the term that holds it

    /// <summary>The keys, whole and of parts, of a clause's first terms.</summary>
    public UnitKeys(Unit unit, int most)
    {
        List<(int Key, int Term)> keys = [];
        for (int i = 0; i < Math.Min(unit.Terms.Length, most); i++)
        {
            foreach (int key in unit.Terms[i].Keys)
                keys.Add((key, i));
            foreach (int key in unit.Terms[i].Parts)
                keys.Add((key, i));
        }

        int[] sorted = new int[keys.Count];
        _terms = new int[keys.Count];
        for (int i = 0; i < sorted.Length; i++)
            (sorted[i], _terms[i]) = keys[i];
        Array.Sort(sorted, _terms);
        _keys = new KeySet(sorted);
    }

    /// <summary>Pairs of terms that share a key; a pair that shares several comes as often.</summary>
    public void Join(UnitKeys other, List<(int Term, int Other)> pairs)
    {
        ReadOnlySpan<int> keys = _keys.Keys, others = other._keys.Keys;
        for (int i = 0; i < keys.Length; i++)
        {
            int at = other._keys.IndexOf(keys[i]);
            for (; at >= 0 && at < others.Length && others[at] == keys[i]; at++)
                pairs.Add((_terms[i], other._terms[at]));
        }
    }
}
