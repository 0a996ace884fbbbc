namespace Lesart.Collating;

/// <summary>Tells figures from digits that are a piece of something else: of a number that a blank breaks ("15, 000"), of a fraction ("2-1/2 years"), of a rate ("a year"), of a score or a stretch ("17 - 14"), of a name ("Reactor 3", "the Park 51 project"), of a date ("10 Nov 11"), of a compound ("Fünf-Achs-Fräse").</summary>
internal static class FigurePieces
{
    private const int DigitsOfGroup = 3;

    /// <summary>Whether the digits of a figure are a piece of something else.</summary>
    /// <param name="text">The account.</param>
    /// <param name="side">A figure.</param>
    public static bool IsPiece(AccountText text, Side side)
    {
        if (side.Quantity is null)
            return side.Time is { Type: TimeType.Duration } && (IsBroken(text.Text, side) || IsRate(text, side));
        if (side.Quantity.Of is string noun && text.Days?.IsMonth(noun) == true)
            return true; // "10 Nov 11"
        return text.Figures?.IsAcross(text, side.Span) == true || IsInCompound(text.Text, side) || IsBroken(text.Text, side) || IsLabel(text, side, side.Quantity)
            || (IsCount(side.Quantity) && side.Quantity.Value is not null && (IsJoined(text.Text, side.Span.Start - 1, -1) || IsJoined(text.Text, side.Span.End, 1)));
    }

    /// <summary>Whether a hyphen joins a figure to a word behind it that the quantity doesn't hold: it tells what kind of thing something is.</summary>
    private static bool IsInCompound(string text, Side side) => text.AsSpan(side.Span.End) is ['-', char letter, ..] && char.IsLetter(letter);

    private static bool IsBroken(string text, Side side)
    {
        int begin = Math.Min(side.Unit.Whole.Start, side.Span.Start); // "in 2014. 20 people" are two sentences
        ReadOnlySpan<char> figure = side.Span.In(text), before = text.AsSpan(begin, side.Span.Start - begin), behind = text.AsSpan(side.Span.End);
        bool isTail = char.IsAsciiDigit(figure[0]) && (before is [.., >= '0' and <= '9', '/'] or [.., >= '0' and <= '9', ' ', '/', ' '] or [.., >= '0' and <= '9', '.', ' '] || (before is [.., >= '0' and <= '9', ',', ' '] && CountDigits(figure) == DigitsOfGroup));
        return isTail || figure is ['0', >= '0' and <= '9', ..] || (char.IsAsciiDigit(figure[^1]) && behind is [',', ' ', ..] && CountDigits(behind[2..]) == DigitsOfGroup);
    }

    /// <summary>Whether a length of time says how often or how fast: an article leads it right behind what is measured or counted ("5,000 tonnes a year").</summary>
    private static bool IsRate(AccountText text, Side side)
    {
        int first = text.WordAt(side.Span.Start);
        return first > 0 && text.Families?.IsIndefinite(text.Words[first].Term) == true && text.Words[first - 1] is Word before && before.Start >= side.Unit.Whole.Start && before.End + 1 == side.Span.Start
            && (before.IsNumber || before.Term is { IsNoun: true, IsVerb: false, IsFunctionWord: false });
    }

    /// <summary>Whether a dash or a colon with a digit on its other side stands beside a figure, blanks aside.</summary>
    private static bool IsJoined(string text, int at, int step)
    {
        at += IsAt(at, ' ') ? step : 0;
        if (!IsAt(at, '-') && !IsAt(at, '–') && !IsAt(at, ':'))
            return false;
        at += IsAt(at + step, ' ') ? 2 * step : step;
        return at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

        bool IsAt(int place, char letter) => place >= 0 && place < text.Length && text[place] == letter;
    }

    /// <summary>Whether a figure counts nothing and stands right behind a word with a capital, which is no verb at the head of its sentence, or between an article and such a word and a noun.</summary>
    private static bool IsLabel(AccountText text, Side side, Quantity quantity)
    {
        int before = text.WordAt(side.Span.Start) - 1;
        if (quantity is { Unit: null, Of: null } && IsNumbering(text, side, before))
            return true;
        if (!IsCount(quantity) || before < 0 || text.Words[before].Start < side.Unit.Whole.Start || text.Words[before].End > side.Span.Start || !text.Text.AsSpan(text.Words[before].End, side.Span.Start - text.Words[before].End).IsWhiteSpace()
            || !char.IsUpper(text.Text[text.Words[before].Start]) || !char.IsAsciiDigit(text.Text[side.Span.Start]))
            return false;
        bool isFirst = text.Words[before].Start == side.Unit.Whole.Start;
        return quantity.Of is null ? !isFirst || text.Words[before].Term is { IsNoun: true, IsFunctionWord: false }
            : !isFirst && text.Families is { WritesCapitals: false } families && families.IsDefinite(text.Words[before - 1].Term);
    }

    /// <summary>Whether digits that count nothing end a clause behind a noun without an article that a small word leads to ("in week 12.", "at gate 4,"), in a language that writes nouns small.</summary>
    private static bool IsNumbering(AccountText text, Side side, int noun) => noun > 0 && text.Families is { WritesCapitals: false } families && char.IsAsciiDigit(text.Text[side.Span.Start]) && text.Words[noun - 1].Start >= side.Unit.Whole.Start
        && text.Words[noun].End + 1 == side.Span.Start && text.Words[noun].Term is { IsNoun: true, IsFunctionWord: false, IsVerb: false } && text.Words[noun - 1].Term is { IsFunctionWord: true } lead && !families.IsDefinite(lead) && !families.IsIndefinite(lead)
        && text.Text.AsSpan(side.Span.End) is [] or ['.' or ',' or ';' or ')', ..];

    /// <summary>Whether a quantity counts things, or nothing: its unit is what it counts.</summary>
    private static bool IsCount(Quantity quantity) => quantity.Unit is null || quantity.Unit == quantity.Of;

    private static int CountDigits(ReadOnlySpan<char> letters) => letters.IndexOfAnyExceptInRange('0', '9') is int end && end >= 0 ? end : letters.Length;
}
