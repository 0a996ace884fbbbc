using System.Buffers.Binary;
using System.Text;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>What the nouns of a language are kinds of (<c>noun-classes.bin</c>): a tree of classes, and for each noun its usual meanings as classes of it.</summary>
/// <remarks>File: magic, count of classes, count of nouns; for each class the number of the one above it in 16 bits (its own at the top) and its information in a byte; the nouns in byte order, each behind its length as a byte,
/// then the count of its meanings as a byte and for each its class in 16 bits and its share of the noun's uses in a byte. Numbers little-endian; counts in 32 bits. Made by the compiler's verb <c>noun-classes</c>.</remarks>
internal sealed class NounClasses
{
    /// <summary>First number of the file: "LSN1".</summary>
    public const uint Magic = 0x314E534C;

    /// <summary>Units of information in a bit.</summary>
    public const double PerBit = 12;

    private const int HeaderBytes = 12;
    private const int ClassBytes = 3;
    private const int MeaningBytes = 3;
    private const int LongestNoun = 64;
    private static readonly NounClasses Empty = new([], 0, []);

    private readonly byte[] _bytes;
    private readonly int[] _nouns; // where each noun's length stands

    private NounClasses(byte[] bytes, int classes, int[] nouns) => (_bytes, Count, _nouns) = (bytes, classes, nouns);

    /// <summary>Number of classes.</summary>
    public int Count { get; }

    /// <summary>Reads the pack's classes; none where it has no table.</summary>
    /// <exception cref="DataException">The file is damaged.</exception>
    public static NounClasses Load(LanguagePack pack)
    {
        if (!pack.Data.Has("noun-classes.bin"))
            return Empty;
        using Stream stream = pack.Data.Open("noun-classes.bin");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
            throw new DataException($"language '{pack.Code}': noun-classes.bin holds no classes of nouns");
        int classes = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)), at = HeaderBytes + (ClassBytes * classes);
        int[] nouns = new int[BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8))];
        for (int i = 0; i < nouns.Length && at < bytes.Length; i++)
        {
            nouns[i] = at;
            at += 1 + bytes[at];
            at += at < bytes.Length ? 1 + (MeaningBytes * bytes[at]) : 1;
        }

        return at == bytes.Length ? new NounClasses(bytes, classes, nouns) : throw new DataException($"language '{pack.Code}': noun-classes.bin is cut off");
    }

    /// <summary>The usual meanings of a dictionary form, the most usual first; a noun of several words has blanks between them. Empty where the table lacks it.</summary>
    public NounMeaning[] Find(ReadOnlySpan<char> noun)
    {
        if (noun.Length is 0 or > LongestNoun)
            return [];
        Span<byte> wanted = stackalloc byte[3 * LongestNoun];
        wanted = wanted[..Encoding.UTF8.GetBytes(noun, wanted)];
        int low = 0, high = _nouns.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = _bytes.AsSpan(_nouns[middle] + 1, _bytes[_nouns[middle]]).SequenceCompareTo(wanted);
            if (order == 0)
                return MeaningsAt(_nouns[middle] + 1 + wanted.Length);
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return [];
    }

    /// <summary>The class above one; -1 at the top.</summary>
    public int Above(int of)
    {
        int above = BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(HeaderBytes + (ClassBytes * of)));
        return above == of ? -1 : above;
    }

    /// <summary>How much it tells that something belongs to a class, in bits: the rarer, the more.</summary>
    public double InformationOf(int of) => _bytes[HeaderBytes + (ClassBytes * of) + 2] / PerBit;

    /// <summary>The class and all above it, nearest first.</summary>
    public IEnumerable<int> AndAbove(int of)
    {
        for (int at = of; at >= 0; at = Above(at))
            yield return at;
    }

    /// <summary>How much two classes have in common of what they tell, from 0 to 1 (Lin, 1998).</summary>
    public double LikenessOf(int one, int other)
    {
        int common = one, with = other;
        while (common != with) // one above has the lower number
        {
            if (common < with)
                (common, with) = (with, common);
            if ((common = Above(common)) < 0)
                return 0;
        }

        double sum = InformationOf(one) + InformationOf(other);
        return one == other ? 1 : sum == 0 ? 0 : 2 * InformationOf(common) / sum;
    }

    private NounMeaning[] MeaningsAt(int at)
    {
        NounMeaning[] meanings = new NounMeaning[_bytes[at]];
        for (int i = 0; i < meanings.Length; i++)
        {
            int of = at + 1 + (MeaningBytes * i);
            meanings[i] = new NounMeaning(BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(of)), (double)_bytes[of + 2] / byte.MaxValue);
        }

        return meanings;
    }
}

/// <summary>A meaning of a noun.</summary>
/// <param name="Class">What it is a kind of.</param>
/// <param name="Share">Of the noun's uses, from 0 to 1.</param>
internal readonly record struct NounMeaning(int Class, double Share);
