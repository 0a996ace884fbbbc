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

    /// <summary>A form in a text, with its <see cref="Key"/>.</summary>
    public readonly record struct Place(int Start, int Length, uint Key);

    /// <summary>The forms as strings, in their order.</summary>
    /// <remarks>First all keys are asked for, then all places, then all strings: memory is waited for once, not once a form.</remarks>
    public string[] GetAll(ReadOnlySpan<char> text, ReadOnlySpan<Place> forms)
    {
        int[] places = ArrayPool<int>.Shared.Rent(forms.Length);
        string[] strings = new string[forms.Length];
        foreach (Place form in forms)
            _forms.Prefetch(form.Key);
        for (int i = 0; i < forms.Length; i++)
            places[i] = _forms.PlaceOf(forms[i].Key);
        for (int i = 0; i < forms.Length; i++)
        {
            if (_forms[places[i]] is string known)
                CacheLine.Prefetch(in known.GetPinnableReference());
        }

        for (int i = 0; i < forms.Length; i++)
        {
            ReadOnlySpan<char> form = text.Slice(forms[i].Start, forms[i].Length);
            string? known = _forms[places[i]];
            if (known is null || !form.SequenceEqual(known))
                _forms.Keep(forms[i].Key, known = form.ToString());
            strings[i] = known;
        }

        ArrayPool<int>.Shared.Return(places);
        return strings;
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
