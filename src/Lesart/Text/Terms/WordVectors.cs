using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>The word vectors of a language (<c>vectors.bin</c>): dictionary form in, direction out.</summary>
/// <remarks>File: magic, count of words, count of dimensions, the words in byte order, each behind its length as a byte, then a byte for each word and dimension. Numbers little-endian, 32 bits.</remarks>
internal sealed class WordVectors
{
    /// <summary>First number of the file: "LSV1".</summary>
    public const uint Magic = 0x3156534C;

    private const int HeaderBytes = 12;
    private const int LongestWord = 64;
    private static readonly WordVectors Empty = new(new FileBytes([]), [], 0, 0);

    private readonly FileBytes _file;
    private readonly int[] _words; // where each word's length stands
    private readonly int _rows; // where the first row of coordinates stands
    private readonly int _dimensions;

    private WordVectors(FileBytes file, int[] words, int rows, int dimensions) => (_file, _words, _rows, _dimensions) = (file, words, rows, dimensions);

    /// <summary>Reads the pack's vectors; none where it has no table.</summary>
    /// <exception cref="DataException">The file is damaged.</exception>
    public static WordVectors Load(LanguagePack pack)
    {
        if (!pack.Data.Has("vectors.bin"))
            return Empty;
        FileBytes file = pack.Data.Bytes("vectors.bin");
        ReadOnlySpan<byte> bytes = file.Span;
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
            throw new DataException($"language '{pack.Code}': vectors.bin holds no word vectors");
        int[] words = new int[BinaryPrimitives.ReadInt32LittleEndian(bytes[4..])];
        int dimensions = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), at = HeaderBytes;
        for (int i = 0; i < words.Length && at < bytes.Length; i++)
        {
            words[i] = at;
            at += 1 + bytes[at];
        }

        return at + ((long)words.Length * dimensions) == bytes.Length ? new WordVectors(file, words, at, dimensions) : throw new DataException($"language '{pack.Code}': vectors.bin is cut off");
    }

    /// <summary>The direction of a dictionary form; null where the table lacks it.</summary>
    public WordVector? Find(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestWord)
            return null;
        Span<byte> wanted = stackalloc byte[3 * LongestWord];
        wanted = wanted[..Encoding.UTF8.GetBytes(word, wanted)];
        ReadOnlySpan<byte> bytes = _file.Span;
        int low = 0, high = _words.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = bytes.Slice(_words[middle] + 1, bytes[_words[middle]]).SequenceCompareTo(wanted);
            if (order == 0)
                return new WordVector(MemoryMarshal.Cast<byte, sbyte>(bytes.Slice(_rows + (middle * _dimensions), _dimensions)));
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return null;
    }
}
