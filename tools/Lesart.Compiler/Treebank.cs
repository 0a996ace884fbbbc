using System.IO.Compression;
using System.Text.Json;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>A treebank's document, cut into our tokens, with the treebank's tags where the tokens are the same.</summary>
/// <param name="Source">Number of its treebank among those read together, from 0.</param>
/// <param name="Text">Our tokens and sentences.</param>
/// <param name="Tags">Null where the treebank has no such token or no tag for it.</param>
internal sealed record TreebankDocument(string Id, int Source, TokenizedText Text, TokenTag?[] Tags);

/// <summary>Reads treebanks as JSON Lines: <c>{"id","text","tokens":[{"start","end","upos","xpos","lemma","feats"}]}</c>, and sentences of our own as lines of <c>word|tag</c>.</summary>
internal static class Treebank
{
    /// <summary>The documents of files, gzipped or not.</summary>
    public static IEnumerable<TreebankDocument> Read(IEnumerable<string> paths, LanguagePack pack) => paths.SelectMany((path, source) => path.EndsWith(".txt", StringComparison.Ordinal) ? ReadOwn(path, pack) : Read(path, source, pack));

    // Our own sentences follow the conventions of the first treebank.
    private static IEnumerable<TreebankDocument> ReadOwn(string path, LanguagePack pack)
    {
        int line = 0;
        foreach (string[] words in FormTable.Rows(path).Select(static row => row[0].Split(' ')))
        {
            TokenizedText text = Tokenizer.Tokenize(string.Join(' ', words.Select(static word => word.Split('|')[0])), pack);
            TokenTag?[] tags = new TokenTag?[text.Count];
            int start = 0;
            foreach (string[] word in words.Select(static word => word.Split('|')))
            {
                int token = text.TokenAt(start);
                if (word.Length > 1 && token < text.Count && text.Tokens[token].End == start + word[0].Length)
                    tags[token] = FormTable.Parse(word[1].Split('.')[0], string.Join('.', word[1].Split('.')[1..]));
                start += word[0].Length + 1;
            }

            yield return new TreebankDocument($"{Path.GetFileName(path)}:{++line}", 0, text, tags);
        }
    }

    private static IEnumerable<TreebankDocument> Read(string path, int source, LanguagePack pack)
    {
        using Stream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is string line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            yield return Align(document.RootElement, source, pack);
        }
    }

    private static TreebankDocument Align(JsonElement document, int source, LanguagePack pack)
    {
        TokenizedText text = Tokenizer.Tokenize(document.GetProperty("text").GetString()!, pack);
        TokenTag?[] tags = new TokenTag?[text.Count];
        foreach (JsonElement gold in document.GetProperty("tokens").EnumerateArray())
        {
            int start = gold.GetProperty("start").GetInt32(), end = gold.GetProperty("end").GetInt32();
            int token = text.TokenAt(start);
            string upos = gold.GetProperty("upos").GetString()!;
            if (token >= text.Count || upos == "_" || text.Tokens[token].End != end || !TagCode.TryParse(upos, gold.GetProperty("feats").GetString(), out TokenTag tag))
            {
                // the first half of "Land- und ..." keeps its hyphen with us
                if (token < text.Count && text.Tokens[token].Start == start && text.Tokens[token].End == end + 1 && text.Form(token)[^1] == '-' && TagCode.TryParse(upos, "_", out tag))
                    tags[token] = tag;
                continue;
            }

            // Without the same start it is the last part of a word with hyphens: the whole has its tag.
            tags[token] = Complete(tag, gold.GetProperty("xpos").GetString()!);
        }

        TagClitics(text, tags);
        return new TreebankDocument(document.GetProperty("id").GetString()!, source, text, tags);
    }

    // Contractions have no tags in these files. English "'s" is a verb behind a pronoun and marks the genitive elsewhere.
    private static void TagClitics(TokenizedText text, TokenTag?[] tags)
    {
        string[] subjects = ["it", "he", "she", "that", "there", "here", "what", "who", "where", "how", "this"];
        for (int i = 1; i < text.Count; i++)
        {
            if (tags[i] is null && text.Form(i) is "'s" or "’s" && !text.HasBlankBefore(i))
                tags[i] = subjects.Contains(text.Lexeme(i - 1), StringComparer.OrdinalIgnoreCase) ? new TokenTag(Upos.Aux, VerbForm.Finite, Mood.Indicative, Tense.Present, 3, GrammaticalNumber.Singular) : new TokenTag(Upos.Part);
        }
    }

    // PUD leaves out the verb form, EWT the tense of gerunds: its own tags tell.
    private static TokenTag Complete(TokenTag tag, string xpos)
    {
        if (tag.Upos is not (Upos.Verb or Upos.Aux))
            return tag;
        return xpos switch
        {
            "VBN" => tag with { VerbForm = VerbForm.Participle, Tense = tag.VerbForm == VerbForm.Participle ? Tense.Past : tag.Tense },
            "VB" when tag.VerbForm == VerbForm.None => tag with { VerbForm = VerbForm.Infinitive },
            "VBG" => tag with { VerbForm = VerbForm.Participle, Tense = Tense.Present },
            "VBC" => tag with { VerbForm = VerbForm.Finite },
            _ => tag,
        };
    }
}
