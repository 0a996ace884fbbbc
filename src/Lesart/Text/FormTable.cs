namespace Lesart.Text;

/// <summary>What a layer found out about a language's forms, kept so that texts and threads share the work.</summary>
/// <remarks>A bounded table without locks, each form in one of a few neighbouring places (set-associative: forms that fall on one set do not drive each other out). Threads may
/// overwrite one another's entries; as an entry depends on its form alone, only time depends on that, never a result.</remarks>
/// <typeparam name="T">What is kept of a form; it never changes what it says.</typeparam>
internal sealed class FormTable<T> where T : FormEntry
{
    private const int Ways = 4;
    private const int SetBits = 13;

    private readonly Place[] _places = new Place[Ways << SetBits];

    // the hash tells most other forms apart before their letters are looked for in memory
    private record struct Place(uint Hash, T? Entry);

    /// <summary>The form's entry; null where it is not kept.</summary>
    /// <param name="form">The form.</param>
    /// <param name="hash">Its <see cref="FormCache.Hash"/>.</param>
    public T? Find(string form, uint hash)
    {
        foreach (ref readonly Place place in SetOf(hash))
        {
            T? entry = place.Entry;
            if (entry is null || (place.Hash == hash && entry.Form == form))
                return entry;
        }

        return null;
    }

    /// <summary>Keeps an entry, in the place of another where the set is full.</summary>
    public T Keep(T entry, uint hash)
    {
        Span<Place> set = SetOf(hash);
        int way = 0;
        while (way < Ways && set[way].Entry is not null)
            way++;
        // the hash's highest bits: the set took the lowest
        set[way < Ways ? way : (int)(hash >> 30)] = new Place(hash, entry);
        return entry;
    }

    private Span<Place> SetOf(uint hash) => _places.AsSpan((int)(hash & ((1 << SetBits) - 1)) * Ways, Ways);
}
