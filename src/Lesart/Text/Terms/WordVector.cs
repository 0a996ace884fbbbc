using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lesart.Text;

/// <summary>Where a word or clause stands among all words, by the company that words keep: what is used alike lies in one direction.</summary>
/// <remarks>Whole numbers throughout, so that every machine finds the same likeness.</remarks>
internal sealed class WordVector
{
    private readonly sbyte[] _values;
    private readonly double _length;

    /// <summary>A direction by its coordinates, each from -127 to 127.</summary>
    public WordVector(ReadOnlySpan<sbyte> values)
    {
        _values = values.ToArray();
        _length = Math.Sqrt(Dot(_values, _values));
    }

    /// <summary>Its coordinates.</summary>
    public ReadOnlySpan<sbyte> Values => _values;

    /// <summary>The direction of a weighted sum of directions, each taken with length 1.</summary>
    /// <returns>Null where nothing is summed, or the sum has no direction.</returns>
    public static WordVector? Sum(IReadOnlyList<(WordVector Vector, double Weight)> summands)
    {
        if (summands.Count == 0)
            return null;
        double[] sum = new double[summands[0].Vector._values.Length];
        foreach ((WordVector vector, double weight) in summands)
            vector.AddTo(sum, weight);
        return Of(sum);
    }

    /// <summary>Adds the direction, with length 1, to a sum.</summary>
    public void AddTo(Span<double> sum, double weight)
    {
        double share = _length == 0 ? 0 : weight / _length;
        for (int i = 0; i < sum.Length; i++)
            sum[i] += share * _values[i];
    }

    /// <summary>The direction of <paramref name="coordinates"/>, rounded so that the greatest is 127; null where all are 0.</summary>
    public static WordVector? Of(ReadOnlySpan<double> coordinates)
    {
        double greatest = 0;
        foreach (double value in coordinates)
            greatest = Math.Max(greatest, Math.Abs(value));
        if (greatest < 1e-9)
            return null;
        Span<sbyte> values = stackalloc sbyte[coordinates.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = (sbyte)Math.Round(coordinates[i] * sbyte.MaxValue / greatest, MidpointRounding.AwayFromZero);
        return new WordVector(values);
    }

    /// <summary>The cosine between two directions of one table: 1 for the same, 0 for what has nothing to do with one another.</summary>
    public double LikenessTo(WordVector other) => _length == 0 || other._length == 0 ? 0 : Dot(_values, other._values) / (_length * other._length);

    private static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        if (Avx2.IsSupported && left.Length == right.Length)
            return DotByPairs(left, right);
        ReadOnlySpan<Vector<sbyte>> one = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(left), other = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(right);
        Vector<int> sums = default;
        for (int i = 0; i < one.Length; i++)
        {
            Vector.Widen(one[i], out Vector<short> low, out Vector<short> high);
            Vector.Widen(other[i], out Vector<short> otherLow, out Vector<short> otherHigh);
            Vector.Widen(low * otherLow, out Vector<int> a, out Vector<int> b);
            Vector.Widen(high * otherHigh, out Vector<int> c, out Vector<int> d);
            sums += a + b + c + d;
        }

        int sum = Vector.Sum(sums);
        for (int i = one.Length * Vector<sbyte>.Count; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    /// <summary>The same, with products added two by two.</summary>
    private static int DotByPairs(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        Vector256<int> sums = default;
        ref sbyte one = ref MemoryMarshal.GetReference(left), other = ref MemoryMarshal.GetReference(right);
        int i = 0;
        for (; i + Vector128<sbyte>.Count <= left.Length; i += Vector128<sbyte>.Count)
        {
            Vector256<short> here = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref one, (nuint)i)), there = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref other, (nuint)i));
            sums += Avx2.MultiplyAddAdjacent(here, there);
        }

        int sum = Vector256.Sum(sums);
        for (; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
