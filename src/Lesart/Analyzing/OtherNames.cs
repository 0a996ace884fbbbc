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

    public bool TryGet(string name, out int entity) => _entities.TryGetValue(name, out entity);

    /// <summary>Adds to the names the long ones that no dictionary knows.</summary>
    public void Find(TaggedText text, NameTables tables, List<FoundName> names)
    {
        TaggerModel tagger = text.Tokenized.Pack.Table(TaggerModel.Load);
        for (int i = 0; i < text.Count; i++)
        {
            if (text.Token(i).Kind != TokenKind.Word || text.Token(i).End - text.Token(i).Start < LeastLetters || !_found.Contains(text.Tokenized.Lexeme(i)))
                continue;
            string form = text.Tokenized.Lexeme(i);
            if (char.IsUpper(form[0]) && tagger.Describe(form).Origin is not (FormOrigin.Known or FormOrigin.OtherCase) && !tables.GivenNames.ContainsKey(form) && !tables.Surnames.Contains(form)
                && !names.Exists(name => name.First <= i && i < name.Last))
                names.Add(new FoundName(i, i + 1, tables.Entities[_entities[form]].Type));
        }
    }
}
