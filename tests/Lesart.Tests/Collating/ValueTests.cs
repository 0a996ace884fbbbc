using Lesart.Collating;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Collating;

public sealed class ValueTests
{
    private static readonly LanguagePacks Packs = new(DataFolder.BuiltIn("languages/"));

    [Theory]
    [InlineData("de", "Neun Reisende stürzten, zwei davon schwer.", "zwei", "Part", true)]
    [InlineData("de", "Neun Reisende stürzten, darunter zwei Kinder.", "zwei", "Part", true)]
    [InlineData("de", "Zwei Reisende stürzten auf dem Bahnsteig.", "Zwei", "Part", false)]
    [InlineData("en", "Nine riders fell and two of them were hurt.", "two", "Part", true)]
    [InlineData("de", "Statt 2029 rollt der erste Zug zwei Jahre später.", "2029", "Former", true)]
    [InlineData("de", "Der erste Zug rollt 2029 statt mit Dampf mit Strom.", "2029", "Former", false)] // what the word puts aside stands behind it
    [InlineData("en", "The line opens in 2031 instead of 2029.", "2029", "Former", true)]
    [InlineData("en", "The line opens in 2031 instead of 2029.", "2031", "Former", false)]
    [InlineData("de", "Bislang brannten 180 Hektar ab.", "180", "Interim", true)]
    [InlineData("de", "Am Ende brannten 180 Hektar ab.", "180", "Interim", false)]
    [InlineData("de", "Die Sperrung währte nicht einmal 36 Stunden.", "36", "Less", true)]
    [InlineData("de", "Die Sperrung währte 36 Stunden, nicht einmal der Bus fuhr.", "36", "Less", false)]
    public void Words_beside_a_figure_say_what_it_is(string language, string sentence, string figure, string mark, bool isMarked)
    {
        AccountText text = AccountText.Of(0, new Account { Id = "a", Text = sentence, Language = language }, Packs, new TermIds());
        int at = sentence.IndexOf(figure, StringComparison.Ordinal);
        text.Figures.ShouldNotBeNull().Has(Enum.Parse<FigureMark>(mark), text, new TextSpan(0, sentence.Length), new TextSpan(at, at + figure.Length)).ShouldBe(isMarked);
    }

    [Theory]
    [InlineData("Artikel", "articles", true)]
    [InlineData("Passagiere", "passengers", true)]
    [InlineData("Dörfer", "villages", false)]
    [InlineData("Tote", "tons", false)]
    public void Nouns_of_two_languages_with_like_letters_count_the_same(string left, string right, bool areCognates) => NameForms.AreCognates(left, right).ShouldBe(areCognates);

    [Fact]
    public void A_date_that_was_given_up_parts_from_none() =>
        Collate(Read("a", "Der Tunnel unter dem Falkenpass soll nun erst 2031 öffnen, teilte die Bahn mit."), Read("b", "Statt 2029 soll der Tunnel unter dem Falkenpass zwei Jahre später öffnen, teilte die Bahn mit."))
            .Differences.ShouldNotContain(static difference => difference.Slot == DifferenceSlot.Date);

    [Fact]
    public void Two_dates_of_one_plan_part() =>
        Collate(Read("a", "Der Tunnel unter dem Falkenpass soll nun erst 2031 öffnen, teilte die Bahn mit."), Read("b", "Der Tunnel unter dem Falkenpass soll 2032 öffnen, teilte die Bahn mit."))
            .Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Date);

    [Fact]
    public void A_day_told_in_two_ways_is_shown_once()
    {
        const string Rest = " das Abkommen über den Stausee am Falkenpass.";
        Collate(Read("a", "Die Präsidenten unterzeichneten am Mittwoch" + Rest), Read("b", "Die Präsidenten unterzeichneten am Mittwochvormittag" + Rest), Read("c", "Die Präsidenten unterzeichneten am Dienstag" + Rest))
            .Differences.ShouldHaveSingleItem().Note.ShouldBe("4. März 2026 (a, b) gegen 3. März 2026 (c)");
    }

    [Fact]
    public void Days_of_clauses_that_share_no_word_part_from_none() =>
        Collate(Read("a", "Die Präsidenten unterzeichneten am Mittwoch das Abkommen über den Stausee am Falkenpass."),
            Read("b", "Am Dienstag legte er nach und veröffentlichte die Fotografie eines Blattes, das die Unterschrift der Präsidenten tragen soll."))
            .Differences.ShouldNotContain(static difference => difference.Slot == DifferenceSlot.Date);

    [Theory]
    [InlineData("Wasser dürfe nicht an den gehen, der am meisten zahle, sagte Ines Kahl.", false)] // the words deny, and they do so in another clause
    [InlineData("Dass Wasser an den gehe, der am meisten zahle, bestritt Ines Kahl.", true)]
    public void A_cue_denies_where_no_word_of_the_content_does(string text, bool isDeniedByCue)
    {
        TermIds ids = new();
        AccountText account = AccountText.Of(0, Read("a", text), Packs, ids);
        new UnitReader(Packs, ids).Read([account]).Any(static unit => unit.IsDeniedByCue).ShouldBe(isDeniedByCue);
    }

    [Fact]
    public void What_a_ship_flies_at_its_stern_is_one_flag()
    {
        Account[] accounts = [Read("a", "Der Frachter „Alka“ fährt unter der Flagge Gabuns. Er liegt vor Anker."), Read("b", "Der Frachter „Alka“ fährt unter der Flagge Liberias. Die Ladung ist Zement.")];
        Collate(accounts).Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Place);
        Collate(accounts[0], Read("b", "Der Frachter „Alka“ hat Zement für Liberia geladen.")).Differences.ShouldNotContain(static difference => difference.Slot == DifferenceSlot.Place);
    }

    private static Account Read(string id, string text) =>
        Engine.Create().Analyze(new Article { Id = id, Source = id, Outlet = id, Language = "de", Published = PublicationTime.OfDay(new DateOnly(2026, 3, 4)), Text = text }).Value.ShouldNotBeNull();

    private static Collation Collate(params Account[] accounts) => new Collator(Packs, "de").Collate(new Story("s", [.. accounts]), []);
}
