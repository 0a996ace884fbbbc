using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Grouping;

/// <summary>Tells where a text speaks of the page it stands on (cookies, subscriptions, captions): where several different words of <c>boilerplate.tsv</c>, kind <c>page</c>, stand near one another.</summary>
/// <remarks>Texts that were taken from pages carelessly begin with such stretches, and two accounts of one site would share them whatever they tell.</remarks>
internal sealed class PageWords
{
    private const int Near = 30; // tokens
    private const int MinDifferent = 3;

    private readonly HashSet<string> _words;
    private readonly string[] _beginnings;

    private PageWords(LanguagePack pack)
    {
        string[] words = [.. pack.Data.Rows("boilerplate.tsv").Where(static row => row[0] == "page").Select(static row => row[1].ToLowerInvariant())];
        _words = words.Where(static word => word[^1] != '-').ToHashSet(StringComparer.Ordinal);
        _beginnings = [.. words.Where(static word => word[^1] == '-').Select(static word => word[..^1])];
    }

    /// <summary>The words of a pack.</summary>
    public static PageWords Of(LanguagePack pack) => pack.Table(static pack => new PageWords(pack));

    /// <summary>Whether each of the first tokens belongs to such a stretch: from one of its words to another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many tokens to look at.</param>
    public bool[] Mark(TokenizedText text, int most)
    {
        bool[] marked = new bool[Math.Min(most, text.Count)];
        List<(int Token, string Word)> found = [];
        for (int i = 0; i < marked.Length; i++)
        {
            if (Find(text.Lexeme(i).ToLowerInvariant()) is string word)
                found.Add((i, word));
        }

        for (int first = 0; first < found.Count; first++)
        {
            (int Token, string Word)[] near = [.. found.Skip(first).TakeWhile(other => other.Token < found[first].Token + Near)];
            if (near.DistinctBy(static other => other.Word).Count() >= MinDifferent)
                Array.Fill(marked, true, near[0].Token, near[^1].Token - near[0].Token + 1);
        }

        return marked;
    }

    private string? Find(string form) => _words.Contains(form) ? form : Array.Find(_beginnings, beginning => form.StartsWith(beginning, StringComparison.Ordinal));
}
