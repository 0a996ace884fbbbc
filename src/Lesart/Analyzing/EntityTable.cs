using System.Collections;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Known entities by number. One of the many bodies and places is read from its row where it is first asked for.</summary>
internal sealed class EntityTable : IReadOnlyList<KnownEntity>
{
    private const int Expected = 32_000;

    private readonly HashTable _numbers = new(Expected);
    private readonly List<(int First, Func<int, KnownEntity> Read)> _tables = [];
    private KnownEntity?[] _entities = new KnownEntity?[Expected];
    private readonly LargeArray<int> _rows = new(Expected);

    public int Count { get; private set; }

    // threads may do the same work twice; the answer is the same
    public KnownEntity this[int number] => _entities[number] ??= Read(number);

    /// <summary>The number of an id.</summary>
    public bool TryGet(ReadOnlySpan<char> id, out int number)
    {
        bool isKnown = _numbers.TryGetValue(id, out number);
        number--;
        return isKnown;
    }

    /// <summary>Says how entities that are added from here on by their rows are read.</summary>
    /// <param name="read">Reads an entity from the row that begins at a byte of its table; several threads may call it at once.</param>
    public void Begin(Func<int, KnownEntity> read) => _tables.Add((Count, read));

    /// <summary>Adds an entity; the first with an id keeps it.</summary>
    /// <returns>The number of the id's entity.</returns>
    public int Add(KnownEntity entity) => Add(entity.Id, entity, 0);

    /// <summary>Adds an entity that is read later.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="row">Where its row begins, in bytes.</param>
    /// <inheritdoc cref="Add(KnownEntity)"/>
    public int Add(ReadOnlySpan<char> id, int row) => Add(id, null, row);

    public IEnumerator<KnownEntity> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private KnownEntity Read(int number)
    {
        int table = _tables.Count - 1;
        while (_tables[table].First > number)
            table--;
        int row = _rows[number];
        GC.KeepAlive(this);
        return _tables[table].Read(row);
    }

    private int Add(ReadOnlySpan<char> id, KnownEntity? entity, int row)
    {
        ref int number = ref _numbers.At(id);
        if (number != 0)
            return number - 1;
        if (Count == _rows.Length)
        {
            Array.Resize(ref _entities, Count * 2);
            _rows.Grow(Count * 2);
        }

        (_entities[Count], _rows[Count]) = (entity, row);
        number = ++Count;
        return Count - 1;
    }
}
