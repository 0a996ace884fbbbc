using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Strings of a language's frequent forms, shared by its texts so that each is made once.</summary>
/// <remarks>A bounded table without locks: a slot holds the last form that fell on it. Threads may overwrite one another's slots; whoever reads compares the letters,
/// so that only memory depends on it, never a result.</remarks>
internal sealed class FormCache
{
    private const int Size = 1 << 15;

    private readonly string?[] _forms = new string?[Size];

    private FormCache()
    {
    }

    public static FormCache Load(LanguagePack pack)
    {
        _ = pack;
        return new FormCache();
    }

    /// <summary>The form as a string.</summary>
    public string Get(ReadOnlySpan<char> form, uint hash)
    {
        ref string? slot = ref _forms[hash & (Size - 1)];
        string? known = slot;
        if (known is not null && form.SequenceEqual(known))
            return known;
        string made = form.ToString();
        slot = made;
        return made;
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
