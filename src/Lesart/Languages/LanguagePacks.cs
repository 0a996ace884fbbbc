using System.Diagnostics.CodeAnalysis;

namespace Lesart.Languages;

/// <summary>The installed languages: one folder each.</summary>
public sealed class LanguagePacks
{
    private readonly Dictionary<string, LanguagePack> _packs;

    /// <summary>Opens every folder of <paramref name="data"/>.</summary>
    /// <exception cref="DataException">A pack can't be used.</exception>
    public LanguagePacks(DataFolder data)
    {
        _packs = data.Folders().ToDictionary(static code => code, code => new LanguagePack(code, data.Below(code)), StringComparer.Ordinal);
        if (_packs.Count == 0)
            throw new DataException("no language folder was found");
    }

    /// <summary>All packs by code.</summary>
    public IEnumerable<LanguagePack> All => _packs.Values.OrderBy(static pack => pack.Code, StringComparer.Ordinal);

    /// <summary>The pack for a BCP 47 tag; a region or script after the language (<c>de-AT</c>) doesn't matter.</summary>
    public bool TryGet(string? language, [NotNullWhen(true)] out LanguagePack? pack)
    {
        string code = language ?? "";
        int dash = code.AsSpan().IndexOfAny('-', '_');
        return _packs.TryGetValue((dash > 0 ? code[..dash] : code).ToLowerInvariant(), out pack);
    }
}
