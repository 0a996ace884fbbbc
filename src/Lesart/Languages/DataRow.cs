namespace Lesart.Languages;

/// <summary>One row of a data file.</summary>
/// <param name="File">Path below the repository's root.</param>
/// <param name="Line">From 1.</param>
/// <param name="Cells">Without outer blanks.</param>
public readonly record struct DataRow(string File, int Line, IReadOnlyList<string> Cells)
{
    /// <summary>The cell, or an empty string where the row is shorter.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";

    /// <summary>An error that names file, line and reason.</summary>
    public DataException Error(string reason) => new($"{File}:{Line}: {reason}");
}

/// <summary>A data file says something that can't be used; the message names file, line and reason.</summary>
public sealed class DataException(string message) : Exception(message);
