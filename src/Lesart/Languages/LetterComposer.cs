using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Lesart.Languages;

/// <summary>Composes letters and the marks behind them into single letters, as Unicode's normal form C does, for Latin, Greek and Cyrillic letters.</summary>
/// <remarks>Without ICU, the runtime leaves decomposed text as it is on some systems; files from others carry such text.</remarks>
internal static class LetterComposer
{
    private static readonly FrozenDictionary<(char Letter, char Mark), char> Compositions = DataFolder.BuiltIn("languages/").Rows("compositions.tsv")
        .ToFrozenDictionary(static row => (row[0][0], (char)ushort.Parse(row[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)), static row => row[2][0]);

    private static readonly SearchValues<char> Marks = SearchValues.Create([.. Compositions.Keys.Select(static key => key.Mark).Distinct()]);

    private static readonly FrozenDictionary<char, char> Bases = Compositions.GroupBy(static pair => pair.Value).ToFrozenDictionary(static group => group.Key, static group => group.First().Key.Letter);

    /// <summary>Names with their accents taken off, for comparing alone: some outlets write "Vujanić", others "Vujanic".</summary>
    public static string WithoutMarks(string text) => string.Create(text.Length, Compose(text), static (plain, composed) =>
    {
        for (int i = 0; i < plain.Length; i++)
            plain[i] = i < composed.Length ? Bases.GetValueOrDefault(composed[i], composed[i]) : ' ';
    });

    /// <summary>Whether the text holds a mark that could compose with the letter before it.</summary>
    public static bool HasMarks(ReadOnlySpan<char> text) => text.ContainsAny(Marks);

    /// <summary>The text with all composable pairs composed. Offsets move: an article's own text is never composed, only forms for look-up and text on its way in.</summary>
    /// <returns>The same string where there is nothing to compose.</returns>
    public static string Compose(string text)
    {
        if (!HasMarks(text))
            return text;
        char[] composed = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            int length = 0;
            foreach (char c in text)
            {
                if (length > 0 && Compositions.TryGetValue((composed[length - 1], c), out char letter))
                    composed[length - 1] = letter;
                else
                    composed[length++] = c;
            }

            return new string(composed, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(composed);
        }
    }
}
