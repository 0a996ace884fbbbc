using System.Globalization;

namespace Lesart.Compiler;

/// <summary>Logistic regression that tells cues from other words.</summary>
internal sealed class CueRegression(int rows, float dropped)
{
    private readonly WeightAverage _weights = new(rows, 1e-6f);

    /// <summary>One weight for each row.</summary>
    public float[] Fit(List<(int[] Rows, bool IsCue)> words, int rounds, int keptFrom)
    {
        FeatureDropout dropout = new(dropped);
        List<int> kept = [];
        for (int round = 0; round < rounds; round++)
        {
            double loss = 0;
            foreach (int at in FeatureDropout.Order(words.Count, round))
            {
                (int[] all, bool isCue) = words[at];
                dropout.Thin(all, kept);
                float sum = 0;
                foreach (int row in kept)
                    sum += _weights[row];
                float share = 1 / (1 + MathF.Exp(-sum)), gradient = share - (isCue ? 1 : 0);
                loss -= Math.Log(Math.Max(1e-9, isCue ? share : 1 - share));
                foreach (int row in kept)
                    _weights.Move(row, gradient);
            }

            if (round >= keptFrom)
                _weights.Keep();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cues, round {round + 1}: loss {loss / words.Count:f4}"));
        }

        return _weights.Average();
    }
}
