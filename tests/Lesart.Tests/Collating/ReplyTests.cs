namespace Lesart.Tests.Collating;

public sealed class ReplyTests
{
    private const string Accused = "Die Umweltministerin Vera Lindholz wirft dem Chemiekonzern Salvaris vor, giftige Abwässer in die Werle geleitet zu haben.";

    private static readonly Engine Engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });

    [Fact]
    public void An_accusation_and_its_denial_by_name_belong_together()
    {
        Reply reply = Collate((8, Accused + " Salvaris wies den Vorwurf zurück."), (12, "Ministerin Vera Lindholz beschuldigt die Firma Salvaris, Abwässer in den Fluss geleitet zu haben. Die Stadt warnt vor dem Baden.")).Replies.ShouldHaveSingleItem();
        reply.Accused.ShouldBe("salvaris");
        reply.Accusations.Select(static accusation => accusation.Account).ShouldBe(["a0", "a1"]);
        reply.Answers.ShouldHaveSingleItem().Kind.ShouldBe(AnswerKind.Denial);
        reply.Unanswered.ShouldBe(["a1"]);
    }

    [Fact]
    public void Who_printed_before_the_answer_was_known_left_nothing_out() =>
        Collate((8, Accused), (12, Accused + " Salvaris wies den Vorwurf zurück.")).Replies.ShouldHaveSingleItem().Unanswered.ShouldBeEmpty();

    [Theory]
    [InlineData("2025-03-01", "2025-03-01", 0)] // which of the two was first is not known
    [InlineData("2025-03-01", "2025-03-01T12:00+01:00", 0)]
    [InlineData("2025-03-01", "2025-03-02", 1)]
    [InlineData("2025-03-01", null, 0)]
    [InlineData(null, "2025-03-01", 0)]
    public void Who_is_not_known_to_have_printed_after_the_answer_left_nothing_out(string? answered, string? told, int unanswered)
    {
        const string Other = "Ministerin Vera Lindholz beschuldigt die Firma Salvaris, Abwässer in den Fluss geleitet zu haben. Die Stadt warnt vor dem Baden.";
        Account[] accounts = [.. new[] { (answered, Accused + " Salvaris wies den Vorwurf zurück."), (told, Other) }.Select(static (one, i) => Engine.Analyze(new Article
        {
            Id = "a" + i, Outlet = "Blatt " + i, Language = "de", Text = one.Item2, Published = PublicationTime.TryParse(one.Item1, out PublicationTime time) ? time : null,
        }).Value!)]; // own texts can be read
        Engine.Collate(new Story("s", [.. accounts]), []).Replies.ShouldHaveSingleItem().Unanswered.Length.ShouldBe(unanswered);
    }

    [Fact]
    public void A_denial_of_something_else_is_no_answer() =>
        Collate((8, Accused + " Am Rande bestritt Salvaris, dass das Lager in Oberlinden schließt.")).Replies.ShouldHaveSingleItem().Answers.ShouldBeEmpty();

    [Fact]
    public void A_denial_by_somebody_else_is_no_answer() =>
        Collate((8, Accused + " Bürgermeister Heiko Brandt wies den Vorwurf zurück, zu spät gewarnt zu haben.")).Replies.ShouldHaveSingleItem().Answers.ShouldBeEmpty();

    [Fact]
    public void Not_to_comment_is_an_answer_of_its_own_kind()
    {
        Answer answer = Collate((8, Accused + " Salvaris wollte sich auf Anfrage nicht äußern.")).Replies.ShouldHaveSingleItem().Answers.ShouldHaveSingleItem();
        answer.Kind.ShouldBe(AnswerKind.NoComment);
    }

    [Fact]
    public void Words_of_a_spokesperson_right_behind_the_accusation_are_an_answer() =>
        Collate((8, Accused + " „Wir haben nie Abwasser eingeleitet“, sagte ein Sprecher von Salvaris.")).Replies.ShouldHaveSingleItem().Answers.ShouldHaveSingleItem().Kind.ShouldBe(AnswerKind.Denial);

    [Fact]
    public void A_claim_that_its_subject_denies_is_an_accusation_over_accounts() =>
        Collate((8, "Nach Angaben von Umweltschützern hat Salvaris jahrelang Messwerte gefälscht."), (10, "Salvaris bestreitet, jahrelang Messwerte gefälscht zu haben.")).Replies.ShouldHaveSingleItem().Answers.ShouldHaveSingleItem().Account.ShouldBe("a1");

    [Theory]
    [InlineData("Dem Konzern Salvaris wird vorgeworfen, giftige Abwässer in die Werle geleitet zu haben. Salvaris wies das zurück.")]
    [InlineData("Der Bauunternehmer Heiko Brandt soll 65.000 Euro von einem Zulieferer kassiert haben. Brandt bestritt dies.")]
    [InlineData("Der Bauunternehmer Heiko Brandt steht im Verdacht, Rechnungen erfunden zu haben. Das bestreitet Brandt.")]
    [InlineData("Dem Konzern Salvaris wird vorgeworfen, Messwerte gefälscht zu haben. Die Konzernspitze weist die Anschuldigungen zurück.")]
    [InlineData("Heiko Brandt ist Bauunternehmer. Gegen Heiko Brandt gibt es schwere Vorwürfe. Brandt weist die Anschuldigungen zurück.")]
    [InlineData("Der Bauunternehmer Heiko Brandt wird verdächtigt, Rechnungen erfunden zu haben. Sein Anwalt nannte die Vorwürfe haltlos.")]
    [InlineData("Der Konzern Salvaris wird beschuldigt, Messwerte gefälscht zu haben. Salvaris sprach von einer Lüge.")]
    [InlineData("Die Ministerin Vera Lindholz behauptet, Salvaris habe Messwerte gefälscht. Salvaris bestreitet das.")]
    public void A_German_denial_answers_what_was_told_before(string text) => Collate((8, text)).Replies.SelectMany(static reply => reply.Answers).ShouldHaveSingleItem().Kind.ShouldBe(AnswerKind.Denial);

    [Theory]
    [InlineData("The builder Owen Hartley is suspected of inventing invoices. Hartley denied this.")]
    [InlineData("The builder Owen Hartley is accused of taking bribes from a supplier. His lawyer called the allegations baseless.")]
    [InlineData("Prosecutors are looking into allegations that Owen Hartley took bribes. Hartley denies the allegations.")]
    [InlineData("The builder Owen Hartley is accused of taking bribes from a supplier. Hartley called it a lie.")]
    public void An_English_denial_answers_what_was_told_before(string text) => Collate("en", (8, text)).Replies.SelectMany(static reply => reply.Answers).ShouldHaveSingleItem().Kind.ShouldBe(AnswerKind.Denial);

    [Theory]
    [InlineData("de", "Dem Konzern Salvaris wird vorgeworfen, Messwerte gefälscht zu haben. Das Unternehmen äußerte sich nicht.")]
    [InlineData("de", "Der Bauunternehmer Heiko Brandt steht im Verdacht, Rechnungen erfunden zu haben. Brandt ließ eine Anfrage unbeantwortet.")]
    [InlineData("en", "The builder Owen Hartley is accused of taking bribes. Hartley did not respond to a request for comment.")]
    [InlineData("en", "The builder Owen Hartley is suspected of inventing invoices. Hartley declined to comment.")]
    public void Silence_answers_what_was_told_before(string language, string text) => Collate(language, (8, text)).Replies.SelectMany(static reply => reply.Answers).ShouldHaveSingleItem().Kind.ShouldBe(AnswerKind.NoComment);

    [Theory]
    [InlineData("de", "Dem Konzern Salvaris wird vorgeworfen, Messwerte gefälscht zu haben. Salvaris bestritt das nicht.")]
    [InlineData("de", "Dem Konzern Salvaris wird vorgeworfen, Messwerte gefälscht zu haben. Salvaris wies das Angebot der Stadt zurück.")]
    [InlineData("de", "Dem Konzern Salvaris wird vorgeworfen, Messwerte gefälscht zu haben. Bürgermeister Heiko Brandt wies das zurück.")]
    [InlineData("de", "Dem Konzern Salvaris wird vorgeworfen, Messwerte gefälscht zu haben. Bestreitet Salvaris das?")]
    [InlineData("de", "Dem Konzern Salvaris wird vorgeworfen, Messwerte gefälscht zu haben. Der Stadtrat äußerte sich nicht.")]
    [InlineData("en", "The builder Owen Hartley is accused of taking bribes. Hartley did not deny the allegations.")]
    [InlineData("en", "The builder Owen Hartley is accused of taking bribes. Mayor Judith Penrose denied the allegations.")]
    [InlineData("en", "The builder Owen Hartley is accused of taking bribes. Hartley could deny the allegations.")]
    [InlineData("en", "The builder Owen Hartley is accused of taking bribes. Hartley rejected the offer.")]
    [InlineData("en", "The builder Owen Hartley is accused of taking bribes. The judge denied it as Hartley was late.")]
    [InlineData("en", "The builder Owen Hartley is accused of taking bribes. A spokeswoman for Judith Penrose declined to comment.")]
    [InlineData("de", "Der Bauunternehmer Heiko Brandt steht im Verdacht, Geld kassiert zu haben. Brandt hat seine Rechnungen frei erfunden.")]
    [InlineData("de", "Dem Konzern Salvaris wird vorgeworfen, Messwerte gefälscht zu haben. Salvaris könnte das bestreiten.")]
    [InlineData("en", "The builder Owen Hartley is accused of taking bribes. The police declined to comment.")]
    public void What_denies_nothing_or_is_another_s_is_no_answer(string language, string text) => Collate(language, (8, text)).Replies.SelectMany(static reply => reply.Answers).ShouldBeEmpty();

    [Fact]
    public void What_one_account_says_and_another_lets_be_denied_is_an_accusation_though_only_nouns_name_both()
    {
        Reply reply = Collate((8, "Am Montag starben im Werdertal Tausende Bienen. Die Imker sagen, sie hätten das Ministerium schon im Mai vor dem Spritzmittel gewarnt."),
            (10, "Im Werdertal sind am Montag Tausende Bienen verendet. Das Ministerium bestreitet, dass die Imker es im Mai vor dem Spritzmittel gewarnt haben.")).Replies.ShouldHaveSingleItem();
        reply.Accused.ShouldBeNull();
        reply.Called.ShouldBe("Das Ministerium");
        reply.Accusations.ShouldHaveSingleItem().Account.ShouldBe("a0");
        reply.Answers.ShouldHaveSingleItem().Account.ShouldBe("a1");
    }

    [Fact]
    public void Two_denials_of_one_claim_are_answers_to_one_accusation()
    {
        Reply reply = Collate((8, "Der Hafenmeister behauptet, der Frachter habe in der Bucht Öl abgelassen."), (9, "Reeder Knut Harmsen bestritt, dass der Frachter in der Bucht Öl abgelassen hat."),
            (10, "Der Hafenmeister behauptet, der Frachter habe in der Bucht Öl abgelassen. Reeder Knut Harmsen wies das zurück.")).Replies.ShouldHaveSingleItem();
        reply.Accused.ShouldBeNull(); // who denies it for the ship is not accused by anybody
        reply.DeniedBy.ShouldBe("knut-harmsen");
        reply.Answers.Select(static answer => answer.Account).ShouldBe(["a1", "a2"]);
    }

    [Fact]
    public void Who_is_blamed_may_answer_by_last_name_alone()
    {
        Reply reply = Collate((8, "Bürgermeisterin Vera Lindholz machte den Investor Heiko Brandt verantwortlich, der vier Millionen Euro versprochen habe. Brandt ließ über seinen Anwalt erklären, eine solche Zusage habe es nie gegeben.")).Replies.ShouldHaveSingleItem();
        reply.Accused.ShouldBe("heiko-brandt");
        reply.Answers.ShouldHaveSingleItem().Kind.ShouldBe(AnswerKind.Denial);
    }

    [Fact]
    public void A_lawyer_answers_further_on_too() =>
        Collate((8, "Die Staatsanwältin Vera Lindholz wirft dem Bauunternehmer Heiko Brandt vor, Rechnungen erfunden zu haben. Der Prozess begann am Montag. Zwanzig Zeugen sind geladen. Ihr Mandant habe sich auf den Buchhalter verlassen, sagte seine Verteidigerin Petra Nolte."))
            .Replies.ShouldHaveSingleItem().Answers.ShouldHaveSingleItem().Kind.ShouldBe(AnswerKind.Statement);

    [Fact]
    public void A_denial_in_the_passive_is_one() =>
        Collate((8, "Dem Konzern Salvaris wird vorgeworfen, Messwerte gefälscht zu haben. Die Anschuldigungen wurden von Salvaris zurückgewiesen.")).Replies.ShouldHaveSingleItem().Answers.ShouldHaveSingleItem().Kind.ShouldBe(AnswerKind.Denial);

    [Theory]
    [InlineData("In Bremen the shipowner Owen Hartley blamed a steering failure for the collision. Nobody was hurt.")]
    [InlineData("The owner Owen Hartley blamed weak orders for the delay. Work goes on in May.")]
    public void Who_is_named_beside_the_accuser_is_not_accused(string text) => Collate("en", (8, text)).Replies.ShouldBeEmpty();

    [Theory]
    [InlineData("Mayor Judith Penrose accused a former Hartley aide of leaking files, she wrote. Owen Hartley runs the port.")]
    [InlineData("Mayor Judith Penrose accused her deputy of leaking files, Owen Hartley wrote in a letter.")]
    [InlineData("The remarks of Owen Hartley were milder than those of others, who have openly accused the mayor of waste.")]
    [InlineData("Owen Hartley has said he is innocent and on Friday accused the mayor of waste.")]
    public void Whose_aide_or_letter_it_is_is_not_accused(string text) => Collate("en", (8, text)).Replies.Select(static reply => reply.Accused).ShouldNotContain("owen-hartley");

    [Fact]
    public void Who_has_no_comment_on_the_accused_does_not_answer_for_them() =>
        Collate("en", (8, "Mayor Judith Penrose accused Owen Hartley of taking bribes. Leaders of the harbour union had no immediate comment on the future of Owen Hartley.")).Replies.ShouldHaveSingleItem().Answers.ShouldBeEmpty();

    [Fact]
    public void What_only_holds_a_negation_answers_no_claim() =>
        Collate("en", (8, "Officials said Saturday they were treating the fire at the mill as possible arson."), (10, "Fire chief Owen Hartley said the department was treating the fire at the mill as possible arson but did not elaborate.")).Replies.ShouldBeEmpty();

    [Fact]
    public void A_thing_denies_nothing() =>
        Collate("en", (8, "Officials say the harbour office hid the records of the dredger."), (10, "The book denied that the harbour office hid the records of the dredger.")).Replies.ShouldBeEmpty();

    [Fact]
    public void What_an_expert_thinks_could_be_ruled_out_is_no_answer() =>
        Collate("en", (8, "The family says that a tainted cough syrup caused the positive test."), (10, "Judith Penrose, a chemist, said that a tainted cough syrup could be ruled out as the cause of the positive test.")).Replies.ShouldBeEmpty();

    [Fact]
    public void A_figure_that_changes_is_followed_over_publication_and_strands()
    {
        Drift drift = Collate((8, "Bei dem Brand im Altenheim von Oberlinden wurden 12 Menschen verletzt."), (15, "Bei dem Brand im Altenheim von Oberlinden wurden 17 Menschen verletzt."), (11, "Bei dem Brand im Altenheim von Oberlinden wurden 12 Menschen verletzt, wie die Feuerwehr mitteilte.")).Drifts.ShouldHaveSingleItem();
        drift.Steps.Select(static step => step.Account + " " + step.Value).ShouldBe(["a0 12", "a2 12", "a1 17"]);
    }

    [Theory]
    [InlineData("The ferry sank off Kallholm. Captain Owen Hartley, 49, was rescued.", "The ferry sank off Kallholm. Owner Judith Penrose, 51, was not on board.")]
    [InlineData("Rescuers brought 17 people ashore after the ferry sank off Kallholm.", "Three people stayed in hospital after the ferry sank off Kallholm.")]
    public void Figures_that_the_accounts_do_not_part_on_are_no_course(string early, string late) => Collate("en", (8, early), (15, late)).Drifts.ShouldBeEmpty();

    [Fact]
    public void A_rounded_figure_is_no_change() =>
        Collate((8, "Bei dem Brand im Altenheim von Oberlinden entstand ein Schaden von 2,9 Millionen Euro."), (15, "Bei dem Brand im Altenheim von Oberlinden entstand ein Schaden von rund 3 Millionen Euro.")).Drifts.ShouldBeEmpty();

    private static Collation Collate(params (int Hour, string Text)[] told) => Collate("de", told);

    private static Collation Collate(string language, params (int Hour, string Text)[] told) => Engine.Collate(
        new Story("s", [.. told.Select((one, i) => Engine.Analyze(new Article { Id = "a" + i, Outlet = "Blatt " + i, Language = language, Text = one.Text, Published = PublicationTime.TryParse($"2025-03-01T{one.Hour:00}:00+01:00", out PublicationTime time) ? time : null }).Value!)]), []); // own texts can be read
}
