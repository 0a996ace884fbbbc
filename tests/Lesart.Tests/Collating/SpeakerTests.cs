using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Tests.Collating;

public sealed class SpeakerTests
{
    private const string Said = "„Dieser Deich hält länger als jede Regierung“, ";

    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    [Theory]
    [InlineData("sagte Landrätin Gesa Hansen.", "rief Bauleiter Momme Petersen.", true)]
    [InlineData("sagte Verkehrsministerin Gesa Hansen.", "sagte der Kanzler am Abend.", true)]
    [InlineData("sagte Verkehrsministerin Gesa Hansen.", "sagte die Ministerin am Abend.", false)] // the role may be hers
    [InlineData("sagte Landrätin Gesa Hansen.", "sagte Hansen.", false)]
    [InlineData("sagte die Vorsitzende Richterin Gesa Hansen.", "sagte die Vorsitzende.", false)]
    [InlineData("sagte Verkehrsministerin Gesa Hansen.", "sagte der Kanzler der Vereinten Nationen.", true)] // the last noun calls no person
    [InlineData("sagte Landrätin Gesa Hansen.", "sagte sie.", false)] // whom a pronoun means is too unsure
    [InlineData("sagte Landrätin Gesa Hansen.", "sagte die Behörde.", false)] // a body speaks through people
    public void One_quotation_has_one_speaker(string first, string second, bool differ) =>
        Speakers(Read("a", "Am Dienstag war der letzte Stein gesetzt. " + Said + first), Read("b", "Momme Petersen hat ihn gebaut. " + Said + second)).Any().ShouldBe(differ);

    [Theory]
    [InlineData("Matthias Petersen, a lawyer for the company, denied any breach of the rules. ", true)]
    [InlineData("Matthias Petersen, a lawyer for the company, denied that Gesa Hansen had broken the rules. ", false)] // whom a pronoun means is too unsure
    public void A_pronoun_tells_who_speaks_where_the_sentence_before_names_one_alone(string before, bool differ) =>
        Speakers(Read("a", "“This dike will last longer than any government,” said Gesa Hansen.", "en"), Read("b", before + "“This dike will last longer than any government,” he said.", "en")).Any().ShouldBe(differ);

    [Fact]
    public void A_note_tells_both_speakers_with_their_outlets() =>
        Speakers(Read("a", Said + "sagte Landrätin Gesa Hansen."), Read("b", Said + "rief Bauleiter Momme Petersen der Menge zu."))
            .ShouldHaveSingleItem().Note.ShouldBe("Landrätin Gesa Hansen (a) gegen Momme Petersen (b)");

    [Fact]
    public void Few_words_may_be_said_by_many() =>
        Speakers(Read("a", "„Das ist gut“, sagte Landrätin Gesa Hansen."), Read("b", "„Das ist gut“, sagte Bauleiter Momme Petersen.")).ShouldBeEmpty();

    [Fact]
    public void An_account_that_gives_the_words_to_both_parts_from_nobody() =>
        Speakers(Read("a", Said + "sagte Landrätin Gesa Hansen."), Read("b", Said + "rief Bauleiter Momme Petersen. Später nahm es die Landrätin auf: " + Said + "sagte Landrätin Gesa Hansen.")).ShouldBeEmpty();

    [Theory]
    [InlineData("dichtete Bauleiter Momme Petersen.", true)]
    [InlineData("diesen Satz hat Momme Petersen von seinem Großvater.", true)]
    [InlineData("steht nun auf einem Stein.", false)]
    public void Whom_a_sentence_names_behind_words_that_another_account_quotes_may_have_said_them(string rest, bool differ) =>
        Speakers(Read("a", Said + "sagte Landrätin Gesa Hansen."), Read("b", "Momme Petersen hat ihn gebaut. " + Said + rest)).Any().ShouldBe(differ);

    [Fact]
    public void What_a_speaker_is_called_beside_the_name_is_no_other_speaker() =>
        Speakers(Read("a", Said + "sagte die Vorsitzende Richterin Gesa Hansen."), Read("b", Said + "sagte Richterin Gesa Hansen."), Read("c", Said + "sagte die Vorsitzende.")).ShouldBeEmpty();

    private static IEnumerable<Difference> Speakers(params Account[] accounts) => new Collator(Packs, "de").Collate(new Story("s", [.. accounts]), []).Differences.Where(static difference => difference.Slot == DifferenceSlot.Speaker);

    private static Account Read(string id, string text, string language = "de") =>
        BuiltIn.Engine.Analyze(new Article { Id = id, Source = id, Outlet = id, Language = language, Text = text }).Value.ShouldNotBeNull();
}
