using Lesart.Analyzing;

namespace Lesart.Tests.Analyzing;

/// <summary>Names in small articles of our own.</summary>
public sealed class NameTests
{
    private static readonly Engine Engine = Engine.Create(new EngineOptions());

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
    public void Spellings_of_one_name_have_one_key(string one, string other) => NameKey.Instance.Of(one).ShouldBe(NameKey.Instance.Of(other));

    [Theory]
    [InlineData("Kim Jong-un", "Kim Jong-il")]
    [InlineData("Kim Il-sung", "Kim Jong-il")]
    [InlineData("Sergei Iwanow", "Igor Iwanow")]
    [InlineData("Lech Kaczyński", "Jarosław Kaczyński")]
    public void People_with_like_names_have_different_keys(string one, string other) => NameKey.Instance.Of(one).ShouldNotBe(NameKey.Instance.Of(other));

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
}
