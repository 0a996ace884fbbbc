namespace Lesart.Exporting;

/// <summary>Offsets of a text counted in Unicode code points instead of UTF-16 code units.</summary>
internal sealed class CodePoints
{
    // Where the second halves of surrogate pairs stand, ascending: each is one code unit too many.
    private readonly List<int> _lowHalves = [];

    /// <summary>Reads a text once.</summary>
    public CodePoints(string text)
    {
        for (int at = 1; at < text.Length; at++)
        {
            if (char.IsSurrogatePair(text[at - 1], text[at]))
                _lowHalves.Add(at);
        }
    }

    /// <summary>The number of code points before a UTF-16 offset.</summary>
    public int Before(int offset)
    {
        int found = _lowHalves.BinarySearch(offset);
        return offset - (found < 0 ? ~found : found);
    }
}
