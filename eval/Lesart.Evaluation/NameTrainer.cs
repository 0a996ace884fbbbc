using System.Runtime.Intrinsics;
using Lesart.Analyzing;

namespace Lesart.Evaluation;

/// <summary>Fits a conditional random field by AdaGrad (Duchi, Hazan and Singer, 2011), sentence by sentence, in a fixed order; the weights are the mean over passes and runs.</summary>
internal sealed class NameTrainer(List<NameTrainer.Example> examples)
{
    private const int Slots = NameLabels.Slots;
    private const int Count = NameLabels.Count;

    // passes of a run that come before the mean
    private const int Unsteady = 2;

    private readonly float[] _weights = new float[Slots << NameModel.RowBits];
    private readonly float[] _squares = new float[Slots << NameModel.RowBits];
    private readonly float[] _steps = new float[Slots * Slots];
    private readonly float[] _stepSquares = new float[Slots * Slots];
    private readonly double[] _sum = new double[Slots << NameModel.RowBits];
    private readonly double[] _stepSum = new double[Slots * Slots];
    private readonly double[] _factors = new double[Slots * Slots];
    private int _summed;

    /// <summary>A sentence: the rows of each token's features, those that tell the word itself as their complement, and its labels.</summary>
    public sealed record Example(int[][] Rows, byte[] Labels);

    /// <summary>Forgets all but the sums.</summary>
    public void Begin()
    {
        Array.Clear(_weights);
        Array.Clear(_squares);
        Array.Clear(_steps);
        Array.Clear(_stepSquares);
    }

    /// <summary>Goes through all sentences once.</summary>
    /// <param name="epoch">The pass of this run, from 0; the first ones stay out of the mean.</param>
    /// <param name="seed">Differs from run to run.</param>
    /// <param name="rate">Length of a step.</param>
    /// <param name="decay">Pull towards 0.</param>
    /// <param name="drop">Share of the features that is hidden, another one each time, so that no feature is leaned on alone.</param>
    /// <param name="dropWords">The same for features that tell the word itself: names to be found are mostly others than those learned from.</param>
    /// <returns>The sum of the sentences' negative log likelihoods.</returns>
    public double Pass(int epoch, int seed, float rate, float decay, float drop, float dropWords)
    {
        // a fixed order that differs from pass to pass
        int[] order = [.. Enumerable.Range(0, examples.Count).OrderBy(i => (uint)(i * 2654435761u + (uint)(epoch + seed) * 40503u) * 2246822519u)];
        double loss = 0;
        foreach (int index in order)
            loss += Learn(Thinned(examples[index], (uint)((epoch + seed) * 7919 + index), drop, dropWords), rate, decay);
        if (epoch >= Unsteady)
        {
            for (int i = 0; i < _sum.Length; i++)
                _sum[i] += _weights[i];
            for (int i = 0; i < _stepSum.Length; i++)
                _stepSum[i] += _steps[i];
            _summed++;
        }

        return loss;
    }

    private static Example Thinned(Example example, uint seed, float drop, float dropWords)
    {
        uint limit = (uint)(drop * uint.MaxValue), limitOfWords = (uint)(dropWords * uint.MaxValue), state = seed * 2654435761u + 12345u;
        int[][] rows = new int[example.Rows.Length][];
        List<int> kept = [];
        for (int i = 0; i < rows.Length; i++)
        {
            kept.Clear();
            foreach (int row in example.Rows[i])
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                if (state >= (row < 0 ? limitOfWords : limit))
                    kept.Add(row < 0 ? ~row : row);
            }

            rows[i] = [.. kept];
        }

        return new Example(rows, example.Labels);
    }

    /// <summary>One step against the gradient of a sentence's loss, by forward and backward sums that are scaled at each token (Rabiner, 1989).</summary>
    private double Learn(Example example, float rate, float decay)
    {
        byte[] labels = example.Labels;
        int length = labels.Length;
        for (int from = 0; from < Count; from++)
        {
            for (int to = 0; to < Count; to++)
                _factors[from * Slots + to] = NameLabels.MayFollow(from, to) ? Math.Exp(_steps[from * Slots + to]) : 0;
        }

        double[] emit = new double[length * Slots], forward = new double[length * Slots], backward = new double[length * Slots], scales = new double[length];
        double gold = 0, total = 0;
        for (int i = 0; i < length; i++)
        {
            (double right, double highest) = Emit(example.Rows[i], labels[i], emit.AsSpan(i * Slots, Slots));
            gold += right + _steps[(i == 0 ? NameLabels.Outside : labels[i - 1]) * Slots + labels[i]];
            total += highest;
        }

        for (int i = 0; i < length; i++)
        {
            for (int to = 0; to < Count; to++)
            {
                double ways = 0;
                if (i == 0)
                    ways = NameLabels.MayOpen(to) ? _factors[to] : 0;
                for (int from = 0; i > 0 && from < Count; from++)
                    ways += forward[(i - 1) * Slots + from] * _factors[from * Slots + to];
                forward[i * Slots + to] = ways * emit[i * Slots + to];
                scales[i] += forward[i * Slots + to];
            }

            for (int to = 0; to < Count; to++)
                forward[i * Slots + to] /= scales[i];
            total += Math.Log(scales[i]);
        }

        double closed = 0;
        for (int from = 0; from < Count; from++)
        {
            backward[(length - 1) * Slots + from] = NameLabels.MayClose(from) ? 1 : 0;
            closed += NameLabels.MayClose(from) ? forward[(length - 1) * Slots + from] : 0;
        }

        for (int i = length - 2; i >= 0; i--)
        {
            for (int from = 0; from < Count; from++)
            {
                double ways = 0;
                for (int to = 0; to < Count; to++)
                    ways += _factors[from * Slots + to] * emit[(i + 1) * Slots + to] * backward[(i + 1) * Slots + to];
                backward[i * Slots + from] = ways / scales[i + 1];
            }
        }

        float[] stepGradient = new float[Slots * Slots], gradient = new float[Slots];
        for (int i = 0; i < length; i++)
        {
            int right = labels[i], before = i == 0 ? NameLabels.Outside : labels[i - 1];
            stepGradient[before * Slots + right]--;
            for (int to = 0; to < Count; to++)
            {
                double share = forward[i * Slots + to] * backward[i * Slots + to] / closed;
                gradient[to] = (float)share - (to == right ? 1 : 0);
                if (i == 0)
                {
                    stepGradient[to] += (float)share;
                    continue;
                }

                double rest = emit[i * Slots + to] * backward[i * Slots + to] / (scales[i] * closed);
                for (int from = 0; from < Count; from++)
                    stepGradient[from * Slots + to] += (float)(forward[(i - 1) * Slots + from] * _factors[from * Slots + to] * rest);
            }

            Update(example.Rows[i], gradient, rate, decay);
        }

        for (int i = 0; i < stepGradient.Length; i++)
        {
            if (stepGradient[i] == 0)
                continue;
            _stepSquares[i] += stepGradient[i] * stepGradient[i];
            _steps[i] -= rate * stepGradient[i] / (MathF.Sqrt(_stepSquares[i]) + 1e-3f);
        }

        return total + Math.Log(closed) - gold;
    }

    /// <summary>How much a token's rows speak for each label, as factors beside the highest.</summary>
    /// <returns>The sum for the right label, and the highest.</returns>
    private (double Right, double Highest) Emit(int[] rows, int right, Span<double> factors)
    {
        (Vector256<float> low, Vector256<float> high) = (Vector256<float>.Zero, Vector256<float>.Zero);
        foreach (int row in rows)
        {
            low += Vector256.Create<float>(_weights.AsSpan(row * Slots, 8));
            high += Vector256.Create<float>(_weights.AsSpan(row * Slots + 8, 8));
        }

        Span<float> sums = stackalloc float[Slots];
        low.CopyTo(sums);
        high.CopyTo(sums[8..]);
        float highest = sums[0];
        foreach (float sum in sums[..Count])
            highest = Math.Max(highest, sum);
        for (int label = 0; label < Count; label++)
            factors[label] = Math.Exp(sums[label] - highest);
        return (sums[right], highest);
    }

    private void Update(int[] rows, float[] gradient, float rate, float decay)
    {
        Vector256<float> rates = Vector256.Create(rate), decays = Vector256.Create(decay), floor = Vector256.Create(1e-3f);
        for (int half = 0; half < Slots; half += 8)
        {
            Vector256<float> slope = Vector256.Create(gradient, half);
            foreach (int row in rows)
            {
                Span<float> weights = _weights.AsSpan(row * Slots + half, 8), squares = _squares.AsSpan(row * Slots + half, 8);
                Vector256<float> weight = Vector256.Create<float>(weights), step = slope + decays * weight, square = Vector256.Create<float>(squares) + step * step;
                square.CopyTo(squares);
                (weight - rates * step / (Vector256.Sqrt(square) + floor)).CopyTo(weights);
            }
        }
    }

    /// <summary>Writes the mean of the weights, eight bits each.</summary>
    /// <param name="stream">Receives them.</param>
    /// <param name="outside">Taken from what speaks for no name: the balance of precision and recall.</param>
    public void Write(Stream stream, float outside)
    {
        double largest = 0;
        for (int i = 0; i < _sum.Length; i++)
            largest = Math.Max(largest, Math.Abs(_sum[i] / _summed));
        double scale = Math.Min(127 / largest, 48);
        sbyte[] weights = [.. _sum.Select(sum => (sbyte)Math.Clamp(Math.Round(sum / _summed * scale), -127, 127))];
        // a weight of one step moves nothing; without them the file is half as large
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] is 1 or -1)
                weights[i] = 0;
        }

        short[] steps = [.. _stepSum.Select(sum => (short)Math.Round(sum / _summed * scale))];
        // less for "no name" finds more names: the balance of precision and recall
        for (int from = 0; from < NameLabels.Count; from++)
            steps[from * Slots] -= (short)Math.Round(outside * scale);
        Console.Error.WriteLine($"largest weight {largest:0.00}, scale {scale:0.0}, rows used {Enumerable.Range(0, 1 << NameModel.RowBits).Count(row => weights.AsSpan(row * Slots, Slots).ContainsAnyExcept((sbyte)0))}");
        NameModel.Write(stream, weights, steps);
    }
}
