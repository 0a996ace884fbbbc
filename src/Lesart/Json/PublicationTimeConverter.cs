using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lesart.Json;

/// <summary>ISO 8601 dates and date-times; an empty string is no time.</summary>
internal sealed class PublicationTimeConverter : JsonConverter<PublicationTime?>
{
    public override bool HandleNull => true;

    public override PublicationTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("expected an ISO 8601 date or date-time");
        string? text = reader.GetString();
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return PublicationTime.TryParse(text, out PublicationTime time) ? time : throw new JsonException($"'{text}' is no ISO 8601 date or date-time");
    }

    public override void Write(Utf8JsonWriter writer, PublicationTime? value, JsonSerializerOptions options)
    {
        if (value is PublicationTime time)
            writer.WriteStringValue(time.ToString());
        else
            writer.WriteNullValue();
    }
}
