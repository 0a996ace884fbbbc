using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lesart.Json;

namespace Lesart.Tests.House;

/// <summary><c>docs/formats.md</c> tells of every field that a record can have and of every value that a field can take from a closed list.</summary>
public sealed class FormatsPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "formats.md"));

    /// <summary>Each record type once, by the names that stand in its JSON.</summary>
    public static TheoryData<string, string> Words()
    {
        TheoryData<string, string> rows = [];
        HashSet<Type> seen = [];
        foreach (Type record in new[] { typeof(Article), typeof(Account), typeof(Collation), typeof(Problem) })
            Add(LesartJson.Options.GetTypeInfo(record), seen, rows);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_field_and_value_is_on_the_page(string word, string of) =>
        Page.ShouldContain($"`{word}`", customMessage: $"docs/formats.md does not tell of `{word}` of {of}");

    [Fact]
    public void Records_have_many_fields() => Words().Count.ShouldBeGreaterThan(100);

    private static void Add(JsonTypeInfo type, HashSet<Type> seen, TheoryData<string, string> rows)
    {
        if (!seen.Add(type.Type))
            return;
        foreach (JsonPropertyInfo property in type.Properties.Where(static property => property is { IsExtensionData: false, Get: not null }))
        {
            rows.Add(property.Name, type.Type.Name);
            AddKind(property.PropertyType, seen, rows);
        }
    }

    private static void AddKind(Type type, HashSet<Type> seen, TheoryData<string, string> rows)
    {
        Type kind = Nullable.GetUnderlyingType(type) ?? type;
        if (kind.IsGenericType)
        {
            foreach (Type argument in kind.GetGenericArguments())
                AddKind(argument, seen, rows);
        }
        else if (kind.IsEnum && seen.Add(kind))
        {
            foreach (object value in Enum.GetValues(kind))
                rows.Add(JsonSerializer.Serialize(value, LesartJson.Options.GetTypeInfo(kind)).Trim('"'), kind.Name);
        }
        else if (kind.Namespace == typeof(Article).Namespace && kind != typeof(PublicationTime))
        {
            Add(LesartJson.Options.GetTypeInfo(kind), seen, rows);
        }
    }
}
