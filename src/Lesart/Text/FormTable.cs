namespace Lesart.Text;

/// <summary>What a layer found out about a language's forms, kept so that texts and threads share the work.</summary>
/// <remarks>A bounded table without locks, each form in one of a few neighbouring places (set-associative: forms that fall on one set do not drive each other out). Threads may
/// overwrite one another's entries; as an entry depends on its form alone, only time depends on that, never a result.</remarks>
/// <typeparam name="T">What is kept of a form; it never changes what it says.</typeparam>
internal sealed class FormTable<T> where T : FormEntry
{
    private const int Ways = 4;
    private const int SetBits = 13;

    private readonly T?[] _entries = new T?[Ways << SetBits];

    /// <summary>The form's entry; null where it is not kept.</summary>
    /// <param name="form">The form.</param>
    /// <param name="hash">Its <see cref="FormCache.Hash"/>.</param>
    public T? Find(string form, uint hash)
    {
        foreach (T? entry in SetOf(hash))
        {
            if (entry is null || entry.Form == form)
                return entry;
        }

        return null;
    }

    /// <summary>Keeps an entry, in the place of another where the set is full.</summary>
    public T Keep(T entry, uint hash)
    {
        Span<T?> set = SetOf(hash);
        int way = set.IndexOf((T?)null);
        // the hash's highest bits: the set took the lowest
        set[way >= 0 ? way : (int)(hash >> 30)] = entry;
        return entry;
    }

    private Span<T?> SetOf(uint hash) => _entries.AsSpan((int)(hash & ((1 << SetBits) - 1)) * Ways, Ways);
}
