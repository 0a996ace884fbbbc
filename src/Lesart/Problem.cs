namespace Lesart;

/// <summary>An input that could not be used, and why.</summary>
/// <param name="Source">The file, URL or record as the user named it.</param>
/// <param name="Line">Line in the source, from 1; null where lines mean nothing.</param>
/// <param name="Reason">One sentence for the user, without a stack trace.</param>
public sealed record Problem(string Source, int? Line, string Reason)
{
    /// <summary>As shown on a terminal: <c>source:line: reason</c>.</summary>
    public override string ToString() => Line is int line ? $"{Source}:{line}: {Reason}" : $"{Source}: {Reason}";
}
