using System.Globalization;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Grouping;

/// <summary>What tells an event from another of its kind: which one of several it is ("second debate", "29. Spieltag"), and how strong it was ("magnitude 7.4").</summary>
/// <remarks>Read from the title, then from the opening; of each kind the first number counts, since what is told later looks back ("after the first debate").</remarks>
internal sealed class EventMarks(LanguagePack pack, TermLexicon lexicon)
{
    private const int MaxWordsToNoun = 3;
    private const int MaxWordsToGauge = 2;

    private readonly OrdinalNumbers _ordinals = OrdinalNumbers.Of(pack);
    private readonly HashSet<string> _gauges = pack.Table(static pack => pack.Data.Rows("figure-words.tsv").Where(static row => row[0] == "gauge").SelectMany(static row => row[1].Split(',', StringSplitOptions.TrimEntries)).Select(static word => Folding.Fold(word)).ToHashSet(StringComparer.Ordinal));

    /// <summary>The number that the event bears, by the concept of what is numbered.</summary>
    public SortedList<string, int> Editions { get; } = new(StringComparer.Ordinal);

    /// <summary>What the event measures; null where the text doesn't say.</summary>
    public double? Gauge { get; private set; }

    /// <summary>Reads on in the first tokens of a text.</summary>
    /// <param name="text">Title or text.</param>
    /// <param name="tokens">How many of them.</param>
    /// <param name="isLeftOut">Whether an offset lies in something else that is numbered, as a date.</param>
    public void Read(TokenizedText text, int tokens, Func<int, bool> isLeftOut)
    {
        for (int i = 0; i < text.Count && i < tokens; i++)
        {
            if (text.Tokens[i].Kind is TokenKind.Punctuation || isLeftOut(text.Tokens[i].Start))
                continue;
            string folded = lexicon.Look(text.Lexeme(i)).Folded;
            ReadOnlySpan<char> letters = text.Text.AsSpan(text.Tokens[i].Start, Math.Min(text.Text.Length, text.Tokens[i].End + 1) - text.Tokens[i].Start);
            if (_ordinals.TryRead(folded, letters, out int number))
                ReadEdition(text, i, number);
            else if (Gauge is null && _gauges.Contains(folded))
                Gauge = NumberBeside(text, i);
        }
    }

    // English writes no capitals by which a noun is told: each word up to the end of the noun group may be what is numbered.
    private void ReadEdition(TokenizedText text, int ordinal, int number)
    {
        int words = 0;
        for (int i = ordinal + 1; i < text.Count && words < MaxWordsToNoun; i++)
        {
            if (text.Tokens[i].Kind is not TokenKind.Word)
                return;
            Term term = lexicon.Look(text.Lexeme(i));
            if (term.IsFunctionWord)
                return;
            words++;
            if (term.Pieces.Length > 0)
                term = lexicon.Look(char.ToUpperInvariant(term.Pieces[^1][0]) + term.Pieces[^1][1..]);
            if (term.CanBeNoun)
                Editions.TryAdd(term.Pivots.FirstOrDefault(term.Concept), number);
        }
    }

    private static double? NumberBeside(TokenizedText text, int word)
    {
        for (int away = 1; away <= MaxWordsToGauge; away++)
        {
            foreach (int at in (int[])[word + away, word - away])
            {
                if (at >= 0 && at < text.Count && double.TryParse(text.Form(at).ToString().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
                    return number;
            }
        }

        return null;
    }
}
