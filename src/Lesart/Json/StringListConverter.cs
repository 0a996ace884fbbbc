using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lesart.Json;

/// <summary>Reads a list of strings; <c>null</c> is an empty list and a bare string a list of one, as foreign exports have them. Blank strings are left out.</summary>
internal sealed class StringListConverter : JsonConverter<ImmutableArray<string>>
{
    public override bool HandleNull => true;

    public override ImmutableArray<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return [];
            case JsonTokenType.String:
                return reader.GetString() is { } single && !string.IsNullOrWhiteSpace(single) ? [single] : [];
            case JsonTokenType.StartArray:
                ImmutableArray<string>.Builder list = ImmutableArray.CreateBuilder<string>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    string item = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("expected a list of strings"); // a String token is never null
                    if (!string.IsNullOrWhiteSpace(item))
                        list.Add(item);
                }

                return list.ToImmutable();
            default:
                throw new JsonException("expected a list of strings");
        }
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (string item in value)
            writer.WriteStringValue(item);
        writer.WriteEndArray();
    }
}
