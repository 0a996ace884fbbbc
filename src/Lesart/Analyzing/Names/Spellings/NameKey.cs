namespace Lesart.Analyzing;

/// <summary>One key for all spellings of a name: how Cyrillic, Arabic, Korean and other names are written in German, English and French papers.</summary>
/// <remarks>A name is taken apart (<see cref="NameForm"/>), each word read in the way of writing that its letters betray, names from other alphabets by sound, native ones by letter.
/// Family name first or last, hyphens, umlauts and marks make no difference. What a key can't tell, <see cref="NameScorer"/> weighs.</remarks>
internal static class NameKey
{
    /// <summary>The key of a person's or place's name.</summary>
    /// <returns>Empty for a name without letters.</returns>
    public static string Of(string name) => NameForm.Of(name).Key;
}
