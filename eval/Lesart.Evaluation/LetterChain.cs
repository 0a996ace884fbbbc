using System.Text;

namespace Lesart.Evaluation;

/// <summary>Makes up words that look like those of a list: each letter is drawn as it follows the three before it there.</summary>
internal sealed class LetterChain
{
    private const int Reach = 3;
    private const int Shortest = 4;
    private const int Longest = 14;
    private const char End = '\0';

    private readonly Dictionary<string, List<char>> _next = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known;

    /// <param name="words">Words in a fixed order.</param>
    public LetterChain(IReadOnlyCollection<string> words)
    {
        _known = new HashSet<string>(words, StringComparer.Ordinal);
        foreach (string word in words)
        {
            string padded = new string(' ', Reach) + word + End;
            for (int i = Reach; i < padded.Length; i++)
            {
                string before = padded[(i - Reach)..i];
                if (!_next.TryGetValue(before, out List<char>? letters))
                    _next.Add(before, letters = []);
                letters.Add(padded[i]);
            }
        }
    }

    /// <summary>A word of 4 to 14 letters that is not in the list.</summary>
    public string Next(Random random)
    {
        StringBuilder word = new();
        while (true)
        {
            word.Clear().Append(' ', Reach);
            char letter;
            do
            {
                List<char> letters = _next[word.ToString(word.Length - Reach, Reach)];
                letter = letters[random.Next(letters.Count)];
                if (letter != End)
                    word.Append(letter);
            }
            while (letter != End && word.Length - Reach <= Longest);
            string made = word.ToString(Reach, word.Length - Reach);
            if (letter == End && made.Length >= Shortest && !_known.Contains(made))
                return made;
        }
    }
}
