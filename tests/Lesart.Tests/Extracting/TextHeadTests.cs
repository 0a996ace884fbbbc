using System.Text;

namespace Lesart.Tests.Extracting;

/// <summary>The short lines above a plain text, as people paste them: whose text it is, what it is called, who credits whom.</summary>
public sealed class TextHeadTests
{
    private const string GermanBody = "In der Nacht zum Donnerstag ist in Grünau eine Lagerhalle abgebrannt. Die Polizei schätzt den Schaden auf 400.000 Euro.\n\nVerletzt wurde niemand.";
    private const string EnglishBody = "A warehouse burnt down in Gruenau in the night to Thursday. The police put the damage at 400,000 euros.\n\nNobody was injured.";

    private static readonly Engine Engine = BuiltIn.Engine;

    [Theory]
    [InlineData("Nordwald-Kurier\nFeuer in Lagerhalle: Polizei sucht Zeugen\nVon Merle Ostendorf\n12. März 2026, 14:20 Uhr\n\n" + GermanBody, "Nordwald-Kurier", "Feuer in Lagerhalle: Polizei sucht Zeugen", null)]
    [InlineData("The Harrow Valley Post\n\nWas it arson?\n\nBy Jane Miller\nMarch 12, 2026\n\n" + EnglishBody, "The Harrow Valley Post", "Was it arson?", null)]
    [InlineData("Politik\nBrand in Grünau\ntagesbote.example, 12.03.2026\n\n" + GermanBody, "tagesbote.example", "Brand in Grünau", "Politik")]
    [InlineData("Ausgabe Bergdorf – 12. März 2026\nLagerhalle in Grünau abgebrannt\n\n" + GermanBody, "Ausgabe Bergdorf", "Lagerhalle in Grünau abgebrannt", null)]
    [InlineData("Streit um Rundfunk\nMinisterpräsidenten vertagen die Reform\n12.03.2026\n\n" + GermanBody, null, "Ministerpräsidenten vertagen die Reform", "Streit um Rundfunk")]
    [InlineData("Ärger über die Post\nBriefe kommen eine Woche zu spät\n12.03.2026\n\n" + GermanBody, null, "Briefe kommen eine Woche zu spät", "Ärger über die Post")]
    public void Outlet_title_and_section_are_told_apart(string text, string? outlet, string title, string? section)
    {
        Article article = Read(text);
        article.Outlet.ShouldBe(outlet);
        article.Title.ShouldBe(title);
        article.Section.ShouldBe(section);
        article.Published.ShouldNotBeNull();
        article.Text.ShouldBe(text.EndsWith(GermanBody, StringComparison.Ordinal) ? GermanBody : EnglishBody);
    }

    [Theory]
    [InlineData("(dpa) Die Lagerhalle ist abgebrannt, teilte die Polizei in Grünau am Morgen mit.", "dpa")]
    [InlineData("MAINZ afp | Die Lagerhalle ist abgebrannt, teilte die Polizei in Grünau am Morgen mit.", "AFP")]
    [InlineData("Grünau (dpa/AFP) - Die Lagerhalle ist abgebrannt, teilte die Polizei in Grünau am Morgen mit.", "dpa,AFP")]
    [InlineData("(Bericht folgt) Die Lagerhalle ist abgebrannt, teilte die Polizei in Grünau am Morgen mit.", "")]
    public void What_opens_the_text_may_credit_an_agency(string body, string agencies) =>
        string.Join(',', Read("Brand in Lagerhalle am Donnerstag\n12. März 2026\n\n" + body).Agencies).ShouldBe(agencies);

    private static Article Read(string text) =>
        Engine.Extract(new SourceFile("head.txt", () => new MemoryStream(Encoding.UTF8.GetBytes(text)))).ShouldHaveSingleItem().Value!;
}
