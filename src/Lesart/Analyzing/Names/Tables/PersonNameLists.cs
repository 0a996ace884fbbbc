using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Given names and surnames of many lands, and settlements too small to be known one by one; shared by all packs.</summary>
/// <remarks>Names of people stand in one table of numbers, so that asking costs one look-up; settlements, of which a form asks once, are looked for in their file as it lies.</remarks>
internal sealed class PersonNameLists
{
    private const int Given = 1, Male = 2, Female = 4, Surname = 8;
    private const int WesternGiven = 1, OwnGiven = 2, WesternSurname = 4;
    private const int Western = 1, Own = 2;
    private const int LongestName = 200;

    /// <summary>The names of people as <see cref="Compile"/> writes them, beside the lists.</summary>
    public const string CompiledFile = "lists.bin";

    private readonly HashTable _words;
    private readonly HashTable _plain;
    private readonly SortedLines _settlements;

    private PersonNameLists(DataFolder names)
    {
        TableFile tables = TableFile.Open(names, CompiledFile, FingerprintOf(names), () => Compile(names));
        (_words, _plain) = (new HashTable(tables), new HashTable(tables));
        _settlements = SortedLines.Open(names, "settlements.txt");
    }

    public static PersonNameLists Instance { get; } = new(DataFolder.BuiltIn("names/"));

    /// <summary>What the lists of people's names say, for <see cref="TableFile"/>: the same bytes for the same lists.</summary>
    public static byte[] Compile(DataFolder names)
    {
        HashTable words = new(32_000), plain = new(32_000), lands = new(64);
        for (RowReader rows = RowReader.Open(names, "western-lands.tsv"); rows.Next();)
            lands.At(rows[0]) |= rows[1].Length > 0 ? Western | Own : Western;
        for (RowReader rows = RowReader.Open(names, "given-names.tsv"); rows.Next();)
        {
            ref int word = ref words.At(rows[0]);
            word = (word & ~(Male | Female)) | Given | (rows[2] is "m" ? Male : rows[2] is "f" ? Female : 0);
            int western = KindsOf(rows[1], lands);
            AddPlain(plain, rows[0], ((western & Western) != 0 ? WesternGiven : 0) | ((western & Own) != 0 ? OwnGiven : 0));
        }

        for (RowReader rows = RowReader.Open(names, "surnames.tsv"); rows.Next();)
        {
            words.At(rows[0]) |= Surname;
            AddPlain(plain, rows[0], (KindsOf(rows[1], lands) & Western) != 0 ? WesternSurname : 0);
        }

        GC.KeepAlive(lands);
        TableWriter tables = new(FingerprintOf(names));
        words.Write(tables);
        plain.Write(tables);
        return tables.ToArray();
    }

    // marks of letters make names plain
    private static ulong FingerprintOf(DataFolder names) => new SourceFingerprint().Add(names, "western-lands.tsv", "given-names.tsv", "surnames.tsv", "transcription.tsv").Value;

    /// <summary>The first cells of one of the lists, in its order: all given names, surnames or settlements.</summary>
    /// <param name="file">Its name in <c>names/</c>.</param>
    public static IEnumerable<string> Read(string file) => DataFolder.BuiltIn("names/").Rows(file).Select(static row => row[0]).Distinct(StringComparer.Ordinal);

    public bool IsGiven(ReadOnlySpan<char> form) => (KindsOf(form) & Given) != 0;

    /// <summary>Whether it is a given name, and of which sex: 'm', 'f' or '\0' for both or unknown.</summary>
    public bool TryGetGiven(ReadOnlySpan<char> form, out char sex)
    {
        int kinds = KindsOf(form);
        sex = (kinds & Male) != 0 ? 'm' : (kinds & Female) != 0 ? 'f' : '\0';
        return (kinds & Given) != 0;
    }

    public bool IsSurname(ReadOnlySpan<char> form) => (KindsOf(form) & Surname) != 0;

    public bool IsSettlement(ReadOnlySpan<char> form) => _settlements.Contains(form);

    /// <summary>Whether it is a given name of a land that writes names as papers do.</summary>
    /// <param name="plain">As <see cref="NameForm.Plain(string)"/> writes it.</param>
    public bool IsWesternGiven(string plain) => Has(plain, WesternGiven);

    /// <summary>Whether it is a given name of a land whose spelling stays beside those of other lands: "Victor".</summary>
    /// <inheritdoc cref="IsWesternGiven"/>
    public bool IsOwnGiven(string plain) => Has(plain, OwnGiven);

    /// <inheritdoc cref="IsWesternGiven"/>
    public bool IsWesternSurname(string plain) => Has(plain, WesternSurname);

    /// <summary>In which lists a form stands, a bit each; 0 for none.</summary>
    private int KindsOf(ReadOnlySpan<char> form) => _words.TryGetValue(form, out int kinds) ? kinds : 0;

    private bool Has(string plain, int kind) => _plain.TryGetValue(plain, out int kinds) && (kinds & kind) != 0;

    private static void AddPlain(HashTable table, ReadOnlySpan<char> name, int kinds)
    {
        Span<char> plain = stackalloc char[2 * LongestName];
        if (kinds != 0)
            table.At(plain[..NameForm.Plain(name[..Math.Min(name.Length, LongestName)], plain)]) |= kinds;
    }

    private static int KindOf(ReadOnlySpan<char> land, HashTable lands) => lands.TryGetValue(land, out int kind) ? kind : 0;

    // what some of the lands of a name say, parted by commas
    private static int KindsOf(ReadOnlySpan<char> cell, HashTable lands)
    {
        int kinds = 0;
        for (int comma = cell.IndexOf(','); comma >= 0; comma = cell.IndexOf(','))
        {
            kinds |= KindOf(cell[..comma], lands);
            cell = cell[(comma + 1)..];
        }

        return kinds | KindOf(cell, lands);
    }
}
