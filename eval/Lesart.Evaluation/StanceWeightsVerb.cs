namespace Lesart.Evaluation;

/// <summary>Fits the weights by which a clause is judged to deny another, and tries all of a difference's weights on stories that were left out, from their clauses on.</summary>
internal static class StanceWeightsVerb
{
    public static int Run(string[] args)
    {
        DifferenceTrial trial = new(args);
        trial.Print();
        (string stances, string partings) = trial.StanceTables();
        File.WriteAllText(trial.Table, stances);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(trial.Table))!, "parting-weights.tsv"), partings); // a file lies in a folder
        return 0;
    }
}
