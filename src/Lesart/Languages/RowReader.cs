using System.Text;

namespace Lesart.Languages;

/// <summary>Goes through the rows of a large tab-separated table without a string for each cell; which rows count, <see cref="DataFolder.Rows"/> says.</summary>
internal sealed class RowReader
{
    private readonly byte[] _bytes;
    private char[] _row = new char[512];
    private int _length;
    private int _next;

    private RowReader(byte[] bytes) => _bytes = bytes;

    /// <summary>Where the present row begins, in bytes: <see cref="MoveTo"/> finds it again.</summary>
    public int Offset { get; private set; }

    /// <summary>The row that <see cref="Next"/> went to, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Stands before a table's first row.</summary>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public static RowReader Open(DataFolder folder, string file)
    {
        using Stream stream = folder.Open(file);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new RowReader(bytes) { _next = Begin(bytes) };
    }

    /// <summary>Another reader of the same table, before its first row.</summary>
    public RowReader Again() => new(_bytes) { _next = Begin(_bytes) };

    // behind a byte order mark
    private static int Begin(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>Goes to the next row.</summary>
    /// <returns>False where there is none.</returns>
    public bool Next()
    {
        while (_next < _bytes.Length)
        {
            MoveTo(_next);
            Line++;
            if (_length > 0 && _row[0] != '#' && !Row.IsWhiteSpace())
                return true;
        }

        return false;
    }

    /// <summary>Goes to the row that begins at a byte.</summary>
    public void MoveTo(int offset)
    {
        ReadOnlySpan<byte> rest = _bytes.AsSpan(offset);
        int end = rest.IndexOf((byte)'\n');
        ReadOnlySpan<byte> row = end < 0 ? rest : rest[..end];
        (Offset, _next) = (offset, offset + (end < 0 ? rest.Length : end + 1));
        if (_row.Length < row.Length)
            _row = new char[row.Length];
        _length = Encoding.UTF8.GetChars(row, _row);
    }

    /// <summary>The cell without outer blanks; empty where the row is shorter. Good until the reader moves on.</summary>
    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            ReadOnlySpan<char> rest = Row;
            for (; column > 0; column--)
            {
                int tab = rest.IndexOf('\t');
                if (tab < 0)
                    return [];
                rest = rest[(tab + 1)..];
            }

            int end = rest.IndexOf('\t');
            return (end < 0 ? rest : rest[..end]).Trim();
        }
    }

    private ReadOnlySpan<char> Row => _row.AsSpan(0, _length);
}
