using System.Text;

namespace Lesart.Extracting;

/// <summary>Reads separated values (RFC 4180) row by row: quotation marks around a cell, doubled inside it, line breaks within.</summary>
internal static class SeparatedRows
{
    private const int MaxCells = 2_000;

    /// <summary>The rows, each with the line it begins on, from 1. Blank rows are passed over.</summary>
    /// <exception cref="UnreadableSourceException">A row is larger than a record may be, as after a quotation mark that never closes.</exception>
    public static IEnumerable<(int Line, List<string> Cells)> Read(TextReader reader, char separator)
    {
        List<string> cells = [];
        StringBuilder cell = new();
        bool inQuotes = false;
        int line = 1, first = 1, letters = 0;
        for (int read; (read = reader.Read()) >= 0;)
        {
            char letter = (char)read;
            if (++letters > ExtractionLimits.MaxRecordBytes / 2 || cells.Count > MaxCells)
                throw new UnreadableSourceException($"has a row larger than {ExtractionLimits.MaxRecordText} at line {first} (a quotation mark that never closes?); the rest was not read");
            line += letter == '\n' ? 1 : 0;
            if (inQuotes)
            {
                if (letter != '"')
                    cell.Append(letter);
                else if (reader.Peek() == '"')
                    cell.Append((char)reader.Read());
                else
                    inQuotes = false;
            }
            else if (letter == '"' && cell.Length == 0)
            {
                inQuotes = true;
            }
            else if (letter == separator)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (letter == '\n')
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (cells.Count > 1 || cells[0].Length > 0)
                    yield return (first, cells);
                (cells, first, letters) = ([], line, 0);
            }
            else
            {
                cell.Append(letter);
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            cells.Add(cell.ToString());
            yield return (first, cells);
        }
    }
}
