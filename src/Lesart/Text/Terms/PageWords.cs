using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Tells where a text speaks of the page it stands on (cookies, subscriptions, captions): where several different words of <c>boilerplate.tsv</c>, kind <c>page</c>, stand near one another.</summary>
/// <remarks>Texts that were taken from pages carelessly begin with such stretches, and two accounts of one site would share them whatever they tell.</remarks>
internal sealed class PageWords
{
    private const int Near = 30; // tokens
    private const int MinDifferent = 3;

    private readonly HashSet<string> _words;
    private readonly string[] _beginnings;
    private readonly HashSet<string> _contacts;

    private PageWords(LanguagePack pack)
    {
        ILookup<string, string> words = pack.Data.Rows("boilerplate.tsv").ToLookup(static row => row[0], static row => row[1].ToLowerInvariant(), StringComparer.Ordinal);
        _words = words["page"].Where(static word => word[^1] != '-').ToHashSet(StringComparer.Ordinal);
        _beginnings = [.. words["page"].Where(static word => word[^1] == '-').Select(static word => word[..^1])];
        _contacts = words["contact"].ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The words of a pack.</summary>
    public static PageWords Of(LanguagePack pack) => pack.Table(static pack => new PageWords(pack));

    /// <summary>Whether each of the first tokens belongs to such a stretch: from one of its words to another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many tokens to look at.</param>
    public bool[] Mark(TokenizedText text, int most) => Mark(Math.Min(most, text.Count), token => Find(text.Lexeme(token).ToLowerInvariant()));

    /// <summary>Whether each of some words belongs to such a stretch, or to one that tells how a sender can be reached (kind <c>contact</c>).</summary>
    /// <param name="count">How many words there are.</param>
    /// <param name="formOf">Each word's letters.</param>
    public bool[] MarkWithContacts(int count, Func<int, string> formOf) => Mark(count, word => FindWithContacts(formOf(word).ToLowerInvariant()));

    private static bool[] Mark(int count, Func<int, string?> wordAt)
    {
        bool[] marked = new bool[count];
        List<(int At, string Word)> found = [];
        for (int i = 0; i < marked.Length; i++)
        {
            if (wordAt(i) is string word)
                found.Add((i, word));
        }

        for (int first = 0; first < found.Count; first++)
        {
            (int At, string Word)[] near = [.. found.Skip(first).TakeWhile(other => other.At < found[first].At + Near)];
            if (near.DistinctBy(static other => other.Word).Count() >= MinDifferent)
                Array.Fill(marked, true, near[0].At, near[^1].At - near[0].At + 1);
        }

        return marked;
    }

    private string? FindWithContacts(string form) => _contacts.Contains(form) ? form : Find(form);

    private string? Find(string form) => _words.Contains(form) ? form : Array.Find(_beginnings, beginning => form.StartsWith(beginning, StringComparison.Ordinal));
}
