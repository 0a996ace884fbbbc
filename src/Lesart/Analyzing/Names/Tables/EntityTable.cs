using System.Collections;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Known entities by number. Each is read from its row where it is first asked for.</summary>
internal sealed class EntityTable : IReadOnlyList<KnownEntity>
{
    private readonly EntityRows _reader;
    private readonly HashTable _numbers;
    private readonly LargeArray<int> _rows;
    // of each table the number of its first entity
    private readonly LargeArray<int> _firsts;
    private readonly KnownEntity?[] _entities;

    /// <summary>The next tables of a file, as <see cref="Builder"/> writes them.</summary>
    public EntityTable(TableFile file, EntityRows reader)
    {
        _reader = reader;
        _numbers = new HashTable(file);
        _rows = new LargeArray<int>(file);
        _firsts = new LargeArray<int>(file);
        _entities = new KnownEntity?[_rows.Length];
    }

    public int Count => _rows.Length;

    // threads may do the same work twice, but all get what came first: entities are told apart by their lists too
    public KnownEntity this[int number] => _entities[number] ?? Keep(number, Read(number));

    /// <summary>The number of an id.</summary>
    public bool TryGet(ReadOnlySpan<char> id, out int number)
    {
        bool isKnown = _numbers.TryGetValue(id, out number);
        number--;
        return isKnown;
    }

    public IEnumerator<KnownEntity> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private KnownEntity Keep(int number, KnownEntity read) => Interlocked.CompareExchange(ref _entities[number], read, null) ?? read;

    private KnownEntity Read(int number)
    {
        int table = _firsts.Length - 1;
        while (_firsts[table] > number)
            table--;
        int row = _rows[number];
        GC.KeepAlive(this);
        return _reader.Read((EntitySource)table, row);
    }

    /// <summary>Numbers entities, table after table.</summary>
    internal sealed class Builder
    {
        private readonly HashTable _numbers = new(32_000);
        private readonly List<int> _rows = [];
        private readonly List<int> _firsts = [];

        /// <summary>Says that what is added from here on stands in the next table.</summary>
        public void Begin() => _firsts.Add(_rows.Count);

        /// <summary>Adds an entity; the first with an id keeps it.</summary>
        /// <param name="id">Its id.</param>
        /// <param name="row">Where its row begins, in bytes.</param>
        /// <returns>The number of the id's entity.</returns>
        public int Add(ReadOnlySpan<char> id, int row)
        {
            ref int number = ref _numbers.At(id);
            if (number == 0)
            {
                _rows.Add(row);
                number = _rows.Count;
            }

            return number - 1;
        }

        /// <inheritdoc cref="EntityTable.TryGet"/>
        public bool TryGet(ReadOnlySpan<char> id, out int number)
        {
            bool isKnown = _numbers.TryGetValue(id, out number);
            number--;
            return isKnown;
        }

        /// <summary>Whether an entity stands in a table.</summary>
        public bool IsOf(int number, EntitySource source) => number >= _firsts[(int)source] && ((int)source + 1 == _firsts.Count || number < _firsts[(int)source + 1]);

        /// <summary>Writes the table.</summary>
        public void Write(TableWriter file)
        {
            _numbers.Write(file);
            file.Add<int>(_rows.ToArray());
            file.Add<int>(_firsts.ToArray());
        }
    }
}
