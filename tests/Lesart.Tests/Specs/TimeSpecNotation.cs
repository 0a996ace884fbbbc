using System.Globalization;

namespace Lesart.Tests.Specs;

/// <summary>
/// Temporal expressions: <c>time DATE 2024-06-19 [am Mittwoch]</c>, or with its range <c>time DATE 2024-06 [im Juni] 2024-06-01..2024-06-30</c>
/// (<c>..?</c> where one end is open, <c>?..?</c> where both are); <c>time none</c> where there is none.
/// </summary>
internal sealed class TimeSpecNotation : ISpecNotation
{
    public string Keyword => "time";

    public IEnumerable<string> Actual(SpecExample example)
    {
        if (example.Account.Times.IsEmpty)
            return ["time none"];
        return example.Account.Times.Select((time, i) =>
        {
            string line = $"time {time.Type.ToString().ToUpperInvariant()} {time.Value} [{example.Text[time.Start..time.End]}]";
            bool asksRange = i < example.Expected.Length && example.Expected[i].Contains("..", StringComparison.Ordinal);
            return asksRange ? $"{line} {Day(time.From)}..{Day(time.To)}" : line;
        });
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "?";
}
