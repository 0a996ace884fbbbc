namespace Lesart.Dossiers;

/// <summary>Which layers (bits) lie over each place of a text; layers may overlap in any way.</summary>
internal sealed class TextLayers(int length)
{
    private readonly ushort[] _masks = new ushort[length];

    /// <summary>Lays a layer over spans that lie in the text.</summary>
    public void Add(int layer, IEnumerable<TextSpan> spans)
    {
        ushort bit = (ushort)(1 << layer);
        foreach (TextSpan span in spans)
        {
            for (int at = span.Start; at < span.End; at++)
                _masks[at] |= bit;
        }
    }

    /// <summary>The longest run from <paramref name="start"/> that lies under the same layers.</summary>
    public (int Stop, int Mask) Run(int start, int end)
    {
        ushort mask = _masks[start];
        int stop = start + 1;
        while (stop < end && _masks[stop] == mask)
            stop++;
        return (stop, mask);
    }
}
