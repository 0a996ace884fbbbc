namespace Lesart.Collating;

/// <summary>Numbers the keys by which words of a story are compared; comparing is comparing numbers from then on.</summary>
internal sealed class TermIds
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>The number of a key: the same for the same key, and a new one for a new key.</summary>
    public int Of(string key)
    {
        if (!_ids.TryGetValue(key, out int id))
            _ids.Add(key, id = _ids.Count);
        return id;
    }
}
