using System.Collections.Frozen;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>What the words beside a figure or a date make of it (<c>figure-words.tsv</c>).</summary>
internal sealed class FigureWords
{
    private const int MaxWordsToSecond = 2; // "to nearly 45"
    private const int MaxWordsToZone = 4; // "3am to 9am UK time"

    private readonly FrozenDictionary<FigureMark, string[][]> _phrases;

    private FigureWords(LanguagePack pack)
    {
        Dictionary<FigureMark, string[][]> phrases = [];
        foreach (DataRow row in pack.Data.Rows("figure-words.tsv"))
        {
            if (!Enum.TryParse(row[0], ignoreCase: true, out FigureMark mark))
                throw row.Error($"'{row[0]}' is nothing that a word makes of a figure");
            phrases[mark] = [.. row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static phrase => phrase.Split(' ').Select(static word => Folding.Fold(word)).ToArray())];
        }

        _phrases = phrases.ToFrozenDictionary();
    }

    /// <summary>The words of a language.</summary>
    public static FigureWords Of(LanguagePack pack) => pack.Table(static pack => new FigureWords(pack));

    /// <summary>Whether words beside a figure make it a part of another, an earlier or a passing one, or a bound.</summary>
    public bool IsLoose(AccountText text, TextSpan clause, TextSpan figure) => Has(FigureMark.Part, text, clause, figure) || Has(FigureMark.Former, text, clause, figure) || Has(FigureMark.Interim, text, clause, figure) || Has(FigureMark.Less, text, clause, figure);

    /// <summary>Whether a word adds what stands behind it to what stands before it ("and").</summary>
    public bool IsPlus(Term word) => _phrases.TryGetValue(FigureMark.Plus, out string[][]? phrases) && phrases.Any(phrase => phrase is [string only] && word.Folded == only);

    /// <summary>Whether a figure is one side of a thing that has two ("480 by 360 pixels").</summary>
    public bool IsAcross(AccountText text, TextSpan figure)
    {
        int first = text.WordAt(figure.Start), next = text.WordAt(figure.End);
        return Joins(next) || Joins(first - 1);

        bool Joins(int word) => word > 0 && word + 1 < text.Words.Length && text.Words[word - 1].IsNumber && text.Words[word + 1].IsNumber && _phrases.TryGetValue(FigureMark.Across, out string[][]? phrases)
            && phrases.Any(phrase => phrase is [string only] && text.Words[word].Term.Folded == only);
    }

    /// <summary>Whether a figure is the first of two between which something has changed ("from 35 to 45 dollars").</summary>
    public bool IsLeft(AccountText text, TextSpan figure)
    {
        int first = text.WordAt(figure.Start), next = text.WordAt(figure.End);
        return first > 0 && next + 1 < text.Words.Length && _phrases.TryGetValue(FigureMark.Change, out string[][]? phrases)
            && phrases.Any(phrase => phrase is [string from, string to] && text.Words[first - 1].Term.Folded == from && text.Words[next].Term.Folded == to) && Enumerable.Range(next + 1, Math.Min(MaxWordsToSecond, text.Words.Length - next - 1)).Any(word => text.Words[word].IsNumber);
    }

    /// <summary>Whether a phrase of the kind stands in its place beside a figure.</summary>
    /// <param name="mark">The kind.</param>
    /// <param name="text">The account.</param>
    /// <param name="clause">The figure's clause.</param>
    /// <param name="figure">The figure.</param>
    public bool Has(FigureMark mark, AccountText text, TextSpan clause, TextSpan figure)
    {
        if (!_phrases.TryGetValue(mark, out string[][]? phrases))
            return false;
        int begin = text.WordAt(clause.Start) + (mark is FigureMark.Attribute ? 1 : 0), end = text.WordAt(clause.End), first = text.WordAt(figure.Start), next = text.WordAt(figure.End);
        (int before, int after) = mark switch
        {
            FigureMark.Part => (3, 2),
            FigureMark.Former => (1, 0),
            FigureMark.Less or FigureMark.More or FigureMark.Border or FigureMark.Owner => (0, 0),
            FigureMark.Rest => (0, 1),
            FigureMark.Zone => (0, MaxWordsToZone),
            FigureMark.Attribute => (0, 0),
            _ => (end, end),
        };
        return phrases.Any(phrase => Stands(phrase, Math.Max(begin, first - before - phrase.Length), first) || (mark is not FigureMark.Border && (Stands(phrase, first, next) || Stands(phrase, next, Math.Min(end, next + after + phrase.Length - 1)))));

        bool Stands(string[] phrase, int from, int to)
        {
            for (int i = from; i + phrase.Length <= to; i++)
            {
                int at = 0;
                while (at < phrase.Length && (text.Words[i + at].Term.Folded == phrase[at] || (mark is FigureMark.Market && text.Words[i + at].Term.Folded.EndsWith("-" + phrase[at], StringComparison.Ordinal))))
                    at++;
                if (at == phrase.Length)
                    return true;
            }

            return false;
        }
    }
}

/// <summary>What words make of a figure.</summary>
internal enum FigureMark
{
    /// <summary>It is a part of another one ("davon", "of them").</summary>
    Part,

    /// <summary>It held before, or was planned ("statt", "up from").</summary>
    Former,

    /// <summary>More may be known later ("bislang", "so far").</summary>
    Interim,

    /// <summary>What a figure has come to by now ("auf 23 gestiegen", "rose to").</summary>
    Risen,

    /// <summary>It is told of a thing in passing, in an attribute before its noun ("die am Freitag begonnene Reise"); at the head of a clause the words are a relative pronoun.</summary>
    Attribute,

    /// <summary>Right before a day it makes a thing that day's ("die Wahl vom Dienstag").</summary>
    Owner,

    /// <summary>It is somebody's count ("zählte", "put the number at").</summary>
    Tally,

    /// <summary>Between two figures it makes them the sides of one thing ("mal", "by").</summary>
    Across,

    /// <summary>Right before a date: something begins or ends with it ("until", "from").</summary>
    Border,

    /// <summary>Right behind digits it makes an ordinal number of them: read by <see cref="OrdinalNumbers"/>.</summary>
    Ordinal,

    /// <summary>It names the scale on which the figure beside it measures an event: read by grouping.</summary>
    Gauge,

    /// <summary>A bound that nothing reaches ("nicht einmal", "less than").</summary>
    Less,

    /// <summary>A bound that is passed ("mehr als", "over").</summary>
    More,

    /// <summary>It adds what stands behind it to what stands before it: see <see cref="FigureWords.IsPlus"/>.</summary>
    Plus,

    /// <summary>Right beside a figure: it counts others than those told of before ("weitere", "the other").</summary>
    Rest,

    /// <summary>The word before the first and the word before the second of two figures between which something changes ("from to"): see <see cref="FigureWords.IsLeft"/>.</summary>
    Change,

    /// <summary>Behind a time of day it says by which clock ("Ortszeit", "local time").</summary>
    Zone,

    /// <summary>Its clause tells what is paid on a market: that changes by the minute ("Aktie", "shares").</summary>
    Market,
}
