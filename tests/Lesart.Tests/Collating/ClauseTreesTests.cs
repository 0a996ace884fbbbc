using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Tests.Collating;

public sealed class ClauseTreesTests
{
    // Any pair -1; then by how long the run is that both hold, and where it is long, by how far apart they stand.
    private static readonly ClauseTreeNode[] Nodes =
    [
        new(-1),
        new(0.2, PairFeature.SharedRun, AtMost: 1, Above: 2), new(-0.5), new(0.9, PairFeature.Distance, AtMost: 0.25, Above: 2), new(2), new(0.4),
    ];

    [Theory]
    [InlineData(0, 0, -1.5)]
    [InlineData(1, 0, -1.5)] // at most the bar
    [InlineData(2, 0.25, 1)]
    [InlineData(2, 0.75, -0.6)]
    public void A_pair_adds_up_the_leaves_that_it_reaches(double run, double distance, double odds) => new ClauseTrees(Nodes).Of(Features(run, distance)).ShouldBe(odds, 1e-6);

    [Fact]
    public void Shares_add_up_to_the_log_odds_and_stand_with_the_feature_that_was_asked_for()
    {
        double[] shares = new ClauseTrees(Nodes).Shares(Features(2, 0.75));
        shares.Sum().ShouldBe(-0.6, 1e-9);
        shares[(int)PairFeature.Bias].ShouldBe(-0.8, 1e-9);
        shares[(int)PairFeature.SharedRun].ShouldBe(0.7, 1e-9);
        shares[(int)PairFeature.Distance].ShouldBe(-0.5, 1e-9);
    }

    [Fact]
    public void A_table_gives_the_same_trees()
    {
        ClauseTrees trees = Read("# comment\n-1\n0.2\tshared-run\t1\t2\n-0.5\n0.9\tdistance\t0.25\t2\n2\n0.4\n");
        foreach ((double run, double distance) in ((double, double)[])[(0, 0), (2, 0.25), (2, 0.75)])
            trees.Of(Features(run, distance)).ShouldBe(new ClauseTrees(Nodes).Of(Features(run, distance)), 1e-6);
    }

    [Theory]
    [InlineData("x\n", "clause-trees.tsv:1: expected a number")]
    [InlineData("0.1\tno-feature\t1\t2\n0\n0\n", "'no-feature' is no feature of two clauses")]
    [InlineData("0.1\tdistance\t\t2\n0\n0\n", "expected a number")]
    [InlineData("0.1\tdistance\t1\t1\n0\n0\n", "expected how many rows farther on")] // the next row is where the others go
    [InlineData("0.1\tdistance\t1\t2\n0\n", "expected how many rows farther on")] // cut off
    [InlineData("0.1\tdistance\t1\t-2\n0\n0\n", "expected how many rows farther on")]
    public void What_cannot_be_read_is_named(string table, string message) => Should.Throw<DataException>(() => Read(table)).Message.ShouldContain(message);

    private static double[] Features(double run, double distance)
    {
        double[] features = new double[ClauseWeights.Width];
        (features[(int)PairFeature.SharedRun], features[(int)PairFeature.Distance]) = (run, distance);
        return features;
    }

    private static ClauseTrees Read(string table)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "clause-trees.tsv"), table);
            return ClauseTrees.Read(DataFolder.At(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
