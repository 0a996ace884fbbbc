namespace Lesart.Exporting;

/// <summary>One file of an export.</summary>
/// <param name="Name">Letters, digits, <c>-</c>, <c>_</c> and <c>.</c> only: it never leads out of a folder.</param>
/// <param name="Write">Writes the content; the stream stays open.</param>
public sealed record ExportFile(string Name, Action<Stream> Write);
