using Lesart.Analyzing;
using Lesart.Languages;

namespace Lesart.Tests.Analyzing;

/// <summary>What the finder of names is told of words that no table holds.</summary>
public sealed class NameEvidenceTests
{
    private const int Even = 3;

    private static readonly NameLetters Letters = NameLetters.Load(BuiltIn.German);

    [Theory]
    [InlineData("Niederwestringen")]
    [InlineData("Kleinbrunnstetten")]
    [InlineData("Tjärnköping")]
    public void Letters_of_a_settlement_speak_for_a_place(string word)
    {
        uint look = Letters.Look(word);
        (look & 7).ShouldBeGreaterThan((uint)Even); // against a person
        (look >> 3 & 7).ShouldBeGreaterThan((uint)Even); // against a noun
    }

    [Theory]
    [InlineData("Szymczukiewicz")]
    public void Letters_of_a_surname_speak_for_a_person(string word)
    {
        uint look = Letters.Look(word);
        (look & 7).ShouldBeLessThan((uint)Even);
        (look >> 6 & 7).ShouldBeGreaterThan((uint)Even); // a person against a noun
    }

    [Theory]
    [InlineData("Zulassungsverfahren")]
    [InlineData("Entwässerung")]
    public void Letters_of_a_noun_speak_against_a_name(string word)
    {
        uint look = Letters.Look(word);
        (look >> 3 & 7).ShouldBeLessThan((uint)Even);
        (look >> 6 & 7).ShouldBeLessThan((uint)Even);
    }

    [Theory]
    [InlineData("quittengasse", "lindenallee")]
    [InlineData("eulenkogel", "adlerspitze")]
    [InlineData("mittelbach", "obersee")]
    public void Ends_of_one_kind_of_place_are_alike(string one, string other)
    {
        GenericWords.Instance.KindsOfEnd(one, out _).ShouldNotBe(0u);
        (GenericWords.Instance.KindsOfEnd(one, out _) & GenericWords.Instance.KindsOfEnd(other, out _)).ShouldNotBe(0u);
    }

    [Theory]
    [InlineData("en", "goal", "goals", true)]
    [InlineData("en", "tuesday", "wednesday", true)]
    [InlineData("en", "goal", "wednesday", false)]
    [InlineData("de", "Dortmund", "Leverkusen", true)]
    [InlineData("de", "Verein", "Klub", true)]
    [InlineData("de", "Verein", "Bürgermeister", false)]
    [InlineData("de", "Künstlerverein", "Verein", true)] // a compound is used like its last word
    [InlineData("de", "Kunst-Verein", "Verein", true)]
    [InlineData("de", "Nürnbergs", "Nürnberg", true)]
    [InlineData("de", "Zürich", "Zurich", true)] // papers of other lands drop the marks
    public void Words_used_alike_are_of_one_class(string language, string one, string other, bool isOne)
    {
        NameLexicon words = NameLexicon.Of(BuiltIn.PackOf(language));
        words.Describe(other).Group.ShouldNotBe(0u);
        (words.Describe(one).Group == words.Describe(other).Group).ShouldBe(isOne);
    }

    [Fact]
    public void Forms_of_a_noun_are_used_like_the_noun()
    {
        WordClasses classes = WordClasses.Of(BuiltIn.German);
        classes.ClassOf("Vereine", lemma: null, stem: "Vereine").ShouldBe(0u);
        classes.ClassOf("Vereine", "Verein", stem: "Vereine").ShouldBe(classes.ClassOf("Verein", lemma: null, stem: "Verein"));
    }

    [Fact]
    public void A_kind_s_whole_word_is_no_end_of_itself()
    {
        GenericWords.Instance.KindsOf("Gasse").ShouldNotBe(0u);
        GenericWords.Instance.KindsOf("Quittengasse").ShouldBe(0u);
    }

    [Theory]
    [InlineData("Quellhausen", "quelhausen")]
    [InlineData("Enrique Bartolo", "enrique-bartolo")]
    public void No_umlaut_is_read_into_que(string name, string id) => NameForm.Of(name).Id.ShouldBe(id);

    [Theory]
    [InlineData("Igor Latschenko", "Игорь Латченко")] // two letters of one sound
    [InlineData("Fuad al-Hadschib", "Fuad al-Hajib")]
    [InlineData("Fuad al-Hadschib", "Fouad al-Hajib")] // a j hisses in Arabic names in French too
    [InlineData("Reza Ghorbani", "Reza Qorbani")]
    [InlineData("Kim Hyun-jae", "Kim Hyeon-jae")]
    [InlineData("Iwiza Marowin", "Ivica Marovin")]
    public void Spellings_that_differ_by_rule_have_one_id(string one, string other) => NameForm.Of(one).Id.ShouldBe(NameForm.Of(other).Id);
}
