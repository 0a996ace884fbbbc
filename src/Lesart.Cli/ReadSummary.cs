using System.Collections.Immutable;
using System.Globalization;

namespace Lesart.Cli;

/// <summary>What <c>read</c> prints when it is done: counted facts, and where the dossier lies.</summary>
internal static class ReadSummary
{
    private const int SpeakersShown = 3;

    public static void Print(
        TextWriter output, ImmutableArray<Account> accounts, ImmutableArray<Collation> collations, IReadOnlyList<Problem> problems, string dossier, string records)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stories      {collations.Length}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accounts     {accounts.Length}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"strands      {collations.Sum(static collation => collation.Strands.Length)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"points       {collations.Sum(static collation => collation.Points.Length)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"differences  {collations.Sum(static collation => collation.Differences.Length)}"));
        output.WriteLine($"speak most   {string.Join(", ", Speakers(accounts))}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"not read     {problems.Count}"));
        foreach (Collation collation in collations)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {collation.Title ?? collation.Story} ({collation.Accounts.Length} accounts, {collation.Strands.Length} strands)"));
        output.WriteLine($"dossier      {dossier}");
        output.WriteLine($"records      {records}");
    }

    private static IEnumerable<string> Speakers(ImmutableArray<Account> accounts)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (Entity entity in accounts.SelectMany(static account => account.Entities))
            names.TryAdd(entity.Id, entity.Name);
        return accounts.SelectMany(static account => account.Statements)
            .Where(static statement => statement.Speaker is not null)
            .CountBy(static statement => statement.Speaker!) // not null by the filter before
            .OrderByDescending(static speaker => speaker.Value).ThenBy(static speaker => speaker.Key, StringComparer.Ordinal)
            .Take(SpeakersShown)
            .Select(speaker => string.Create(CultureInfo.InvariantCulture, $"{names.GetValueOrDefault(speaker.Key, speaker.Key)} ({speaker.Value})"));
    }
}
