namespace Lesart.Languages;

/// <summary>Cells that name a value of an enumeration, in capital or small letters.</summary>
/// <remarks>By the framework's way without type parameters, which comes compiled; the other is compiled anew for each underlying type when a process starts.</remarks>
internal static class EnumCell
{
    /// <inheritdoc cref="Enum.TryParse{TEnum}(ReadOnlySpan{char}, bool, out TEnum)"/>
    public static bool TryParse<T>(ReadOnlySpan<char> cell, out T value) where T : struct, Enum
    {
        bool isKnown = Enum.TryParse(typeof(T), cell, ignoreCase: true, out object? found);
        value = isKnown && found is T named ? named : default;
        return isKnown;
    }
}
