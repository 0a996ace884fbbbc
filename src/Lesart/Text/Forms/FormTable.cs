using System.Buffers;
using System.Collections.Immutable;

namespace Lesart.Text;

/// <summary>What a layer found out about a language's forms, kept so that texts and threads share the work.</summary>
/// <remarks>Threads may overwrite one another's entries; as an entry depends on its form alone, only time depends on that, never a result.</remarks>
/// <typeparam name="T">What is kept of a form; it never changes what it says.</typeparam>
internal sealed class FormTable<T>(Func<string, T> make) where T : FormEntry
{
    private readonly FormSets<T> _entries = new();

    /// <summary>The form's entry, made where it is not kept.</summary>
    public T Get(string form) => Get(form, FormCache.Key(form));

    /// <summary>The entries of a text's forms, in their order.</summary>
    /// <remarks>First all keys are asked for, then all places, then all entries: memory is waited for once, not once a form.</remarks>
    public T[] GetAll(TokenizedText text)
    {
        (ImmutableArray<string> forms, ImmutableArray<uint> keys) = (text.Lexemes, text.Keys);
        int[] places = ArrayPool<int>.Shared.Rent(forms.Length);
        T[] entries = new T[forms.Length];
        foreach (uint key in keys)
            _entries.Prefetch(key);
        for (int i = 0; i < entries.Length; i++)
            places[i] = _entries.PlaceOf(keys[i]);
        for (int i = 0; i < entries.Length; i++)
            _entries[places[i]]?.Prefetch();
        for (int i = 0; i < entries.Length; i++)
            entries[i] = _entries[places[i]] is T known && known.Form == forms[i] ? known : Get(forms[i], keys[i]);
        ArrayPool<int>.Shared.Return(places);
        return entries;
    }

    private T Get(string form, uint key)
    {
        T? known = _entries.Find(key);
        if (known is null || known.Form != form)
            known = _entries.FindElsewhere(key);
        if (known is not null && known.Form == form)
            return known;
        T made = make(form);
        _entries.Keep(key, made);
        return made;
    }
}
