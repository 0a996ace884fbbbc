using System.Buffers;
using System.Runtime.InteropServices;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Strings of a language's frequent forms, shared by its texts so that each is made once.</summary>
/// <remarks>Threads may overwrite one another's strings; whoever reads compares the letters, so that only memory depends on it, never a result.</remarks>
internal sealed class FormCache
{
    private readonly FormSets<string> _forms = new();

    private FormCache()
    {
    }

    public static FormCache Load(LanguagePack pack)
    {
        _ = pack;
        return new FormCache();
    }

    /// <summary>Forms of a text as strings, in their order.</summary>
    /// <remarks>First all keys are asked for, then all places, then all strings: memory is waited for once, not once a form.</remarks>
    /// <param name="text">The text.</param>
    /// <param name="starts">Where each form begins in it.</param>
    /// <param name="lengths">How long it is.</param>
    /// <param name="keys">Its <see cref="Key"/>; as many as there are forms.</param>
    public string[] GetAll(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, ReadOnlySpan<uint> keys)
    {
        int[] places = ArrayPool<int>.Shared.Rent(keys.Length);
        string[] strings = new string[keys.Length];
        foreach (uint key in keys)
            _forms.Prefetch(key);
        for (int i = 0; i < keys.Length; i++)
            places[i] = _forms.PlaceOf(keys[i]);
        for (int i = 0; i < keys.Length; i++)
        {
            if (_forms[places[i]] is string known)
                CacheLine.Prefetch(in known.GetPinnableReference());
        }

        for (int i = 0; i < keys.Length; i++)
        {
            ReadOnlySpan<char> form = text.Slice(starts[i], lengths[i]);
            string? known = _forms[places[i]];
            if (known is null || !form.SequenceEqual(known))
                known = _forms.FindElsewhere(keys[i]) is string other && form.SequenceEqual(other) ? other : Make(form, keys[i]);
            strings[i] = known;
        }

        ArrayPool<int>.Shared.Return(places);
        return strings;
    }

    private string Make(ReadOnlySpan<char> form, uint key)
    {
        string made = form.ToString();
        _forms.Keep(key, made);
        return made;
    }

    /// <summary>A quick hash of the letters, for tables.</summary>
    public static uint Key(ReadOnlySpan<char> form)
    {
        const ulong factor = 0x9E3779B97F4A7C15;
        ReadOnlySpan<byte> rest = MemoryMarshal.AsBytes(form);
        ulong hash = (ulong)form.Length * factor;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(rest)) * factor;
            hash ^= hash >> 32;
        }

        ulong last = 0;
        for (; rest.Length > 0; rest = rest[sizeof(char)..])
            last = (last << 16) | MemoryMarshal.Read<char>(rest);
        hash = (hash ^ last) * factor;
        return (uint)(hash >> 32) ^ (uint)(hash >> 11);
    }

    /// <summary>A hash of the letters that is the same in every process.</summary>
    public static uint Hash(ReadOnlySpan<char> form)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char c in form)
            hash = (hash ^ c) * 0x9E3779B97F4A7C15;
        hash ^= hash >> 32;
        return (uint)(hash * 0xD6E8FEB86659FD93 >> 32);
    }
}
