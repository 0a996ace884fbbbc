namespace Lesart.Tests.Analyzing;

/// <summary>What holds between names, roles and metonyms of one account.</summary>
public sealed class NameReferenceTests
{
    private static readonly Engine Engine = BuiltIn.Engine;

    private static Account Read(string text) =>
        Engine.Analyze(new Article { Text = text, Language = "de", Published = PublicationTime.OfDay(new DateOnly(2024, 6, 20)) }).Value!;

    [Fact]
    public void An_entity_stands_once_however_it_is_spoken_of()
    {
        Account account = Read("Nordkorea liefert Munition. Pjöngjang warnte Seoul. Moskau dementierte, Russland schwieg. Der Kreml wollte nichts sagen.");
        account.Entities.Select(static entity => entity.Id).ShouldBeUnique();
    }

    [Theory]
    [InlineData("Wladimir Putin kam an. Es war der Besuch eines russischen Präsidenten nach langer Zeit.")]
    [InlineData("Wladimir Putin kam an. Die beiden Präsidenten gaben sich die Hand.")]
    public void A_role_of_several_or_of_anyone_means_nobody_in_particular(string text) =>
        Read(text).Mentions.ShouldNotContain(static mention => mention.Kind == MentionKind.Nominal && mention.Entity == "vladimir-putin");

    [Fact]
    public void A_name_before_a_hyphen_is_found() =>
        Read("Auf dem G7-Gipfel ging es um neue Zölle.").Mentions.ShouldContain(static mention => mention.Entity == "g7" && mention.End - mention.Start == 2);

    [Theory]
    [InlineData("de", "Der usbekische Präsident lächelte. Neben ihm stand Usbekistans Präsident Schuchrat Ergaschew.")]
    [InlineData("de", "Der Präsident von Usbekistan lächelte. Später sprach Schuchrat Ergaschew, der usbekische Präsident.")]
    [InlineData("de", "Der usbekische Präsident lächelte. Der Präsident Usbekistans, Schuchrat Ergaschew, kam zu spät.")]
    [InlineData("en", "The Uzbek president smiled. Uzbek President Schuchrat Ergaschew arrived late.")]
    [InlineData("en", "The Uzbek president smiled. Later the president of Uzbekistan, Schuchrat Ergaschew, arrived.")]
    public void A_role_means_whom_the_article_names_with_it_before_the_office_holder_of_the_tables(string language, string text)
    {
        Account account = Engine.Analyze(new Article { Text = text, Language = language, Published = PublicationTime.OfDay(new DateOnly(2024, 6, 20)) }).Value!;
        string person = account.Mentions.First(mention => account.Text[mention.Start..mention.End] == "Schuchrat Ergaschew").Entity;
        string[] holders = [.. account.Mentions.Where(static mention => mention.Kind == MentionKind.Nominal).Select(static mention => mention.Entity)];
        holders.Length.ShouldBeGreaterThan(1);
        holders.ShouldAllBe(id => id == person);
    }

    [Fact]
    public void A_past_office_does_not_mean_the_one_who_holds_it_now() =>
        Read("Der frühere russische Präsident schwieg. Der russische Präsident sprach.").Mentions.Count(static mention => mention.Entity == "vladimir-putin").ShouldBe(1);

    [Fact]
    public void The_president_of_one_country_is_not_that_of_another() =>
        Read("Präsident Putin kam am Abend. Der kasachische Präsident wartete.").Mentions.Where(static mention => mention.Kind == MentionKind.Nominal).Count(static mention => mention.Entity == "vladimir-putin").ShouldBe(1);

    [Theory]
    [InlineData("Der Damm kostet dreißig Millionen Dollar. In US-Dollar zahlt keiner. Der Euro fiel.")]
    [InlineData("Am Morgen regnete es lange. (dpa/rb)")]
    [InlineData("(rb/dpa) Am Morgen regnete es lange.")]
    public void Money_and_credits_are_nobody(string text) => Read(text).Mentions.ShouldBeEmpty();

    [Theory]
    [InlineData("Bundesamt für Naturschutz", "Das Bundesamt für Naturschutz warnt. Die Leiterin des Bundesamts für Naturschutz widersprach. Sprecher des Bundesamtes für Naturschutz schwiegen.")]
    [InlineData("Amtsgericht Quellhausen", "Das Amtsgericht Quellhausen entschied. Ein Urteil des Amtsgerichts Quellhausen liegt vor. Ein Sprecher des Amtsgerichts Quellhausen bestätigte das.")]
    [InlineData("Deutsche Ruderbund", "Der Deutsche Ruderbund tagte. Beim Deutschen Ruderbund schweigt man. Der Chef des Deutschen Ruderbunds ging. Er gehört zum Vorstand des Deutschen Ruderbundes.")]
    [InlineData("Statistische Bundesamt", "Das Statistische Bundesamt zählt. Nach Zahlen des Statistischen Bundesamts sank der Wert. Das ist nach Angaben des Statistischen Bundesamtes viel.")]
    public void A_body_is_one_in_all_cases(string name, string text)
    {
        Account account = Read(text);
        string[] bodies = [.. account.Mentions.Where(mention => account.Text.AsSpan()[mention.Start..mention.End].StartsWith(name.AsSpan(0, 8), StringComparison.Ordinal)).Select(static mention => mention.Entity)];
        bodies.Length.ShouldBe(text.Count(static letter => letter == '.'));
        bodies.Distinct().Count().ShouldBe(1, string.Join(' ', bodies));
    }

    [Theory]
    [InlineData("Die Berliner Zeitung meldet das. In der Berliner Zeitung steht es auch.", "berliner-zeitung")]
    public void An_adjective_that_is_not_inflected_keeps_its_end(string text, string id) => Read(text).Mentions.Count(mention => mention.Entity == id).ShouldBe(2);

    [Theory]
    [InlineData("Abdelfattah al-Quttan")]
    [InlineData("Abdurrahman el-Sabbagh")]
    public void A_servant_s_name_in_one_word_begins_a_person_s(string name)
    {
        Account account = Read($"Am Dienstag sprach {name} in Kairo.");
        account.Mentions.Select(mention => account.Text[mention.Start..mention.End]).ShouldContain(name);
    }

    [Fact]
    public void An_agency_that_says_something_is_a_name() =>
        Read("Das sagte der Minister der Agentur dpa. Später zitierte ihn die dpa noch einmal.").Mentions.ShouldContain(static mention => mention.Entity == "dpa");

    [Theory]
    [InlineData("Besuch von Kim Jong Un erwartet", "kim-jong-un")]
    [InlineData("Besuch aus dem Norden erwartet", "kim")]
    [InlineData(null, "kim")]
    public void Whom_the_title_names_in_full_the_text_names_by_surname(string? title, string entity) =>
        Engine.Analyze(new Article { Title = title, Text = "Am Dienstag soll Kim im Hafen empfangen werden.", Language = "de" }).Value!.Mentions.ShouldHaveSingleItem().Entity.ShouldBe(entity);
}
