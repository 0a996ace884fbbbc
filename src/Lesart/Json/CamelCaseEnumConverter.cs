using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lesart.Json;

/// <summary>Writes enum members as the formats name them (<c>paragraph</c>); numbers are refused.</summary>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
