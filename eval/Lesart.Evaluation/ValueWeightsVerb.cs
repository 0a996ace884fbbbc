namespace Lesart.Evaluation;

/// <summary>Fits the weights by which two values are judged to be of one thing, and tries all of a difference's weights on stories that were left out, from their clauses on.</summary>
internal static class ValueWeightsVerb
{
    public static int Run(string[] args)
    {
        DifferenceTrial trial = new(args);
        trial.Print();
        File.WriteAllText(trial.Table, trial.ValueTable());
        return 0;
    }
}
