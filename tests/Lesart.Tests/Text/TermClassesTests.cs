using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Text;

public sealed class TermClassesTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    [Theory]
    [InlineData("en", "stevedore", "en", "miner", "violin")]
    [InlineData("en", "skiffs", "en", "trawler", "trumpet")] // inflected
    [InlineData("de", "Trompete", "en", "violin", "miner")]
    [InlineData("de", "Gurkenkutter", "de", "Fähre", "Trompete")] // a compound that no table knows, by its head
    public void What_is_of_one_kind_lies_nearer_than_what_is_not(string language, string word, string otherLanguage, string like, string unlike) =>
        Likeness(language, word, otherLanguage, like).ShouldBeGreaterThan(0.2 + Likeness(language, word, otherLanguage, unlike));

    [Theory]
    [InlineData("en", "Peranovic")] // a name
    [InlineData("de", "Xyzzyqu")]
    [InlineData("fr", "maison")] // a language without classes
    public void What_no_table_tells_of_is_of_no_kind(string language, string word) => Look(language, word).Meanings.ShouldBeEmpty();

    [Fact]
    public void A_class_tells_less_than_those_below_it()
    {
        (NounClasses classes, NounMeaning[] meanings) = Look("en", "frigate");
        double[] information = [.. classes.AndAbove(meanings[0].Class).Select(classes.InformationOf)];
        information.Length.ShouldBeGreaterThan(5);
        information.ShouldBe(information.OrderDescending());
    }

    [Fact]
    public void A_cut_off_table_is_named_with_its_language()
    {
        string folder = Directory.CreateTempSubdirectory("lesart-classes-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "pack.tsv"), "name\tX\n");
            File.WriteAllBytes(Path.Combine(folder, "noun-classes.bin"), [0x4C, 0x53, 0x4E, 0x31, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 9, 1, (byte)'a', 1, 0]);
            Should.Throw<DataException>(() => new LanguagePack("xx", DataFolder.At(folder)).Table(NounClasses.Load)).Message.ShouldContain("'xx'");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Likeness(string language, string word, string otherLanguage, string other)
    {
        (NounClasses classes, NounMeaning[] meanings) = Look(language, word);
        meanings.ShouldNotBeEmpty(word);
        return meanings.Max(one => Look(otherLanguage, other).Meanings.Max(meaning => classes.LikenessOf(one.Class, meaning.Class)));
    }

    private static (NounClasses Classes, NounMeaning[] Meanings) Look(string language, string word)
    {
        Packs.TryGet(language, out LanguagePack? pack).ShouldBeTrue();
        TermClasses classes = TermClasses.Of(pack!, Packs); // the languages are built in
        return (classes.Classes, classes.Look(TermLexicon.Of(pack!, Packs).Look(word)));
    }
}
