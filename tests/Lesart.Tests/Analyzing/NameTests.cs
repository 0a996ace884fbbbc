using Lesart.Analyzing;
using Lesart.Languages;

namespace Lesart.Tests.Analyzing;

/// <summary>Names in small articles of our own.</summary>
public sealed class NameTests
{
    private static readonly Engine Engine = BuiltIn.Engine;

    private static Account Read(string text, string day = "2024-06-20", string language = "de") =>
        Engine.Analyze(new Article { Text = text, Language = language, Published = PublicationTime.TryParse(day, out PublicationTime time) ? time : null }).Value!;

    private static string[] Mentions(Account account, string entity) =>
        [.. account.Mentions.Where(mention => mention.Entity == entity).Select(mention => account.Text[mention.Start..mention.End])];

    [Theory]
    [InlineData("Sergej Schoigu", "Sergei Shoigu")]
    [InlineData("Dmitri Medwedew", "Dmitry Medvedev")]
    [InlineData("Aleksej Leonkow", "Alexei Leonkov")]
    [InlineData("Wladimir Tschernyschow", "Vladimir Chernyshov")]
    [InlineData("Jürgen Müller", "Juergen Mueller")]
    [InlineData("Kim Jong Un", "Kim Jong-un")]
    [InlineData("Orbán Viktor", "Viktor Orban")]
    [InlineData("Asamat Dschumabajew", "Azamat Zhumabaev")]
    [InlineData("Asamat Dschumabajew", "Azamat Dzhumabaev")]
    [InlineData("Asamat Dschumabajew", "Azamat Jumabayev")]
    [InlineData("Azamat Dschumabajew", "Azamat Jumabaev")]
    [InlineData("Asamat Schumabajew", "Azamat Zhumabayev")]
    [InlineData("Jewgeni Tschischow", "Evgueni Tchijov")]
    [InlineData("Jewgeni Tschischow", "Евгений Чижов")]
    [InlineData("Dschamal al-Chatib", "Djamal al-Khatib")]
    [InlineData("Abd al-Fattah Naim", "Abdelfattah Naïm")]
    [InlineData("Teng Wen-hsiang", "Deng Wenxiang")]
    [InlineData("Pak Yŏng-ch'ŏl", "Park Young-chul")]
    [InlineData("Pak Yong-chol", "박영철")]
    [InlineData("Kim Dä-dschung", "Kim Dae-jung")]
    [InlineData("Νίκος Καραλής", "Nikos Karalis")]
    [InlineData("Zoran Đorđić", "Zoran Djordjic")]
    [InlineData("Grünebaum, Karl", "Karl Gruenebaum")]
    public void Spellings_of_one_name_have_one_key(string one, string other) => NameForm.Of(one).Key.ShouldBe(NameForm.Of(other).Key);

    [Theory]
    [InlineData("Kim Jong-un", "Kim Jong-il")]
    [InlineData("Kim Il-sung", "Kim Jong-il")]
    [InlineData("Sergei Iwanow", "Igor Iwanow")]
    [InlineData("Lech Kaczyński", "Jarosław Kaczyński")]
    [InlineData("Thomas Hofmann", "Thomas Hoffmann")] // native names count letter by letter
    [InlineData("Peter Busch", "Peter Buch")]
    [InlineData("Robert Kern", "Robert Kern Jr.")]
    [InlineData("Karl II.", "Karl III.")]
    [InlineData("Kim Yong-chol", "Kim Yong-hyon")]
    public void People_with_like_names_have_different_keys(string one, string other) => NameForm.Of(one).Key.ShouldNotBe(NameForm.Of(other).Key);

    [Theory]
    [InlineData("R. Kerner", "Robert Kerner", true)]
    [InlineData("Tony Kerner", "Anthony Kerner", true)]
    [InlineData("Suleiman Tarabulsi", "Suleiman Tarabolsi", true)] // a vowel heard otherwise
    [InlineData("Robert Kerner", "Rudolf Kerner", false)]
    [InlineData("Robert A. Kerner", "Robert B. Kerner", false)]
    [InlineData("Robert Kerner", "Robert Kerner Jr.", false)]
    [InlineData("Stefan Meier", "Stefan Maier", false)]
    [InlineData("Kim Jong-un", "Kim Jong-il", false)]
    public void Two_spellings_are_one_when_their_features_say_so(string one, string other, bool isOne) =>
        (NameScorer.Score(NameForm.Of(one), NameForm.Of(other)) >= NameScorer.Least).ShouldBe(isOne);

    [Theory]
    [InlineData("Edward Ashcombe", "edward-ashcombe")]
    [InlineData("Victor Ashcombe", "victor-ashcombe")]
    [InlineData("Jörg Bäuerle", "jorg-bauerle")]
    [InlineData("Geert van der Meulen", "geert-van-der-meulen")]
    [InlineData("Wladimir Tichonow", "vladimir-tikhonov")]
    [InlineData("Владимир Тихонов", "vladimir-tikhonov")]
    [InlineData("Jewgeni Tschischow", "yevgeny-chishov")]
    [InlineData("Evgueni Tchijov", "yevgeny-chishov")]
    [InlineData("Shukhrat Ergashev", "shukhrat-ergashev")]
    public void Who_stands_in_no_table_has_a_readable_id(string name, string id) => NameForm.Of(name).Id.ShouldBe(id);

    [Fact]
    public void A_known_name_in_a_spelling_that_no_table_has_says_what_joined_it()
    {
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { Explain = true } });
        Account account = engine.Analyze(new Article { Text = "In Minsk sprach Maria Kalesnikava mit Tony Blinken.", Language = "de" }).Value!;
        account.Mentions.Single(static mention => mention.Entity == "antony-blinken").Explain.ShouldBe("spelling: surname 3, short form 1.2");
    }

    [Fact]
    public void Every_other_name_belongs_to_an_entity_of_the_tables()
    {
        NameTables tables = NameTables.Of(BuiltIn.German);
        foreach (DataRow row in DataFolder.BuiltIn("names/").Rows("other-names.tsv").Skip(1))
            tables.TryGet(row[0], out _).ShouldBeTrue(row[0]);
    }

    [Fact]
    public void A_surname_alone_means_the_person_named_in_full()
    {
        Account account = Read("Die Ministerin Swantje Petrowa kam nach Bremen. Später sagte Petrowa, sie sei zufrieden.");
        string id = account.Mentions.First(mention => account.Text[mention.Start..mention.End] == "Swantje Petrowa").Entity;
        Mentions(account, id).ShouldContain("Petrowa");
    }

    [Theory]
    [InlineData("2020-06-01", "angela-merkel")]
    [InlineData("2023-06-01", "olaf-scholz")]
    [InlineData("2000-06-01", "gerhard-schroeder")] // the id of a name with an umlaut
    public void The_day_decides_who_holds_an_office(string day, string holder) =>
        Read("Der deutsche Bundeskanzler reiste ab. Die deutsche Kanzlerin reiste ab.", day).Mentions.Select(static mention => mention.Entity).ShouldContain(id => id == holder || id == holder.Replace("oe", "o", StringComparison.Ordinal));

    [Theory]
    [InlineData("Der polnische Ministerpräsident reiste ab.", true)]
    [InlineData("Gastgeber war ihr polnischer Kollege Zbyszek Wolanin. Der polnische Ministerpräsident reiste ab.", false)] // he may be meant
    [InlineData("Gastgeber war ihr tschechischer Kollege Zbyszek Wolanin. Der polnische Ministerpräsident reiste ab.", true)]
    public void The_tables_tell_nobody_beside_a_stranger_of_the_same_country(string text, bool isTold) =>
        Read(text, "2023-06-01").Mentions.Any(static mention => mention.Entity == "mateusz-morawiecki").ShouldBe(isTold);
}
