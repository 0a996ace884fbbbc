using System.Collections.Immutable;
using System.Globalization;
using Lesart.Collating;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Collating;

public sealed class ValueTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

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
    [InlineData("de", "Gebrochen ist die am Sonntag geschlossene Waffenruhe.", "Sonntag", "Attribute", true)]
    [InlineData("de", "Die Waffenruhe ist am Sonntag gebrochen.", "Sonntag", "Attribute", false)]
    [InlineData("de", "der am Sonntag gestürzt war", "Sonntag", "Attribute", false)] // a relative pronoun
    [InlineData("de", "Die Sperrung währte 36 Stunden, nicht einmal der Bus fuhr.", "36", "Less", false)]
    [InlineData("de", "Die Brücke bleibt bis Sonntag gesperrt.", "Sonntag", "Border", true)]
    [InlineData("de", "Am Sonntag wurde die Brücke gesperrt.", "Sonntag", "Border", false)]
    [InlineData("en", "The new fare applies from Sunday.", "Sunday", "Border", true)]
    [InlineData("en", "By noon the crew had left, and on Sunday it returned.", "Sunday", "Border", false)] // the word has to stand right before it
    [InlineData("de", "Von 2029 an mahlt die Mühle wieder.", "2029", "Border", true)]
    [InlineData("en", "The mill will grind again, starting in 2029.", "2029", "Border", true)]
    [InlineData("en", "The mill was dark from 3am to 9am local time.", "3am", "Zone", true)]
    [InlineData("en", "The mill was dark at 3am when locals met.", "3am", "Zone", false)]
    [InlineData("de", "Die Moorland-Aktie fiel um 4 Prozent.", "4 Prozent", "Market", true)]
    [InlineData("de", "Die Zahl der Gäste fiel im Konkurs um 4 Prozent.", "4 Prozent", "Market", false)]
    public void Words_beside_a_figure_say_what_it_is(string language, string sentence, string figure, string mark, bool isMarked)
    {
        AccountText text = AccountText.Of(0, new Account { Id = "a", Text = sentence, Language = language }, Packs, new TermIds());
        int at = sentence.IndexOf(figure, StringComparison.Ordinal);
        text.Figures.ShouldNotBeNull().Has(Enum.Parse<FigureMark>(mark), text, new TextSpan(0, sentence.Length), new TextSpan(at, at + figure.Length)).ShouldBe(isMarked);
    }

    [Theory]
    [InlineData("2026-08-18TNI", "2026-08-18", "2026-08-18", "2026-08-19TEV", "Different")] // the evening after the night
    [InlineData("2026-08-18TNI", "2026-08-18", "2026-08-18", "2026-08-19TMO", "Compatible")]
    public void A_night_is_over_on_the_next_evening(string value, string from, string to, string other, string agreement)
    {
        Unit unit = new() { Index = 0, Account = 0, Sentence = 0, Span = new(0, 9), Whole = new(0, 9), Terms = [], Language = "de" };
        ReadingValues.Compare(At(value, from, to), At(other, other[..10], other[..10]), "dann", "später").ToString().ShouldBe(agreement);

        Side At(string told, string first, string last)
        {
            TimeExpression time = new(0, 4, told.Contains('T', StringComparison.Ordinal) ? TimeType.Time : TimeType.Date, told, DateOnly.Parse(first, CultureInfo.InvariantCulture), DateOnly.Parse(last, CultureInfo.InvariantCulture));
            return new Side(unit, time.Span, told, told) { Time = time, NamesDay = true, Width = DateOnly.Parse(last, CultureInfo.InvariantCulture).DayNumber - DateOnly.Parse(first, CultureInfo.InvariantCulture).DayNumber };
        }
    }

    [Theory]
    [InlineData("Date", "Date")]
    [InlineData("PlaceAlone", "Place")]
    [InlineData("Money", "Figure")]
    public void Figures_dates_and_places_have_weights_of_their_own(string feature, string kind)
    {
        double[] features = new double[ValueWeights.Width];
        (features[(int)ValueFeature.Bias], features[(int)Enum.Parse<ValueFeature>(feature)]) = (1, 1);
        double[][] weights = [.. Enum.GetValues<ValueKind>().Select(_ => new double[ValueWeights.Width])];
        weights[(int)Enum.Parse<ValueKind>(kind)][(int)ValueFeature.Bias] = 3;
        new ValueWeights(weights).Likely(features).ShouldBeGreaterThan(0.9);
    }

    [Theory]
    [InlineData("Artikel", "articles", true)]
    [InlineData("Passagiere", "passengers", true)]
    [InlineData("Dörfer", "villages", false)]
    [InlineData("Tote", "tons", false)]
    public void Nouns_of_two_languages_with_like_letters_count_the_same(string left, string right, bool areCognates) => NameForms.AreCognates(left, right).ShouldBe(areCognates);

    [Theory]
    [InlineData("Dutzende Fahrgäste wurden bei dem Unglück am Falkenpass verletzt.", "Mehr als 40 Fahrgäste wurden bei dem Unglück am Falkenpass verletzt.", false)]
    [InlineData("Mehr als 40 Fahrgäste wurden bei dem Unglück am Falkenpass verletzt.", "112 Fahrgäste wurden bei dem Unglück am Falkenpass verletzt.", true)]
    public void A_range_passes_no_bound(string left, string right, bool isDifferent) =>
        Collate(Read("a", left), Read("b", right)).Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(isDifferent);

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
        Difference difference = Collate(Read("a", "Die Präsidenten unterzeichneten am Mittwoch" + Rest), Read("b", "Die Präsidenten unterzeichneten am Mittwochvormittag" + Rest), Read("c", "Die Präsidenten unterzeichneten am Dienstag" + Rest))
            .Differences.ShouldHaveSingleItem();
        difference.Note.ShouldBe("4. März 2026 (a, b) gegen 3. März 2026 (c)");
        difference.Readings.Select(static reading => $"{reading.Account} {reading.Side}").ShouldBe(["a 1", "b 1", "c 2"], "each reading says on which side it is");
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

    [Theory]
    [InlineData("am Mittwochabend", "in der Nacht zum Dienstag", "4. März 2026 (a) gegen der Nacht zum Dienstag (b)")]
    [InlineData("am Sonntag", "am Dienstagabend", "1. März 2026 (a) gegen 3. März 2026 (b)")]
    [InlineData("am Dienstagabend", "in der Nacht zum Mittwoch", null)] // a night belongs to both days
    [InlineData("am Mittwoch", "in der Nacht zum Mittwoch", null)]
    [InlineData("am Sonntag", "am Abend", null)] // of which day, the text leaves open
    public void A_part_of_a_day_belongs_to_its_day(string first, string second, string? note)
    {
        const string Rest = " ist der Frachter „Alka“ vor dem Leuchtturm von Kallholm auf Grund gelaufen.";
        Collate(Read("a", Upper(first) + Rest), Read("b", Upper(second) + Rest)).Differences.Where(static difference => difference.Slot == DifferenceSlot.Date).Select(static difference => difference.Note).FirstOrDefault().ShouldBe(note);

        static string Upper(string words) => char.ToUpperInvariant(words[0]) + words[1..];
    }

    [Fact]
    public void A_length_told_in_a_coarser_unit_joins_no_two_sides()
    {
        const string Rest = " lang hielten Seeräuber den Lotsen Momme Petersen in einer Grotte gefangen.";
        Collate(Read("a", "97 Tage" + Rest), Read("b", "79 Tage" + Rest), Read("c", "Drei Monate" + Rest)).Differences.ShouldHaveSingleItem().Note.ShouldBe("97 Tage (a) gegen 79 Tage (b)");
    }

    [Theory]
    [InlineData("50 Minuten", "Eine Stunde", false)]
    [InlineData("40 Minuten", "Zwei Stunden", true)]
    public void Minutes_meet_hours_that_round_them(string first, string second, bool differ)
    {
        const string Rest = " lang war das Kraftwerk am Falkenpass vom Netz getrennt.";
        Collate(Read("a", first + Rest), Read("b", second + Rest)).Differences.Any().ShouldBe(differ);
    }

    [Theory]
    [InlineData("Bei dem Absturz am Falkenpass starben 142 Reisende und sechs Begleiter.", "Bei dem Absturz am Falkenpass starben 148 Menschen.", false)]
    [InlineData("Bei dem Absturz am Falkenpass starben 142 Reisende.", "Bei dem Absturz am Falkenpass starben 148 Menschen.", true)]
    [InlineData("Bei dem Absturz am Falkenpass starben 142 Reisende und drei Begleiter.", "Bei dem Absturz am Falkenpass starben 148 Menschen.", true)]
    public void Parts_that_add_up_to_a_total_part_from_nothing(string parts, string total, bool differ) =>
        Collate(Read("a", parts), Read("b", total)).Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);

    [Fact]
    public void A_figure_of_something_else_in_the_same_words_takes_no_side()
    {
        Side[] sides = [Count(0, 3), Count(1, 3), Count(1, 2), Count(2, 2)]; // three jets, and the two pilots of the first of them
        UnionFind things = new(sides.Length);
        for (int i = 1; i < sides.Length; i++)
            things.Join(0, i);
        Camps.Sort(sides, things, new HashSet<(int, int)> { (0, 3), (1, 3) }, ReadingValues.CompareSizes).ShouldHaveSingleItem()
            .Select(static camp => string.Join(' ', camp.Select(static side => $"{side.Unit.Account}:{side.Value}"))).ShouldBe(["0:3 1:3", "2:2"]);

        static Side Count(int account, int count) => new(new Unit { Index = account, Account = account, Sentence = 4 * count, Span = new TextSpan(0, 1), Whole = new TextSpan(0, 1), Terms = [], Language = "de" }, new TextSpan(0, 1), $"{count}", "")
        { Quantity = new Quantity { Start = 0, End = 1, Value = count }, Size = count };
    }

    [Theory]
    [InlineData("Niederlauta", "Oberlauta", true, false)]
    [InlineData("Grabin", "Grabiner Schleuse", true, true)]
    [InlineData("Andischan", "Andijan", false, true)]
    [InlineData("Kelbra", "Köthen", true, false)]
    public void Places_have_spellings(string left, string right, bool isOneLanguage, bool areOne) => NameForms.AreSpellings(left, right, isOneLanguage).ShouldBe(areOne);

    [Fact]
    public void What_is_to_come_for_one_may_be_over_for_a_later_one()
    {
        Account early = Read("a", "Der Bohrer der Sonde „Wiesel“ soll am Donnerstag zum ersten Mal arbeiten.");
        Account late = Read("b", "Der Bohrer der Sonde „Wiesel“ hat am Mittwoch zum ersten Mal gearbeitet.", new DateOnly(2026, 3, 5));
        Collate(early, late).Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Date);
    }

    [Theory]
    [InlineData("Es ist der vierte Ausfall der Seilbahn von Kallholm in diesem Winter.", "Es ist der fünfte Ausfall der Seilbahn von Kallholm in diesem Winter.", "vierte (a) gegen fünfte (b)")]
    [InlineData("Es ist der vierte Ausfall der Seilbahn von Kallholm in diesem Winter.", "Es ist der vierte Ausfall der Seilbahn von Kallholm in diesem Winter.", null)]
    [InlineData("Es ist der erste Ausfall der Seilbahn von Kallholm in diesem Winter.", "Es ist der fünfte Ausfall der Seilbahn von Kallholm in diesem Winter.", null)] // the first of its kind is said of anything
    [InlineData("Es ist der vierte Ausfall der Seilbahn von Kallholm in diesem Winter.", "Im fünften Haus am Markt wohnt der Bürgermeister.", null)]
    public void What_is_numbered_parts_where_the_clauses_surely_meet(string first, string second, string? note) =>
        Collate(Read("a", first), Read("b", second)).Differences.Select(static difference => difference.Note).SingleOrDefault().ShouldBe(note);

    [Theory]
    [InlineData("Bei dem Unfall am Falkenpass wurden 14 Fahrgäste verletzt.", "14")]
    [InlineData("Bei dem Unfall am Falkenpass wurden von 40 Fahrgästen 14 verletzt.", null)] // passengers are no number of the hurt
    public void A_number_of_the_hurt_goes_on_in_numbers_of_the_hurt(string later, string? last)
    {
        Account[] accounts = [Read("a", "Bei dem Unfall am Falkenpass gab es zwölf Verletzte."), Read("b", later, new DateOnly(2026, 3, 5))];
        Collate(accounts).Drifts.SelectMany(static drift => drift.Steps).Select(static step => step.Value).LastOrDefault().ShouldBe(last);
    }

    [Fact]
    public void A_night_told_in_the_present_is_not_to_come()
    {
        const string Rest = " ein Frachter gegen den Leuchtturm von Kallholm";
        Collate(Read("a", "In der Nacht zum Dienstag ist" + Rest + " gefahren."), Read("b", "In der Nacht zum Sonntag fährt" + Rest + ".")).Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Date);
    }

    [Fact]
    public void The_day_on_which_something_is_said_is_not_the_day_of_which_it_tells() =>
        Collate(Read("a", "Ein Deich ist am Montag bei Kallholm gebrochen und hat das Vorland überflutet."), Read("b", "Ein Deich ist bei Kallholm gebrochen und hat das Vorland überflutet, sagte Landrätin Gesa Hansen am Mittwoch."))
            .Differences.ShouldNotContain(static difference => difference.Slot == DifferenceSlot.Date);

    [Fact]
    public void What_a_ship_flies_at_its_stern_is_one_flag()
    {
        Account[] accounts = [Read("a", "Der Frachter „Alka“ fährt unter der Flagge Gabuns. Er liegt vor Anker."), Read("b", "Der Frachter „Alka“ fährt unter der Flagge Liberias. Die Ladung ist Zement.")];
        Collate(accounts).Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Place);
        Collate(accounts[0], Read("b", "The freighter Alka, which flies the flag of Liberia, lies at anchor.", language: "en")).Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Place);
        Collate(accounts[0], Read("b", "Der Frachter „Alka“ hat Zement für Liberia geladen.")).Differences.ShouldNotContain(static difference => difference.Slot == DifferenceSlot.Place);
    }

    [Theory]
    [InlineData("Der Brand in dem Werk in Esbjerg brach am Freitag aus.", "Der Brand in dem Werk in Aarhus brach am Freitag aus.", true)]
    [InlineData("Der Brand in dem Werk in Esbjerg brach am Freitag aus.", "Der Brand in dem Werk in Dänemark brach am Freitag aus.", false)] // more or less exactly told
    [InlineData("Der Brand in dem Werk in Esbjerg brach am Freitag aus.", "Der Brand in dem Werk in Esbjerg brach am Freitag aus, in Aarhus roch man ihn.", false)]
    [InlineData("Der Brand in dem Werk in Esbjerg brach am Freitag aus.", "Der Brand in dem Werk am Kirchplatz brach am Freitag aus.", false)] // a town and a square
    [InlineData("Der Brand brach am Freitag 20 Kilometer nördlich von Esbjerg aus.", "Der Brand brach am Freitag 70 Kilometer südlich von Aarhus aus.", false)] // how far from either
    [InlineData("Der Brand brach am Freitag in Esbjerg aus.", "Der Brand, so der in Aarhus wohnende Wirt, brach am Freitag aus.", false)]
    [InlineData("Der Tanker trieb am Freitag brennend in der Ostsee.", "Der Tanker trieb am Freitag brennend im Finnischen Meerbusen.", false)]
    [InlineData("Der Brand in dem Werk in Esbjerg brach am Freitag aus.", "Der Brand in den Werken in Aarhus und Odense brach am Freitag aus.", false)] // a row of places
    public void Places_where_one_thing_happens_exclude_each_other(string first, string second, bool differ) =>
        Collate(Read("a", first), Read("b", second)).Differences.Any(static difference => difference.Slot == DifferenceSlot.Place).ShouldBe(differ);

    [Theory]
    [InlineData("ein Wirt aus Kallholm", "Origin")]
    [InlineData("die Kallholm-Fähre", "Origin")]
    [InlineData("ein Wirt in Kallholm", "Somebody")]
    [InlineData("die Behörde in Kallholm", "Body")]
    [InlineData("ein Wirt nahe Kallholm", "None")] // beside it is no origin
    [InlineData("der Brand in Kallholm", "None")]
    public void A_place_is_tied_to_the_noun_before_the_words_that_lead_to_it(string words, string tie)
    {
        AccountText text = AccountText.Of(0, Read("a", $"Am Freitag war {words} schon bekannt."), Packs, new TermIds());
        int at = text.Text.IndexOf("Kallholm", StringComparison.Ordinal);
        text.Places.ShouldNotBeNull().TieOf(text, new TextSpan(0, text.Text.Length), new TextSpan(at, at + 8)).ToString().ShouldBe(tie);
    }

    [Theory]
    [InlineData("Die Soldaten übernahmen am Freitag die Geiseln nahe Esbjerg.", "Die Soldaten übernahmen am Freitag die Geiseln nahe Aarhus.", true)]
    [InlineData("Die Soldaten übernahmen am Freitag die Geiseln aus Esbjerg.", "Die Soldaten übernahmen am Freitag die Ingenieure aus Aarhus.", false)] // whence they come
    public void Where_somebody_is_may_part_and_whence_somebody_comes_does_not(string first, string second, bool differ) =>
        Collate(Read("a", first), Read("b", second)).Differences.Any(static difference => difference.Slot == DifferenceSlot.Place).ShouldBe(differ);

    [Theory]
    [InlineData("2026-03-04", "16:20", false, "Compatible")] // of another day, by the text around
    [InlineData("2026-03-04", "17:50", false, "Different")]
    [InlineData("2026-03-04", "16:20", true, "Different")] // in so many words
    [InlineData("2026-03-03", "16:20", true, "Compatible")]
    public void One_clock_is_no_difference_where_no_words_tell_its_day(string day, string clock, bool namesDay, string agreement)
    {
        Unit unit = new() { Index = 0, Account = 0, Sentence = 0, Span = new(0, 9), Whole = new(0, 9), Terms = [], Language = "de" };
        ReadingValues.Compare(At("2026-03-03", "16:20"), At(day, clock), "16.20 Uhr", clock).ToString().ShouldBe(agreement);

        Side At(string on, string at) => new(unit, new(0, 9), on + "T" + at, "") { Time = new TimeExpression(0, 9, TimeType.Time, on + "T" + at, DateOnly.Parse(on, CultureInfo.InvariantCulture), DateOnly.Parse(on, CultureInfo.InvariantCulture)), NamesDay = namesDay };
    }

    [Theory]
    [InlineData("starb eine Frau", true)]
    [InlineData("half eine Frau", false)]
    public void One_person_by_an_article_parts_from_those_alone_of_whom_the_same_is_told(string single, bool differ) =>
        Collate(Read("a", "Bei dem Brand in der Mühle von Kallholm starben zwei Menschen."), Read("b", $"Bei dem Brand in der Mühle von Kallholm {single}."))
            .Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);

    [Theory]
    [InlineData("Customs officers have seized a cargo ship in the port of Kallholm, the mayor said on Tuesday, alleging that it carried arms.", false)]
    [InlineData("Customs officers seized a cargo ship in the port of Kallholm on Tuesday, the mayor said, alleging that it carried arms.", true)]
    public void A_day_right_behind_a_word_of_saying_is_when_it_was_said(string said, bool differ) =>
        Collate(Read("a", said, language: "en"), Read("b", "Customs officers seized a cargo ship in the port of Kallholm on Monday, officials said.", language: "en"))
            .Differences.Any(static difference => difference.Slot == DifferenceSlot.Date).ShouldBe(differ);

    [Theory]
    [InlineData("46 Menschen saßen im Bus nach Kallholm.", "45 Fahrgäste und der Fahrer saßen im Bus nach Kallholm.", false)]
    [InlineData("46 Menschen saßen im Bus nach Kallholm.", "44 Fahrgäste und der Fahrer saßen im Bus nach Kallholm.", true)]
    [InlineData("46 Menschen saßen im Bus nach Kallholm.", "45 Fahrgäste, darunter der Fahrer, saßen im Bus nach Kallholm.", true)]
    [InlineData("18 Matrosen wurden im Hafen von Kallholm verhört.", "17 weitere Matrosen wurden im Hafen von Kallholm verhört.", false)] // besides the captain
    [InlineData("18 Matrosen wurden im Hafen von Kallholm verhört.", "17 Matrosen wurden im Hafen von Kallholm verhört.", true)]
    public void Who_is_counted_besides_others_parts_from_no_whole(string first, string second, bool differ) =>
        Collate(Read("a", first), Read("b", second)).Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);

    [Theory]
    [InlineData("118 Fahrgäste und neun Matrosen waren auf der Fähre nach Kallholm.", false)]
    [InlineData("118 Fahrgäste und acht Matrosen waren auf der Fähre nach Kallholm.", true)]
    public void What_adds_up_in_a_third_account_parts_in_none(string third, bool differ) =>
        Collate(Read("a", "127 Menschen waren auf der Fähre nach Kallholm."), Read("b", "118 Fahrgäste waren auf der Fähre nach Kallholm."), Read("c", third))
            .Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity && difference.Readings.Any(static reading => reading.Account == "b")).ShouldBe(differ);

    [Theory]
    [InlineData("mehr als acht Stunden", "neun Stunden", false)]
    [InlineData("mehr als acht Stunden", "sechs Stunden", true)]
    [InlineData("mehr als eine Stunde", "47 Minuten", true)]
    [InlineData("eine Stunde", "47 Minuten", false)]
    [InlineData("mehr als vier Stunden", "neun Stunden", true)] // who knew nine would not have said so
    public void A_length_that_is_passed_is_no_shorter_one(string first, string second, bool differ)
    {
        const string Rest = " fielen in der Leitstelle von Kallholm alle Bildschirme aus.";
        Collate(Read("a", "Für " + first + Rest), Read("b", "Für " + second + Rest)).Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);
    }

    [Theory]
    [InlineData("22 Prozent der Wahllokale", false)]
    [InlineData("35 Prozent der Wahllokale", true)]
    public void A_share_in_words_rounds_one_in_figures(string share, bool differ) =>
        Collate(Read("a", "In jedem fünften Wahllokal von Kallholm wurde nach Angaben der Mission schlecht ausgezählt."), Read("b", $"In {share} von Kallholm wurde nach Angaben der Mission schlecht ausgezählt."))
            .Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);

    [Theory]
    [InlineData("Der Wirt von Kallholm fordert fünf Millionen Euro Schadenersatz für den Käse.", false)]
    [InlineData("Der Wert des Käses von Kallholm beträgt fünf Millionen Euro.", true)]
    public void What_a_thing_is_worth_is_no_compensation_for_it(string other, bool differ) =>
        Collate(Read("a", "Der Wert des Käses von Kallholm beträgt drei Millionen Euro."), Read("b", other)).Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);

    [Theory]
    [InlineData("de", "Die Firma setzte im vergangenen Jahr rund 24 Millionen Euro um.", "24 Millionen Euro", "revenue")]
    [InlineData("de", "Sie zahlt 24 Millionen Euro Geldstrafe.", "24 Millionen Euro", "fine")]
    [InlineData("de", "Sie überwies 24 Millionen Euro.", "24 Millionen Euro", null)]
    [InlineData("en", "The cheese is worth 24 million euros.", "24 million euros", "worth")]
    [InlineData("en", "The company has debts of 24 million euros.", "24 million euros", "debt")]
    public void What_a_sum_of_money_is_is_read_beside_it(string language, string clause, string sum, string? kind)
    {
        AccountText text = AccountText.Of(0, new Account { Id = "a", Text = clause, Language = language }, Packs, new TermIds());
        TextSpan whole = new(0, clause.Length);
        int at = clause.IndexOf(sum, StringComparison.Ordinal);
        Unit unit = new() { Index = 0, Account = 0, Sentence = 0, Span = whole, Whole = whole, Terms = [], Language = language };
        text.Sums.ShouldNotBeNull().Read(text, unit, [new TextSpan(at, at + sum.Length)]).ShouldBe([kind]);
    }

    [Theory]
    [InlineData("in der kleinen Stadt Kallholm", "In")]
    [InlineData("nahe Kallholm", "Near")]
    [InlineData("nördlich von Kallholm", "Near")]
    [InlineData("der Bürgermeister von Kallholm", "Of")]
    [InlineData("nach Kallholm", "To")]
    [InlineData("hofft Kallholm", "None")]
    [InlineData("gegen Kallholm", "Against")] // a team, no place
    public void Words_before_a_place_say_what_it_is_there(string words, string role)
    {
        AccountText text = AccountText.Of(0, Read("a", $"Man fuhr {words}."), Packs, new TermIds());
        int at = text.Text.IndexOf("Kallholm", StringComparison.Ordinal);
        text.Places.ShouldNotBeNull().RoleOf(text, new TextSpan(0, text.Text.Length), new TextSpan(at, at + 8)).ToString().ShouldBe(role);
    }

    [Theory]
    [InlineData("bis zu 100.000 Euro", "bis zu einer Million Euro", true)]
    [InlineData("bis zu 100.000 Euro", "bis zu 120.000 Euro", true)] // a limit is no rounding
    [InlineData("bis zu 100.000 Euro", "bis zu 105.000 Euro", false)]
    [InlineData("mehr als 100.000 Euro", "mehr als 120.000 Euro", false)]
    [InlineData("mehr als 100.000 Euro", "bis zu einer Million Euro", false)]
    public void Two_limits_exclude_each_other_and_so_do_least_figures_that_lie_far_apart(string first, string second, bool differ)
    {
        const string Rest = " Strafe drohen dem Wirt vom Falkenpass wegen des Lärms.";
        Collate(Read("a", "Dem Gesetz nach " + first + Rest), Read("b", "Dem Gesetz nach " + second + Rest)).Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);
    }

    [Theory]
    [InlineData("Die Polizei zählte am Falkenpass 4000 Demonstranten, der Bauernbund sprach von 9000.", true)]
    [InlineData("Am Falkenpass standen 4000 Demonstranten. In der Stadt wohnen 9000 Menschen.", false)]
    public void An_account_that_prints_two_counts_of_one_thing_stands_on_both_sides(string both, bool differ) =>
        Collate(Read("a", "Am Falkenpass demonstrierten 4000 Bauern gegen das neue Gesetz."), Read("b", "Am Falkenpass demonstrierten 9000 Bauern gegen das neue Gesetz."), Read("c", both))
            .Differences.Where(static difference => !difference.IsInner && difference.Slot == DifferenceSlot.Quantity).Any(static difference => difference.Readings.Count(static reading => reading.Account == "c") == 2).ShouldBe(differ);

    [Theory]
    [InlineData("Am Falkenpass wurde Reaktor 3 abgeschaltet, sagte eine Sprecherin.", "Am Falkenpass wurden vier abgeschaltet, sagte eine Sprecherin.", false)]
    [InlineData("Am Falkenpass wurden 3 abgeschaltet, sagte eine Sprecherin.", "Am Falkenpass wurden vier abgeschaltet, sagte eine Sprecherin.", true)]
    public void A_figure_that_is_a_part_of_a_name_counts_nothing(string first, string second, bool differ) =>
        Collate(Read("a", first), Read("b", second)).Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);

    [Theory]
    [InlineData("en", "The mill cut its price from 35 to 20 euros.", "35", true)]
    [InlineData("en", "The mill cut its price from 35 to 20 euros.", "20", false)]
    [InlineData("en", "The sacks came from 35 to Kallholm.", "35", false)] // nothing is counted behind it
    [InlineData("de", "Die Mühle senkte den Preis von 35 auf 20 Euro.", "35", true)]
    public void What_something_has_changed_from_held_before(string language, string sentence, string figure, bool isLeft)
    {
        AccountText text = AccountText.Of(0, new Account { Id = "a", Text = sentence, Language = language }, Packs, new TermIds());
        int at = sentence.IndexOf(figure, StringComparison.Ordinal);
        text.Figures.ShouldNotBeNull().IsLeft(text, new TextSpan(at, at + figure.Length)).ShouldBe(isLeft);
    }

    [Theory]
    [InlineData("P1Y", "P6M", true)]
    [InlineData("P1Y", "P7M", false)]
    [InlineData("P14M", "P411D", false)]
    [InlineData("P4.5M", "P4M", false)] // rounded
    [InlineData("P1.5Y", "P1Y", true)]
    [InlineData("P5M", "P4M", true)]
    public void A_length_rounds_by_less_than_half_its_unit(string left, string right, bool differ)
    {
        Unit unit = new() { Index = 0, Account = 0, Sentence = 0, Span = new(0, 3), Whole = new(0, 3), Terms = [], Language = "en" };
        ReadingValues.CompareLengths(Length(left), Length(right)).ShouldBe(differ ? Agreement.Different : Agreement.Compatible);

        Side Length(string value) => ReadingValues.Lengths(unit with { Times = [new TimeExpression(0, 3, TimeType.Duration, value, null, null)] }).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("The mill grinds 500 tonnes a year.", "a year", true)]
    [InlineData("The repair lasted a year.", "a year", false)]
    [InlineData("The guard served 4 1 / 2 months.", "2 months", true)] // a fraction
    public void A_rate_and_a_piece_of_a_fraction_are_no_length(string sentence, string length, bool isPiece)
    {
        AccountText text = AccountText.Of(0, new Account { Id = "a", Text = sentence, Language = "en" }, Packs, new TermIds());
        TextSpan whole = new(0, sentence.Length), span = new(sentence.IndexOf(length, StringComparison.Ordinal), sentence.IndexOf(length, StringComparison.Ordinal) + length.Length);
        Unit unit = new() { Index = 0, Account = 0, Sentence = 0, Span = whole, Whole = whole, Terms = [], Language = "en" };
        FigurePieces.IsPiece(text, new Side(unit, span, "", "") { Time = new TimeExpression(span.Start, span.End, TimeType.Duration, "P1Y", null, null) }).ShouldBe(isPiece);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)] // each tells what is new on its day
    public void Days_on_which_their_accounts_were_published_part_where_that_was_one_day(int day, bool differ) =>
        Collate(Read("a", "Die Mühle in Kallholm ist am Dienstag durch einen Brand zerstört worden.", new DateOnly(2026, 3, day)), Read("b", "Die Mühle in Kallholm ist am Mittwoch durch einen Brand zerstört worden."))
            .Differences.Any(static difference => difference.Slot == DifferenceSlot.Date).ShouldBe(differ);

    [Theory]
    [InlineData("Nach der Wahl vom Montag ist der Müller von Kallholm zum Sieger erklärt worden.", false)] // the day of the vote
    [InlineData("Am Montag ist der Müller von Kallholm zum Sieger erklärt worden.", true)]
    public void A_weekday_that_a_thing_has_is_told_in_passing(string other, bool differ) =>
        Collate(Read("a", "Am Sonntag ist der Müller von Kallholm zum Sieger erklärt worden."), Read("b", other)).Differences.Any(static difference => difference.Slot == DifferenceSlot.Date).ShouldBe(differ);

    [Theory]
    [InlineData("He is the third Hill League coach fired this season.", false)]
    [InlineData("He is the third Lake League coach fired this season.", true)]
    public void What_is_numbered_among_others_is_another_row(string other, bool differ) =>
        Collate(Read("a", "Kallholm lost again on Monday. He is the fifth Lake League coach fired this season.", language: "en"), Read("b", "Kallholm lost again on Monday. " + other, language: "en")).Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)] // told at which times, nobody knows
    public void What_is_known_by_now_parts_where_it_is_known_when_it_was_told(bool isDated, bool differ)
    {
        Account[] accounts = [Read("a", "In Kallholm sind mittlerweile 120 Menschen an Masern erkrankt."), Read("b", "In Kallholm sind mittlerweile 135 Menschen an Masern erkrankt.")];
        Collate([.. accounts.Select(account => account with { Published = isDated ? account.Published : null })]).Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);
    }

    [Theory]
    [InlineData("on Monday", false)]
    [InlineData("on Tuesday", true)]
    public void The_day_of_a_report_is_that_of_all_its_figures(string day, bool differ) =>
        Collate(Read("a", $"Officials in Kallholm said {day} that six miners had died and 27 miners had been injured in the mill fire.", language: "en"), Read("b", "On Tuesday 41 miners had been injured in the mill fire, officials in Kallholm said.", language: "en"))
            .Differences.Any(static difference => difference is { Slot: DifferenceSlot.Quantity }).ShouldBe(differ);

    [Fact]
    public void A_year_gives_no_day_of_it() =>
        Collate(Read("a", "Der neue Müller von Kallholm wird am 6. Mai vereidigt. Im Mai 2026 wird in Kallholm auch getanzt."), Read("b", "Der neue Müller von Kallholm wird am 3. Mai vereidigt."))
            .Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Date);

    [Theory]
    [InlineData("13 miles", false)]
    [InlineData("31 miles", true)]
    public void A_unit_may_be_named_in_short(string way, bool differ) =>
        Collate(Read("a", "The tanker drifted 13 nautical miles away from Kallholm on Tuesday.", language: "en"), Read("b", $"The tanker drifted {way} away from Kallholm on Tuesday.", language: "en"))
            .Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);

    [Theory]
    [InlineData("5,000 tons", false)] // tons of whatever kind
    [InlineData("7,000 tons", true)]
    public void Tons_of_two_kinds_are_one_figure(string weight, bool differ) =>
        Collate(Read("a", "The tanker weighs 5,000 tonnes and lies in the harbour of Kallholm.", language: "en"), Read("b", $"The tanker weighs {weight} and lies in the harbour of Kallholm.", language: "en"))
            .Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);

    [Fact]
    public void The_only_speed_of_an_account_meets_the_only_one_of_another() =>
        Collate(Read("a", "Mit 120 Stundenkilometern soll der Nachtzug in Kallholm entgleist sein."), Read("b", "Der Fahrtenschreiber zeigt 78 Stundenkilometer, so die Behörde in Kallholm zum Nachtzug."))
            .Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Quantity);

    [Theory]
    [InlineData("About 8,000 farmers gathered in Kallholm, according to the organisers; police put the crowd at 2,000.", "8000 #", "2000 #", true)]
    [InlineData("About 8,000 farmers gathered in Kallholm, according to the organisers; police saw 2,000 cows.", "8000 #", "2000 #", false)]
    [InlineData("The strike costs traders 25 million euros a day, according to the chamber. The union disputes the figure. Its economists put the losses at no more than 15 million.", "25000000 EUR", "..15000000 #", true)]
    [InlineData("The strike costs traders 25 million euros a day, according to the chamber. The union disputes the figure. Its economists said that the port had cost 15 million.", "25000000 EUR", "15000000 #", false)] // nobody's estimate
    public void Two_sources_give_two_counts_in_one_sentence_or_two(string sentences, string one, string two, bool areTwo)
    {
        AccountText text = AccountText.Of(0, Read("a", sentences, language: "en"), Packs, new TermIds());
        Side[] sides = [.. new UnitReader(Packs, new TermIds()).Read([text]).SelectMany(ReadingValues.Figures)];
        TwoCountsFinder.FindTold(text, sides, static side => side.Quantity is { Of: "farmer" } ? "gathered" : null).Any(counts => counts.One.Value == one && counts.Two.Value == two).ShouldBe(areTwo);
    }

    [Fact]
    public void Shares_that_an_account_gives_by_two_sources_part_in_others() =>
        Collate(Read("a", "The union estimated that 85% of the dockers had joined the strike in Kallholm. The company put the figure at 60%.", language: "en"), Read("b", "Während die Gewerkschaft von mehr als 80 Prozent spricht, sind es nach Zählung des Unternehmens 60 Prozent."))
            .Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Quantity && !difference.IsInner);

    [Fact]
    public void Who_gives_both_counts_by_two_sources_tells_not_of_two_things() =>
        Collate(Read("a", "Die Polizei spricht von zwei Toten beim Brand der Mühle in Kallholm. Nach Angaben der Gewerkschaft starben fünf Menschen."), Read("b", "Beim Brand der Mühle in Kallholm starben fünf Menschen."), Read("c", "Beim Brand der Mühle in Kallholm starben zwei Menschen."))
            .Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Quantity && !difference.IsInner);

    [Fact]
    public void An_account_that_gives_a_length_more_loosely_gives_no_second_one() =>
        Collate(Read("a", "Das Gericht in Kallholm verurteilte den Fahrer zu vier Jahren und neun Monaten Haft. Die Verteidigung hatte eine Haft von fünf Jahren gefordert."), Read("b", "Das Gericht in Kallholm verurteilte den Fahrer zu vier Jahren und drei Monaten Haft."))
            .Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Quantity);

    [Theory]
    [InlineData("480 by 360", "480", true)]
    [InlineData("480 by 360", "360", true)]
    [InlineData("480 and 360", "360", false)]
    public void A_word_between_two_figures_makes_them_sides_of_one_thing(string words, string figure, bool isAcross)
    {
        AccountText text = AccountText.Of(0, Read("a", $"The screen has {words} pixels.", language: "en"), Packs, new TermIds());
        int at = text.Text.IndexOf(figure, StringComparison.Ordinal);
        text.Figures.ShouldNotBeNull().IsAcross(text, new TextSpan(at, at + figure.Length)).ShouldBe(isAcross);
    }

    [Theory]
    [InlineData("The hall of 15, 800 seats was full.", "15", true)] // a blank breaks it
    [InlineData("The hall of 15, 800 seats was full.", "800", true)]
    [InlineData("The hall of 800 seats was full.", "800", false)]
    [InlineData("He got a 2-1/2 year sentence.", "2 year", true)]
    [InlineData("They sold two five-axis mills.", "five", true)] // what kind of mills
    [InlineData("They won it 17 - 14 after a long night.", "14", true)]
    [InlineData("The Lot 51 project grows.", "51", true)] // a name
    [InlineData("On Monday 51 workers fell ill.", "51", false)]
    [InlineData("He joined the team in week 12.", "12", true)] // it numbers the week
    [InlineData("The ferry sailed 22 times in week 8, she wrote.", "8", true)]
    [InlineData("In the end they found 12.", "12", false)] // behind a verb it counts
    public void Digits_that_are_a_piece_of_something_else_are_no_figure(string sentence, string figure, bool isPiece)
    {
        AccountText text = AccountText.Of(0, new Account { Id = "a", Text = sentence, Language = "en" }, Packs, new TermIds());
        TextSpan whole = new(0, sentence.Length), span = new(sentence.IndexOf(figure, StringComparison.Ordinal), sentence.IndexOf(figure, StringComparison.Ordinal) + figure.Length);
        Unit unit = new() { Index = 0, Account = 0, Sentence = 0, Span = whole, Whole = whole, Terms = [], Language = "en" };
        FigurePieces.IsPiece(text, new Side(unit, span, "", "") { Quantity = new Quantity { Start = span.Start, End = span.End, Value = 1, Of = figure.Length > 2 || sentence.Contains("workers", StringComparison.Ordinal) || sentence.Contains("project", StringComparison.Ordinal) ? "thing" : null } }).ShouldBe(isPiece);
    }

    [Theory]
    [InlineData("de", "Das Tor fiel in der 88. Minute.", 88)]
    [InlineData("en", "The winner came in the 86th minute.", 86)]
    [InlineData("en", "It was the fourth attempt.", 4)]
    [InlineData("de", "Das Tor fiel nach 88 Minuten.", null)]
    public void Ordinals_are_read_in_words_and_digits(string language, string sentence, int? number)
    {
        AccountText text = AccountText.Of(0, new Account { Id = "a", Text = sentence, Language = language }, Packs, new TermIds());
        TextSpan whole = new(0, sentence.Length);
        Unit unit = new() { Index = 0, Account = 0, Sentence = 0, Span = whole, Whole = whole, Terms = [], Language = language };
        text.Ordinals.ShouldNotBeNull().Find(text, unit).Select(static side => (int?)side.Size).FirstOrDefault().ShouldBe(number);
    }

    [Fact]
    public void One_person_by_an_article_parts_from_two() =>
        Collate(Read("a", "Eine Frau kam bei dem Unglück am Falkenpass ums Leben."), Read("b", "Zwei Menschen kamen bei dem Unglück am Falkenpass ums Leben."))
            .Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Quantity);

    [Fact]
    public void A_place_that_owns_something_is_no_place_of_an_event()
    {
        Account[] accounts = [.. ((string[])["The raid hit Kallholm's office.", "The raid hit an office in Kallholm.", "The raid hit an office."]).Select(static (text, at) =>
        {
            int name = text.IndexOf("Kallholm", StringComparison.Ordinal);
            return new Account { Id = "a" + at, Text = text, Language = "en", Entities = name < 0 ? [] : [new Entity { Id = "kallholm", Name = "Kallholm", Type = EntityType.GeoPolitical }], Mentions = name < 0 ? [] : [new Mention(name, name + 8, "kallholm", MentionKind.Name)] };
        })];
        TermIds ids = new();
        AccountText[] texts = [.. accounts.Select((account, i) => AccountText.Of(i, account, Packs, ids))];
        ImmutableArray<Unit> units = new UnitReader(Packs, ids).Read(texts);
        StoryPlaces places = new(texts, units);
        units.SelectMany(places.Of).Select(static side => side.Unit.Account).ShouldBe([1]);
    }

    [Theory]
    [InlineData("de", "Befüllt wurden die Wagen in Krasnowitsch.", "Krasnowitsch")]
    [InlineData("de", "Befüllt wurden die Wagen im nahen Krasnowitsch.", "Krasnowitsch")]
    [InlineData("de", "Befüllt wurden die Wagen nach Krasnowitsch.", null)] // after somebody's plan?
    [InlineData("de", "Gezahlt wurde alles in Krawottel, genau 48 Krawottel.", null)] // what is counted is no place
    [InlineData("de", "Gefasst wurden sie in Handschellen.", null)]
    [InlineData("en", "They were treated in Hall, police said.", "Hall")]
    [InlineData("en", "They were treated in Hall's office.", null)] // whose it is
    [InlineData("en", "They met on Saint Rolf Kallholm Square of the town.", null)] // a piece of a name, the rest of which is too long
    [InlineData("en", "The leaflets were printed in Korean.", null)]
    [InlineData("en", "It was 12 degrees Fahrenheit.", null)]
    public void A_name_behind_a_word_that_leads_to_a_place_is_one_though_no_layer_read_it(string language, string sentence, string? place)
    {
        TermIds ids = new();
        AccountText[] texts = [AccountText.Of(0, new Account { Id = "a", Text = sentence, Language = language, Sentences = [new TextSpan(0, sentence.Length)], Quantities = [] }, Packs, ids)];
        new UnitReader(Packs, ids).Read(texts).SelectMany(new UnreadPlaces(texts).Find).Select(static side => side.Shown).FirstOrDefault().ShouldBe(place);
    }

    [Fact]
    public void What_another_account_knows_for_a_place_is_one_here()
    {
        string[] sentences = ["Die Probe kam aus Grille.", "Die Probe ging nach Grille."];
        TermIds ids = new();
        AccountText[] texts = [.. sentences.Select((sentence, at) => AccountText.Of(at, new Account { Id = "a" + at, Text = sentence, Language = "de", Sentences = [new TextSpan(0, sentence.Length)], Entities = at == 0 ? [new Entity { Id = "grille", Name = "Grille", Type = EntityType.GeoPolitical }] : [] }, Packs, ids))];
        new UnitReader(Packs, ids).Read(texts).Where(static unit => unit.Account == 1).SelectMany(new UnreadPlaces(texts).Find).ShouldHaveSingleItem().Value.ShouldBe("grille");
    }

    [Fact]
    public void A_figure_that_nearly_is_the_other_one_gives_not_both() =>
        Collate(Read("a", "Das Tor am Falkenpass fiel in der 88. Minute, der Jubel war groß."), Read("b", "Das Tor am Falkenpass fiel in der 86. Minute, der Jubel war groß.")).Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Quantity);

    [Theory]
    [InlineData("de", "23 Personen wurden verletzt", "injured")]
    [InlineData("de", "Die Zahl der Verletzten stieg auf 23", "injured")]
    [InlineData("de", "Sechs Menschen starben und 23 wurden verletzt", "dead injured")]
    [InlineData("de", "Sechs Wanderer und zwei Träger starben", "dead dead")] // figures in a row share it
    [InlineData("de", "Vier Gäste verloren das Leben", "dead")]
    [InlineData("de", "Drei Leute nahm die Polizei fest", "arrested")]
    [InlineData("de", "Vier Gäste nahmen den Bus", "-")]
    [InlineData("en", "killing six hikers and wounding 23", "dead injured")] // here the word stands before its figure
    [InlineData("en", "killing six hikers and two guides", "dead dead")]
    [InlineData("en", "Six people were killed and 23 injured", "dead injured")]
    [InlineData("en", "Gunners downed 12 balloons over the lake", "downed")]
    [InlineData("en", "The mill is down 12 orders on last year", "-")]
    [InlineData("en", "Entry is free for 30 pupils", "-")]
    [InlineData("en", "Some 150 guests were moved out of the house", "displaced")]
    [InlineData("en", "Some 150 guests were in the house", "-")]
    [InlineData("de", "Der Steinschlag hat zwei Menschenleben gefordert.", "dead")]
    public void What_became_of_those_whom_a_figure_counts_is_read_beside_it(string language, string clause, string fates)
    {
        AccountText text = AccountText.Of(0, new Account { Id = "a", Text = clause, Language = language }, Packs, new TermIds());
        TextSpan whole = new(0, clause.Length);
        TextSpan[] figures = [.. text.Words.Where(word => word.IsNumber || clause[word.Start..word.End] is "Sechs" or "zwei" or "Vier" or "Drei" or "six" or "two" or "Six").Select(static word => new TextSpan(word.Start, word.End))];
        Unit unit = new() { Index = 0, Account = 0, Sentence = 0, Span = whole, Whole = whole, Terms = [], Language = language };
        string.Join(' ', text.Fates.ShouldNotBeNull().Read(text, unit, figures).Select(static fate => fate ?? "-")).ShouldBe(fates);
    }

    [Fact]
    public void People_are_counted_by_any_word() =>
        Collate(Read("a", "Auf der Fähre von Kallholm nach Esbjerg waren zwölf Menschen."), Read("b", "Auf der Fähre von Kallholm nach Esbjerg waren elf Männer."))
            .Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Quantity);

    [Theory]
    [InlineData("23 Personen wurden bei der Explosion in der Mühle von Kallholm verletzt.", true)]
    [InlineData("23 Personen wurden nach der Explosion in der Mühle von Kallholm festgenommen.", false)]
    public void The_hurt_are_counted_by_whatever_they_are_called(string german, bool differ) =>
        Collate(Read("a", german), Read("b", "At least 29 injured in the explosion at the mill in Kallholm, police said.", language: "en"))
            .Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);

    [Theory]
    [InlineData(4, "Die Zahl der Toten nach dem Brand in der Mühle von Kallholm stieg auf neun.", true)] // of the same day
    [InlineData(6, "Die Zahl der Toten nach dem Brand in der Mühle von Kallholm stieg auf neun.", false)]
    [InlineData(6, "Bei dem Brand in der Mühle von Kallholm starben neun Menschen.", true)] // nobody says that it has changed
    public void A_count_that_has_changed_by_now_contradicts_no_earlier_one(int day, string later, bool differ)
    {
        Collation collation = Collate(Read("a", "Bei dem Brand in der Mühle von Kallholm starben sechs Menschen."), Read("b", later, new DateOnly(2026, 3, day)));
        collation.Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);
        collation.Drifts.Length.ShouldBe(day == 4 ? 0 : 1);
    }

    [Theory]
    [InlineData("The ship docked on 10 Nov 2011.", "Nov", true)]
    [InlineData("The ship docked at 10 piers.", "pier", false)]
    public void The_day_of_a_month_counts_no_months(string sentence, string noun, bool isPiece)
    {
        AccountText text = AccountText.Of(0, new Account { Id = "a", Text = sentence, Language = "en" }, Packs, new TermIds());
        TextSpan whole = new(0, sentence.Length), span = new(sentence.IndexOf("10", StringComparison.Ordinal), sentence.IndexOf("10", StringComparison.Ordinal) + 2);
        Unit unit = new() { Index = 0, Account = 0, Sentence = 0, Span = whole, Whole = whole, Terms = [], Language = "en" };
        FigurePieces.IsPiece(text, new Side(unit, span, "", "") { Quantity = new Quantity { Start = span.Start, End = span.End, Value = 10, Unit = noun, Of = noun } }).ShouldBe(isPiece);
    }

    [Theory]
    [InlineData("120 miles an hour", false)] // the same in another unit
    [InlineData("170 miles an hour", true)]
    public void A_limit_in_another_unit_is_the_same_limit(string speed, bool differ)
    {
        const string Rest = " before it left the road near Kallholm.";
        Collate(Read("a", "The police chased the van at up to 193 kilometres an hour" + Rest, language: "en"), Read("b", "The police chased the van at " + speed + Rest, language: "en"))
            .Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differ);
    }

    [Fact]
    public void A_town_is_no_other_place_than_its_country() =>
        Collate(Read("a", "Zwei fremde Kampfflugzeuge sind am Freitag bei Tallinn ohne Erlaubnis in den Luftraum eingedrungen."), Read("b", "Drei fremde Kampfflugzeuge sind am Freitag in Estland ohne Erlaubnis in den Luftraum eingedrungen."))
            .Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Quantity);

    [Fact]
    public void A_neighbouring_house_makes_no_other_event_of_clauses_that_surely_meet() =>
        Collate(Read("a", "Nach dem Brand in Kallholm mussten 120 Anwohner ihre Wohnungen verlassen."), Read("b", "Nach dem Brand in Kallholm mussten 150 Anwohner ihre Wohnungen in benachbarten Häusern verlassen."))
            .Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Quantity);

    [Theory]
    [InlineData("de", "Rund 2000 Anwohner standen am Ufer.", null, 2000)]
    [InlineData("de", "Die Mühle steht seit etwa 2000 leer.", "2000", null)]
    [InlineData("en", "The mill was dark for three-quarters of an hour.", "PT0.75H", null)]
    [InlineData("en", "The tank lost 4.3m litres of oil.", null, 4300000)]
    public void Round_numbers_are_no_years_and_parts_of_hours_are_lengths(string language, string sentence, string? time, int? figure)
    {
        Account account = Read("a", sentence, language: language);
        account.Times.Select(static found => found.Value).SingleOrDefault().ShouldBe(time);
        account.Quantities.Select(static found => (int?)found.Value).SingleOrDefault().ShouldBe(figure);
    }

    private static Account Read(string id, string text, DateOnly? published = null, string language = "de") =>
        BuiltIn.Engine.Analyze(new Article { Id = id, Source = id, Outlet = id, Language = language, Published = PublicationTime.OfDay(published ?? new DateOnly(2026, 3, 4)), Text = text }).Value.ShouldNotBeNull();

    private static Collation Collate(params Account[] accounts) => new Collator(Packs, "de").Collate(new Story("s", [.. accounts]), []);
}
