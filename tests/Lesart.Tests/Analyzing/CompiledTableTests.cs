using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Analyzing;

/// <summary>Tables that travel compiled say what their readable ones say, and are not used where these say something else.</summary>
public sealed class CompiledTableTests : IDisposable
{
    private static readonly DataFolder Names = DataFolder.BuiltIn("names/");
    private readonly string _folder = Directory.CreateTempSubdirectory("lesart-tables-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static LanguagePack PackOf(string code) => new(code, DataFolder.BuiltIn("languages/").Below(code));

    private static void ShouldBe(DataFolder folder, string file, byte[] made) =>
        folder.Bytes(file).Span.SequenceEqual(made).ShouldBeTrue($"{file} is not what the tables say now; write it anew: dotnet run -c Release --project tools/Lesart.Compiler -- names names languages/de languages/en");

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public void Compiled_tables_of_a_language_are_those_that_its_readable_ones_make(string code)
    {
        LanguagePack pack = PackOf(code);
        ShouldBe(pack.Data, KnownNames.CompiledFile, new NameTableReader(pack).Compile());
        ShouldBe(pack.Data, WordClasses.CompiledFile, WordClasses.Compile(pack.Data));
    }

    [Fact]
    public void Compiled_lists_of_names_are_those_that_the_readable_ones_make() => ShouldBe(Names, PersonNameLists.CompiledFile, PersonNameLists.Compile(Names));

    [Fact]
    public void A_changed_table_is_read_though_an_old_compiled_one_lies_beside_it()
    {
        Write("pack.tsv", "name\tTest");
        Write("word-classes.tsv", "3\tmoos|farn");
        DataFolder data = DataFolder.At(_folder);
        File.WriteAllBytes(Path.Combine(_folder, WordClasses.CompiledFile), WordClasses.Compile(data));
        WordClasses.Of(new LanguagePack("xx", data)).ClassOf("farn", null, "farn").ShouldBe(4u);
        Write("word-classes.tsv", "3\tmoos|tang");
        WordClasses changed = WordClasses.Of(new LanguagePack("xx", data));
        changed.ClassOf("tang", null, "tang").ShouldBe(4u);
        changed.ClassOf("farn", null, "farn").ShouldBe(0u);
    }

    [Fact]
    public void A_compiled_table_is_used_where_its_source_is_the_same()
    {
        Write("pack.tsv", "name\tTest");
        Write("word-classes.tsv", "3\tmoos|farn");
        DataFolder data = DataFolder.At(_folder);
        byte[] compiled = WordClasses.Compile(data);
        compiled[^1]++;
        File.WriteAllBytes(Path.Combine(_folder, WordClasses.CompiledFile), compiled);
        ulong fingerprint = new SourceFingerprint().Add(data, "word-classes.tsv").Value;
        TableFile.Open(data, WordClasses.CompiledFile, fingerprint, static () => throw new InvalidOperationException("made anew")).Next().Bytes[^1].ShouldBe(compiled[^1]);
        Should.Throw<InvalidOperationException>(() => TableFile.Open(data, WordClasses.CompiledFile, fingerprint + 1, static () => throw new InvalidOperationException("made anew")));
    }

    [Fact]
    public void Names_are_read_anew_where_a_pack_inflects_adjectives_in_another_way()
    {
        LanguagePack built = PackOf("de");
        foreach (string file in (string[])["pack.tsv", "tokens.tsv", "abbreviations.txt", "function-words.txt", "closed.tsv", KnownNames.CompiledFile])
        {
            using Stream from = built.Data.Open(file), to = File.Create(Path.Combine(_folder, file));
            from.CopyTo(to);
        }

        LanguagePack same = new("de", DataFolder.At(_folder));
        KnownNames.FingerprintOf(same).ShouldBe(KnownNames.FingerprintOf(built));
        new KnownNames(same).Gazetteer.EntriesOf("französischex").ShouldBeEmpty();
        Write("pack.tsv", File.ReadAllText(Path.Combine(_folder, "pack.tsv")) + "\nadjective-endings\tx");
        new KnownNames(new LanguagePack("de", DataFolder.At(_folder))).Gazetteer.EntriesOf("französischx").ShouldHaveSingleItem().Kind.ShouldBe(KnownNameKind.Adjective);
    }

    [Fact]
    public void A_fingerprint_tells_each_byte_and_in_which_file_it_stands()
    {
        string text = string.Concat(Enumerable.Range(0, 40).Select(static number => $"row {number}\t"));
        HashSet<ulong> seen = [];
        for (int i = 0; i < text.Length; i++)
        {
            Write("one.tsv", text[..i] + "#" + text[(i + 1)..]);
            seen.Add(Fingerprint()).ShouldBeTrue($"letter {i}");
        }

        Write("one.tsv", text[..^1]);
        seen.Add(Fingerprint()).ShouldBeTrue("shorter");
        Write("two.tsv", "");
        seen.Add(Fingerprint()).ShouldBeTrue("an empty file beside it");
        File.Move(Path.Combine(_folder, "one.tsv"), Path.Combine(_folder, "two.tsv"), overwrite: true);
        seen.Add(Fingerprint()).ShouldBeTrue("in the other file");

        ulong Fingerprint() => new SourceFingerprint().Add(DataFolder.At(_folder), "one.tsv", "two.tsv").Value;
    }

    [Fact]
    public void A_file_of_tables_gives_them_back_in_order_and_says_where_it_is_cut_off()
    {
        HashTable words = new(4);
        for (int i = 1; i <= 1000; i++)
            words.At($"word {i}") = i;
        TableWriter writer = new(fingerprint: 7);
        writer.Add<int>([3, 1, 4]);
        words.Write(writer);
        NumberLists.Write(writer, [[5], [], [9, 2, 6]]);
        TableFile file = TableFile.Open(DataFolder.At(_folder), "none.bin", 7, writer.ToArray);
        new LargeArray<int>(file).Span.ToArray().ShouldBe([3, 1, 4]);
        HashTable read = new(file);
        for (int i = 1; i <= 1000; i++)
            (read.TryGetValue($"word {i}", out int number) ? number : 0).ShouldBe(i);
        read.TryGetValue("word 1001", out _).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => read.At("word 1001") = 1);
        NumberLists lists = new(file);
        (lists.Count, lists.CountOf(1)).ShouldBe((3, 0));
        lists.Of(2).ToArray().ShouldBe([9, 2, 6]);
        Should.Throw<DataException>(() => file.Next()).Message.ShouldContain("cut off");
    }

    [Theory]
    [InlineData("Aleksej Leonkow")]
    [InlineData("Kim Jong Un")]
    [InlineData("J. K. Rowling")]
    [InlineData("Robert F. Kern Jr.")]
    [InlineData("Wolodymyr Oleksandrowytsch Selenskyj")]
    [InlineData("Charles III")]
    public void A_name_taken_apart_is_the_same_when_it_was_written(string name)
    {
        NameForm form = NameForm.Of(name);
        using MemoryStream bytes = new();
        NameFormBytes.Write(bytes, form);
        NameForm read = NameFormBytes.Read([.. bytes.ToArray(), 17, 17]);
        read.Middle.ShouldBe(form.Middle);
        (read with { Middle = form.Middle }).ShouldBe(form);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public void Each_known_person_is_found_by_a_whole_name_that_nobody_shares(string code)
    {
        NameTables tables = NameTables.Of(PackOf(code));
        KnownEntity[] people = [.. tables.Entities.Where(static entity => entity.Type == EntityType.Person)];
        people.Length.ShouldBeGreaterThan(1_000);
        foreach (KnownEntity person in people.Where(static person => person.Name.Contains(' ', StringComparison.Ordinal)))
        {
            bool isFound = tables.People.TryGet(NameForm.Of(person.Name), out int entity, out _);
            if (isFound)
                tables.Entities[entity].Id.ShouldBe(person.Id, person.Name);
            else
                people.Count(other => NameForm.Of(other.Name).Key == NameForm.Of(person.Name).Key).ShouldBeGreaterThan(1, person.Name);
        }
    }

    [Fact]
    public void Threads_that_ask_for_an_entity_at_once_get_the_same_one()
    {
        EntityTable entities = new KnownNames(PackOf("de")).Entities;
        KnownEntity[][] seen = [new KnownEntity[entities.Count], new KnownEntity[entities.Count]];
        using Barrier start = new(seen.Length);
        Thread[] threads = [.. seen.Select(own => new Thread(() =>
        {
            start.SignalAndWait();
            for (int i = 0; i < own.Length; i++)
                own[i] = entities[i];
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        seen[0].Zip(seen[1]).Count(static pair => !ReferenceEquals(pair.First, pair.Second)).ShouldBe(0);
    }

    [Fact]
    public void A_name_of_a_letter_that_is_none_is_nobodys() => NameTables.Of(PackOf("de")).People.TryGet(new NameForm(NameKind.Plain, "a", "\0", "", "", [], "a-\0"), out _, out _).ShouldBeFalse();

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(_folder, file), content);
}
