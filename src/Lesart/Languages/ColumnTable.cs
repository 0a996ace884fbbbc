namespace Lesart.Languages;

/// <summary>A table whose first row names its columns; a column whose name is a code of two letters belongs to that language.</summary>
internal sealed class ColumnTable
{
    private readonly string _path;
    private readonly RowReader _rows;
    private readonly string[] _columns;

    private ColumnTable(string path, RowReader rows)
    {
        (_path, _rows) = (path, rows);
        if (!rows.Next())
            throw new DataException($"{path}: the columns have no names");
        List<string> columns = [];
        for (int i = 0; rows[i].Length > 0; i++)
            columns.Add(rows[i].ToString());
        _columns = [.. columns];
    }

    /// <summary>Stands before a table's first row.</summary>
    /// <exception cref="DataException">It has no row with names of columns.</exception>
    public static ColumnTable Open(DataFolder folder, string file) => new(file, RowReader.Open(folder, file));

    /// <summary>Another reader of the same table, before its first row.</summary>
    public ColumnTable Again() => new(_path, _rows.Again());

    /// <summary>Another reader of the same table, at the row that begins at a byte.</summary>
    public ColumnTable At(int offset)
    {
        ColumnTable other = Again();
        other._rows.MoveTo(offset);
        return other;
    }

    /// <inheritdoc cref="RowReader.Offset"/>
    public int Offset => _rows.Offset;

    /// <summary>A column's number; -1 for none.</summary>
    public int Find(string column) => Array.IndexOf(_columns, column);

    /// <summary>A column's number.</summary>
    /// <exception cref="DataException">There is no such column.</exception>
    public int this[string column] => Find(column) is >= 0 and int number ? number : throw new DataException($"{_path}: there is no column '{column}'");

    /// <summary>The columns of all languages but one, in the order of their codes.</summary>
    public int[] LanguagesBut(string code)
    {
        List<string> others = [.. Array.FindAll(_columns, column => column.Length == 2 && column != code && column != "id")];
        others.Sort(StringComparer.Ordinal);
        return [.. others.ConvertAll(Find)];
    }

    /// <inheritdoc cref="RowReader.Next"/>
    public bool Next() => _rows.Next();

    /// <inheritdoc cref="RowReader.this"/>
    public ReadOnlySpan<char> this[int column] => column < 0 ? [] : _rows[column];

    /// <summary>The cell's values as they lie in the row; none where there is no such column. Good until the table moves on.</summary>
    public CellValues Each(int column) => new(this[column]);

    /// <summary>The cell's values, parted by <c>|</c>; none where it is empty or there is no such column.</summary>
    public string[] Values(int column) => this[column] is { Length: > 0 } cell ? cell.ToString().Split('|') : [];

    /// <summary>An error that names file, line and reason.</summary>
    public DataException Error(string reason) => new($"{_path}:{_rows.Line}: {reason}");
}
