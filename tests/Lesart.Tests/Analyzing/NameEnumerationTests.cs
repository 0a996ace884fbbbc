using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Analyzing;

/// <summary>Enumerations of places, before a trained model has had its say.</summary>
public sealed class NameEnumerationTests
{
    private static readonly LanguagePack German = BuiltIn.German;

    [Theory]
    [InlineData("Zur Gemeinde gehören die Dörfer Quandil, Ostrevik und Umbrasel.", "Quandil|Ostrevik|Umbrasel")]
    [InlineData("Er fuhr durch die Nachbargemeinden Quandil und Ostrevik.", "Quandil|Ostrevik")]
    [InlineData("Es kamen Quandil, Ostrevik und Umbrasel.", "")] // who or what is not said
    [InlineData("Zum Dorf Quandil, Ostrevik und Umbrasel gehört viel.", "")] // one village
    [InlineData("Die Dörfer Mutter, Vater und Kind.", "")] // the dictionary knows them
    public void Unknown_words_behind_a_kind_of_places_are_places(string sentence, string places) => PlacesOf(sentence, static _ => []).ShouldBe(Split(places));

    [Theory]
    [InlineData("Von London, Quandil und Paris kam nichts.", EntityType.Location, "London|Paris|Quandil")]
    [InlineData("Von London, Quandil und Paris kam nichts.", EntityType.Person, "")] // people are no places
    [InlineData("Von London und Quandil kam nichts.", EntityType.Location, "London")] // two make no enumeration
    public void Places_make_places_of_unknown_words_between_them(string sentence, EntityType known, string places) =>
        PlacesOf(sentence, text => Find(text, known, "London", "Paris")).Order(StringComparer.Ordinal).ShouldBe(Split(places));

    [Fact]
    public void Whole_enumeration_taken_for_one_title_is_taken_apart()
    {
        string[] places = PlacesOf("Die Orte Quandil, Ostrevik und Umbrasel wurden gegründet.", static _ => [new FoundName(2, 7, EntityType.Other)]);
        places.ShouldBe(["Quandil", "Ostrevik", "Umbrasel"]);
    }

    [Theory]
    [InlineData("Er lebt in Baden- Württemberg.", "Baden- Württemberg")]
    [InlineData("Er lebt in Nordrhein-\nWestfalen.", "Nordrhein-\nWestfalen")]
    [InlineData("Die Verfassung Griechenlandes gilt.", "Griechenlandes")]
    public void Known_names_are_found_torn_and_with_a_long_genitive(string sentence, string name)
    {
        NameText text = NameText.Of(Tagger.Tag(Tokenizer.Tokenize(sentence, German)));
        List<NameGazetteer.Match> matches = [];
        text.Tables.Gazetteer.Find(text, matches);
        matches.Select(match => Words(text, match.First, match.Last)).ShouldContain(name);
    }

    private static string[] Split(string places) => places.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static string Words(NameText text, int first, int last) => text.Tagged.Text[text.Tagged.Token(first).Start..text.Tagged.Token(last - 1).End];

    private static List<FoundName> Find(NameText text, EntityType type, params string[] forms) =>
        [.. Enumerable.Range(0, text.Tagged.Count).Where(i => forms.Contains(text.Word(i).Form)).Select(i => new FoundName(i, i + 1, type))];

    private static string[] PlacesOf(string sentence, Func<NameText, List<FoundName>> found)
    {
        NameText text = NameText.Of(Tagger.Tag(Tokenizer.Tokenize(sentence, German)));
        List<FoundName> names = found(text);
        NameEnumerations.Apply(text, names);
        return [.. names.Where(static name => name.Type == EntityType.Location).Select(name => Words(text, name.First, name.Last))];
    }
}
