using System.Buffers;

namespace Lesart.Collating;

/// <summary>Tells shared text that is a speaker's from text that one account has from another, and where it begins and ends.</summary>
internal sealed class RunQuotation(AccountText left, AccountText right)
{
    private static readonly SearchValues<char> EndsOfQuotations = SearchValues.Create("„“”»«\"\n");
    private static readonly SearchValues<char> EndsOfClauses = SearchValues.Create(",.;:!?–—");

    private const double MinQuotedShare = 0.8;
    private const double MaxQuotedShareOfPlain = 0.25; // a word in marks within somebody's words
    private const int MaxTagWords = 14; // "..., said the head of the board on Monday, ..."
    private const int MaxRestOfQuotation = 14;
    private const int MaxWordsOfSpeaker = 7;

    /// <summary>Whether both print somebody's words, or one does and the other sets them without marks.</summary>
    public bool Holds((TextSpan Left, TextSpan Right) chain) => (IsQuoted(left, chain.Left), IsQuoted(right, chain.Right)) switch
    {
        (true, true) => true,
        (true, false) => IsPlain(right, chain.Right) && !Names(left, right),
        (false, true) => IsPlain(left, chain.Left) && !Names(right, left),
        _ => false,
    };

    /// <summary>Whether both sides set the words in quotation marks.</summary>
    public bool IsMarked((TextSpan Left, TextSpan Right) chain) => IsQuoted(left, chain.Left) && IsQuoted(right, chain.Right);

    private static bool IsPlain(AccountText text, TextSpan words)
    {
        int said = 0;
        foreach (Word word in text.Words.AsSpan(words.Start, words.Length))
            said += word.IsSaid ? 1 : 0;
        return said <= MaxQuotedShareOfPlain * words.Length;
    }

    // then it is the other account that is quoted
    private static bool Names(AccountText text, AccountText other) => other.Account.Outlet is string outlet && AccountText.HoldsName(text.Text, outlet);

    /// <summary>Whether words are somebody's own, apart from those that say who speaks.</summary>
    private static bool IsQuoted(AccountText text, TextSpan words)
    {
        int count = 0, between = 0, open = 0;
        for (int i = words.Start; i < words.End; i++)
        {
            if (!text.Words[i].IsSaid)
            {
                open++;
                continue;
            }

            between += count > 0 && open <= MaxTagWords ? open : 0;
            (count, open) = (count + 1, 0);
        }

        return 2 * count >= words.Length && (count + between >= MinQuotedShare * words.Length || words.Length - count < MaxWordsOfSpeaker); // who said it alone makes no copy
    }

    /// <summary>A quotation holds no word outside the quotation marks of both sides that have any, as far as its ends go.</summary>
    /// <returns>How many shared words were taken off.</returns>
    public int Trim(ref (TextSpan Left, TextSpan Right) chain)
    {
        int taken = 0;
        bool isPlainLeft = IsPlain(left, chain.Left), isPlainRight = IsPlain(right, chain.Right);
        while (chain.Left.Length > 1 && chain.Right.Length > 1 && !((isPlainLeft || left.Words[chain.Left.End - 1].IsSaid) && (isPlainRight || right.Words[chain.Right.End - 1].IsSaid)))
            (chain, taken) = ((chain.Left with { End = chain.Left.End - 1 }, chain.Right with { End = chain.Right.End - 1 }), taken + 1);
        while (chain.Left.Length > 1 && chain.Right.Length > 1 && !((isPlainLeft || left.Words[chain.Left.Start].IsSaid) && (isPlainRight || right.Words[chain.Right.Start].IsSaid)))
            (chain, taken) = ((chain.Left with { Start = chain.Left.Start + 1 }, chain.Right with { Start = chain.Right.Start + 1 }), taken + 1);
        return taken;
    }

    /// <summary>Lets a run reach the end of a quotation that one side ends there and the other goes on with, behind a comma or a full stop. What stands before the shared words is no part of it, nor the rest of a clause.</summary>
    public void Complete(ref (TextSpan Left, TextSpan Right) chain)
    {
        (int l, int r) = (EndOfQuotation(left, chain.Left.End), EndOfQuotation(right, chain.Right.End));
        if ((l == chain.Left.End || r == chain.Right.End) && l - chain.Left.End + r - chain.Right.End <= MaxRestOfQuotation)
            chain = (chain.Left with { End = l }, chain.Right with { End = r });
    }

    private static int EndOfQuotation(AccountText text, int end)
    {
        int last = end;
        while (last < text.Words.Length && text.Words[last].IsSaid && IsOneQuotation(text, last))
            last++;
        return last > end && text.Text.AsSpan(text.Words[end - 1].End, text.Words[end].Start - text.Words[end - 1].End).IndexOfAny(EndsOfClauses) < 0 ? end : last;
    }

    /// <summary>Whether no mark ends one quotation and begins another before a word.</summary>
    private static bool IsOneQuotation(AccountText text, int word) =>
        text.Text.AsSpan(text.Words[word - 1].End, text.Words[word].Start - text.Words[word - 1].End).IndexOfAny(EndsOfQuotations) < 0;
}
