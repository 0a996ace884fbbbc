using System.Text;

namespace Lesart.Languages;

/// <summary>Goes through the rows of a large tab-separated table without a string for each cell; which rows count, <see cref="DataFolder.Rows"/> says.</summary>
internal sealed class RowReader
{
    private readonly FileBytes _file;
    private char[] _row = new char[512];
    private int[] _ends = new int[16]; // of the present row's cells
    private int _cells;
    private int _length;
    private int _next;

    private RowReader(FileBytes file) => (_file, _next) = (file, Begin(file.Span));

    /// <summary>Where the present row begins, in bytes: <see cref="MoveTo"/> finds it again.</summary>
    public int Offset { get; private set; }

    /// <summary>The row that <see cref="Next"/> went to, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Stands before a table's first row.</summary>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public static RowReader Open(DataFolder folder, string file) => new(folder.Bytes(file));

    /// <summary>Another reader of the same table, before its first row.</summary>
    public RowReader Again() => new(_file);

    // behind a byte order mark
    private static int Begin(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>Goes to the next row.</summary>
    /// <returns>False where there is none.</returns>
    public bool Next()
    {
        while (_next < _file.Length)
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
        ReadOnlySpan<byte> rest = _file.Span[offset..];
        int end = rest.IndexOf((byte)'\n');
        ReadOnlySpan<byte> row = end < 0 ? rest : rest[..end];
        (Offset, _next) = (offset, offset + (end < 0 ? rest.Length : end + 1));
        if (_row.Length < row.Length)
            _row = new char[row.Length];
        _length = Encoding.UTF8.GetChars(row, _row);
        _cells = 0;
        for (int at = 0; at <= _length; at = _ends[_cells++] + 1)
        {
            if (_cells == _ends.Length)
                Array.Resize(ref _ends, _cells * 2);
            int tab = _row.AsSpan(at, _length - at).IndexOf('\t');
            _ends[_cells] = tab < 0 ? _length : at + tab;
        }
    }

    /// <summary>The cell without outer blanks; empty where the row is shorter. Good until the reader moves on.</summary>
    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            if (column >= _cells)
                return [];
            int start = column == 0 ? 0 : _ends[column - 1] + 1;
            return _row.AsSpan(start, _ends[column] - start).Trim();
        }
    }

    private ReadOnlySpan<char> Row => _row.AsSpan(0, _length);
}
