using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Lesart.Grouping;
using Lesart.Languages;

namespace Lesart.Tests.Grouping;

public sealed partial class GrouperTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    private static readonly Account DamFirst = Told("dam-1", "2031-04-02", "Staudamm am Oberlauf der Warne gebrochen",
        "Am Oberlauf der Warne ist in der Nacht ein Staudamm gebrochen. Die Feuerwehr brachte 430 Bewohner von Tiefenbrunn in Sicherheit. Der Betreiber Hydrowerk nannte Starkregen als Ursache.");

    private static readonly Account DamSecond = Told("dam-2", "2031-04-03", "Nach dem Dammbruch kehren Bewohner zurück",
        "Nach dem Bruch des Staudamms an der Warne kehren die ersten Bewohner nach Tiefenbrunn zurück. Gegen das Unternehmen Hydrowerk wird ermittelt. 430 Menschen hatten ihre Häuser verlassen.");

    private static readonly Account Strike = Told("strike-1", "2031-04-02", "Lokführer legen die Arbeit nieder",
        "Die Lokführer der Nordbahn haben am Morgen die Arbeit niedergelegt. Auf den Strecken um Hellingen fielen fast alle Züge aus. Die Gewerkschaft verlangt kürzere Schichten und acht Prozent mehr Lohn.");

    private static readonly Account StrikeYearLater = Strike with { Id = "strike-2", Published = PublicationTime.OfDay(new DateOnly(2032, 4, 2)) };

    [Fact]
    public void Accounts_of_one_event_are_one_story_and_others_stay_apart()
    {
        ImmutableArray<Account> grouped = Group(DamFirst, Strike, DamSecond);
        grouped[2].Story.ShouldBe(grouped[0].Story);
        grouped[1].Story.ShouldNotBe(grouped[0].Story);
    }

    [Fact]
    public void A_story_of_many_accounts_is_not_taken_apart_by_its_own_size()
    {
        string[] told =
        [
            "Die Feuerwehr brachte 430 Bewohner von Tiefenbrunn in Sicherheit.", "Der Betreiber Hydrowerk nannte Starkregen als Ursache.", "Zwei Brücken über die Warne wurden fortgerissen.", "Landrätin Mathilde Korn rief den Notstand aus.",
            "In den Kellern von Tiefenbrunn stand das Wasser bis zur Decke.", "Ein Gutachter hatte vor Rissen in der Staumauer gewarnt.", "Der Bahnverkehr nach Hellingen ruht.", "Hydrowerk will die Geschädigten entschädigen.",
        ];
        Account[] accounts = [.. Enumerable.Range(0, 60).Select(i => Told($"dam-{i}", "2031-04-02", "Staudamm an der Warne gebrochen",
            "Am Oberlauf der Warne ist in der Nacht ein Staudamm gebrochen. " + string.Join(' ', Enumerable.Range(0, 4).Select(k => told[((i * 3) + (k * (1 + (i % 3)))) % told.Length]).Distinct())) with { Outlet = $"Blatt {i}" })];
        Group(accounts).Select(static account => account.Story).Distinct().ShouldHaveSingleItem();
        new Grouper(Packs, StoryScorer.Default with { MaxOfSurroundings = double.MaxValue }).Group(accounts).Select(static account => account.Story).Distinct().Count().ShouldBeGreaterThan(1); // else this shows nothing
    }

    [Fact]
    public void Explaining_names_the_other_account_and_the_shares_that_reach_what_is_needed()
    {
        ImmutableArray<Account> grouped = new Grouper(Packs, explains: true).Group([DamFirst, Strike, DamSecond]);
        grouped[1].StoryExplain.ShouldBeNull();
        grouped[0].StoryExplain.ShouldBeNull(); // the story began with it
        string why = grouped[2].StoryExplain.ShouldNotBeNull();
        why.ShouldStartWith("with dam-1: words +");
        double[] values = [.. Numbers().Matches(why).Select(static match => double.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture))];
        values[^1].ShouldBeGreaterThanOrEqualTo(1);
        values[..^1].Sum().ShouldBe(values[^1], 0.05); // each share is rounded
        Group(DamFirst, DamSecond).ShouldAllBe(static account => account.StoryExplain == null);
    }

    [Fact]
    public void What_opens_one_account_counts_by_how_much_of_it_stands_in_the_other()
    {
        Account opened = DamFirst with { Id = "dam-3", Title = null };
        Account buried = opened with { Id = "dam-4", Text = "Wer heute über Vorsorge spricht, der spricht über Geld, und wer über Geld spricht, der landet rasch bei Versicherungen, Beiträgen und Laufzeiten, bei Gutachten, Tabellen und jenen Fristen, die niemand gern liest, bis ein Unglück sie auf den Tisch legt und alle plötzlich fragen, wofür man Jahr um Jahr bezahlt hat. " + opened.Text };
        Lead(opened, DamSecond).ShouldBeGreaterThan(Lead(buried, DamSecond) * 2);
    }

    [Fact]
    public void Reports_of_one_desk_in_the_same_words_are_no_story_and_a_report_that_two_print_is_one()
    {
        const string Office = "POL-HL: ";
        Account bicycle = Told("pol-1", null, Office + "Fahrrad gestohlen - Zeugen gesucht", "Hellingen (ots) Vom Hof einer Schule verschwand am Montagmittag ein blaues Rennrad, während seine Besitzerin, eine 15-Jährige, beim Schwimmen war. Das Schloss lag durchtrennt daneben. Die Polizei sucht Zeugen und bittet um Hinweise unter der bekannten Nummer.");
        Account cellar = Told("pol-2", null, Office + "Keller aufgebrochen - Zeugen gesucht", "Hellingen (ots) In der Lindenstraße hebelten Einbrecher in der Nacht zum Mittwoch die Tür eines Kellers auf und nahmen Werkzeug, zwei Koffer und eine Bohrmaschine mit. Ein Nachbar hörte Geräusche. Die Polizei sucht Zeugen und bittet um Hinweise unter der bekannten Nummer.");
        Account printed = bicycle with { Id = "bote-1", Outlet = "Hellinger Bote" };
        ImmutableArray<Account> grouped = Group(bicycle, cellar, printed);
        grouped[1].Story.ShouldNotBe(grouped[0].Story);
        grouped[2].Story.ShouldBe(grouped[0].Story);
    }

    [Fact]
    public void Months_that_two_texts_name_count_against_one_story_where_none_is_in_common_and_a_day_is_missing()
    {
        Account march = Dated("2031-03", null), marchAgain = Dated("XXXX-03-17", null), april = Dated("2031-04-02", null);
        Share(march, april, "months").ShouldBeLessThan(0);
        Share(march, marchAgain, "months").ShouldBe(0);
        Share(march, Strike with { Published = null }, "months").ShouldBe(0); // names none
        Share(Dated("2031-03", "2031-04-02"), Dated("2031-04-02", "2031-04-03"), "months").ShouldBe(0);
    }

    [Fact]
    public void The_same_place_counts_for_one_story_and_more_where_nouns_have_capitals()
    {
        Account german = Placed("hellingen", "de"), english = Placed("hellingen", "en");
        Share(german, german with { Id = "other" }, "places").ShouldBeGreaterThan(Share(english, english with { Id = "other" }, "places"));
        Share(english, english with { Id = "other" }, "places").ShouldBeGreaterThan(0);
        Share(german, Placed("tiefenbrunn", "de"), "places").ShouldBe(0);
        Share(german, english, "places").ShouldBe(0); // over languages names say it
    }

    [Fact]
    public void Openings_with_places_of_different_states_count_against_one_story()
    {
        Account chile = Placed("chile", "de"), italy = Placed("italy", "de"), rome = Placed("rome", "de");
        Share(chile, italy, "elsewhere").ShouldBeLessThan(0);
        Share(rome, italy, "elsewhere").ShouldBe(0);
        Share(Placed("tiefenbrunn", "de"), italy, "elsewhere").ShouldBe(0); // nobody knows where it lies
        Account lookingBack = italy with { Text = italy.Text + new string(' ', 400), Entities = [.. italy.Entities, .. chile.Entities], Mentions = [.. italy.Mentions, new Mention(350, 353, "chile", MentionKind.Name)] };
        Share(chile, lookingBack, "elsewhere").ShouldBe(0);
    }

    [Theory]
    [InlineData("Erstes TV-Duell der Kandidaten", "Zweites TV-Duell der Kandidaten", true)]
    [InlineData("Erstes TV-Duell der Kandidaten", "Nach dem ersten Fernsehduell", false)]
    [InlineData("Hellingen verliert am 28. Spieltag", "Sieg am 29. Spieltag", true)]
    [InlineData("Hellingen verliert am 28. Spieltag", "Zweites TV-Duell der Kandidaten", false)] // other things are numbered
    [InlineData("Zweites Duell: härter als das erste Duell", "Zweites Duell der Kandidaten", false)] // what is told later looks back
    [InlineData("Erdbeben der Stärke 6,1", "Erdbeben der Stärke 7,4", true)]
    [InlineData("Erdbeben der Stärke 6,1", "Beben mit einer Stärke von 6,3", false)] // corrected
    public void Another_number_of_the_same_thing_counts_against_one_story(string left, string right, bool isAnother)
    {
        double share = Share(DamFirst with { Title = left }, DamSecond with { Title = right }, "another");
        (share < 0).ShouldBe(isAnother);
    }

    [Fact]
    public void The_only_account_of_a_second_earthquake_stays_alone_while_few_accounts_are_known()
    {
        const string Rest = " Helfer suchten am Vormittag in eingestürzten Häusern nach Verschütteten, wie die Behörden mitteilten. Es folgten mehrere Nachbeben.";
        Account first = Quake("beben-1", "2031-04-02", "Italien", "italy", "6,1"), again = first with { Id = "beben-2", Outlet = "Bote" }, second = Quake("beben-3", "2031-04-04", "Chile", "chile", "7,4");
        ImmutableArray<Account> grouped = Group(first, again, second);
        grouped[1].Story.ShouldBe(grouped[0].Story);
        grouped[2].Story.ShouldNotBe(grouped[0].Story);
        new Grouper(Packs, StoryScorer.Default with { OtherLandsCost = 0, OtherGaugeCost = 0 }).Group([first, again, second]).Select(static account => account.Story).Distinct().ShouldHaveSingleItem(); // else this shows nothing

        static Account Quake(string id, string day, string place, string entity, string strength)
        {
            string text = $"In {place} hat am Morgen ein Erdbeben der Stärke {strength} die Menschen geweckt.{Rest}";
            return Told(id, day, $"Erdbeben in {place}", text) with { Outlet = "Rundschau", Entities = [new Entity { Id = entity, Type = EntityType.GeoPolitical, Name = place }], Mentions = [new Mention(3, 3 + place.Length, entity, MentionKind.Name)] };
        }
    }

    [Fact]
    public void A_story_that_was_silent_for_long_takes_nothing_more()
    {
        ImmutableArray<Account> grouped = Group(Strike, StrikeYearLater);
        grouped[1].Story.ShouldNotBe(grouped[0].Story);
    }

    [Fact]
    public void The_order_of_arrival_changes_no_story()
    {
        Dictionary<string, string?> forth = Group(DamFirst, Strike, DamSecond).ToDictionary(static account => account.Id, static account => account.Story);
        Dictionary<string, string?> back = Group(DamSecond, Strike, DamFirst).ToDictionary(static account => account.Id, static account => account.Story);
        back.ShouldBe(forth, ignoreOrder: true);
    }

    [Fact]
    public void A_story_keeps_its_id_while_it_grows()
    {
        string? before = Group(DamFirst)[0].Story;
        Group(DamFirst with { Story = before }, DamSecond).ShouldAllBe(account => account.Story == before);
        Group(DamFirst, DamSecond)[1].Story.ShouldBe(before);
    }

    [Fact]
    public void Accounts_without_a_day_are_grouped_by_what_they_say()
    {
        ImmutableArray<Account> grouped = Group(DamFirst with { Published = null }, Strike with { Published = null }, DamSecond with { Published = null });
        grouped[2].Story.ShouldBe(grouped[0].Story);
        grouped[1].Story.ShouldNotBe(grouped[0].Story);
    }

    [Fact]
    public void Texts_without_words_are_stories_of_their_own()
    {
        ImmutableArray<Account> grouped = Group(Told("a", null, null, ""), Told("b", null, null, "..."));
        grouped[0].Story.ShouldNotBeNull();
        grouped[1].Story.ShouldNotBe(grouped[0].Story);
    }

    private static ImmutableArray<Account> Group(params Account[] accounts) => new Grouper(Packs).Group(accounts);

    private static Account Told(string id, string? day, string? title, string text) => new()
    {
        Id = id,
        Title = title,
        Text = text,
        Language = "de",
        Published = day is null ? null : PublicationTime.OfDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static Account Dated(string value, string? published) => Strike with
    {
        Id = value,
        Published = published is null ? null : PublicationTime.OfDay(DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture)),
        Times = [new TimeExpression(0, 3, TimeType.Date, value, null, null)],
    };

    private static Account Placed(string place, string language) => Strike with
    {
        Id = place,
        Language = language,
        Entities = [new Entity { Id = place, Type = EntityType.GeoPolitical, Name = place }],
        Mentions = [new Mention(0, 3, place, MentionKind.Name)],
    };

    private static double Lead(Account left, Account right) => Share(left, right, "lead");

    private static double Share(Account left, Account right, string feature)
    {
        FingerprintReader reader = new(Packs);
        FingerprintReader.Counts[] counts = [reader.Count(left), reader.Count(right)];
        return StoryScorer.Default.Explain(reader.Weigh(counts[0]), reader.Weigh(counts[1])).Single(share => share.Feature == feature).Value;
    }

    [GeneratedRegex(@"(?<= [+-]?)-?\d+\.\d\d")]
    private static partial Regex Numbers();
}
