using System.Collections;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Known entities by number. A city, one of many thousands, is read from its row where it is first asked for.</summary>
/// <param name="read">Reads an entity from the row that begins at a byte of its table; several threads may call it at once.</param>
internal sealed class EntityTable(Func<int, KnownEntity> read) : IReadOnlyList<KnownEntity>
{
    private readonly HashTable _numbers = new(32_000);
    private KnownEntity?[] _entities = new KnownEntity?[1024];
    private int[] _rows = new int[1024];

    public int Count { get; private set; }

    // threads may do the same work twice; the answer is the same
    public KnownEntity this[int number] => _entities[number] ??= read(_rows[number]);

    /// <summary>The number of an id.</summary>
    public bool TryGet(ReadOnlySpan<char> id, out int number)
    {
        bool isKnown = _numbers.TryGetValue(id, out number);
        number--;
        return isKnown;
    }

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

    private int Add(ReadOnlySpan<char> id, KnownEntity? entity, int row)
    {
        ref int number = ref _numbers.At(id);
        if (number != 0)
            return number - 1;
        if (Count == _rows.Length)
        {
            Array.Resize(ref _entities, Count * 2);
            Array.Resize(ref _rows, Count * 2);
        }

        (_entities[Count], _rows[Count]) = (entity, row);
        number = ++Count;
        return Count - 1;
    }
}
