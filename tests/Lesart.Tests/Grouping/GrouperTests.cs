using System.Collections.Immutable;
using Lesart.Grouping;
using Lesart.Languages;

namespace Lesart.Tests.Grouping;

public sealed class GrouperTests
{
    private static readonly LanguagePacks Packs = new(DataFolder.BuiltIn("languages/"));

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
}
