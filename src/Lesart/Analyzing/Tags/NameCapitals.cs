using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What the tagger looks at beyond the neighbours in languages where a capital inside a sentence marks a name.</summary>
internal static class NameCapitals
{
    /// <summary>The document also has the word in small letters; and with its capital inside a sentence.</summary>
    private const byte SeenSmall = 1, SeenInside = 2;

    private const int Slots = 1 << 16;

    /// <summary>How else the document writes each of its forms.</summary>
    /// <param name="text">The document.</param>
    /// <param name="words">What is known of its tokens.</param>
    /// <param name="lexemes">Room for a byte for each lexeme, all zero.</param>
    public static void Read(TokenizedText text, ReadOnlySpan<WordInfo> words, Span<byte> lexemes)
    {
        Span<ulong> small = stackalloc ulong[Slots / 64];
        small.Clear();
        int firstPersons = 0;
        for (int i = 0; i < words.Length; i++)
        {
            firstPersons += words[i].IsFirstPerson ? 1 : 0;
            if (words[i].Shape == WordShape.Small)
                small[(int)(words[i].Small % Slots / 64)] |= 1ul << (int)(words[i].Small % 64);
        }

        int register = firstPersons * 400 < words.Length ? 4 : firstPersons * 60 < words.Length ? 8 : 12;
        foreach (Sentence sentence in text.Sentences)
        {
            bool isPlain = TaggerFeatures.CapitalsOf(words[sentence.First..sentence.Last]) < 2;
            for (int i = sentence.First; i < sentence.Last; i++)
            {
                WordInfo word = words[i];
                if (word.Shape is WordShape.Small or WordShape.Other or WordShape.Figures)
                    continue;
                int seen = (small[(int)(word.Small % Slots / 64)] >> (int)(word.Small % 64) & 1) != 0 ? SeenSmall : 0;
                lexemes[text.Tokens[i].Lexeme] |= (byte)(register | seen | (isPlain && i > sentence.First && !words[i - 1].IsBorder ? SeenInside : 0));
            }
        }
    }

    /// <summary>Adds rows for a word with a capital, still to be mixed (<see cref="TaggerFeatures.MixAll"/>).</summary>
    /// <returns>How many rows there are now.</returns>
    public static int Add(ReadOnlySpan<WordInfo> words, int i, ref readonly TaggerFeatures.Past past, Span<uint> rows, Span<uint> others, int count)
    {
        WordInfo word = words[i];
        if (word.Shape is WordShape.Small or WordShape.Other or WordShape.Figures)
            return count;
        WordInfo? before = i > 0 ? words[i - 1] : null, second = i > 1 ? words[i - 2] : null;
        WordInfo? next = i + 1 < words.Length ? words[i + 1] : null, after = i + 2 < words.Length ? words[i + 2] : null;
        uint place = (uint)word.Shape | (past.Capitals << 3) | (i == 0 ? 64u : before!.IsBorder ? 128u : 0);
        uint around = place | (ShapeOf(next) << 8) | (ShapeOf(after) << 12) | (ShapeOf(before) << 16) | (ShapeOf(second) << 20);
        (rows[count], others[count++]) = (TaggerFeatures.From(101, around), word.Broad);
        (rows[count], others[count++]) = (TaggerFeatures.From(102, around), (uint)past.Last);
        (rows[count], others[count++]) = (TaggerFeatures.From(103, next is { Shape: WordShape.Small } ? next.Small : 0), TaggerFeatures.Row(0, place | (ShapeOf(after) << 8), word.Broad));
        (rows[count], others[count++]) = (TaggerFeatures.From(104, before is { Shape: WordShape.Small } ? before.Small : 0), TaggerFeatures.Row(0, place | (ShapeOf(second) << 8), (uint)past.LastButOne));
        uint register = past.Seen >> 2, seen = past.Seen & 3;
        (rows[count], others[count++]) = (TaggerFeatures.From(108, register), TaggerFeatures.Row(0, place, word.Broad));
        (rows[count], others[count++]) = (TaggerFeatures.From(109, register), TaggerFeatures.Row(0, place, (uint)past.Last));
        (rows[count], others[count++]) = (TaggerFeatures.From(105, seen), TaggerFeatures.Row(0, place, word.Broad));
        (rows[count], others[count++]) = (TaggerFeatures.From(106, seen), TaggerFeatures.Row(0, place, (uint)past.Last));
        (rows[count], others[count++]) = (TaggerFeatures.From(107, i == 0 ? word.Small : 1), 0);
        return count;
    }

    private static uint ShapeOf(WordInfo? word) => word is null ? 7u : (uint)word.Shape | (word.IsBorder ? 8u : 0);
}
