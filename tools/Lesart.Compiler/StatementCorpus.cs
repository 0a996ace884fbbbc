using System.Text.Json;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>An annotated text: for each attribution the places of its cue, source and content.</summary>
internal sealed record AttributedDocument(string Id, string Text, List<Attribution> Attributions);

/// <summary>One attribution.</summary>
/// <param name="Roles">Spans by label of <see cref="StatementModel"/>; none for the label that means nothing.</param>
internal sealed record Attribution(List<TextSpan>[] Roles)
{
    /// <summary>The tokens that touch the spans of a label.</summary>
    public IEnumerable<int> Tokens(TokenizedText text, int label)
    {
        foreach (TextSpan span in Roles[label])
        {
            for (int i = text.TokenAt(span.Start); i < text.Count && text.Tokens[i].Start < span.End; i++)
                yield return i;
        }
    }
}

/// <summary>Reads and writes attributions: <c>{"id","text","attributions":[{"cue","source","content"}]}</c>, each role a list of <c>[start,end]</c>.</summary>
internal static class StatementCorpus
{
    /// <summary>The documents of a folder, one a file.</summary>
    public static IEnumerable<AttributedDocument> Read(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
            JsonElement root = json.RootElement;
            List<Attribution> attributions = [];
            foreach (JsonElement item in root.GetProperty("attributions").EnumerateArray())
                attributions.Add(new Attribution([[], Spans(item, "cue"), Spans(item, "source"), Spans(item, "content")]));
            yield return new AttributedDocument(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, attributions);
        }
    }

    private static List<TextSpan> Spans(JsonElement item, string role) =>
        item.TryGetProperty(role, out JsonElement spans) ? [.. spans.EnumerateArray().Select(static span => new TextSpan(span[0].GetInt32(), span[1].GetInt32()))] : [];

    /// <summary>Writes what the pack's weights make of documents, as JSON Lines for a scorer.</summary>
    public static void Attribute(LanguagePack pack, IEnumerable<AttributedDocument> documents)
    {
        StatementModel model = pack.Table(StatementModel.Load).Model ?? throw new DataException($"language '{pack.Code}': there is no statements.bin");
        using Stream output = Console.OpenStandardOutput();
        foreach (AttributedDocument document in documents)
        {
            TaggedText tagged = Tagger.Tag(Tokenizer.Tokenize(document.Text, pack));
            StatementText text = new(tagged, QuotationFinder.Find(tagged));
            StatementScorer scorer = new(text, model);
            List<StatementDraft> drafts = [];
            for (int s = 0; s < tagged.Sentences.Length; s++)
                scorer.Read(new StatementSentence(text, s).Read(), drafts);
            using Utf8JsonWriter json = new(output);
            json.WriteStartObject();
            json.WriteString("id", document.Id);
            json.WriteStartArray("attributions");
            foreach (StatementDraft draft in drafts)
            {
                json.WriteStartObject();
                Write(json, "cue", draft.Cue);
                Write(json, "source", draft.Source is TextSpan source ? [source] : []);
                Write(json, "content", draft.Content);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.Flush();
            output.WriteByte((byte)'\n');
        }
    }

    private static void Write(Utf8JsonWriter json, string role, IEnumerable<TextSpan> spans)
    {
        json.WriteStartArray(role);
        foreach (TextSpan span in spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
