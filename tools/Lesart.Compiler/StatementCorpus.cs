using System.Text;
using System.Text.Json;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>An annotated text: for each attribution the places of its cue, source and content.</summary>
internal sealed record AttributedDocument(string Id, string Text, List<Attribution> Attributions, bool IsSpeech);

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
    /// <summary>The speeches of a folder, one a file; or the sentences of a file of the press, one a line, in which <c>{source}</c>, <c>&lt;cue&gt;</c> and <c>[content]</c> are marked.</summary>
    public static IEnumerable<AttributedDocument> Read(string path) => File.Exists(path) ? ReadSentences(path) : ReadFolder(path);

    private static IEnumerable<AttributedDocument> ReadSentences(string path)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            StringBuilder text = new();
            List<TextSpan>[] roles = [[], [], [], []];
            int[] starts = new int[roles.Length];
            foreach (char c in line)
            {
                int opened = "<{[".IndexOf(c, StringComparison.Ordinal), closed = ">}]".IndexOf(c, StringComparison.Ordinal);
                if (opened >= 0)
                    starts[opened + 1] = text.Length;
                else if (closed >= 0)
                    roles[closed + 1].Add(new TextSpan(starts[closed + 1], text.Length));
                else
                    text.Append(c);
            }

            yield return new AttributedDocument($"{Path.GetFileName(path)}:{number}", text.ToString(), roles.Any(static spans => spans.Count > 0) ? [new Attribution(roles)] : [], IsSpeech: false);
        }
    }

    private static IEnumerable<AttributedDocument> ReadFolder(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
            JsonElement root = json.RootElement;
            List<Attribution> attributions = [];
            foreach (JsonElement item in root.GetProperty("attributions").EnumerateArray())
                attributions.Add(new Attribution([[], Spans(item, "cue"), Spans(item, "source"), Spans(item, "content")]));
            yield return new AttributedDocument(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, attributions, IsSpeech: true);
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
            StatementScorer scorer = new(text, model, document.IsSpeech);
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

    /// <summary>Writes documents as JSON Lines that <c>analyze</c> and a scorer read.</summary>
    public static void WriteGold(string language, IEnumerable<AttributedDocument> documents)
    {
        using Stream output = Console.OpenStandardOutput();
        foreach (AttributedDocument document in documents)
        {
            using Utf8JsonWriter json = new(output);
            json.WriteStartObject();
            json.WriteString("id", document.Id);
            json.WriteString("language", language);
            json.WriteString("text", document.Text);
            json.WriteStartArray("attributions");
            foreach (Attribution attribution in document.Attributions)
            {
                json.WriteStartObject();
                Write(json, "cue", attribution.Roles[StatementModel.Cue]);
                Write(json, "source", attribution.Roles[StatementModel.Source]);
                Write(json, "content", attribution.Roles[StatementModel.Content]);
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
