using Lesart.Analyzing;
using Lesart.Languages;

namespace Lesart.Tests.Analyzing;

/// <summary>What the finder of names is told of words that no table holds.</summary>
public sealed class NameEvidenceTests
{
    private const int Even = 3;

    private static readonly NameLetters Letters = NameLetters.Load(new LanguagePack("de", DataFolder.BuiltIn("languages/de/")));

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
        GenericWords.Instance.KindsOfEnd(one).ShouldNotBe(0u);
        (GenericWords.Instance.KindsOfEnd(one) & GenericWords.Instance.KindsOfEnd(other)).ShouldNotBe(0u);
    }

    [Theory]
    [InlineData("goal", "goals", true)]
    [InlineData("tuesday", "wednesday", true)]
    [InlineData("goal", "wednesday", false)]
    public void Words_used_alike_are_of_one_class(string one, string other, bool isOne)
    {
        WordClasses classes = WordClasses.Load(new LanguagePack("en", DataFolder.BuiltIn("languages/en/")));
        classes.ClassOf(one).ShouldNotBe(0u);
        (classes.ClassOf(one) == classes.ClassOf(other)).ShouldBe(isOne);
    }

    [Fact]
    public void A_kind_s_whole_word_is_no_end_of_itself()
    {
        GenericWords.Instance.KindsOf("Gasse").ShouldNotBe(0u);
        GenericWords.Instance.KindsOf("Quittengasse").ShouldBe(0u);
    }

    [Theory]
    [InlineData("Igor Latschenko", "Игорь Латченко")] // two letters of one sound
    [InlineData("Fuad al-Hadschib", "Fuad al-Hajib")]
    [InlineData("Fuad al-Hadschib", "Fouad al-Hajib")] // a j hisses in Arabic names in French too
    [InlineData("Reza Ghorbani", "Reza Qorbani")]
    [InlineData("Kim Hyun-jae", "Kim Hyeon-jae")]
    [InlineData("Iwiza Marowin", "Ivica Marovin")]
    public void Spellings_that_differ_by_rule_have_one_id(string one, string other) => NameForm.Of(one).Id.ShouldBe(NameForm.Of(other).Id);
}
