using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Text;

public sealed class TermVectorsTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    [Theory]
    [InlineData("en", "doctor", "en", "physician", "violin")]
    [InlineData("en", "Attacks", "en", "assault", "breakfast")] // inflected, with a capital
    [InlineData("de", "Krankenhaus", "en", "clinic", "orchestra")]
    [InlineData("de", "verschob", "en", "postpone", "sing")]
    [InlineData("de", "Überschwemmung", "de", "Hochwasser", "Konzert")]
    public void What_is_used_alike_lies_nearer_than_what_is_not(string language, string word, string otherLanguage, string like, string unlike)
    {
        WordVector vector = Known(language, word);
        vector.LikenessTo(Known(otherLanguage, like)).ShouldBeGreaterThan(0.3 + vector.LikenessTo(Known(otherLanguage, unlike)));
    }

    [Fact]
    public void An_unknown_compound_stands_with_its_parts_and_nearest_to_its_head()
    {
        WordVector compound = Known("de", "Gurkenbrücke");
        double toHead = compound.LikenessTo(Known("de", "Brücke"));
        toHead.ShouldBeGreaterThan(compound.LikenessTo(Known("de", "Gurke")));
        toHead.ShouldBeGreaterThan(0.8);
        compound.LikenessTo(Known("de", "Gurke")).ShouldBeGreaterThan(0.3);
    }

    [Theory]
    [InlineData("de", "und")] // says nothing
    [InlineData("de", "Xyzzyqu")]
    [InlineData("en", "Peranovic")] // a name
    [InlineData("fr", "maison")] // a language without vectors
    public void What_no_table_tells_of_stands_nowhere(string language, string word) => Look(language, word).ShouldBeNull();

    [Fact]
    public void Likeness_is_the_cosine_whatever_the_width_of_the_machine_s_registers()
    {
        const int seed = 7;
        Random random = new(seed);
        for (int length = 1; length < 140; length += 3)
        {
            sbyte[] left = [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128))], right = [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128))];
            double dot = left.Zip(right, static (one, other) => (double)one * other).Sum();
            double cosine = dot / (Math.Sqrt(left.Sum(static value => (double)value * value)) * Math.Sqrt(right.Sum(static value => (double)value * value)));
            new WordVector(left).LikenessTo(new WordVector(right)).ShouldBe(cosine, 1e-12, $"seed {seed}, {length} dimensions");
        }
    }

    [Fact]
    public void A_cut_off_table_is_named_with_its_language()
    {
        string folder = Directory.CreateTempSubdirectory("lesart-vectors-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "pack.tsv"), "name\tX\n");
            File.WriteAllBytes(Path.Combine(folder, "vectors.bin"), [0x4C, 0x53, 0x56, 0x31, 1, 0, 0, 0, 2, 0, 0, 0, 1, (byte)'a', 5]);
            Should.Throw<DataException>(() => new LanguagePack("xx", DataFolder.At(folder)).Table(WordVectors.Load)).Message.ShouldContain("'xx'");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static WordVector Known(string language, string word) => Look(language, word) ?? throw new ShouldAssertException($"'{word}' has no vector");

    private static WordVector? Look(string language, string word)
    {
        Packs.TryGet(language, out LanguagePack? pack).ShouldBeTrue();
        return TermVectors.Of(pack!, Packs).Look(TermLexicon.Of(pack!, Packs).Look(word)); // the languages are built in
    }
}
