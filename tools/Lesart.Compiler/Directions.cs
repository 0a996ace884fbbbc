namespace Lesart.Compiler;

/// <summary>The directions along which centred rows vary most.</summary>
internal static class Directions
{
    private const int Steps = 300;

    /// <summary>The first principal components, unit vectors, strongest first; by power iteration from a fixed start, so that the same rows give the same directions.</summary>
    public static double[][] Strongest(double[][] rows, int count)
    {
        int width = rows[0].Length;
        double[,] covariance = new double[width, width];
        foreach (double[] row in rows)
        {
            for (int i = 0; i < width; i++)
            {
                for (int j = 0; j < width; j++)
                    covariance[i, j] += row[i] * row[j];
            }
        }

        double[][] found = new double[count][];
        for (int k = 0; k < count; k++)
        {
            double[] direction = [.. Enumerable.Range(1, width).Select(static i => 1.0 / i)];
            double length = 0;
            for (int step = 0; step < Steps; step++)
            {
                double[] next = new double[width];
                for (int i = 0; i < width; i++)
                {
                    for (int j = 0; j < width; j++)
                        next[i] += covariance[i, j] * direction[j];
                }

                length = Math.Sqrt(next.Sum(static value => value * value));
                direction = [.. next.Select(value => value / length)];
            }

            found[k] = direction;
            for (int i = 0; i < width; i++)
            {
                for (int j = 0; j < width; j++)
                    covariance[i, j] -= length * direction[i] * direction[j];
            }
        }

        return found;
    }
}
