using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Lesart.Dossiers;
using Lesart.Json;

namespace Lesart.Exporting;

/// <summary>Statements and mentions as an annotation page of the Web Annotation Data Model (W3C Recommendation, 23 February 2017).</summary>
/// <remarks>A target's source is the article's text as Lesart extracted it; <c>via</c> is the page it came from. Positions count code points, as the model asks.</remarks>
internal static class WebAnnotations
{
    private const int ContextLength = 32;

    /// <summary>Writes the page; the stream stays open.</summary>
    public static void Write(Stream stream, ImmutableArray<StoryView> stories)
    {
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = LesartJson.Options.Encoder, Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
        json.WriteString("id", "urn:lesart:annotations");
        json.WriteString("type", "AnnotationPage");
        json.WriteStartArray("items");
        foreach (StoryView story in stories)
        {
            foreach (AccountView column in story.Columns)
            {
                CodePoints points = new(column.Account.Text);
                foreach (Statement statement in column.Account.Statements)
                    WriteStatement(json, story, column, points, statement);
                Dictionary<string, Entity> entities = new(StringComparer.Ordinal);
                foreach (Entity entity in column.Account.Entities)
                    entities.TryAdd(entity.Id, entity);
                int number = 0;
                foreach (Mention mention in column.Account.Mentions)
                    WriteMention(json, story, column, points, mention, entities.GetValueOrDefault(mention.Entity)?.Wikidata, ++number);
                json.Flush(); // of a large run little is held in memory
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter json, StoryView story, AccountView column, CodePoints points, Statement statement)
    {
        TextSpan[] words = Inside(column, statement.Content);
        if (words.Length == 0)
            return;
        Telling telling = story.TellingOf(column, statement);
        json.WriteStartObject();
        json.WriteString("id", $"{TextId(column)}/statement/{Uri.EscapeDataString(statement.Id)}");
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "describing");
        json.WriteStartArray("body");
        WriteTag(json, "kind:" + Names.Of(statement.Kind));
        WriteTag(json, "stance:" + Names.Of(statement.Stance));
        if (statement.Speaker is string speaker)
            WriteTag(json, "speaker:" + speaker);
        if (telling.Speaker is string name)
            WriteText(json, "describing", telling.Via.Length > 0 ? $"{name} ← {telling.Via}" : name);
        json.WriteEndArray();
        WriteTargets(json, column, points, words);
        json.WriteEndObject();
    }

    private static void WriteMention(Utf8JsonWriter json, StoryView story, AccountView column, CodePoints points, Mention mention, string? wikidata, int number)
    {
        TextSpan[] words = Inside(column, [mention.Span]);
        if (words.Length == 0)
            return;
        json.WriteStartObject();
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"{TextId(column)}/mention/{number}"));
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "identifying");
        json.WriteStartArray("body");
        if (wikidata is not null)
        {
            json.WriteStartObject();
            json.WriteString("type", "SpecificResource");
            json.WriteString("purpose", "identifying");
            json.WriteString("source", "http://www.wikidata.org/entity/" + Uri.EscapeDataString(wikidata));
            json.WriteEndObject();
        }

        WriteTag(json, "entity:" + mention.Entity);
        WriteTag(json, "kind:" + Names.Of(mention.Kind));
        WriteText(json, "describing", story.NameOf(mention.Entity));
        json.WriteEndArray();
        WriteTargets(json, column, points, words);
        json.WriteEndObject();
    }

    private static void WriteTag(Utf8JsonWriter json, string tag) => WriteText(json, "tagging", tag);

    private static void WriteText(Utf8JsonWriter json, string purpose, string value)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", purpose);
        json.WriteString("format", "text/plain");
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static TextSpan[] Inside(AccountView column, ImmutableArray<TextSpan> spans) => [.. spans.Select(column.Inside).Where(static span => span.Length > 0)];

    private static void WriteTargets(Utf8JsonWriter json, AccountView column, CodePoints points, TextSpan[] spans)
    {
        json.WriteStartArray("target");
        foreach (TextSpan span in spans)
        {
            json.WriteStartObject();
            json.WriteString("type", "SpecificResource");
            json.WriteStartObject("source");
            json.WriteString("id", TextId(column));
            json.WriteString("type", "Text");
            json.WriteString("format", "text/plain");
            if (column.Account.Language is string language)
                json.WriteString("language", language);
            if (ArticleSection.WebAddress(column.Account.Url) is string address)
                json.WriteString("via", address);
            json.WriteEndObject();
            json.WriteStartArray("selector");
            WriteQuote(json, column.Account.Text, span);
            json.WriteStartObject();
            json.WriteString("type", "TextPositionSelector");
            json.WriteNumber("start", points.Before(span.Start));
            json.WriteNumber("end", points.Before(span.End));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteQuote(Utf8JsonWriter json, string text, TextSpan span)
    {
        int before = Whole(text, Math.Max(0, span.Start - ContextLength)), after = Whole(text, Math.Min(text.Length, span.End + ContextLength));
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", span.In(text));
        json.WriteString("prefix", text.AsSpan(before, span.Start - before));
        json.WriteString("suffix", text.AsSpan(span.End, after - span.End));
        json.WriteEndObject();
    }

    // An offset that splits no surrogate pair.
    private static int Whole(string text, int offset) => offset > 0 && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset]) ? offset - 1 : offset;

    private static string TextId(AccountView column) => "urn:lesart:text:" + Uri.EscapeDataString(column.Account.Id);
}
