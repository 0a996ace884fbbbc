using Lesart.Exporting;

namespace Lesart.Tests.Exporting;

public sealed class TextFragmentTests
{
    private const string Text = "Drei Boote sanken am Montag vor Emden.\n\nAm Montag liefen drei andere aus, sagte der Hafenmeister. Niemand wurde dabei verletzt. Am Ende waren es fünf. Niemand wurde dabei verletzt.";

    [Theory]
    [InlineData("Hafenmeister", 0, "andere%20aus%2C%20sagte%20der-,Hafenmeister,-.%20Niemand%20wurde%20dabei")] // a word may stand in the headline too
    [InlineData("Montag", 1, "Am-,Montag,-liefen%20drei%20andere%20aus%2C")] // neighbours end with the paragraph
    [InlineData("Drei", 0, "Drei,-Boote%20sanken%20am%20Montag")]
    [InlineData("Niemand wurde dabei verletzt", 0, "aus%2C%20sagte%20der%20Hafenmeister.-,Niemand%20wurde%20dabei%20verletzt,-.%20Am%20Ende%20waren")] // said twice
    [InlineData("Boote sanken am Montag vor", 0, "Boote%20sanken%20am%20Montag%20vor")]
    public void Few_words_and_repeated_ones_come_with_their_neighbours(string words, int occurrence, string directive)
    {
        int start = -1;
        for (int i = 0; i <= occurrence; i++)
            start = Text.IndexOf(words, start + 1, StringComparison.Ordinal);
        TextFragment.Of("https://bote.example/a", Text, new TextSpan(start, start + words.Length)).ShouldBe("https://bote.example/a#:~:text=" + directive);
    }

    [Theory]
    [InlineData("https://bote.example/a#absatz", "https://bote.example/a#absatz:~:text=")]
    [InlineData("https://bote.example/a#:~:text=Wind", "https://bote.example/a#:~:text=")] // as a search engine gives it
    [InlineData("https://bote.example/a#absatz:~:text=Wind", "https://bote.example/a#absatz:~:text=")]
    public void An_address_has_one_directive_beside_its_own_fragment(string address, string begins) =>
        TextFragment.Of(address, Text, new TextSpan(0, Text.IndexOf('.', StringComparison.Ordinal))).ShouldBe(begins + "Drei%20Boote%20sanken%20am%20Montag%20vor%20Emden");
}
