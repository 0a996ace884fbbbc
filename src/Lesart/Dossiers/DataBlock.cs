using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Lesart.Dossiers;

/// <summary>What the page's script needs beside the page: interface texts, the articles' facts, and where each piece of evidence lies.</summary>
internal static class DataBlock
{
    // Escapes what could end the element or a line of script: angle brackets, ampersand, U+2028 and U+2029.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes one JSON object.</summary>
    public static void Write(Stream stream, InterfaceTexts texts, IReadOnlyCollection<StoryView> stories, EvidenceBook evidence)
    {
        using Utf8JsonWriter json = new(stream, Options);
        json.WriteStartObject();
        WriteTexts(json, texts);
        WriteAccounts(json, texts, stories);
        WriteEvidence(json, evidence);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, InterfaceTexts texts)
    {
        json.WriteStartObject("texts");
        for (int language = 0; language < texts.Languages.Length; language++)
        {
            json.WriteStartObject(texts.Languages[language]);
            foreach (string key in texts.Keys)
                json.WriteString(key, texts[key][language]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteAccounts(Utf8JsonWriter json, InterfaceTexts texts, IReadOnlyCollection<StoryView> stories)
    {
        json.WriteStartArray("accounts");
        foreach (AccountView column in stories.SelectMany(static story => story.Columns))
        {
            Account account = column.Account;
            json.WriteStartObject();
            json.WriteString("outlet", account.Outlet ?? column.Label);
            json.WriteString("label", column.Label);
            json.WriteString("strand", column.Strand.Letter);
            json.WriteString("title", account.Title);
            json.WriteString("authors", string.Join(", ", account.Authors));
            json.WriteString("url", ArticleSection.WebAddress(account.Url));
            json.WriteString("source", account.Source);
            json.WriteString("language", account.Language);
            json.WriteString("published", account.Published?.ToString());
            json.WriteStartObject("when");
            for (int language = 0; account.Published is PublicationTime time && language < texts.Languages.Length; language++)
                json.WriteString(texts.Languages[language], texts.Moment(time)[language]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // [account, [start, end, ...], stance, kind, speaker, via, whether the speaker is a name]; the last five where it is a telling.
    private static void WriteEvidence(Utf8JsonWriter json, EvidenceBook evidence)
    {
        json.WriteStartArray("evidence");
        foreach (Evidence item in evidence.All)
        {
            json.WriteStartArray();
            json.WriteNumberValue(item.Account.Number);
            json.WriteStartArray();
            foreach (TextSpan span in item.Spans)
            {
                json.WriteNumberValue(span.Start);
                json.WriteNumberValue(span.End);
            }

            json.WriteEndArray();
            if (item.Telling is Telling telling)
            {
                json.WriteStringValue(Names.Of(telling.Stance));
                json.WriteStringValue(Names.Of(telling.Kind));
                json.WriteStringValue(telling.Speaker);
                json.WriteStringValue(telling.Via);
                json.WriteBooleanValue(telling.IsNamed);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
