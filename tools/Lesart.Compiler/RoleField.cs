using System.Globalization;
using Lesart.Analyzing;

namespace Lesart.Compiler;

/// <summary>A cue's sentence: for each word its features, its label and the table of steps that leads to it.</summary>
internal sealed record RoleExample(int[][] Rows, byte[] Gold, byte[] Tables, int Cue);

/// <summary>Conditional random field (Lafferty, McCallum and Pereira, 2001) that labels the words of a cue's sentence.</summary>
internal sealed class RoleField(int rows, float dropped)
{
    private const int Labels = StatementModel.Labels;
    private const double Barred = -50;

    private readonly WeightAverage _weights = new(rows * Labels, 1e-5f);
    private readonly WeightAverage _steps = new(StatementModel.StepTables * Labels * Labels, 0);

    /// <summary>Four weights for each row, and the weights of the steps.</summary>
    public (float[] Roles, float[] Steps) Fit(List<RoleExample> examples, int rounds, int keptFrom)
    {
        FeatureDropout dropout = new(dropped);
        List<int> kept = [];
        for (int round = 0; round < rounds; round++)
        {
            double loss = 0;
            foreach (int at in FeatureDropout.Order(examples.Count, round))
            {
                int[][] thinned = new int[examples[at].Rows.Length][];
                for (int i = 0; i < thinned.Length; i++)
                {
                    dropout.Thin(examples[at].Rows[i], kept);
                    thinned[i] = [.. kept];
                }

                loss += Learn(examples[at] with { Rows = thinned });
            }

            if (round >= keptFrom)
            {
                _weights.Keep();
                _steps.Keep();
            }

            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"roles, round {round + 1}: loss {loss / examples.Count:f3}"));
        }

        return (_weights.Average(), _steps.Average());
    }

    private double Learn(RoleExample example)
    {
        int length = example.Gold.Length;
        double[] own = Scores(example), forward = new double[length * Labels], backward = new double[length * Labels];
        Span<double> terms = stackalloc double[Labels];
        for (int i = 0; i < length; i++)
        {
            for (int to = 0; to < Labels; to++)
            {
                for (int from = 0; from < Labels; from++)
                    terms[from] = i > 0 ? forward[((i - 1) * Labels) + from] + Step(example, i, from, to) : from == 0 ? Step(example, 0, 0, to) : double.NegativeInfinity;
                forward[(i * Labels) + to] = LogSum(terms) + own[(i * Labels) + to];
            }
        }

        for (int i = length - 2; i >= 0; i--)
        {
            for (int from = 0; from < Labels; from++)
            {
                for (int to = 0; to < Labels; to++)
                    terms[to] = Step(example, i + 1, from, to) + own[((i + 1) * Labels) + to] + backward[((i + 1) * Labels) + to];
                backward[(i * Labels) + from] = LogSum(terms);
            }
        }

        double total = LogSum(forward.AsSpan((length - 1) * Labels));
        return total - Move(example, own, forward, backward, total);
    }

    /// <summary>Moves the weights towards the right labels.</summary>
    /// <returns>The score of the right labels before.</returns>
    private double Move(RoleExample example, double[] own, double[] forward, double[] backward, double total)
    {
        double right = 0;
        float[] stepGradient = new float[StatementModel.StepTables * Labels * Labels];
        Span<float> gradient = stackalloc float[Labels];
        for (int i = 0; i < example.Gold.Length; i++)
        {
            int gold = example.Gold[i], before = i == 0 ? 0 : example.Gold[i - 1], table = example.Tables[i] * Labels * Labels;
            right += own[(i * Labels) + gold] + Step(example, i, before, gold);
            stepGradient[table + (before * Labels) + gold]--;
            for (int to = 0; to < Labels; to++)
            {
                float share = (float)Math.Exp(forward[(i * Labels) + to] + backward[(i * Labels) + to] - total);
                gradient[to] = share - (to == gold ? 1 : 0);
                if (i == 0)
                {
                    stepGradient[table + to] += share;
                    continue;
                }

                for (int from = 0; from < Labels; from++)
                    stepGradient[table + (from * Labels) + to] += (float)Math.Exp(forward[((i - 1) * Labels) + from] + Step(example, i, from, to) + own[(i * Labels) + to] + backward[(i * Labels) + to] - total);
            }

            foreach (int row in example.Rows[i])
            {
                for (int label = 0; label < Labels; label++)
                    _weights.Move((row * Labels) + label, gradient[label]);
            }
        }

        for (int i = 0; i < stepGradient.Length; i++)
        {
            if (stepGradient[i] != 0)
                _steps.Move(i, stepGradient[i]);
        }

        return right;
    }

    /// <summary>What speaks for each label of each word alone; the cue itself can't be anything else.</summary>
    private double[] Scores(RoleExample example)
    {
        double[] scores = new double[example.Gold.Length * Labels];
        for (int i = 0; i < example.Gold.Length; i++)
        {
            for (int label = 0; label < Labels; label++)
            {
                double sum = i == example.Cue && label != StatementModel.Cue ? Barred : 0;
                foreach (int row in example.Rows[i])
                    sum += _weights[(row * Labels) + label];
                scores[(i * Labels) + label] = sum;
            }
        }

        return scores;
    }

    private double Step(RoleExample example, int i, int from, int to) => _steps[(example.Tables[i] * Labels * Labels) + (from * Labels) + to];

    private static double LogSum(ReadOnlySpan<double> terms)
    {
        double highest = double.NegativeInfinity;
        foreach (double term in terms)
            highest = Math.Max(highest, term);
        double sum = 0;
        foreach (double term in terms)
            sum += Math.Exp(term - highest);
        return highest + Math.Log(sum);
    }
}
