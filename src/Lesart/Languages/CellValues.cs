namespace Lesart.Languages;

/// <summary>Goes through a cell's values, parted by <c>|</c>, without a string for each; an empty cell has none.</summary>
internal ref struct CellValues(ReadOnlySpan<char> cell)
{
    private ReadOnlySpan<char> _rest = cell;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly CellValues GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_rest.Length == 0)
            return false;
        int end = _rest.IndexOf('|');
        Current = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? [] : _rest[(end + 1)..];
        return true;
    }

    /// <summary>The first value; empty where there is none.</summary>
    public static ReadOnlySpan<char> First(ReadOnlySpan<char> cell)
    {
        int end = cell.IndexOf('|');
        return end < 0 ? cell : cell[..end];
    }

    /// <summary>How many values there are.</summary>
    public static int Count(ReadOnlySpan<char> cell) => cell.Length == 0 ? 0 : cell.Count('|') + 1;

    /// <summary>Whether the value is one of them.</summary>
    public static bool Holds(ReadOnlySpan<char> cell, ReadOnlySpan<char> value)
    {
        foreach (ReadOnlySpan<char> one in new CellValues(cell))
        {
            if (one.SequenceEqual(value))
                return true;
        }

        return false;
    }
}
