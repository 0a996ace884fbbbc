using System.Globalization;
using CsvHelper;

namespace Lesart.Exporting;

/// <summary>Tables as comma-separated values (RFC 4180).</summary>
/// <remarks>UTF-8 with a byte-order mark, without which spreadsheets misread it. Texts from outside that a spreadsheet would run as a formula
/// (beginning with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, tab or carriage return) get an apostrophe in front.</remarks>
internal static class CsvTables
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, TrueValue = "true", FalseValue = "false", Injection = CsvInjection.Escape, FormatProvider = CultureInfo.InvariantCulture };

    /// <summary>Writes a table; the stream stays open.</summary>
    public static void Write(Stream stream, ExportTable table)
    {
        using CsvWriter csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader(table.Columns.AsSpan());
        foreach (object?[] row in table.Rows)
        {
            foreach (object? value in row)
                csv.WriteField(value);
            csv.EndRecord();
        }
    }
}
