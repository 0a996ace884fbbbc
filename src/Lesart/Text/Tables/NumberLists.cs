namespace Lesart.Text;

/// <summary>Many short lists of numbers, one behind the other in one array; a list is known by its own number, from 0.</summary>
internal sealed class NumberLists
{
    // where each list begins, and at last where the last one ends
    private readonly LargeArray<int> _starts;
    private readonly LargeArray<int> _numbers;

    /// <summary>The next two tables of a file.</summary>
    public NumberLists(TableFile file) => (_starts, _numbers) = (new LargeArray<int>(file), new LargeArray<int>(file));

    /// <summary>Writes lists.</summary>
    public static void Write(TableWriter file, IReadOnlyList<IReadOnlyList<int>> lists)
    {
        int[] starts = new int[lists.Count + 1];
        List<int> numbers = [];
        for (int i = 0; i < lists.Count; i++)
        {
            numbers.AddRange(lists[i]);
            starts[i + 1] = numbers.Count;
        }

        file.Add<int>(starts);
        file.Add<int>(numbers.ToArray());
    }

    /// <summary>How many lists there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>How many numbers a list has.</summary>
    public int CountOf(int list) => _starts[list + 1] - _starts[list];

    /// <summary>A list's numbers; this object is to be kept alive while they are read.</summary>
    public ReadOnlySpan<int> Of(int list) => _numbers.Span[_starts[list].._starts[list + 1]];
}
