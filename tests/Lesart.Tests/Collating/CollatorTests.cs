using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Lesart.Collating;
using Lesart.Json;
using Lesart.Languages;

namespace Lesart.Tests.Collating;

public sealed class CollatorTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    private const string Wire = "Der Stadtrat von Ebersgrund hat am Abend den Bau einer neuen Schwimmhalle beschlossen. Die Halle soll am Rand des alten Güterbahnhofs entstehen.";

    [Fact]
    public void Copied_text_ties_two_accounts_into_one_strand()
    {
        Collation collation = Collate(
            Told("a", "Ebersgrunder Bote", Wire + " Gegen den Plan stimmten vier Räte."),
            Told("b", "Talkurier", Wire + " Im Sommer beginnt die Ausschreibung."),
            Told("c", "Funk 4", "Vier Räte lehnten das Vorhaben ab, sagte ein Sprecher der Verwaltung."));
        collation.Passages.ShouldHaveSingleItem().Kind.ShouldBe(PassageKind.Copy);
        collation.Strands.Select(static strand => string.Join(' ', strand.Accounts)).ShouldBe(["a b", "c"]);
    }

    [Fact]
    public void A_credited_agency_makes_shared_text_a_wire_passage_and_names_the_strand()
    {
        Collation collation = Collate(Told("a", "Ebersgrunder Bote", Wire) with { Agencies = ["epa"] }, Told("b", "Talkurier", Wire));
        collation.Passages.ShouldHaveSingleItem().Kind.ShouldBe(PassageKind.Wire);
        collation.Strands.ShouldHaveSingleItem().Origin.ShouldBe("epa");
    }

    [Fact]
    public void A_clause_that_ends_in_a_quoted_word_holds_both_its_marks()
    {
        const string Left = "Der Sprecher der Werft nannte den Brand im Hafen eine \"Erfindung\", die Halle stehe seit Mai leer.";
        const string Right = "Der Sprecher der Werft nannte den Brand im Hafen eine „Erfindung“, die Halle habe seit Mai leer gestanden.";
        TermIds ids = new();
        AccountText[] texts = [AccountText.Of(0, Told("a", "Bote", Left), Packs, ids), AccountText.Of(1, Told("b", "Kurier", Right), Packs, ids)];
        string[] clauses = [.. new UnitReader(Packs, ids).Read(texts).Select(unit => unit.Span.In(texts[unit.Account].Text).ToString())];
        clauses.ShouldContain(static clause => clause.EndsWith("\"Erfindung\"", StringComparison.Ordinal));
        clauses.ShouldContain(static clause => clause.EndsWith("„Erfindung“", StringComparison.Ordinal));
    }

    [Fact]
    public void Inserted_words_and_another_figure_do_not_end_a_passage()
    {
        const string Left = "Die Brandwache rückte kurz nach Mitternacht mit neun Wagen aus und brachte alle Bewohner des Hauses nach und nach ins Freie. Der Schaden beträgt nach einer ersten Schätzung 300.000 Euro.";
        const string Right = "Die Brandwache rückte kurz nach Mitternacht mit zwölf Wagen aus und brachte alle Bewohner des Hauses ins Freie. Der Schaden beträgt nach einer ersten Schätzung 400.000 Euro.";
        Passage passage = Collate(Told("a", "Bote", Left), Told("b", "Kurier", Right)).Passages.ShouldHaveSingleItem();
        passage.Spans[0].ShouldBe(new AccountSpan("a", 0, Left.Length - 1));
        passage.Likeness.ShouldBeInRange(0.75m, 0.97m);
    }

    [Theory]
    [InlineData("und im Anschluss daran eine Liste der Gärten vorlegen, die im Frühjahr an Schulen gehen sollen", 1)] // word for word
    [InlineData("und im Anschluss an die Ferien Listen aller Gärten zeigen, welche nach Ostern an Schulen gehen", 2)] // told anew
    public void A_long_stretch_taken_over_word_for_word_ties_even_long_accounts(string words, int strands)
    {
        const string Own = "Am Ufer standen gestern nur wenige Leute. Ein Angler packte gegen Mittag seine Ruten ein. Zwei Kinder suchten Muscheln. Der Wirt im Kiosk kochte Kaffee für die Träger, die oben am Damm Kisten stapelten. Später kam Wind auf, und die Fahnen am Mast rissen.";
        const string Other = "Im Rathaus brannte lange Licht. Der Pförtner zählte neun Gäste. Eine Sekretärin trug Akten über den Hof, während im Saal das Telefon klingelte. Kurz nach acht fiel der Strom aus, so dass alle bei Kerzen weiter tagten. Gegen zehn gingen die ersten heim.";
        Collation collation = Collate(
            Told("a", "Bote", $"{Own} Die Gartenbehörde will bis Juni einen Plan für alle Beete aufstellen und im Anschluss daran eine Liste der Gärten vorlegen, die im Frühjahr an Schulen gehen sollen. {Own}"),
            Told("b", "Kurier", $"{Other} Die Gartenbehörde will bis Juni einen Plan für alle Beete aufstellen {words}. {Other}"));
        collation.Strands.Length.ShouldBe(strands);
    }

    [Theory]
    [InlineData("Der Kran ist nach einem Bericht der Fährpost umgestürzt. Mehr weiß man nicht.", 1)]
    [InlineData("Der Kran ist umgestürzt. Er war nach einem Bericht der Fährpost alt. Mehr weiß man nicht.", 2)] // background
    [InlineData("Der Kran ist nach einem Bericht der Fährpostille umgestürzt. Mehr weiß man nicht.", 2)]
    public void Whose_news_it_is_the_first_sentence_says_though_no_list_knows_the_name(string text, int strands)
    {
        Account citing = Told("b", "Kurier", text);
        int start = text.IndexOf("einem Bericht", StringComparison.Ordinal), end = text.IndexOf(' ', text.IndexOf("Fährpost", StringComparison.Ordinal));
        citing = citing with { Statements = [new Statement { Id = "s1", Kind = StatementKind.Indirect, Stance = Stance.Asserted, Content = [new TextSpan(0, start - 6)], Cue = [new TextSpan(start - 5, start - 1)], Source = [new TextSpan(start, end)] }] };
        Collate(Told("a", "Fährpost", "Am Kai liegt Eisen quer über den Schienen."), citing).Strands.Length.ShouldBe(strands);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_blank_outlet_is_nobodys_source(string outlet)
    {
        const string Text = "Der Kran ist nach einem Bericht umgestürzt. Mehr weiß man nicht.";
        Account citing = Told("b", "Kurier", Text) with { Statements = [new Statement { Id = "s1", Kind = StatementKind.Indirect, Stance = Stance.Asserted, Content = [new TextSpan(0, 12)], Source = [new TextSpan(18, 31)] }] };
        Collate(Told("a", outlet, "Am Kai liegt Eisen quer über den Schienen."), citing).Strands.Length.ShouldBe(2);
    }

    [Fact]
    public void Words_of_one_speaker_prove_no_common_origin()
    {
        const string Said = "„Wir werden keinen einzigen Baum im Kurpark fällen lassen“";
        Collation collation = Collate(
            Told("a", "Bote", $"Die Bürgermeisterin blieb hart. {Said}, sagte sie vor dem Rathaus."),
            Told("b", "Kurier", $"Am Mittag trat die Stadtchefin vor die Presse: {Said}."));
        collation.Passages.ShouldHaveSingleItem().Kind.ShouldBe(PassageKind.Quotation);
        collation.Strands.Length.ShouldBe(2);
    }

    [Fact]
    public void What_an_outlet_prints_under_every_article_is_no_passage()
    {
        const string Footer = " Dieser Bericht ist Teil unserer Reihe über das Leben am Fluss, die jeden zweiten Samstag erscheint.";
        Account one = Told("a", "Bote", "Im Hafen liegt seit gestern ein Frachter fest." + Footer);
        Account two = Told("b", "Bote", "Ein Schiff blockiert die Einfahrt der Werft." + Footer);
        Account other = Told("z", "Bote", "Das Freibad öffnet erst im Juni." + Footer);
        Collation collation = new Collator(Packs, "de").Collate(new Story("s", [one, two]), [new Story("t", [other])]);
        collation.Passages.ShouldBeEmpty();
        collation.Strands.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("2026-05-02T09:00:00+02:00", "2026-05-02T09:30:00+02:00", "2026-05-02T09:00:00+02:00", true)] // at the same time
    [InlineData("2026-05-02T09:00:00+02:00", "2026-05-02T09:30:00+02:00", "2026-05-02T08:59:00+02:00", false)]
    [InlineData("2026-05-02T09:00:00+02:00", "2026-05-02T09:30:00+02:00", "2026-05-02T08:10:00+01:00", true)] // the zone decides
    [InlineData("2026-05-02T09:00:00+02:00", "2026-05-02T09:30:00+02:00", "2026-05-02", false)] // some time of that day
    [InlineData("2026-05-02T09:00:00+02:00", "2026-05-02T09:30:00+02:00", "2026-05-03", true)]
    [InlineData("2026-05-02", "2026-05-02", "2026-05-02", false)] // nobody knows who was first
    [InlineData("2026-05-02", "2026-05-02", "2026-05-02T23:00:00+02:00", false)]
    [InlineData("2026-05-02", "2026-05-02T09:30:00+02:00", "2026-05-02T10:00:00+02:00", true)] // the second told it by then
    [InlineData("2026-05-02", "2026-05-02", "2026-05-03", true)]
    [InlineData("2026-05-02", "2026-05-02", null, false)]
    [InlineData(null, null, "2026-05-03", false)] // not known since when
    [InlineData(null, "2026-05-02", "2026-05-03", true)]
    [InlineData(null, null, null, false)]
    public void Silent_is_who_is_known_to_have_appeared_when_the_point_was_told(string? first, string? second, string? third, bool isSilent)
    {
        Account[] accounts =
        [
            Told("a", "Bote", "Die Talbrücke wird im Herbst gesprengt. Der Bürgermeister lud zum Fest.") with { Published = Time(first) },
            Told("b", "Kurier", "Im Herbst soll die Talbrücke gesprengt werden. Der Radweg bekommt neue Laternen.") with { Published = Time(second) },
            Told("c", "Funk 4", "Die Bäckerei backt wieder Brot ohne Weizen. Für Wanderer gelten Hinweise.") with { Published = Time(third) },
        ];
        Point point = Collate(accounts).Points.Single(static point => point.Readings.Length == 2);
        point.Readings.Select(static reading => reading.Account).ShouldBe(["a", "b"]);
        point.Silent.ShouldBe(isSilent ? ["c"] : []);
        point.Strands.ShouldBe(2);
        Collate([.. accounts[..2], accounts[2] with { Incomplete = true }]).Points.ShouldAllBe(static point => !point.Silent.Contains("c"));
    }

    private static PublicationTime? Time(string? published) => PublicationTime.TryParse(published, out PublicationTime time) ? time : null;

    [Theory]
    [InlineData("Der Intendant Ruben Falk legte am Abend sein Amt nieder.", "de")] // a phrase
    [InlineData("Ruben Falk trat als Intendant zurück.", "de")] // a separated prefix
    [InlineData("Ruben Falk announced his resignation as director.", "en")]
    public void Other_words_for_the_same_are_one_point(string retold, string language)
    {
        Collation collation = Collate(
            Told("a", "Bote", "Der Rücktritt des Intendanten Ruben Falk kam überraschend. Die Kantine bleibt im Mai zu."),
            Told("b", "Kurier", retold) with { Language = language });
        collation.Points.ShouldContain(static point => point.Readings.Length == 2 && point.Readings[0].Account == "a" && point.Readings[0].Spans[0].Start == 0);
    }

    [Fact]
    public void Figures_of_different_things_are_no_difference()
    {
        Collation collation = Collate(
            Counted("a", "Beim Brand der Mühle wurden {0} Arbeiter verletzt.", "31", isApproximate: false),
            Counted("b", "Beim Brand der Mühle waren {0} Löschfahrzeuge im Einsatz.", "12", isApproximate: false, unit: "Löschfahrzeug"));
        collation.Differences.ShouldBeEmpty();
    }

    [Fact]
    public void What_happened_and_what_is_announced_do_not_part_in_their_dates()
    {
        Account done = Dated("a", "Die Werft meldete {0} Insolvenz an.", "2031-03-02") with { Published = PublicationTime.OfDay(new DateOnly(2031, 3, 5)) };
        Account planned = Dated("b", "Die Werft meldet {0} Insolvenz an.", "2031-03-20") with { Published = PublicationTime.OfDay(new DateOnly(2031, 3, 5)) };
        Collate(done, planned).Differences.ShouldBeEmpty();
    }

    [Fact]
    public void Who_tells_both_dates_has_two_events()
    {
        Account first = Dated("a", "Die Werft am Nordkai meldete {0} beim Amtsgericht Insolvenz an.", "2031-03"), second = Dated("b", "{0} meldete die Werft am Nordkai beim Amtsgericht Insolvenz an.", "2031-04");
        Collate(first, second).Differences.ShouldHaveSingleItem();
        int end = second.Text.Length;
        second = second with { Text = second.Text + " Ein Antrag vom März war zurückgezogen worden.", Times = [.. second.Times, first.Times[0] with { Start = end + 16, End = end + 20 }] };
        Collate(first, second).Differences.ShouldBeEmpty();
    }

    [Fact]
    public void Swapped_digits_of_one_measure_are_a_difference_though_few_words_are_shared()
    {
        Collation collation = Collate(
            Counted("a", "Die Sanierung der Schleuse kostet {0} Euro.", "38000000", isApproximate: false, unit: "EUR"),
            Counted("b", "Auf {0} Euro schätzt man die Arbeiten an der Schleuse.", "83000000", isApproximate: false, unit: "EUR"),
            Told("c", "Funk 4", "Das Wetter bleibt regnerisch. Der Fußballverein gewann sein Heimspiel. Im Kurpark blühen Kirschbäume. Die Bäckerei schließt nach vierzig Jahren."));
        Difference difference = collation.Differences.ShouldHaveSingleItem();
        difference.Slot.ShouldBe(DifferenceSlot.Quantity);
        collation.Points.Single(point => point.Id == difference.Point).Readings.Select(static reading => reading.Account).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Versions_of_an_article_are_one_account_and_the_newest_is_read()
    {
        Account first = Told("a", "Bote", "Die Schleuse am Nordkai bleibt bis Mai gesperrt."), second = Told("a2", "Bote", "Die Schleuse am Nordkai bleibt bis Juni gesperrt.") with { Version = 2, Previous = "a" };
        Collation collation = Collate(first, second, Told("b", "Kurier", "Am Nordkai bleibt die Schleuse gesperrt."));
        collation.Accounts.Select(static account => account.Id).ShouldBe(["a2", "b"]);
    }

    [Fact]
    public void One_account_that_sets_its_own_word_beside_a_quoted_one_has_a_choice_of_words()
    {
        Collation collation = Collate(
            Told("a", "Bote", "Der Angriffskrieg dauert an. Der Präsident lobte die „Sonderoperation“."), Told("b", "Kurier", "Das Wetter bleibt regnerisch."));
        collation.Wording.ShouldHaveSingleItem().Terms.Select(static term => (term.Term, term.Quoted)).ShouldBe([("Angriffskrieg", 0), ("Sonderoperation", 1)], ignoreOrder: true);
    }

    [Fact]
    public void Initials_and_accents_make_no_other_name()
    {
        Collate(Named("a", "Den Neubau der Schleuse leitet Nadja Kovačić.", "Nadja Kovačić", "n1"), Named("b", "Den Neubau der Schleuse leitet Nadja K.", "Nadja K.", "n2")).Differences.ShouldBeEmpty();
        Collate(Named("a", "Den Neubau der Schleuse leitet Nadja Kovačić.", "Nadja Kovačić", "n1"), Named("b", "Den Neubau der Schleuse leitet Nadja Kovacic.", "Nadja Kovacic", "n2")).Differences.ShouldBeEmpty();
        Collate(Named("a", "Den Neubau der Schleuse leitet Ministerin Nadja Kovačić.", "Nadja Kovačić", "n1"), Named("b", "Den Neubau der Schleuse leitet Ministerin Ruth Amsel.", "Ruth Amsel", "n2")).Differences.ShouldHaveSingleItem().Slot.ShouldBe(DifferenceSlot.Name);
        Collate(Named("a", "Den Neubau der Schleuse leitet Nadja Kovačić.", "Nadja Kovačić", "n1"), Named("b", "Den Neubau der Schleuse leitet Ruth Amsel.", "Ruth Amsel", "n2")).Differences.ShouldBeEmpty(); // nothing says that they are called alike
    }

    [Theory]
    [InlineData("portland-oregon-xx", "salem-oregon-xx", true)] // towns that no table has
    [InlineData("germany", "saxony", false)]
    [InlineData("germany", "france", true)]
    [InlineData("shanghai", "china", false)]
    public void Places_of_one_level_exclude_each_other(string left, string right, bool areOfOneLevel) => PlaceLevels.AreOfOneLevel((left, left), (right, right)).ShouldBe(areOfOneLevel);

    [Theory]
    [InlineData("Lake Ravnsborg", "water")]
    [InlineData("Mount Ravnsborg Park", "building")]
    [InlineData("Ravnsborger Platz", "building")]
    [InlineData("Ravnsborgplatz", "building")]
    [InlineData("Ravnsborg", null)]
    [InlineData("Park", null)] // a word of a kind alone is no name
    public void A_word_of_a_name_says_what_kind_of_place_it_is(string name, string? level) => PlaceLevels.LevelOf(name).ShouldBe(level);

    [Fact]
    public void A_charge_told_here_and_denied_by_name_there_is_a_difference_of_stance()
    {
        Account accusing = Told("a", "Bote", "Die Fischer werfen der Hafenbehörde Untätigkeit vor.");
        accusing = accusing with { Statements = [new Statement { Id = "s1", Kind = StatementKind.Indirect, Stance = Stance.Asserted, CueClass = "accuses", Content = [new TextSpan(21, 47)] }] };
        Difference difference = Collate(accusing, Told("b", "Kurier", "Ein Anwalt des Amtes nannte die Vorwürfe haltlos.")).Differences.ShouldHaveSingleItem();
        difference.Slot.ShouldBe(DifferenceSlot.Stance);
        difference.Readings.Select(static reading => reading.Value).ShouldBe(["asserted", "denied"]);
    }

    [Fact]
    public void Who_cites_another_outlet_and_asked_for_themselves_is_a_strand_of_their_own()
    {
        Account cited = Told("a", "Küstenkurier", "Die Werft hat den Auftrag verloren.");
        Entity outlet = new() { Id = "kk", Name = "Küstenkurier", Names = ["Küstenkurier"], Type = EntityType.Organization };
        Account Citing(string text) => Told("b", "Blatt", text) with
        {
            Entities = [outlet],
            Statements = [new Statement { Id = "s1", Kind = StatementKind.Indirect, Stance = Stance.Asserted, Speaker = "kk", Content = [new TextSpan(0, 10)] }],
        };
        Collate(cited, Citing("Wie der Küstenkurier berichtet, ist der Auftrag weg.")).Strands.Length.ShouldBe(1);
        Account late = Citing("Im Ort ist es still. Kaum ein Laden hat noch offen. Wie der Küstenkurier berichtet, ist der Auftrag weg.");
        Collate(cited, late with { Statements = [late.Statements[0] with { Content = [new TextSpan(83, 103)] }] }).Strands.Length.ShouldBe(2);
        Collate(cited, Citing("Wie der Küstenkurier berichtet, ist der Auftrag weg. Der Meister hat mir erzählt, wie es kam.")).Strands.Length.ShouldBe(2);
    }

    [Fact]
    public void A_figure_of_another_case_is_no_difference()
    {
        Collate(
            Counted("a", "Beim Brand der Mühle wurden {0} Arbeiter verletzt.", "31", isApproximate: false),
            Counted("b", "Beim Brand einer anderen Mühle wurden {0} Arbeiter verletzt.", "13", isApproximate: false)).Differences.ShouldBeEmpty();
    }

    [Fact]
    public void What_stands_before_a_question_in_its_sentence_is_told()
    {
        const string Other = " Das Wetter bleibt regnerisch. Im Kurpark blühen Kirschbäume. Die Bäckerei schließt nach vierzig Jahren.";
        Collation collation = Collate(
            Told("a", "Bote", "Der Vertrag des Kapitäns läuft bis Mai, aber wer glaubt das noch?" + Other), Told("b", "Kurier", "Der Vertrag des Kapitäns läuft bis Mai."), Told("c", "Funk 4", "Läuft der Vertrag des Kapitäns bis Mai?" + Other));
        collation.Points.Single(static point => point.Gloss.StartsWith("Der Vertrag", StringComparison.Ordinal)).Readings.Select(static reading => reading.Account).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_note_tells_whose_denial_it_is()
    {
        const string Text = "Die Reederei habe die Hafenbehörde über das Leck getäuscht, bestritt Ilka Brandt.";
        Account denied = Told("b", "Kurier", Text) with
        {
            Entities = [new Entity { Id = "ilka-brandt", Type = EntityType.Person, Name = "Ilka Brandt" }],
            Statements = [new Statement { Id = "s1", Kind = StatementKind.Indirect, Stance = Stance.Denied, Content = [new TextSpan(0, 58)], Speaker = "ilka-brandt" }],
        };
        Account told = Told("a", "Bote", "Die Reederei hat die Hafenbehörde über das Leck getäuscht.") with
        {
            Statements = [new Statement { Id = "s1", Kind = StatementKind.Indirect, Stance = Stance.Asserted, Content = [new TextSpan(0, 57)] }],
        };
        Collation collation = Collate(told, denied);
        collation.Differences.ShouldHaveSingleItem().Note.ShouldBe("ohne Vorbehalt (Bote) gegen zurückgewiesen von Ilka Brandt (Kurier)");
    }

    [Fact]
    public void A_source_without_a_name_is_quoted_in_the_note()
    {
        Account denied = Told("b", "Kurier", "Die Reederei habe die Hafenbehörde über das Leck getäuscht, bestritt ein Matrose.") with
        {
            Statements = [new Statement { Id = "s1", Kind = StatementKind.Indirect, Stance = Stance.Denied, Content = [new TextSpan(0, 58)], Source = [new TextSpan(69, 80)] }],
        };
        Collation collation = Collate(Told("a", "Bote", "Die Reederei hat die Hafenbehörde über das Leck getäuscht."), denied);
        collation.Differences.ShouldHaveSingleItem().Note.ShouldBe("ohne Vorbehalt (Bote) gegen zurückgewiesen („ein Matrose“) (Kurier)");
    }

    // Figures as the quantity layer writes them.
    [Theory]
    [InlineData("240", false, "310", false, true)]
    [InlineData("300", false, "312", false, false)] // rounded to the hundred
    [InlineData("290", true, "301", false, false)] // "rund"
    [InlineData("290", true, "301", true, false)]
    [InlineData("1400", true, "1200", true, true)] // nobody rounds that far
    public void Figures_differ_only_where_they_can_not_be_the_same(string left, bool isLeftApproximate, string right, bool isRightApproximate, bool differs)
    {
        Collation collation = Collate(
            Counted("a", "Beim Einsturz der Lagerhalle wurden {0} Arbeiter verletzt.", left, isLeftApproximate),
            Counted("b", "{0} Arbeiter wurden beim Einsturz der Lagerhalle verletzt.", right, isRightApproximate));
        collation.Differences.Any(static difference => difference.Slot == DifferenceSlot.Quantity).ShouldBe(differs);
    }

    [Theory]
    [InlineData("2031-03", "2031-04", "März 2031 (a) gegen April 2031 (b)")]
    [InlineData("2031-03", "2031-03-12", null)] // coarser, not other
    public void Dates_differ_only_where_they_exclude_one_another(string left, string right, string? note)
    {
        Collation collation = Collate(
            Dated("a", "Die Werft am Nordkai meldete {0} beim Amtsgericht Insolvenz an.", left), Dated("b", "{0} meldete die Werft am Nordkai beim Amtsgericht Insolvenz an.", right));
        collation.Differences.FirstOrDefault(static difference => difference.Slot == DifferenceSlot.Date)?.Note.ShouldBe(note);
        collation.Differences.Any().ShouldBe(note is not null);
    }

    [Fact]
    public void A_loosely_told_date_joins_no_two_camps()
    {
        Account loose = Dated("c", "Die Werft meldete {0} Insolvenz an.", "2031-03");
        loose = loose with { Times = [loose.Times[0] with { To = new DateOnly(2031, 4, 30) }] };
        Collation collation = Collate(
            Dated("a", "Die Werft meldete {0} Insolvenz an.", "2031-03-02"), loose, Dated("b", "{0} meldete die Werft Insolvenz an.", "2031-04-09"),
            Told("d", "Funk 4", "Das Wetter bleibt regnerisch. Der Fußballverein gewann sein Heimspiel. Im Kurpark blühen Kirschbäume. Die Bäckerei schließt nach vierzig Jahren."));
        Difference difference = collation.Differences.ShouldHaveSingleItem();
        difference.Slot.ShouldBe(DifferenceSlot.Date);
        difference.Readings.Select(static reading => reading.Account).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Compounds_with_one_head_are_terms_for_one_thing()
    {
        Collation collation = Collate(
            Told("a", "Bote", "Die Gaswolke zog über den Hafen."), Told("b", "Kurier", "Eine Wolke trieb auf das Dorf zu."));
        Wording wording = collation.Wording.ShouldHaveSingleItem();
        wording.Terms.Select(static term => term.Account + " " + term.Term).Order(StringComparer.Ordinal).ShouldBe(["a Gaswolke", "b Wolke"]);
    }

    [Fact]
    public void Denied_here_and_asserted_there_contradicts()
    {
        Account denied = Told("b", "Kurier", "Der Konzern habe die Behörde über das Leck getäuscht, wies der Vorstand zurück.");
        denied = denied with { Statements = [new Statement { Id = "s1", Kind = StatementKind.Indirect, Stance = Stance.Denied, Content = [new TextSpan(0, 52)] }] };
        Collation collation = Collate(Told("a", "Bote", "Der Konzern hat die Behörde über das Leck getäuscht."), denied);
        collation.Differences.ShouldHaveSingleItem().Slot.ShouldBe(DifferenceSlot.Stance);
        collation.Points.Single(static point => point.Readings.Length == 2).Relation.ShouldBe(Relation.Contradict);
    }

    [Fact]
    public void A_heading_joins_the_point_that_it_sums_up_and_makes_none()
    {
        const string Heading = "Fähre kentert vor der Hallig Oland", Rest = " Das Wetter bleibt regnerisch. Im Kurpark blühen Kirschbäume.";
        Account[] accounts = [Told("a", "Bote", Heading + "\n\nVor der Hallig Oland ist am Montag eine Fähre gekentert." + Rest), Told("b", "Kurier", "Eine Fähre kenterte am Montag vor der Hallig Oland." + Rest), Told("c", "Funk 4", "Hohe Wellen im Watt bei Nacht\n\nDer Preis für Krabben steigt.")];
        Point[] points = [.. Collate(accounts).Points.Where(static point => point.Readings.Any(static reading => reading.Account == "a" && reading.Spans[0].Start < Heading.Length))];
        points.ShouldHaveSingleItem().Readings.Select(static reading => reading.Account).ShouldBe(["a", "a", "b"]);
        Collate(accounts).Points.ShouldNotContain(static point => point.Readings.Any(static reading => reading.Account == "c" && reading.Spans[0].Start == 0));
    }

    [Fact]
    public void What_is_asked_contradicts_no_denial()
    {
        Account denied = Told("b", "Kurier", "Der Konzern habe die Behörde über das Leck getäuscht, wies der Vorstand zurück.");
        denied = denied with { Statements = [new Statement { Id = "s1", Kind = StatementKind.Indirect, Stance = Stance.Denied, Content = [new TextSpan(0, 52)] }] };
        Collate(Told("a", "Bote", "Wie der Konzern die Behörde über das Leck getäuscht hat."), denied).Differences.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_story_gives_the_same_bytes_on_any_number_of_threads()
    {
        Account[] accounts = [Told("a", "Bote", Wire), Told("b", "Kurier", Wire + " Der Bau kostet viel."), Told("c", "Funk 4", "Viel kostet der Bau der Halle.")];
        string once = Json(Collate(accounts));
        Collator shared = new(Packs, "de");
        Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(4).Select(_ => Json(shared.Collate(new Story("s", [.. accounts]), []))).ShouldAllBe(json => json == once);
    }

    [Fact]
    public void Accounts_without_words_or_language_pass_through()
    {
        Collation collation = Collate(Told("a", null, ""), Told("b", null, "— „ “ …") with { Language = null });
        collation.Accounts.Length.ShouldBe(2);
        collation.Points.ShouldBeEmpty();
    }

    private static string Json(Collation collation) => Encoding.UTF8.GetString(LesartJson.ToLine(collation));

    [Fact]
    public void Clocks_of_two_countries_whole_hours_apart_are_no_difference()
    {
        const string Pattern = "Die Sonde Perlhuhn ist am 8. Oktober 2026 um {0} Uhr auf dem Asteroiden Brenna gelandet.";
        Account here = Read("a", "de", Pattern.Replace("{0}", "13.47", StringComparison.Ordinal));
        Collate(here, Read("b", "de", Pattern.Replace("{0}", "11.47", StringComparison.Ordinal))).Differences.ShouldHaveSingleItem().Slot.ShouldBe(DifferenceSlot.Date);
        Collation abroad = Collate(here, Read("c", "en", "The probe Perlhuhn landed on the asteroid Brenna at 11:47 on 8 October 2026."));
        abroad.Points.ShouldContain(static point => point.Readings.Select(static reading => reading.Account).Distinct().Count() == 2);
        abroad.Differences.ShouldBeEmpty();
    }

    [Fact]
    public void One_family_name_with_two_given_names_parts_in_the_name()
    {
        const string Pattern = "„Wir haben den ganzen Sommer auf dieses Signal gewartet“, sagte {0} am Abend.";
        Collation collation = Collate(Read("a", "de", Pattern.Replace("{0}", "Lorenza Battistini", StringComparison.Ordinal)), Read("b", "de", Pattern.Replace("{0}", "Laura Battistini", StringComparison.Ordinal)));
        collation.Differences.ShouldHaveSingleItem().Slot.ShouldBe(DifferenceSlot.Name);
        Collate(Read("a", "de", Pattern.Replace("{0}", "Lorenza Battistini", StringComparison.Ordinal)), Read("b", "de", Pattern.Replace("{0}", "Edda Vollrath", StringComparison.Ordinal)))
            .Differences.ShouldHaveSingleItem().Slot.ShouldBe(DifferenceSlot.Speaker);
    }

    [Fact]
    public void A_point_says_which_shares_made_it_and_why_an_account_that_does_not_tell_it_is_none_of_it()
    {
        Account[] accounts =
        [
            Told("a", "Bote", "Die Talbrücke wird im Herbst gesprengt. Der Bürgermeister lud zum Fest."),
            Told("b", "Kurier", "Im Herbst soll die Talbrücke gesprengt werden."),
            Told("c", "Funk 4", "Der Bürgermeister hat sich am Knie verletzt."),
        ];
        Collation explained = new Collator(Packs, "de", explains: true).Collate(new Story("s", [.. accounts]), []);
        Point point = explained.Points.Single(static point => point.Readings.Length == 2);
        point.Explain[0].ShouldStartWith("2 sentences, ");
        string pair = point.Explain.Single(static line => line.StartsWith("a 0-38 [Die Talbrücke wird im Herbst gesprengt] with b 0-45 [", StringComparison.Ordinal));
        double[] shares = [.. pair[(pair.IndexOf(';', StringComparison.Ordinal) + 1)..].Replace("; sum", ",", StringComparison.Ordinal).Split(',').Select(static share => double.Parse(share.Split(' ')[^1], CultureInfo.InvariantCulture))];
        shares[..^1].Select(Math.Abs).ShouldBeInOrder(SortDirection.Descending);
        shares[..^1].Sum().ShouldBe(shares[^1], 0.15); // each share is rounded
        point.Explain[0].ShouldContain(string.Create(CultureInfo.InvariantCulture, $" {100 / (1 + Math.Exp(-shares[^1])):0} % "));
        point.Explain[^1].ShouldStartWith("not c ");
        point.Explain[^1].ShouldContain(" % in the mean, needed 35 %; with ");
        Collate(accounts).Points.ShouldAllBe(static point => point.Explain.IsDefault);
    }

    private static Account Read(string id, string language, string text) =>
        BuiltIn.Engine.Analyze(new Article { Id = id, Source = id, Outlet = id, Language = language, Text = text }).Value.ShouldNotBeNull();

    private static Collation Collate(params Account[] accounts) => new Collator(Packs, "de").Collate(new Story("s", [.. accounts]), []);

    private static Account Told(string id, string? outlet, string text) => new() { Id = id, Outlet = outlet, Text = text, Language = "de" };

    private static Account Named(string id, string text, string name, string entity) => Told(id, id, text) with
    {
        Entities = [new Entity { Id = entity, Name = name, Names = [name], Type = EntityType.Person }],
        Mentions = [new Mention(text.IndexOf(name, StringComparison.Ordinal), text.IndexOf(name, StringComparison.Ordinal) + name.Length, entity, MentionKind.Name)],
    };

    private static Account Counted(string id, string pattern, string figure, bool isApproximate, string unit = "Arbeiter")
    {
        int at = pattern.IndexOf("{0}", StringComparison.Ordinal);
        Quantity quantity = new() { Start = at, End = at + figure.Length, Value = decimal.Parse(figure, CultureInfo.InvariantCulture), Unit = unit, Approximate = isApproximate };
        return Told(id, id, pattern.Replace("{0}", figure, StringComparison.Ordinal)) with { Quantities = [quantity] };
    }

    private static Account Dated(string id, string pattern, string value)
    {
        int at = pattern.IndexOf("{0}", StringComparison.Ordinal);
        bool isDay = value.Length > 7;
        DateOnly from = DateOnly.Parse(isDay ? value : value + "-01", CultureInfo.InvariantCulture);
        TimeExpression time = new(at, at + 7, TimeType.Date, value, from, isDay ? from : from.AddMonths(1).AddDays(-1));
        return Told(id, id, pattern.Replace("{0}", id == "a" ? "damals " : "zuletzt", StringComparison.Ordinal)) with { Times = [time] };
    }
}
