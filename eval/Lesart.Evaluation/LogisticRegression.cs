namespace Lesart.Evaluation;

/// <summary>Logistic regression with a ridge penalty, fitted by Newton's method: the same rows give the same weights.</summary>
internal static class LogisticRegression
{
    private const int Steps = 30;
    private const double Enough = 1e-8;

    /// <summary>The weights of the features that are used; 0 for the others.</summary>
    /// <param name="rows">Features and whether the row is positive.</param>
    /// <param name="used">For each feature, whether it takes part. The first is the constant and bears no penalty.</param>
    /// <param name="penalty">Half of the weight of a squared coefficient.</param>
    public static double[] Fit(IReadOnlyList<(double[] Features, bool IsPositive)> rows, bool[] used, double penalty)
    {
        int[] index = [.. Enumerable.Range(0, used.Length).Where(i => used[i])];
        double[] weights = new double[index.Length];
        for (int step = 0; step < Steps; step++)
        {
            double[,] curvature = new double[index.Length, index.Length + 1]; // the last column is the gradient
            foreach ((double[] features, bool isPositive) in rows)
            {
                double sum = 0;
                for (int i = 0; i < index.Length; i++)
                    sum += weights[i] * features[index[i]];
                double likely = 1 / (1 + Math.Exp(-sum)), spread = Math.Max(1e-6, likely * (1 - likely)), error = (isPositive ? 1 : 0) - likely;
                for (int i = 0; i < index.Length; i++)
                {
                    double of = features[index[i]];
                    if (of == 0)
                        continue;
                    curvature[i, index.Length] += error * of;
                    for (int j = 0; j < index.Length; j++)
                        curvature[i, j] += spread * of * features[index[j]];
                }
            }

            for (int i = 0; i < index.Length; i++)
            {
                double ridge = i == 0 ? 1e-6 : penalty;
                curvature[i, i] += ridge;
                curvature[i, index.Length] -= ridge * weights[i];
            }

            double[] change = Solve(curvature);
            for (int i = 0; i < weights.Length; i++)
                weights[i] += change[i];
            if (change.Max(Math.Abs) < Enough)
                break;
        }

        double[] all = new double[used.Length];
        for (int i = 0; i < index.Length; i++)
            all[index[i]] = weights[i];
        return all;
    }

    /// <summary>The same with all features on one scale, so that the penalty weighs them alike; what never changes is not used.</summary>
    public static double[] FitScaled(IReadOnlyList<(double[] Features, bool IsPositive)> rows, bool[] used, double penalty)
    {
        double[] scale = [.. used.Select((_, feature) => feature == 0 ? 1 : Spread(rows, feature))]; // the constant
        bool[] varied = [.. used.Select((isUsed, feature) => isUsed && scale[feature] > 0)];
        double[] weights = Fit([.. rows.Select(row => (row.Features.Select((value, feature) => varied[feature] ? value / scale[feature] : 0).ToArray(), row.IsPositive))], varied, penalty);
        return [.. weights.Select((weight, feature) => varied[feature] ? weight / scale[feature] : 0)];
    }

    private static double Spread(IReadOnlyList<(double[] Features, bool IsPositive)> rows, int feature)
    {
        double mean = rows.Select(row => row.Features[feature]).DefaultIfEmpty(0).Average();
        return Math.Sqrt(rows.Select(row => (row.Features[feature] - mean) * (row.Features[feature] - mean)).DefaultIfEmpty(0).Average());
    }

    /// <summary>Gauss with partial pivoting; the last column is the right side.</summary>
    private static double[] Solve(double[,] system)
    {
        int size = system.GetLength(0);
        for (int column = 0; column < size; column++)
        {
            int pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(system[row, column]));
            for (int j = 0; j <= size; j++)
                (system[column, j], system[pivot, j]) = (system[pivot, j], system[column, j]);
            for (int row = 0; row < size; row++)
            {
                if (row == column || system[column, column] == 0)
                    continue;
                double share = system[row, column] / system[column, column];
                for (int j = column; j <= size; j++)
                    system[row, j] -= share * system[column, j];
            }
        }

        return [.. Enumerable.Range(0, size).Select(i => system[i, i] == 0 ? 0 : system[i, size] / system[i, i])];
    }
}
