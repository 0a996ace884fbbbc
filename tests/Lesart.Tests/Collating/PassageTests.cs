using System.Diagnostics;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Tests.Collating;

/// <summary>Where a passage begins and ends. The texts are written for these tests.</summary>
public sealed class PassageTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

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

    [Fact]
    public void A_quotation_with_its_speaker_in_the_midst_is_nobodys_copy()
    {
        const string First = "Wir haben die Schleuse dreimal prüfen lassen, und dreimal war sie dicht", Second = "Wer jetzt von Pfusch redet, der soll bitte seine Belege auf den Tisch legen";
        Collation collation = Collate($"Am Deich wird gestritten. „{First}“, sagte der Leiter des Wasseramts Onno Harms am Dienstag. „{Second}.“ Mehr war nicht zu hören.", $"In Hooge ist man müde. „{First}“, sagte Harms. „{Second}.“ Das Amt schweigt sonst.");
        collation.Passages.ShouldHaveSingleItem().Kind.ShouldBe(PassageKind.Quotation);
        collation.Strands.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("Der Förderverein schrieb dazu:", PassageKind.Quotation)]
    [InlineData("Das Blatt a schrieb dazu:", PassageKind.Copy)] // what it quotes is the other account
    public void Words_that_one_sets_in_marks_and_the_other_without_are_a_quotation_unless_it_names_the_other(string cue, PassageKind kind)
    {
        const string Words = "Die Glocken der Kapelle läuten nicht mehr zur vollen Stunde, weil das Seil seit dem Winter im Turm verklemmt ist";
        Find($"Am Anger blieb es still. {Words}. So war es auch am Sonntag.", $"Im Dorf rätselt man. {cue} „{Words}.“ Niemand widersprach.").ShouldHaveSingleItem().Kind.ShouldBe(kind);
    }

    [Fact]
    public void What_stands_before_the_shared_words_of_a_quotation_is_none_of_it()
    {
        Shared("„Nach allem, was wir wissen, stand das Tor die ganze Nacht hindurch offen“, sagte sie.", "Es ging schnell. „Das Tor stand auf. Ja, stand das Tor die ganze Nacht hindurch offen“, so der Hirte.")
            .ShouldBe([("stand das Tor die ganze Nacht hindurch offen", "stand das Tor die ganze Nacht hindurch offen")]);
    }

    [Theory]
    [InlineData(" ", " ")]
    [InlineData("\n\n", " ")]
    [InlineData(" ", "\n\n")]
    public void A_sentence_that_one_has_alone_ends_a_passage(string before, string after)
    {
        const string Second = "Die Mieter des Hofladens erfuhren davon erst am Nachmittag aus einem Rundschreiben der Verwaltung.";
        Shared($"{Lead}{before}Draußen fiel der erste Schnee.{after}{Second}", $"{Lead} {Second}").ShouldBe([(Lead[..^1], Lead[..^1]), (Second[..^1], Second[..^1])]);
    }

    [Fact]
    public void What_follows_a_sentence_of_its_own_goes_on_in_a_passage_though_it_is_short()
    {
const string Much = $"{Lead} Die Mieter des Hofladens erfuhren davon erst am Nachmittag aus einem Rundschreiben der Verwaltung. Im Frühjahr sollen dort Käse und Butter aus den Dörfern am Moor verkauft werden, wie es schon vor dreißig Jahren üblich war.";
        Shared($"{Much} Draußen fiel der erste Schnee. Das Gebäude hatte lange leer gestanden.", $"{Much} Das Gebäude hatte lange leer gestanden.").Count().ShouldBe(2);
    }

    [Fact]
    public void What_somebody_says_behind_an_inserted_sentence_is_of_one_kind_with_what_stands_before_it()
    {
        const string Words = "„Wir haben bis zuletzt gehofft, dass der Regen nachlässt“, sagte die Deichgräfin.";
        Find($"{Lead} Draußen fiel der erste Schnee. {Words}", $"{Lead} {Words}").ShouldAllBe(static passage => passage.Kind != PassageKind.Quotation);
    }

    [Theory]
    [InlineData("Melden Sie sich zum Newsletter an und bestätigen Sie die Anmeldung, damit wir Ihr Konto freischalten und Cookies setzen können.", 0)]
    [InlineData("Rückfragen von Redaktionen beantwortet gern und jederzeit die Pressestelle von Wiebke Tolk am Telefon.", 0)]
    [InlineData("Fragen beantwortet unsere Kollegin Wiebke Tolk gern unter w.tolk@moorbote.example oder im Haus am Markt.", 0)]
    [InlineData("Fragen beantwortet die Kollegin Wiebke Tolk gern am runden Tisch der Bücherei oder im Haus am Markt.", 1)]
    public void What_a_page_says_of_itself_and_how_its_sender_can_be_reached_is_no_passage(string words, int passages)
    {
        Find($"Der Deich hält. {words}", $"Die Fähre fährt. {words}").Length.ShouldBe(passages);
    }

    [Theory]
    [InlineData("der Vorsitzenden des Ausschusses für Wasser und Wege im Kreistag von Moorhausen, Anna Brook", 0)]
    [InlineData("die Vorsitzende des Ausschusses für Wasser und Wege verlor im Kreistag von Moorhausen ihr Amt", 1)]
    public void Titles_and_names_in_a_row_are_common_property(string words, int passages)
    {
        Find($"Lange sprach man gestern über {words}. Dann ging das Licht aus.", $"Kritik gab es, hieß es, und zwar {words}. Es zog sich hin.").Length.ShouldBe(passages);
    }

    [Fact]
    public void Another_order_of_words_ends_no_passage_and_is_not_called_word_for_word()
    {
        const string Left = "Die Talsperre Kohlbrück hat am Dienstagabend ihren Höchststand erreicht, wie der Wasserverband mitteilte. Der Verband öffnete daraufhin beide Grundablässe und warnte die Anlieger im unteren Tal. In den Orten Ahlen und Rust wurden 340 Haushalte mit Sandsäcken versorgt.";
        const string Right = "Ihren Höchststand hat am Dienstagabend die Talsperre Kohlbrück erreicht, wie der Wasserverband mitteilte. Daraufhin öffnete der Verband beide Grundablässe und warnte im unteren Tal die Anlieger. Mit Sandsäcken wurden in den Orten Ahlen und Rust 340 Haushalte versorgt.";
        Passage passage = Find(Left, Right).ShouldHaveSingleItem();
        passage.Spans.ShouldBe([new AccountSpan("a", 0, Left.Length - 1), new AccountSpan("b", 0, Right.Length - 1)]);
        passage.Likeness.ShouldBeInRange(0.8m, 0.99m);
    }

    [Fact]
    public void Words_put_in_near_the_start_of_a_sentence_leave_its_start_in_the_passage()
    {
        const string Rest = "ihren Höchststand erreicht, wie der Wasserverband mitteilte. Der Verband öffnete daraufhin beide Grundablässe und warnte die Anlieger im unteren Tal. Am Mittwoch sollen Fachleute die Dämme absuchen.";
        Shared("Die Talsperre Kohlbrück hat am Dienstagabend " + Rest, "Die Talsperre Kohlbrück im Sauerland hat am Dienstagabend gegen 21 Uhr " + Rest).ShouldHaveSingleItem().Right.ShouldStartWith("Die Talsperre");
    }

    [Theory]
    [InlineData("Moorhausen (eag) - ", "Moorhausen (eag) - ")]
    [InlineData("MOORHAUSEN, 4. Mai (eag) - ", "Moorhausen (eag) - ")]
    [InlineData("Moorhausen (eag) - ", "")]
    public void The_dateline_is_no_part_of_a_passage(string one, string other) => Shared(one + Lead, other + Lead).ShouldBe([(Lead[..^1], Lead[..^1])]);

    [Fact]
    public void A_sentence_in_another_order_is_shared_beside_much_shared_text_only()
    {
        const string More = " Die Genossenschaft will dort vom kommenden Herbst an Käse herstellen und jungen Leuten aus der Gegend Arbeit geben. Für den Umbau der Hallen und der Keller sind zwei Jahre vorgesehen, danach soll ein Laden folgen.";
        const string One = "Mit Blumen empfing am Tor ein Chor die Gäste.", Other = "Am Tor empfing die Gäste ein Chor mit Blumen.", Filler = "Im Ort spricht man seit Wochen über nichts anderes als über den Wind und die Kraniche.";
        Shared($"{One} {Filler} {Lead}{More}", $"{Lead}{More} Der Regen blieb aus. {Other}").ShouldContain((One[..^1], Other[..^1]));
        Shared($"{One} {Filler}", $"Der Regen blieb aus. {Other}").ShouldBeEmpty();
    }

    [Fact]
    public void Words_that_two_accounts_repeat_without_end_are_found_in_no_time()
    {
        string cry = string.Concat(Enumerable.Repeat("Tor ", 3000)), rows = string.Concat(Enumerable.Repeat("Am Montag Regen bei zwölf Grad, am Dienstag Wind. ", 400));
        AccountText[] texts = [.. new[] { cry + rows, rows + cry }.Select(static (text, i) => AccountText.Of(i, Told("a" + i, text), Packs, new TermIds()))];
        Stopwatch clock = Stopwatch.StartNew();
        PassageFinder.Find(texts, static _ => new HashSet<long>()).ShouldNotBeEmpty();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20)); // pair by pair it takes minutes
    }

    private static IEnumerable<(string Left, string Right)> Shared(string left, string right) =>
        Find(left, right).Select(passage => (left[passage.Spans[0].Start..passage.Spans[0].End], right[passage.Spans[1].Start..passage.Spans[1].End]));

    private static Passage[] Find(string left, string right) => [.. Collate(left, right).Passages];

    private static Collation Collate(string left, string right) => new Collator(Packs, "de").Collate(new Story("s", [Told("a", left), Told("b", right)]), []);

    private static Account Told(string id, string text) => new() { Id = id, Outlet = id, Text = text, Language = "de" };
}
