using System.Runtime.InteropServices;
using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>Tells from its letters alone what an unknown word looks like: a place, a surname, a given name or a noun (<c>letters.bin</c>).</summary>
/// <remarks>Multinomial logistic regression over hashed runs of two to five letters, trained on the tables of names and the pack's dictionary by <c>train-letters</c>.</remarks>
internal sealed class NameLetters
{
    public const int Place = 0;
    public const int Surname = 1;
    public const int Given = 2;
    public const int Noun = 3;

    /// <summary>Kinds told apart; weights in a row.</summary>
    public const int Kinds = 4;

    /// <summary>Rows of weights, as a power of two.</summary>
    public const int RowBits = 16;

    /// <summary>How many steps of a weight make one of log odds.</summary>
    public const float Scale = 24;

    private const int LongestWord = 40;
    private readonly FileBytes _weights;

    private NameLetters(FileBytes weights) => _weights = weights;

    /// <summary>Reads the pack's weights; without them all words look alike.</summary>
    /// <exception cref="DataException">The file is cut off.</exception>
    public static NameLetters Load(LanguagePack pack)
    {
        FileBytes weights = pack.Data.Has("letters.bin") ? pack.Data.Bytes("letters.bin") : new FileBytes(new byte[Kinds << RowBits]);
        return weights.Length == Kinds << RowBits ? new NameLetters(weights) : throw new DataException($"language '{pack.Code}': letters.bin is cut off");
    }

    /// <summary>Rows of a word's runs of letters.</summary>
    /// <returns>How many there are.</returns>
    public static int RowsOf(ReadOnlySpan<char> form, Span<int> rows)
    {
        Span<char> letters = stackalloc char[LongestWord + 2];
        int length = Math.Min(form.Length, LongestWord) + 2, count = 0;
        form[..(length - 2)].ToLowerInvariant(letters[1..]);
        (letters[0], letters[length - 1]) = ('<', '>');
        for (int at = 0; at < length; at++)
        {
            uint hash = 2166136261;
            for (int end = at; end < length && end < at + 5; end++)
            {
                hash = (hash ^ letters[end]) * 16777619;
                if (end > at && count < rows.Length)
                    rows[count++] = (int)((hash ^ hash >> 15) * 0x2C1B3C6Du >> (32 - RowBits));
            }
        }

        return count;
    }

    /// <summary>How the word looks, as a small number: place against person, place against noun, person against noun, in steps.</summary>
    public uint Look(ReadOnlySpan<char> form)
    {
        Span<int> rows = stackalloc int[4 * LongestWord];
        Span<int> sums = stackalloc int[Kinds];
        ReadOnlySpan<sbyte> weights = MemoryMarshal.Cast<byte, sbyte>(_weights.Span);
        foreach (int row in rows[..RowsOf(form, rows)])
        {
            for (int kind = 0; kind < Kinds; kind++)
                sums[kind] += weights[row * Kinds + kind];
        }

        int person = Math.Max(sums[Surname], sums[Given]);
        return Step(sums[Place] - person) + 8 * Step(sums[Place] - sums[Noun]) + 64 * Step(person - sums[Noun]);
    }

    /// <summary>The steps of place against person alone.</summary>
    public static uint PlaceAgainstPerson(uint look) => look & 7;

    /// <summary>The steps of place and of person against noun.</summary>
    public static uint AgainstNoun(uint look) => look >> 3;

    /// <summary>The steps of person against noun alone.</summary>
    public static uint PersonAgainstNoun(uint look) => look >> 6;

    private static uint Step(int difference) => difference switch
    {
        < -72 => 0,
        < -36 => 1,
        < -12 => 2,
        < 12 => 3,
        < 36 => 4,
        < 72 => 5,
        _ => 6,
    };
}
