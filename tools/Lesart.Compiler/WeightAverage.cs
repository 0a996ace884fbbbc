namespace Lesart.Compiler;

/// <summary>Weights that are fitted by steps which get smaller the more a weight was moved (AdaGrad: Duchi, Hazan and Singer, 2011), and averaged over the later rounds.</summary>
internal sealed class WeightAverage(int count, float decay)
{
    private const float Rate = 0.1f;

    private readonly float[] _weights = new float[count], _squares = new float[count];
    private readonly double[] _totals = new double[count];
    private int _summed;

    public float this[int at] => _weights[at];

    public void Move(int at, float gradient)
    {
        float step = gradient + (decay * _weights[at]);
        _squares[at] += step * step;
        _weights[at] -= Rate * step / (MathF.Sqrt(_squares[at]) + 1e-3f);
    }

    /// <summary>Takes the weights as they are into the average.</summary>
    public void Keep()
    {
        for (int i = 0; i < count; i++)
            _totals[i] += _weights[i];
        _summed++;
    }

    /// <summary>The average of all that were kept.</summary>
    public float[] Average() => [.. _totals.Select(total => (float)(total / _summed))];
}
