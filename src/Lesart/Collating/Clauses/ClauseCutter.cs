using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Cuts sentences into clauses at punctuation and at words that open one.</summary>
internal sealed class ClauseCutter(LanguagePack pack)
{
    private const int MinWords = 3;
    private const int MinOfHeading = 4;
    private const int MinContentWords = 2;
    private const int WordsToVerb = 4;
    private const int WordsToQuestion = 2;

    private readonly HashSet<string> _openers = new(pack.Data.Rows("clause-openers.txt").Select(static row => Folding.Fold(row[0])), StringComparer.Ordinal);

    private readonly HashSet<string> _asking = new(pack.Data.Rows("clause-words.tsv").Where(static row => row[0] == "question").SelectMany(static row => row[1].Split(' ')).Select(static word => Folding.Fold(word)), StringComparer.Ordinal);

    /// <summary>Headings tell nothing that the text doesn't, and questions nothing that others could tell; what stands before a question in its sentence does ("The contract runs until May, but what is it worth?").</summary>
    public bool IsTold(AccountText text, TextSpan sentence) => EndOf(text, sentence) switch
    {
        '?' => text.WordAt(sentence.Start) is int first && first < text.Words.Length && !text.Words[first].Term.IsFinite && !_asking.Contains(text.Words[first].Term.Folded),
        '.' => true,
        _ => false,
    };

    /// <summary>Whether it is a heading: a line of some words without a mark at its end.</summary>
    public static bool IsHeading(AccountText text, TextSpan sentence) => EndOf(text, sentence) == ' ' && text.WordAt(sentence.End) - text.WordAt(sentence.Start) >= MinOfHeading;

    /// <summary>The mark that ends a sentence: '?', '.' for all others, a blank for none.</summary>
    private static char EndOf(AccountText text, TextSpan sentence)
    {
        ReadOnlySpan<char> words = text.Text.AsSpan(sentence.Start, sentence.Length).TrimEnd();
        int end = words.Length - 1;
        while (end >= 0 && !char.IsLetterOrDigit(words[end]) && words[end] is not ('.' or '!' or '?' or '…' or ':'))
            end--;
        bool isQuoted = words.Length > 0 && end < words.Length - 1;
        if (end < 0 || (!isQuoted && char.IsLetterOrDigit(words[end])))
            return ' ';
        return words[end] == '?' ? '?' : '.';
    }

    /// <summary>The clauses of a sentence; pieces too short to say anything stay with their neighbour.</summary>
    /// <param name="text">The account.</param>
    /// <param name="sentence">One of its sentences.</param>
    /// <param name="attribution">For each word, whether it says who says it.</param>
    public IReadOnlyList<TextSpan> Cut(AccountText text, TextSpan sentence, bool[] attribution)
    {
        int first = text.WordAt(sentence.Start), last = text.WordAt(sentence.End);
        List<(int First, int Last)> pieces = [];
        int begin = first;
        for (int i = first; i + 1 <= last; i++)
        {
            if (i + 1 == last || Breaks(text, i))
            {
                pieces.Add((begin, i + 1));
                begin = i + 1;
            }
        }

        if (EndOf(text, sentence) == '?')
            pieces = pieces[..AskedFrom(text, pieces)];
        for (int i = 0; i < pieces.Count && pieces.Count > 1;)
        {
            if (Says(text, pieces[i], attribution))
            {
                i++;
                continue;
            }

            int with = i == 0 ? 1 : i - 1;
            pieces[Math.Min(i, with)] = (pieces[Math.Min(i, with)].First, pieces[Math.Max(i, with)].Last);
            pieces.RemoveAt(Math.Max(i, with));
            i = Math.Max(0, Math.Min(i, with));
        }

        return [.. pieces.Select(piece => WithClosingMark(text.Text, text.SpanOf(piece.First, piece.Last)))];
    }

    /// <summary>A clause that ends in a quoted word takes the closing mark along where the opening one is its own.</summary>
    private static TextSpan WithClosingMark(string text, TextSpan span)
    {
        char next = span.End < text.Length ? text[span.End] : ' ';
        ReadOnlySpan<char> clause = text.AsSpan(span.Start, span.Length);
        bool isOpen = next switch
        {
            '"' => clause.Count('"') % 2 == 1,
            '“' => clause.Count('„') > clause.Count('“'),
            '”' => clause.Count('“') + clause.Count('„') > clause.Count('”'),
            '«' => clause.Count('»') > clause.Count('«'),
            '»' => clause.Count('«') > clause.Count('»'),
            _ => false,
        };
        return isOpen ? new TextSpan(span.Start, span.End + 1) : span;
    }

    /// <summary>The first piece that opens like a question, else the last one.</summary>
    private int AskedFrom(AccountText text, List<(int First, int Last)> pieces)
    {
        int asked = pieces.FindIndex(1, piece => Enumerable.Range(piece.First, Math.Min(WordsToQuestion, piece.Last - piece.First)).Any(word => text.Words[word].Term.IsFinite || _asking.Contains(text.Words[word].Term.Folded)));
        return asked > 0 ? asked : pieces.Count - 1;
    }

    private bool Breaks(AccountText text, int word)
    {
        if (text.Words[word].IsQuoted && text.Words[word + 1].IsQuoted && !EndsSentence(text, word))
            return false; // a quotation is one thing
        ReadOnlySpan<char> between = text.Text.AsSpan(text.Words[word].End, text.Words[word + 1].Start - text.Words[word].End);
        return between.IndexOfAny(",;:–—") >= 0 || (_openers.Contains(text.Words[word + 1].Term.Folded) && HasVerbAhead(text, word + 2)) || text.Words[word].IsQuoted != text.Words[word + 1].IsQuoted;
    }

    private static bool EndsSentence(AccountText text, int word) =>
        text.Text.AsSpan(text.Words[word].End, text.Words[word + 1].Start - text.Words[word].End).IndexOfAny(".!?") >= 0;

    // "and" joins nouns as well as clauses: a clause brings its finite verb soon.
    private static bool HasVerbAhead(AccountText text, int word)
    {
        for (int i = word; i < Math.Min(word + WordsToVerb, text.Words.Length); i++)
        {
            if (text.Words[i].Term.IsFinite)
                return true;
        }

        return false;
    }

    private static bool Says(AccountText text, (int First, int Last) piece, bool[] attribution)
    {
        int content = 0;
        bool hasVerb = false;
        for (int i = piece.First; i < piece.Last; i++)
        {
            content += (text.Words[i].Term.IsFunctionWord && !text.Words[i].IsNumber) || attribution[i] ? 0 : 1;
            hasVerb |= text.Words[i].Term.IsVerb && !attribution[i];
        }

        return hasVerb && piece.Last - piece.First >= MinWords && content >= MinContentWords;
    }
}
