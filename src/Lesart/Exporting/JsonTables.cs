using System.Text.Json;
using Lesart.Json;

namespace Lesart.Exporting;

/// <summary>Tables as one JSON object: an array of objects for each table.</summary>
internal static class JsonTables
{
    /// <summary>Writes the tables; the stream stays open.</summary>
    public static void Write(Stream stream, IEnumerable<ExportTable> tables)
    {
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = LesartJson.Options.Encoder, Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        foreach (ExportTable table in tables)
        {
            json.WriteStartArray(table.Name);
            foreach (object?[] row in table.Rows)
            {
                json.WriteStartObject();
                for (int i = 0; i < row.Length; i++)
                {
                    json.WritePropertyName(table.Columns[i]);
                    WriteValue(json, row[i]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.Flush(); // of a large run one table is held in memory
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case int number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            default: json.WriteStringValue((string)value); break; // see ExportTable.Rows
        }
    }
}
