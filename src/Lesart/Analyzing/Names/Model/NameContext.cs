using System.Buffers;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What surrounds each token of a text for the sequence model: known names, an open sentence, quotation marks. Goes from token to token.</summary>
internal sealed class NameContext
{
    // what known names mean at each token, and where in the name it stands; 0 for none
    private readonly uint[] _known;
    private readonly bool[] _isSmallElsewhere;

    /// <summary>Stands before the text's first token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">The known names in it.</param>
    public NameContext(NameText text, List<NameGazetteer.Match> matches)
    {
        Text = text;
        _known = new uint[text.Tagged.Count];
        foreach (NameGazetteer.Match match in matches)
        {
            uint kind = NameFeatures.KnownAs(text.Tables, text.Tables.Gazetteer.EntriesOf(match.State));
            for (int i = match.First; i < match.Last; i++)
                _known[i] = kind * 8 + (match.Last - match.First == 1 ? 1u : i == match.First ? 2u : i == match.Last - 1 ? 3u : 4u);
        }

        _isSmallElsewhere = FindSmall(text.Words);
    }

    public NameText Text { get; }

    public Sentence Sentence { get; private set; }

    /// <summary>The token that it stands at.</summary>
    public int Token { get; private set; } = -1;

    /// <summary>Whether no word of the sentence came yet.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether an odd number of quotation marks came.</summary>
    public bool IsQuoted { get; private set; }

    /// <summary>What the known name at a token can mean, and where in it the token stands.</summary>
    public uint KnownAt(int token) => _known[token];

    /// <summary>Whether the token has a capital and the text holds its form without one, too.</summary>
    public bool IsSmallElsewhere(int token) => _isSmallElsewhere[Text.Tagged.Tokenized.Tokens[token].Lexeme];

    /// <summary>Goes to a token; those before it in the text must have had their turn.</summary>
    public void MoveTo(int token, Sentence sentence)
    {
        if (token == sentence.First)
            (Sentence, IsOpen) = (sentence, true);
        if (token > 0)
            Pass(Text.Tagged.Token(token - 1).Kind, isSameSentence: token > sentence.First);
        Token = token;
    }

    private void Pass(TokenKind kind, bool isSameSentence)
    {
        if (kind == TokenKind.QuotationMark)
            IsQuoted = !IsQuoted;
        else if (isSameSentence && kind is TokenKind.Word or TokenKind.Number)
            IsOpen = false;
    }

    private static bool[] FindSmall(ReadOnlySpan<NameWord> words)
    {
        int mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words.Length * 2 + 1) - 1;
        int[] slots = ArrayPool<int>.Shared.Rent(mask + 1);
        try
        {
            slots.AsSpan(0, mask + 1).Clear();
            for (int i = 0; i < words.Length; i++)
            {
                if (words[i].IsCapital)
                    continue;
                int slot = (int)words[i].Hash & mask;
                while (slots[slot] != 0)
                    slot = (slot + 1) & mask;
                slots[slot] = i + 1;
            }

            bool[] isSmallElsewhere = new bool[words.Length];
            for (int i = 0; i < words.Length; i++)
            {
                for (int slot = (int)words[i].LowerHash & mask; words[i].IsCapital && slots[slot] != 0 && !isSmallElsewhere[i]; slot = (slot + 1) & mask)
                    isSmallElsewhere[i] = words[slots[slot] - 1].Form == words[i].Lower;
            }

            return isSmallElsewhere;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(slots);
        }
    }
}
