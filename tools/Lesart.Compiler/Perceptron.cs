using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lesart.Compiler;

/// <summary>An averaged perceptron (Collins, 2002) over hashed rows of features, its weights rounded to 8 bits when they are written.</summary>
internal sealed class Perceptron
{
    private const float LargestWeight = 12; // a few weights are larger; cutting them changes nothing that was measured

    private readonly int _rowBits, _width, _rows;
    private readonly float _hiddenShare, _margin;
    private readonly float[][] _weights, _totals, _sums;
    private int _step, _runs, _source;

    /// <param name="rowBits">Size of the table as a power of two.</param>
    /// <param name="width">Weights in a row, one for each label: a multiple of eight.</param>
    /// <param name="hiddenShare">Share of an example's features that are left out at random, so that none is relied on alone.</param>
    /// <param name="margin">By how much the right label must win for an example to teach nothing more.</param>
    /// <param name="sources">Sources of examples whose conventions differ. Each has weights of its own beside those that all share (Daumé, 2007); what is written
    /// are the shared ones with those of the first source.</param>
    public Perceptron(int rowBits, int width, float hiddenShare, float margin, int sources = 1)
    {
        (_rowBits, _width, _rows, _hiddenShare, _margin) = (rowBits, width, 1 << rowBits, hiddenShare, margin);
        int tables = sources > 1 ? sources + 1 : 1;
        (_weights, _totals, _sums) = (Tables(tables), Tables(tables), Tables(tables));
    }

    private float[][] Tables(int count) => [.. Enumerable.Range(0, count).Select(_ => new float[_rows * _width])];

    /// <summary>Says from which source the next examples are.</summary>
    public void From(int source) => _source = source;

    /// <summary>Begins a run: examples in another order, from nothing; its average joins those of the other runs.</summary>
    public void Begin()
    {
        foreach (float[] table in _weights.Concat(_totals))
            Array.Clear(table);
        _step = 1;
    }

    /// <summary>Hides some features at random.</summary>
    /// <returns>How many rows are left.</returns>
    public int Hide(Span<uint> rows, Random random)
    {
        int kept = 0;
        foreach (uint row in rows)
        {
            if (random.NextSingle() >= _hiddenShare)
                rows[kept++] = row;
        }

        return kept;
    }

    /// <summary>The label among the allowed ones with the largest sum, the first where none is allowed; and the strongest label within the margin of the right one.</summary>
    /// <param name="rows">The example's features.</param>
    /// <param name="allowed">A bit for each label that it may get.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="gold">The right label; -1 where it isn't known.</param>
    /// <returns>As the rival the right label itself where no other comes so near.</returns>
    public (int Best, int Rival) Judge(ReadOnlySpan<uint> rows, uint allowed, int labels, int gold)
    {
        Span<float> sums = stackalloc float[_width];
        sums.Clear();
        AddTo(sums, _weights[0], rows);
        if (_weights.Length > 1)
            AddTo(sums, _weights[_source + 1], rows);
        int best = -1, rival = gold;
        for (int label = 0; label < labels; label++)
        {
            if ((allowed >> label & 1) == 0)
                continue;
            if (best < 0 || sums[label] > sums[best])
                best = label;
            if (gold >= 0 && label != gold && sums[label] + _margin > sums[gold] && (rival == gold || sums[label] > sums[rival]))
                rival = label;
        }

        return (Math.Max(best, 0), rival);
    }

    private void AddTo(Span<float> sums, float[] table, ReadOnlySpan<uint> rows)
    {
        Span<Vector256<float>> wide = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        foreach (uint row in rows)
        {
            ReadOnlySpan<Vector256<float>> weights = MemoryMarshal.Cast<float, Vector256<float>>(Row(table, row));
            for (int k = 0; k < wide.Length; k++)
                wide[k] += weights[k];
        }
    }

    /// <summary>Counts a decision whose right label is known.</summary>
    public void Count() => _step++;

    /// <summary>Moves weights from the wrong label to the right one.</summary>
    public void Update(ReadOnlySpan<uint> rows, int gold, int wrong)
    {
        Update(0, rows, gold, wrong);
        if (_weights.Length > 1)
            Update(_source + 1, rows, gold, wrong);
    }

    private void Update(int table, ReadOnlySpan<uint> rows, int gold, int wrong)
    {
        foreach (uint row in rows)
        {
            Span<float> weights = Row(_weights[table], row), totals = Row(_totals[table], row);
            weights[gold]++;
            totals[gold] += _step;
            weights[wrong]--;
            totals[wrong] -= _step;
        }
    }

    private Span<float> Row(float[] table, uint row) => table.AsSpan((int)(row & (_rows - 1)) * _width, _width);

    /// <summary>Ends a run: its average over all decisions counts as much as that of each other run.</summary>
    public void End()
    {
        _runs++;
        for (int table = 0; table < _sums.Length; table++)
        {
            for (int i = 0; i < _sums[table].Length; i++)
                _sums[table][i] += _weights[table][i] - (_totals[table][i] / _step);
        }
    }

    /// <summary>Writes the size of the table, the count of rows and each row: its number and its weights.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="smallestWeight">Rows with smaller rounded weights only are left out.</param>
    public void Write(Stream stream, int smallestWeight)
    {
        float[] average = [.. _sums[0].Select((sum, i) => (sum + (_sums.Length > 1 ? _sums[1][i] : 0)) / _runs)];
        float largest = average.Max(Math.Abs), scale = 127 / Math.Min(largest, LargestWeight);
        List<(int Row, sbyte[] Weights)> rows = [];
        for (int row = 0; row < _rows; row++)
        {
            sbyte[] rounded = [.. average.AsSpan(row * _width, _width).ToArray().Select(weight => (sbyte)Math.Clamp(MathF.Round(weight * scale), -127, 127))];
            if (rounded.Max(static weight => Math.Abs((int)weight)) >= smallestWeight)
                rows.Add((row, rounded));
        }

        Put(stream, (uint)_rowBits);
        Put(stream, (uint)rows.Count);
        foreach ((int row, sbyte[] weights) in rows)
        {
            Put(stream, (uint)row);
            stream.Write(MemoryMarshal.Cast<sbyte, byte>(weights));
        }

        Console.Error.WriteLine($"{rows.Count} rows, largest weight {largest:f1}, {stream.Length / 1024} KB");
    }

    /// <summary>Writes a number: 32 bits, little-endian.</summary>
    public static void Put(Stream stream, uint value)
    {
        Span<byte> buffer = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(buffer, value);
        stream.Write(buffer);
    }
}
