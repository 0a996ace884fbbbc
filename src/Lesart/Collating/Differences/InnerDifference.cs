namespace Lesart.Collating;

/// <summary>Two figures of one thing that a single account gives: in its title and in its text, or by two sources.</summary>
/// <param name="One">The first; places count in the title where <paramref name="IsTitle"/> says so.</param>
/// <param name="OneBy">Who or what gives it, as a note tells it.</param>
/// <param name="Two">The second, of the text.</param>
/// <param name="TwoBy">Who or what gives it.</param>
/// <param name="IsTitle">Whether the first stands in the title.</param>
internal sealed record InnerDifference(Side One, string OneBy, Side Two, string TwoBy, bool IsTitle);
