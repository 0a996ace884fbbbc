using System.Globalization;
using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>A table of <c>names/</c> whose rows are entities, in the order in which they are numbered.</summary>
internal enum EntitySource
{
    Countries,
    Bodies,
    People,
    Places,
    Cities,
    Events,
}

/// <summary>Reads entities from their rows in the light of one language.</summary>
/// <param name="code">The language.</param>
internal sealed class EntityRows(string code)
{
    private const int CountryWeight = 1_000_000_000, BodyWeight = 100_000_000, PlaceWeight = 50_000_000, EventWeight = 20_000_000, PersonWeight = 10_000_000;

    private static readonly DataFolder Folder = DataFolder.BuiltIn("names/");
    private static readonly ColumnTable[] Tables = Array.ConvertAll(Files, static file => ColumnTable.Open(Folder, file));

    /// <summary>The tables' names, in the order of <see cref="EntitySource"/>.</summary>
    public static string[] Files => ["countries.tsv", "bodies.tsv", "people.tsv", "places.tsv", "cities.tsv", "events.tsv"];

    /// <summary>A reader of a table, before its first row.</summary>
    public static ColumnTable Open(EntitySource source) => Tables[(int)source].Again();

    /// <summary>Reads an entity.</summary>
    /// <param name="source">Its table.</param>
    /// <param name="row">Where its row begins, in bytes.</param>
    public KnownEntity Read(EntitySource source, int row)
    {
        ColumnTable table = Tables[(int)source].At(row);
        return source switch
        {
            EntitySource.Countries => ReadCountry(table),
            EntitySource.Bodies => ReadBody(table),
            EntitySource.People => ReadPerson(table),
            EntitySource.Places => ReadPlace(table),
            EntitySource.Cities => ReadCity(table),
            _ => new KnownEntity(table[0].ToString(), EntityType.Event, CellValues.First(table[table.Find(code)]).ToString(), "", "", '\0', EventWeight, []),
        };
    }

    /// <summary>The cell with a country's names: one that the language has no word for is called as in another.</summary>
    public static ReadOnlySpan<char> NamesOfCountry(ColumnTable table, int own, int[] others) => table[own].Length > 0 ? table[own] : CellValues.First(FirstOf(table, others));

    /// <summary>The columns with a person's spellings, those that the language uses first.</summary>
    public static int[] SpellingsOfPeople(ColumnTable table, string code) => [table.Find(code), .. table.LanguagesBut(code), table.Find("other")];

    /// <summary>How a person is usually spelled.</summary>
    public static ReadOnlySpan<char> UsualOfPerson(ColumnTable table, int[] spellings) => CellValues.First(FirstOf(table, spellings));

    /// <summary>The offices of the person in a row.</summary>
    /// <exception cref="DataException">A term can't be read.</exception>
    public static OfficeTerm[] TermsOf(ColumnTable table, int column)
    {
        OfficeTerm[] terms = new OfficeTerm[CellValues.Count(table[column])];
        int count = 0;
        foreach (ReadOnlySpan<char> value in table.Each(column))
            terms[count++] = OfficeTerm.Read(value, table);
        return terms;
    }

    /// <summary>A cell that says 'm' or 'f'; '\0' for any other.</summary>
    public static char SexOf(ReadOnlySpan<char> cell) => cell is "m" or "f" ? cell[0] : '\0';

    /// <summary>The first cell of some that holds anything; empty where none does.</summary>
    private static ReadOnlySpan<char> FirstOf(ColumnTable table, int[] columns)
    {
        foreach (int column in columns)
        {
            if (table[column].Length > 0)
                return table[column];
        }

        return [];
    }

    private KnownEntity ReadCountry(ColumnTable table)
    {
        ReadOnlySpan<char> names = NamesOfCountry(table, table.Find(code), table.LanguagesBut(code));
        return new KnownEntity(table[0].ToString(), EntityType.GeoPolitical, CellValues.First(names).ToString(), table[table["kind"]].ToString(), table[table["iso"]].ToString(), '\0', CountryWeight, []);
    }

    private KnownEntity ReadBody(ColumnTable table)
    {
        ReadOnlySpan<char> names = table[table.Find(code)], name = CellValues.First(names.Length > 0 ? names : FirstOf(table, table.LanguagesBut(code)));
        return new KnownEntity(table[0].ToString(), EntityType.Organization, (name.Length > 0 ? name : table[0]).TrimEnd('?').ToString(), table[table["kind"]].ToString(), table[table["iso"]].ToString(), '\0', BodyWeight, []) { Names = table.Values(table.Find(code)) };
    }

    private KnownEntity ReadPerson(ColumnTable table)
    {
        OfficeTerm[] terms = TermsOf(table, table.Find("offices"));
        string usual = UsualOfPerson(table, SpellingsOfPeople(table, code)).ToString();
        return new KnownEntity(table[0].ToString(), EntityType.Person, usual, "", table[table["iso"]].ToString(), SexOf(table[table["sex"]]), PersonWeight + terms.Length, terms)
        {
            Born = int.TryParse(table[table["born"]], CultureInfo.InvariantCulture, out int year) ? year : null,
        };
    }

    private KnownEntity ReadPlace(ColumnTable table)
    {
        string kind = table[table["kind"]].ToString(), name = CellValues.First(table[table.Find(code)]).TrimEnd('?').ToString();
        return new KnownEntity(table[0].ToString(), kind == "area" ? EntityType.GeoPolitical : EntityType.Location, name, kind, table[table["iso"]].ToString(), '\0', PlaceWeight, []);
    }

    private KnownEntity ReadCity(ColumnTable table)
    {
        ReadOnlySpan<char> names = table[table.Find(code)];
        if (names.Length == 0)
            names = table[table.LanguagesBut(code)[0]];
        return new KnownEntity(table[0].ToString(), EntityType.GeoPolitical, CellValues.First(names).ToString(), "city", table[table["iso"]].ToString(), '\0', int.Parse(table[table["population"]], CultureInfo.InvariantCulture), []);
    }
}
