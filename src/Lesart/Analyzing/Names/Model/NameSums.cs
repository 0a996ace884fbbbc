using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Sums of a form's own weights for each label, one for each offset from which a token may see the form.</summary>
/// <param name="model">Whose weights they are.</param>
internal sealed class NameSums(NameModel model)
{
    private const int Lines = 3; // of the cache

    private Weights _weights;

    public NameModel Model { get; } = model;

    /// <summary>The sums for a token that sees the form from <paramref name="offset"/> tokens away.</summary>
    public Vector256<short> this[int offset]
    {
        get => Vector256.Create(((ReadOnlySpan<short>)_weights)[((offset + NameFeatures.Reach) * NameLabels.Slots)..]);
        set => value.CopyTo(((Span<short>)_weights)[((offset + NameFeatures.Reach) * NameLabels.Slots)..]);
    }

    /// <summary>Says that the sums are asked for soon.</summary>
    public void Prefetch() => CacheLine.Prefetch(in Unsafe.As<Weights, short>(ref _weights), Lines);

    [InlineArray((2 * NameFeatures.Reach + 1) * NameLabels.Slots)]
    private struct Weights
    {
        private short _first;
    }
}
