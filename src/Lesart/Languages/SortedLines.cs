using System.Text;

namespace Lesart.Languages;

/// <summary>A list of words, one a line in byte order, searched where it lies: nothing is made of it when a process starts.</summary>
/// <remarks>Lines that begin with <c>#</c> stand before the first word. A look-up reads the file at some 17 places.</remarks>
internal sealed class SortedLines
{
    private const int LongestWord = 128;

    private readonly byte[] _bytes;
    private readonly int _first;

    private SortedLines(byte[] bytes)
    {
        _bytes = bytes;
        while (_first < bytes.Length && bytes[_first] == '#')
            _first = EndOfLine(_first) + 1;
    }

    /// <summary>Reads the list.</summary>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public static SortedLines Open(DataFolder folder, string file)
    {
        using Stream stream = folder.Open(file);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new SortedLines(bytes);
    }

    /// <summary>Whether the word is a line, letter for letter.</summary>
    public bool Contains(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestWord)
            return false;
        Span<byte> buffer = stackalloc byte[3 * LongestWord];
        ReadOnlySpan<byte> wanted = buffer[..Encoding.UTF8.GetBytes(word, buffer)];
        int low = _first, high = _bytes.Length; // where lines begin
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            int start = _bytes.AsSpan(low, middle - low).LastIndexOf((byte)'\n') + 1 + low, end = EndOfLine(middle);
            int order = _bytes.AsSpan(start, end - start).SequenceCompareTo(wanted);
            if (order == 0)
                return true;
            if (order < 0)
                low = end + 1;
            else
                high = start;
        }

        return false;
    }

    private int EndOfLine(int at)
    {
        int length = _bytes.AsSpan(at).IndexOf((byte)'\n');
        return length < 0 ? _bytes.Length : at + length;
    }
}
