using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Single words by which other lands call known bodies and places. Most make no name by themselves, but tell what a found one means.</summary>
internal sealed class OtherNames
{
    private const int LeastLetters = 5;

    // entity from 1 times two, and 1 for a name wherever it stands
    private readonly HashTable _names;

    /// <summary>The next table of a file, as <see cref="Add"/> fills it.</summary>
    public OtherNames(TableFile file) => _names = new HashTable(file);

    /// <summary>Adds a name; the first entity with it keeps it.</summary>
    /// <param name="names">The table that is filled.</param>
    /// <param name="name">One word.</param>
    /// <param name="entity">Index into the tables.</param>
    /// <param name="isFound">Whether it is a name wherever it stands, if it is long and in no dictionary.</param>
    public static void Add(HashTable names, ReadOnlySpan<char> name, int entity, bool isFound)
    {
        ref int known = ref names.At(name);
        if (known == 0)
            known = ((entity + 1) * 2) + (isFound ? 1 : 0);
    }

    /// <summary>Whether the word was added as a name wherever it stands.</summary>
    public bool IsFound(string name) => name.Length >= LeastLetters && _names.TryGetValue(name, out int known) && (known & 1) != 0;

    public bool TryGet(string name, out int entity)
    {
        bool isKnown = _names.TryGetValue(name, out int known);
        entity = known / 2 - 1;
        return isKnown;
    }

    /// <summary>Adds to the names the long ones that no dictionary knows.</summary>
    public void Find(NameText text, List<FoundName> names)
    {
        for (int i = 0; i < text.Tagged.Count; i++)
        {
            if (text.Word(i).IsOtherName && text.Tagged.Token(i).Kind == TokenKind.Word && !Holds(names, i) && TryGet(text.Word(i).Form, out int entity))
                names.Add(new FoundName(i, i + 1, text.Tables.Entities[entity].Type));
        }
    }

    private static bool Holds(List<FoundName> names, int token) => names.Exists(name => name.First <= token && token < name.Last);
}
