using Lesart.Languages;

namespace Lesart.Tests;

/// <summary>What tests share, opened once: an engine and packs never change, and opening their tables costs more than reading a sentence.</summary>
internal static class BuiltIn
{
    public static LanguagePacks Packs { get; } = new(DataFolder.BuiltIn("languages/"));

    public static LanguagePack German { get; } = PackOf("de");

    public static Engine Engine { get; } = Engine.Create();

    public static LanguagePack PackOf(string code) => Packs.TryGet(code, out LanguagePack? pack) ? pack : throw new ArgumentException($"no pack '{code}'", nameof(code));
}
