using Lesart.Dossiers;

namespace Lesart.Tests.Dossiers;

public sealed class InterfaceTextsTests
{
    private readonly InterfaceTexts _texts = InterfaceTexts.BuiltIn;

    [Theory]
    [InlineData(1, "Ein Medium", "One outlet")]
    [InlineData(7, "Sieben Medien", "Seven outlets")]
    [InlineData(13, "13 Medien", "13 outlets")]
    [InlineData(12_500, "12.500 Medien", "12,500 outlets")]
    public void Counts_agree_with_their_nouns(int count, string german, string english)
    {
        Phrase phrase = _texts.Counted("outlets", count);
        phrase[0].ShouldBe(german);
        phrase[1].ShouldBe(english);
    }

    [Theory]
    [InlineData("2026-06-10T17:31:00+02:00", "10. Juni 2026, 17:31 Uhr (UTC+2)", "10 June 2026, 17:31 (UTC+2)")]
    [InlineData("2026-06-10T17:31:00Z", "10. Juni 2026, 17:31 Uhr (UTC)", "10 June 2026, 17:31 (UTC)")]
    [InlineData("2026-06-10T17:31:00-03:30", "10. Juni 2026, 17:31 Uhr (UTC−3:30)", "10 June 2026, 17:31 (UTC−3:30)")]
    [InlineData("2026-06-10", "10. Juni 2026", "10 June 2026")] // no time is made up
    public void Moments_name_their_zone(string time, string german, string english)
    {
        PublicationTime.TryParse(time, out PublicationTime moment).ShouldBeTrue();
        _texts.Moment(moment)[0].ShouldBe(german);
        _texts.Moment(moment)[1].ShouldBe(english);
    }

    [Theory]
    [InlineData("gemeinsamer Text, 60 Wörter", "gemeinsamer Text, 60 Wörter", "shared text, 60 words")]
    [InlineData("both credit nda", "beide nennen nda", "both credit nda")]
    [InlineData("weil es so ist", "weil es so ist", "weil es so ist")] // not one of ours
    public void Notes_of_records_are_told_in_each_language(string note, string german, string english)
    {
        Phrase phrase = _texts.Reworded(note, "why.text", "why.agency", "why.names");
        phrase[0].ShouldBe(german);
        phrase[1].ShouldBe(english);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("agency")]
    [InlineData("names")]
    [InlineData("related")]
    public void Notes_are_worded_as_the_languages_word_them(string key)
    {
        for (int language = 0; language < _texts.Languages.Length; language++)
        {
            string[] rows = File.ReadAllLines(House.Repository.PathOf("languages", _texts.Languages[language], "notes.tsv"));
            rows.ShouldContain($"{key}\t{_texts["why." + key][language]}");
        }
    }

    [Fact]
    public void Lists_end_in_and_whatever_their_items_hold()
    {
        Phrase list = _texts.List([_texts.Same("a_b"), _texts.Same("c"), _texts.Same("d")]);
        list[0].ShouldBe("a_b, c und d");
        list[1].ShouldBe("a_b, c and d");
    }
}
