using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Analyzing;

/// <summary>The compact tables of names say what the rows of <c>names/</c> say.</summary>
public sealed class NameTableTests
{
    private static readonly DataFolder Names = DataFolder.BuiltIn("names/");
    private static readonly NameTables German = TablesOf("de");

    private static NameTables TablesOf(string code) => NameTables.Of(new LanguagePack(code, DataFolder.BuiltIn("languages/").Below(code)));

    [Theory]
    [InlineData("cities.tsv")]
    [InlineData("people.tsv")]
    [InlineData("settlements.txt")]
    [InlineData("transcription.tsv")]
    public void Rows_read_in_place_are_those_of_the_folder(string file)
    {
        List<string> read = [];
        for (RowReader rows = RowReader.Open(Names, file); rows.Next();)
            read.Add($"{rows.Line}\t{rows[0]}\t{rows[1]}\t{rows[2]}\t{rows[3]}\t{rows[4]}");
        read.ShouldBe(Names.Rows(file).Select(static row => $"{row.Line}\t{row[0]}\t{row[1]}\t{row[2]}\t{row[3]}\t{row[4]}"));
    }

    [Fact]
    public void No_two_words_of_the_tables_share_a_key()
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (string file in Names.Files().Where(static file => !file.EndsWith(".md", StringComparison.Ordinal)))
            words.UnionWith(Names.Rows(file).SelectMany(static row => row.Cells).SelectMany(static cell => cell.Split('|').SelectMany(static value => value.Split(' ').Prepend(value))));
        words.Count.ShouldBeGreaterThan(120_000);
        words.Select(static word => HashTable.KeyOf(word)).Distinct().Count().ShouldBe(words.Count);
    }

    [Fact]
    public void A_table_grows_and_keeps_each_number()
    {
        HashTable table = new(4);
        for (int i = 1; i <= 5_000; i++)
            table.At($"word {i}") = i;
        table.Count.ShouldBe(5_000);
        for (int i = 1; i <= 5_000; i++)
            (table.TryGetValue($"word {i}", out int number) ? number : 0).ShouldBe(i);
        table.TryGetValue("word 5001", out _).ShouldBeFalse();
    }

    [Fact]
    public void Lists_hold_their_rows_and_no_others()
    {
        PersonNameLists lists = PersonNameLists.Instance;
        HashSet<string> given = [.. PersonNameLists.Read("given-names.tsv")], surnames = [.. PersonNameLists.Read("surnames.tsv")], settlements = [.. PersonNameLists.Read("settlements.txt")];
        given.Concat(surnames).Concat(settlements).SelectMany(static name => (string[])[name, name + "x", name.ToLowerInvariant()])
            .Where(name => (lists.IsGiven(name), lists.IsSurname(name), lists.IsSettlement(name)) != (given.Contains(name), surnames.Contains(name), settlements.Contains(name))).ShouldBeEmpty();
        foreach (IGrouping<string, DataRow> row in Names.Rows("given-names.tsv").GroupBy(static row => row[0], StringComparer.Ordinal))
        {
            lists.TryGetGiven(row.Key, out char sex).ShouldBeTrue();
            sex.ShouldBe(row.Last()[2] is "m" or "f" ? row.Last()[2][0] : '\0', row.Key);
        }
    }

    [Fact]
    public void Given_names_of_western_lands_are_known_by_their_plain_letters()
    {
        string[] lands = [.. Names.Rows("western-lands.tsv").Select(static row => row[0])];
        HashSet<string> western = [.. Names.Rows("given-names.tsv").Where(row => row[1].Split(',').Any(lands.Contains)).Select(static row => NameForm.Plain(row[0]))];
        PersonNameLists.Read("given-names.tsv").Select(static name => NameForm.Plain(name)).Where(name => PersonNameLists.Instance.IsWesternGiven(name) != western.Contains(name)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Grünebaum", "grunebaum")]
    [InlineData("Gruenebaum", "grunebaum")]
    [InlineData("Bauer", "bauer")]
    [InlineData("Samuel", "samuel")]
    [InlineData("Æthelræd", "athelrad")]
    [InlineData("O’Brien", "obrien")]
    [InlineData("", "")]
    public void Plain_letters_have_no_marks(string word, string plain) => NameForm.Plain(word).ShouldBe(plain);

    [Fact]
    public void Each_city_is_read_from_its_row()
    {
        foreach (DataRow row in Names.Rows("cities.tsv").Skip(1).Where(static (_, number) => number % 50 == 0))
        {
            German.TryGet(row[0], out int entity).ShouldBeTrue(row[0]);
            KnownEntity city = German.Entities[entity];
            if (city.Kind != "city")
                continue; // a state of that id was there first
            (city.Id, city.Name, city.Country, city.Weight.ToString(System.Globalization.CultureInfo.InvariantCulture)).ShouldBe((row[0], row[3].Split('|')[0], row[1], row[2]));
            ReferenceEquals(city, German.Entities[entity]).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("München", "Name", "city")]
    [InlineData("Kreml", "Metonym", "country")]
    [InlineData("Merkel", "Surname", "")]
    public void A_name_of_one_word_says_what_it_can_mean(string name, string kind, string entityKind)
    {
        German.Gazetteer.EntriesOf(name).ShouldContain(entry => entry.Kind.ToString() == kind && German.Entities[entry.Entity].Kind == entityKind);
        German.Gazetteer.EntriesOf(name + "x").ShouldBeEmpty();
    }
}
