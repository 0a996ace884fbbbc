using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Tests.Collating;

/// <summary>Where a passage begins and ends. The texts are written for these tests.</summary>
public sealed class PassageTests
{
    private static readonly LanguagePacks Packs = new(DataFolder.BuiltIn("languages/"));

    private const string Lead = "Der Kreistag von Moorhausen hat am Abend nach langer Debatte den Verkauf der alten Meierei an eine Genossenschaft gebilligt.";

    [Fact]
    public void A_quotation_reaches_as_far_as_the_account_prints_it_that_prints_more()
    {
        Shared("Am Morgen sprach der Wirt. „Wir haben das Wasser bis zur Theke stehen sehen“, sagte er.", "„Wir haben das Wasser bis zur Theke stehen sehen. Dann lief es in den Keller“, so der Mann.")
            .ShouldBe([("Wir haben das Wasser bis zur Theke stehen sehen", "Wir haben das Wasser bis zur Theke stehen sehen. Dann lief es in den Keller")]);
    }

    [Fact]
    public void Another_quotation_behind_it_is_none_of_it()
    {
        Shared("Am Morgen sprach der Wirt. „Wir haben das Wasser bis zur Theke stehen sehen“, sagte er.", "„Wir haben das Wasser bis zur Theke stehen sehen.“ „Dann lief es in den Keller.“ Mehr sagte keiner.")
            .ShouldBe([("Wir haben das Wasser bis zur Theke stehen sehen", "Wir haben das Wasser bis zur Theke stehen sehen")]);
    }

    [Fact]
    public void Who_said_a_quotation_in_the_same_words_makes_no_copy()
    {
        Passage passage = Find("Es war spät. „Wir haben das Wasser bis zur Theke stehen sehen“, sagte die Wirtin Anna Brook am Tresen.", "Viel blieb nicht. „Wir haben das Wasser bis zur Theke stehen sehen“, sagte die Wirtin Anna Brook der Zeitung.").ShouldHaveSingleItem();
        passage.Kind.ShouldBe(PassageKind.Quotation);
    }

    [Fact]
    public void Sentences_that_changed_places_are_shared_though_both_begin_with_one_word()
    {
        const string Moved = "Die Grünen hatten im Frühjahr ein Gutachten über den Zustand der Dächer und Böden verlangt.", Fixed = "Die Mieter des Hofladens erfuhren davon erst am Nachmittag aus einem Rundschreiben der Verwaltung.";
        Shared($"{Lead} {Fixed} {Moved}", $"{Moved} {Lead} {Fixed}").Select(static pair => pair.Left).ShouldBe([(Lead + " " + Fixed)[..^1], Moved[..^1]], ignoreOrder: true);
    }

    [Fact]
    public void A_word_at_the_start_of_a_sentence_and_a_figure_in_the_next_end_no_passage()
    {
        Shared("Moorhausens Landrat Henk Brammer will die Höfe am Deich noch vor dem ersten Frost räumen lassen. Neun Familien sind davon betroffen. Das Geld fehlt.", "Der Landrat Henk Brammer will die Höfe am Deich noch vor dem ersten Frost räumen lassen. Elf Familien sind davon betroffen. Es regnet.")
            .ShouldBe([("Moorhausens Landrat Henk Brammer will die Höfe am Deich noch vor dem ersten Frost räumen lassen. Neun Familien sind davon betroffen", "Der Landrat Henk Brammer will die Höfe am Deich noch vor dem ersten Frost räumen lassen. Elf Familien sind davon betroffen")]);
    }

    [Fact]
    public void A_short_sentence_alone_is_no_passage_and_beside_much_shared_text_one()
    {
        const string Short = "Der Kaufpreis liegt bei drei Talern je Elle.", Filler = "Im Ort spricht man seit Wochen über nichts anderes als über den Wind und die Kraniche und die Löcher in der Straße nach Süden.";
        const string More = " Die Genossenschaft will dort vom kommenden Herbst an Käse herstellen und jungen Leuten aus der Gegend Arbeit geben. Für den Umbau der Hallen und der Keller sind zwei Jahre vorgesehen, danach soll ein Laden folgen.";
        Shared($"{Filler} {Short} Damit endet es.", $"{Short} Das wissen alle.").ShouldBeEmpty();
        Shared($"{Lead}{More} {Filler} {Short} Damit endet es.", $"{Short} Das wissen alle. {Lead}{More}").Select(static pair => pair.Left).ShouldBe([(Lead + More)[..^1], Short[..^1]], ignoreOrder: true);
    }

    private static IEnumerable<(string Left, string Right)> Shared(string left, string right) =>
        Find(left, right).Select(passage => (left[passage.Spans[0].Start..passage.Spans[0].End], right[passage.Spans[1].Start..passage.Spans[1].End]));

    private static Passage[] Find(string left, string right) => [.. new Collator(Packs, "de").Collate(new Story("s", [Told("a", left), Told("b", right)]), []).Passages];

    private static Account Told(string id, string text) => new() { Id = id, Outlet = id, Text = text, Language = "de" };
}
