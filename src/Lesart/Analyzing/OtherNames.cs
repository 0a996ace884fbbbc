using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Single words by which other lands call known bodies and places. Most make no name by themselves, but tell what a found one means.</summary>
internal sealed class OtherNames
{
    private const int LeastLetters = 5;

    private readonly Dictionary<string, int> _entities = new(StringComparer.Ordinal);
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    /// <summary>Adds a name; the first entity with it keeps it.</summary>
    /// <param name="name">One word.</param>
    /// <param name="entity">Index into the tables.</param>
    /// <param name="isFound">Whether it is a name wherever it stands, if it is long and in no dictionary.</param>
    public void Add(string name, int entity, bool isFound)
    {
        if (_entities.TryAdd(name, entity) && isFound)
            _found.Add(name);
    }

    /// <summary>Whether the word was added as a name wherever it stands.</summary>
    public bool IsFound(string name) => name.Length >= LeastLetters && _found.Contains(name);

    public bool TryGet(string name, out int entity) => _entities.TryGetValue(name, out entity);

    /// <summary>Adds to the names the long ones that no dictionary knows.</summary>
    public void Find(NameText text, List<FoundName> names)
    {
        for (int i = 0; i < text.Tagged.Count; i++)
        {
            if (text.Word(i).IsOtherName && text.Tagged.Token(i).Kind == TokenKind.Word && !Holds(names, i))
                names.Add(new FoundName(i, i + 1, text.Tables.Entities[_entities[text.Word(i).Form]].Type));
        }
    }

    private static bool Holds(List<FoundName> names, int token) => names.Exists(name => name.First <= token && token < name.Last);
}
