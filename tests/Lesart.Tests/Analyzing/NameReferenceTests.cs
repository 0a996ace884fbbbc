namespace Lesart.Tests.Analyzing;

/// <summary>What holds between names, roles and metonyms of one account.</summary>
public sealed class NameReferenceTests
{
    private static readonly Engine Engine = Engine.Create(new EngineOptions());

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
}
