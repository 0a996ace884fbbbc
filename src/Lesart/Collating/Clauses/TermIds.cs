namespace Lesart.Collating;

/// <summary>Numbers the keys by which words of a story are compared; comparing is comparing numbers from then on.</summary>
internal sealed class TermIds
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    public int Count => _ids.Count;

    public int Of(string key)
    {
        if (!_ids.TryGetValue(key, out int id))
            _ids.Add(key, id = _ids.Count);
        return id;
    }
}
