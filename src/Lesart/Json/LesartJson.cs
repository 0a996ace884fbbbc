using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lesart.Json;

/// <summary>The JSON of the formats: one record a line, UTF-8, camelCase, letters unescaped.</summary>
public static class LesartJson
{
    /// <summary>Serializer settings of all records; generated, without reflection.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        JsonSerializerOptions options = new()
        {
            TypeInfoResolver = LesartJsonContext.Default,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = 64,
        };
        options.Converters.Add(new PublicationTimeConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A record as one line, without the line feed.</summary>
    public static byte[] ToLine<T>(T record) => JsonSerializer.SerializeToUtf8Bytes(record, Options.GetTypeInfo(typeof(T)));

    /// <summary>Reads one record.</summary>
    /// <exception cref="JsonException">The line is no JSON, or a known field has another type.</exception>
    public static T? FromLine<T>(ReadOnlySpan<byte> line) where T : class => (T?)JsonSerializer.Deserialize(line, Options.GetTypeInfo(typeof(T)));

    /// <summary>Reads one record that fills a stream.</summary>
    /// <exception cref="JsonException">The stream holds no JSON, or a known field has another type.</exception>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public static T? Read<T>(Stream stream) where T : class => (T?)JsonSerializer.Deserialize(stream, Options.GetTypeInfo(typeof(T)));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(Collation))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(RunRecords))]
internal sealed partial class LesartJsonContext : JsonSerializerContext;
