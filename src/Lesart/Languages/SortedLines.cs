using System.Text;

namespace Lesart.Languages;

/// <summary>A list of words, one a line in byte order, searched where it lies: nothing is made of it when a process starts.</summary>
/// <remarks>Lines that begin with <c>#</c> stand before the first word. A look-up reads the file at some 17 places.</remarks>
internal sealed class SortedLines
{
    private const int LongestWord = 128;

    private readonly FileBytes _file;
    private readonly int _first;

    private SortedLines(FileBytes file)
    {
        _file = file;
        ReadOnlySpan<byte> bytes = file.Span;
        while (_first < bytes.Length && bytes[_first] == '#')
            _first = EndOfLine(bytes, _first) + 1;
    }

    /// <summary>Reads the list.</summary>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public static SortedLines Open(DataFolder folder, string file) => new(folder.Bytes(file));

    /// <summary>Whether the word is a line, letter for letter.</summary>
    public bool Contains(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestWord)
            return false;
        Span<byte> buffer = stackalloc byte[3 * LongestWord];
        ReadOnlySpan<byte> wanted = buffer[..Encoding.UTF8.GetBytes(word, buffer)];
        ReadOnlySpan<byte> bytes = _file.Span;
        int low = _first, high = bytes.Length; // where lines begin
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            int start = bytes[low..middle].LastIndexOf((byte)'\n') + 1 + low, end = EndOfLine(bytes, middle);
            int order = bytes[start..end].SequenceCompareTo(wanted);
            if (order == 0)
                return true;
            if (order < 0)
                low = end + 1;
            else
                high = start;
        }

        return false;
    }

    private static int EndOfLine(ReadOnlySpan<byte> bytes, int at)
    {
        int length = bytes[at..].IndexOf((byte)'\n');
        return length < 0 ? bytes.Length : at + length;
    }
}
