using System.Collections.Immutable;

namespace Lesart.Exporting;

/// <summary>A table of an export.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">A value for each column: a string, an <see cref="int"/>, a <see cref="decimal"/>, a <see cref="bool"/>, or null where there is none.</param>
internal sealed record ExportTable(string Name, ImmutableArray<string> Columns, IEnumerable<object?[]> Rows);
