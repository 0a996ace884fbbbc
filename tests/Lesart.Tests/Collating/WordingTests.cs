namespace Lesart.Tests.Collating;

public sealed class WordingTests
{
    private static readonly Engine Engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });

    [Fact]
    public void What_stands_beside_a_name_in_one_account_is_understood_without_it_in_another() =>
        TermsWith("Möbelhersteller", Collate(
            ("de", "Der Möbelhersteller Tannwerk schließt sein Lager in Oberlinden. Das Unternehmen nannte die hohen Mieten als Grund."),
            ("de", "Tannwerk gibt das Lager in Oberlinden auf. Die Firma spricht von hohen Mieten.")))
            .ShouldBe(["Firma", "Möbelhersteller", "Unternehmen"]);

    [Fact]
    public void A_noun_right_before_another_name_is_no_term_of_the_name_before_it() =>
        TermsWith("Brauerei", Collate(
            ("de", "Die Brauerei Kaltenbach übernimmt den Limonadenhersteller Zischfix."),
            ("de", "Kaltenbach kauft Zischfix. Die Brauerei zahlt 3 Millionen Euro."))).ShouldNotContain(static term => term.Contains("Limonadenhersteller", StringComparison.Ordinal));

    [Fact]
    public void A_general_word_means_the_special_thing_that_happened() =>
        TermsWith("Entgleisung", Collate(
            ("de", "Nach der Entgleisung bei Oberlinden bleibt die Strecke gesperrt."),
            ("de", "Das Unglück geschah kurz vor dem Bahnhof."),
            ("en", "The accident happened shortly before the station."))).ShouldBe(["accident", "Entgleisung", "Unglück"]);

    [Fact]
    public void A_landslide_that_caused_a_derailment_is_another_thing() =>
        TermsWith("Entgleisung", Collate(
            ("de", "Nach der Entgleisung bei Oberlinden bleibt die Strecke gesperrt. Ein Erdrutsch hatte die Gleise verschüttet."),
            ("de", "Das Unglück geschah nach einem Erdrutsch."))).ShouldNotContain("Erdrutsch");

    [Fact]
    public void Two_compounds_with_one_head_are_two_things() =>
        Collate(("de", "Die Stadt verkauft das Rathaus."), ("de", "Die Stadt verkauft das Gewächshaus.")).Wording.ShouldBeEmpty();

    [Fact]
    public void A_translation_alone_is_no_choice_of_words() =>
        Collate(("de", "Der Streik beginnt am Montag."), ("en", "The strike begins on Monday.")).Wording.ShouldBeEmpty();

    [Fact]
    public void A_state_or_a_crowd_is_no_word_for_a_person_though_a_layer_says_so()
    {
        const string One = "Präsident Karow reiste ab. Der Machthaber schwieg.", Other = "Das Regime schickte Karow nach Hause, sagten die Behörden.";
        Collation collation = Engine.Collate(new Story("s", [Calling("a", One, "Präsident", "Machthaber"), Calling("b", Other, "Regime", "Behörden")]), []);
        collation.Wording.Where(static wording => wording.Entity == "karow").SelectMany(static wording => wording.Terms).Select(static term => term.Term).ShouldBe(["Präsident", "Machthaber"]);
    }

    [Fact]
    public void A_body_that_a_layer_takes_for_a_person_keeps_its_words()
    {
        const string One = "Der Konzern Karow wächst.", Other = "Karow wächst. Das Unternehmen stellt ein.";
        Collation collation = Engine.Collate(new Story("s", [Calling("a", One, "Konzern"), Calling("b", Other, "Unternehmen")]), []);
        collation.Wording.Where(static wording => wording.Entity == "karow").SelectMany(static wording => wording.Terms).Select(static term => term.Term).ShouldBe(["Konzern", "Unternehmen"]);
    }

    [Fact]
    public void Several_people_of_one_group_are_one_thing() =>
        TermsWith("Hacker", Collate(
            ("de", "In der Nacht legten Unbekannte die Klinik lahm. Die Hacker fordern Geld."),
            ("de", "Die Klinik zahlt nicht. Die Täter hatten sich auf Englisch gemeldet."))).ShouldBe(["Hacker", "Täter", "Unbekannte"]);

    [Fact]
    public void One_person_and_several_are_two() =>
        TermsWith("Hacker", Collate(
            ("de", "Die Klinik steht still. Die Hacker fordern Geld."),
            ("de", "Ein Täter sitzt in Haft. Der Angreifer schweigt."))).ShouldNotContain("Angreifer");

    [Fact]
    public void Words_that_no_table_of_kinds_holds_are_one_thing_where_they_are_used_alike() =>
        TermsWith("Deich", Collate(
            ("de", "Am Abend brach der Deich bei Oberlinden. Das Wasser steht in den Kellern."),
            ("de", "Der Damm bei Oberlinden brach am Abend. In den Kellern steht Wasser."),
            ("en", "The levee near Oberlinden broke in the evening. There is water in the cellars."))).ShouldBe(["Damm", "Deich", "levee"]);

    [Fact]
    public void Nouns_that_no_table_of_kinds_holds_are_one_thing_by_what_they_are_kinds_of() =>
        TermsWith("skiff", Collate(
            ("en", "A skiff sank off Oberlinden on Monday. Its crew swam ashore."),
            ("en", "The dory sank off Oberlinden on Monday. The crew was safe."))).ShouldBe(["dory", "skiff"]);

    [Fact]
    public void A_noun_with_a_capital_is_of_no_kind_where_nouns_are_written_small() =>
        TermsWith("Skiff", Collate(
            ("en", "On Monday the Skiffs beat Oberlinden by three goals."),
            ("en", "On Monday the Dories beat Oberlinden by three goals."))).ShouldBeEmpty();

    [Fact]
    public void A_participle_without_an_article_is_no_noun() =>
        TermsWith("talking", Collate(
            ("en", "The minister kept talking in Oberlinden on Monday, saying little."),
            ("en", "The minister went on saying little in Oberlinden on Monday."))).ShouldBeEmpty();

    [Fact]
    public void A_name_after_a_comma_says_whom_the_noun_before_it_calls() =>
        TermsWith("rail watchdog", Collate(
            ("en", "The rail watchdog, Trackwatch, fined the operator on Monday."),
            ("en", "Trackwatch is an agency of twelve people. The agency fined the operator."))).ShouldContain("agency");

    [Fact]
    public void What_somebody_is_or_works_as_is_a_word_for_them() =>
        TermsWith("Richterin", Collate(
            ("de", "Nora Velden ist seit gestern Richterin am Landgericht."),
            ("de", "Nora Velden, eine Juristin aus Oberlinden, wechselt ans Landgericht."))).ShouldBe(["Juristin", "Richterin"]);

    [Fact]
    public void Two_ministers_of_two_ministries_are_two() =>
        Collate(
            ("de", "Verkehrsminister Jan Olbrich trat zurück. Der Innenminister lobte ihn."),
            ("de", "Der Verkehrsminister Jan Olbrich ging am Montag."))
            .Wording.Where(static wording => wording.Terms.Any(static term => term.Term == "Verkehrsminister")).SelectMany(static wording => wording.Terms).ShouldNotContain(static term => term.Term == "Innenminister");

    [Fact]
    public void A_ship_of_the_union_is_no_word_for_the_union() =>
        Collate(
            ("de", "Vor der Küste liegt ein Tanker. Aus Piräus laufen EU-Schiffe aus. Die EU zahlt."),
            ("de", "Das Schiff verliert Öl. Die EU schickt Hilfe, zwei EU-Schiffe laufen aus."))
            .Wording.Where(static wording => wording.Entity == "european-union").ShouldBeEmpty();

    [Fact]
    public void A_role_of_several_words_is_one_term() =>
        TermsWith("chief executive", Collate(
            ("en", "Brightfold will close two sites. \"It hurts,\" said its chief executive, Mona Karsten."),
            ("en", "Mona Karsten, Brightfold's managing director, announced the closures."),
            ("de", "Brightfold schließt zwei Standorte, sagte Mona Karsten, Geschäftsführerin der Firma, am Montag."))).ShouldBe(["chief executive", "Geschäftsführerin", "managing director"]);

    [Fact]
    public void People_are_one_group_where_one_number_counts_them() =>
        TermsWith("Fahrgäste", Collate(
            ("de", "Aus der Gondelbahn bei Oberlinden wurden 46 Menschen geborgen. Vier Menschen klagten über Kälte."),
            ("de", "Retter holten 46 Fahrgäste aus den Kabinen der Gondelbahn bei Oberlinden."),
            ("en", "Rescuers freed 46 people from the cable car near Oberlinden."))).ShouldBe(["Fahrgäste", "Menschen", "people"]);

    [Fact]
    public void People_whom_nothing_counts_are_nobody_in_particular() =>
        TermsWith("Menschen", Collate(
            ("de", "Die Gondelbahn bei Oberlinden steht still. Viele Menschen warten."),
            ("de", "In Oberlinden steht die Gondelbahn. Die Leute warten."))).ShouldBeEmpty();

    [Fact]
    public void A_noun_that_is_written_like_a_verb_is_told_by_the_words_beside_it() =>
        TermsWith("fighter jets", Collate(
            ("en", "Two fighter jets crossed the border near Oberlinden on Monday."),
            ("en", "Two warplanes crossed the border near Oberlinden on Monday."))).ShouldBe(["fighter jets", "warplanes"]);

    [Fact]
    public void An_ambassador_of_the_union_is_no_word_for_the_union() =>
        Collate(
            ("de", "Die EU zahlt. Der EU-Botschafter Jan Olbrich reiste nach Oberlinden."),
            ("de", "Die EU hilft. Jan Olbrich, Vertreter der EU, kam am Montag."))
            .Wording.Where(static wording => wording.Entity == "european-union").ShouldBeEmpty();

    [Fact]
    public void Whom_an_event_made_a_suspect_is_the_one_who_was_told_of_before() =>
        TermsWith("carpenter", Collate(
            ("en", "A carpenter was arrested in Oberlinden on Monday. The suspect denies that he stole the violin."),
            ("en", "Police in Oberlinden arrested a carpenter on Monday. The suspect had the violin in his flat."),
            ("en", "The suspect who is said to have stolen the violin was arrested in Oberlinden on Monday."))).ShouldBe(["carpenter", "suspect"]);

    [Fact]
    public void Whoever_judges_is_not_the_one_who_is_judged() =>
        TermsWith("judge", Collate(
            ("en", "A judge opened the trial in Oberlinden on Monday. The defendant said nothing."),
            ("en", "The trial began in Oberlinden on Monday. The judge read the charge, the defendant said nothing."))).ShouldBeEmpty();

    [Fact]
    public void One_person_under_two_spellings_has_one_row() =>
        TermsWith("Unternehmer", Collate(
            ("de", "Der Unternehmer Jörg Thiemann kauft die Werft in Oberlinden für 3 Millionen Euro."),
            ("de", "Der Geschäftsmann Jürgen Thiemann kauft die Werft in Oberlinden für 3 Millionen Euro."))).ShouldBe(["Geschäftsmann", "Unternehmer"]);

    [Fact]
    public void A_noun_of_two_words_is_one_term_though_the_first_can_be_a_verb() =>
        TermsWith("choir trip", Collate(
            ("en", "The choir trip to Oberlinden ended in hospital on Monday."),
            ("en", "The journey to Oberlinden ended in hospital on Monday."))).ShouldBe(["choir trip", "journey"]);

    [Fact]
    public void What_somebody_is_alleged_to_be_is_another_term_than_what_he_is() =>
        TermsWith("alleged spy", Collate(
            ("en", "The alleged spy was arrested in Oberlinden on Monday."),
            ("en", "The young secret agent was arrested in Oberlinden on Monday."),
            ("en", "Police arrested the spy in Oberlinden on Monday."))).ShouldBe(["alleged spy", "secret agent", "spy"]);

    [Theory]
    [InlineData("de", "Amtsleiterin Dr. Nora Velden warnte am Montag.", "Amtsleiterin")]
    [InlineData("de", "„Das hilft“, erklärte Nora Velden, Vorsitzende des Verbands.", "Vorsitzende")]
    [InlineData("de", "Nora Velden (58), die Gärtnerin von Oberlinden, trat zurück.", "Gärtnerin")]
    [InlineData("en", "Nora Velden, 58, a dentist, resigned on Monday.", "dentist")]
    [InlineData("en", "The insurer's head, Nora Velden, said that it would not pay.", "head")]
    [InlineData("en", "Nora Velden, the city's chief medical officer, has little patience.", "chief medical officer")]
    [InlineData("en", "Chief executive Nora Velden told analysts so.", "Chief executive")]
    [InlineData("en", "Transport Secretary Nora Velden has denied it.", "Transport Secretary")]
    public void What_stands_beside_a_name_says_who_somebody_is(string language, string text, string term) =>
        TermsOf("nora-velden", Collate((language, text), ("de", "Die Juristin Nora Velden schwieg."))).ShouldContain(term);

    [Theory]
    [InlineData("German pump maker Tannwerk grows.", "pump maker")]
    [InlineData("It was a sickening gas attack.", "gas attack")]
    public void A_noun_behind_an_adjective_begins_a_term_though_it_can_be_a_verb(string text, string term) =>
        Collate(("en", text), ("en", "The manufacturer Tannwerk grows. The raid was a crime.")).Wording.SelectMany(static wording => wording.Terms).Select(static one => one.Term).ShouldContain(term);

    [Fact]
    public void Who_accuses_a_place_calls_it_nothing() =>
        Collate(
            ("en", "Oberlinden officials accused Berlin of delay. Berlin denied it."),
            ("en", "The capital, Berlin, rejected the claim."))
            .Wording.SelectMany(static wording => wording.Terms).ShouldNotContain(static term => term.Term == "accused");

    private static string[] TermsOf(string entity, Collation collation) => [.. collation.Wording.Where(wording => wording.Entity == entity).SelectMany(static wording => wording.Terms).Select(static term => term.Term)];

    private static Account Calling(string id, string text, params string[] nouns) => new()
    {
        Id = id,
        Outlet = id,
        Text = text,
        Language = "de",
        Entities = [new Entity { Id = "karow", Name = "Karow", Names = ["Karow"], Type = EntityType.Person }],
        Mentions = [.. nouns.Select(noun => MentionOf(text, noun, MentionKind.Nominal)).Append(MentionOf(text, "Karow", MentionKind.Name)).OrderBy(static mention => mention.Start)],
    };

    private static Mention MentionOf(string text, string words, MentionKind kind) => new(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length, "karow", kind);

    private static string[] TermsWith(string term, Collation collation) =>
        [.. collation.Wording.Where(wording => wording.Terms.Any(one => one.Term.StartsWith(term, StringComparison.Ordinal))).SelectMany(static wording => wording.Terms).Select(static one => one.Term).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)];

    private static Collation Collate(params (string Language, string Text)[] told) => Engine.Collate(
        new Story("s", [.. told.Select(static (one, i) => Engine.Analyze(new Article { Id = "a" + i, Outlet = "Blatt " + i, Language = one.Language, Text = one.Text }).Value!)]), []); // own texts can be read
}
