using Lesart.Text;

namespace Lesart.Tests.Text;

public sealed class TextOpeningTests
{
    [Theory]
    [InlineData("Langen (dpa) - ", "Ein Warnstreik hat den Verkehr gestört.")]
    [InlineData("KALLSTADT, May 4 (Reuters) - ", "The council met on Thursday.")]
    [InlineData("Hellingen, 4. Mai (dpa) - ", "Der Rat tagte am Donnerstag.")]
    [InlineData("(dpa) ", "Eine Lagerhalle ist abgebrannt.")]
    [InlineData("ADDIS ABABA - ", "Prime Minister Tesfaye Mekuria was welcomed home.")]
    [InlineData("WIEN — ", "„Das war knapp“, sagte die Ministerin.")]
    [InlineData("WASHINGTON ― ", "President Pat Muster said that the bridge was safe.")]
    [InlineData("MAINZ/TRIER afp | ", "Die Ministerpräsidenten haben die Reform vertagt.")]
    [InlineData("KIEW taz | ", "Die Brücke ist wieder offen.")]
    [InlineData("LONDON, Jan. 5 -- ", "The bridge is open again.")]
    [InlineData("MOSKAU/KIEW - ", "Die Brücke ist wieder offen.")]
    [InlineData("KYIV, Jan 5 (Agency) — ", "The bridge is open again.")]
    [InlineData("", "NATO, 75 Jahre alt geworden - Ein Rückblick.")]
    [InlineData("", "ARD und alle | Heute im Ersten.")]
    [InlineData("", "Emil (3) glüht. 39,8 Grad, die Ohren eitern.")]
    [InlineData("", "Nordkorea hat am Montag (Ortszeit) - wieder einmal - eine Rakete gestartet.")]
    [InlineData("", "Die Partei (gegründet 1998) - Eine Bilanz.")]
    [InlineData("", "Jeden Morgen eine kleine gelbe Tablette – und das Herz schlägt weiter.")]
    [InlineData("", "USA und China verhandeln wieder.")]
    [InlineData("", "EU - was nun?")]
    [InlineData("", "A ceremony for senior citizens who sent presents to soldier ")] // a blank ends what is looked at
    [InlineData("", "")]
    public void A_dateline_ends_where_the_text_begins(string dateline, string text, bool isFound = true) =>
        TextOpening.DatelineEnd(dateline + text).ShouldBe(isFound ? dateline.Length : 0);
}
