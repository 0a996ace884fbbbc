using System.Globalization;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Reads sentences made by templates from each row of <c>names/</c>, and counts those where the row's entity is not found, or somebody else is.</summary>
/// <remarks>It tells what corpora are too small to show: a class of names that the finder or the linker treats wrong as a whole. Some rows fit no template ("Juan Carlos I." by his ordinal), so that 0 is not to be reached.</remarks>
internal static class NameSweepsVerb
{
    private const string Day = "--day=";
    private const string DefaultDay = "2024-03-12";
    private const string FamilyFirst = "KP KR CN TW VN";

    private static readonly DataFolder Names = DataFolder.BuiltIn("names/");

    // office, then the German role of a man, the English one with a capital
    private static readonly (string Office, string De, string En)[] Offices =
        [("president", "Präsident", "President"), ("prime-minister", "Ministerpräsident", "Prime Minister"), ("foreign-minister", "Außenminister", "Foreign Minister"), ("defence-minister", "Verteidigungsminister", "Defence Minister"), ("chancellor", "Bundeskanzler", "Chancellor")];

    private readonly record struct Probe(string Sweep, string Language, string Text, string Wanted, bool IsOnlyPerson);

    private sealed record State(string Id, string De, string En, string AdjectiveDe, string AdjectiveEn);

    public static int Run(string[] args)
    {
        DateOnly day = DateOnly.ParseExact(args.FirstOrDefault(static arg => arg.StartsWith(Day, StringComparison.Ordinal))?[Day.Length..] ?? DefaultDay, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        bool showErrors = args.Contains("--errors", StringComparer.Ordinal);
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        PublicationTime published = PublicationTime.OfDay(day);
        SortedDictionary<string, (int Wrong, int All)> counts = new(StringComparer.Ordinal);
        Dictionary<string, State> states = [];
        foreach (Probe probe in Countries(states).Concat(People(day, states)).Concat(Bodies()))
        {
            if (!engine.Analyze(new Article { Id = "sweep", Language = probe.Language, Text = probe.Text, Published = published }).TryGet(out Account? account, out Problem? problem))
            {
                Console.Error.WriteLine(problem);
                return 1;
            }

            bool isRight = account.Entities.Any(entity => entity.Id == probe.Wanted) && (!probe.IsOnlyPerson || account.Entities.Count(static entity => entity.Type == EntityType.Person) == 1);
            string sweep = $"{probe.Sweep} {probe.Language}";
            (int wrong, int all) = counts.GetValueOrDefault(sweep);
            counts[sweep] = (wrong + (isRight ? 0 : 1), all + 1);
            if (!isRight && showErrors)
                Console.WriteLine($"{sweep}  {probe.Wanted}  {probe.Text}  {string.Join(", ", account.Entities.Select(static entity => entity.Id))}");
        }

        foreach ((string sweep, (int wrong, int all)) in counts)
            Console.WriteLine($"{sweep,-34} {wrong} of {all} wrong");
        return 0;
    }

    /// <summary>States as subjects and places, their capitals as governments; keeps each state by its ISO code.</summary>
    private static List<Probe> Countries(Dictionary<string, State> states)
    {
        List<Probe> probes = [];
        ColumnTable table = ColumnTable.Open(Names, "countries.tsv");
        while (table.Next())
        {
            if (table[table["kind"]] is not "country")
                continue;
            State state = new(table[table["id"]].ToString(), First(table, "de"), First(table, "en"), First(table, "adjective.de"), First(table, "adjective.en"));
            states[table[table["iso"]].ToString()] = state;
            foreach (string text in (string[])[$"{state.De} teilte am Montag mit, man werde warten.", $"Der Präsident von {state.De} reiste ab.", $"In {state.De} kam es zu Unruhen.", $"Nach {state.De} will er nicht."])
                probes.Add(new Probe("state", "de", text, state.Id, IsOnlyPerson: false));
            foreach (string text in (string[])[$"{state.En} said on Monday that it would wait.", $"The president of {state.En} left.", $"In {state.En} there was unrest.", $"He flew to {state.En} again."])
                probes.Add(new Probe("state", "en", text, state.Id, IsOnlyPerson: false));
            if (First(table, "capital.de") is { Length: > 0 } de)
                probes.Add(new Probe("capital as a government", "de", $"{de} warnte am Montag vor Vergeltung und bestellte den Botschafter ein.", state.Id, IsOnlyPerson: false));
            if (First(table, "capital.en") is { Length: > 0 } en)
                probes.Add(new Probe("capital as a government", "en", $"{en} warned on Monday of retaliation and expelled the ambassador.", state.Id, IsOnlyPerson: false));
        }

        return probes;
    }

    /// <summary>People in full and then by surname; who holds an office at a day also by role and surname, and by the adjective and the genitive of the state.</summary>
    private static List<Probe> People(DateOnly day, Dictionary<string, State> states)
    {
        List<Probe> probes = [];
        ColumnTable table = ColumnTable.Open(Names, "people.tsv");
        while (table.Next())
        {
            string id = table[table["id"]].ToString(), iso = table[table["iso"]].ToString(), de = First(table, "de"), en = First(table, "en") is { Length: > 0 } english ? english : de;
            probes.Add(new Probe("person, then surname", "de", $"Am Montag sprach {de} in Genf. Später sagte {Surname(de)}, es sei spät.", id, IsOnlyPerson: true));
            probes.Add(new Probe("person, then surname", "en", $"On Monday {en} spoke in Geneva. Later {Surname(en)} said it was late.", id, IsOnlyPerson: true));
            foreach (string term in table.Values(table["offices"]))
            {
                (string Office, string De, string En) office = Offices.FirstOrDefault(office => term.StartsWith(office.Office + ":", StringComparison.Ordinal));
                string[] parts = term.Split([':', ' '], 3);
                if (office.Office is null || parts.Length < 3 || !states.TryGetValue(parts[1], out State? state) || !Covers(parts[2], day))
                    continue;
                string role = office.De + (table[table["sex"]] is "f" ? "in" : "");
                bool isFamilyFirst = FamilyFirst.Contains(iso, StringComparison.Ordinal) && iso.Length > 0;
                probes.Add(new Probe("role and surname", "de", $"Gestern sprach {role} {(isFamilyFirst ? Family(de) : Surname(de))} in Genf.", id, IsOnlyPerson: true));
                probes.Add(new Probe("role and surname", "en", $"On Monday {office.En} {(isFamilyFirst ? Family(en) : Surname(en))} spoke in Geneva.", id, IsOnlyPerson: true));
                if (office.Office == "chancellor")
                    continue;
                if (state.AdjectiveDe.Length > 0)
                    probes.Add(new Probe("office of a state", "de", $"Gestern sprach {(table[table["sex"]] is "f" ? "die" : "der")} {state.AdjectiveDe}e {role} in Genf.", id, IsOnlyPerson: false));
                probes.Add(new Probe("office of a state", "de", $"{state.De}s {role} sprach gestern in Genf.", id, IsOnlyPerson: false));
                if (state.AdjectiveEn.Length > 0)
                    probes.Add(new Probe("office of a state", "en", $"The {state.AdjectiveEn} {Small(office.En)} spoke in Geneva on Monday.", id, IsOnlyPerson: false));
                probes.Add(new Probe("office of a state", "en", $"{state.En}'s {Small(office.En)} spoke in Geneva on Monday.", id, IsOnlyPerson: false));
            }
        }

        return probes;
    }

    private static List<Probe> Bodies()
    {
        List<Probe> probes = [];
        ColumnTable table = ColumnTable.Open(Names, "bodies.tsv");
        while (table.Next())
        {
            string id = table[table["id"]].ToString();
            foreach (string name in table.Values(table["de"]).Where(static name => name[^1] != '?'))
                probes.Add(new Probe("body", "de", $"Wie {name} am Montag mitteilte, ist alles gut.", id, IsOnlyPerson: false));
            foreach (string name in table.Values(table["en"]).Where(static name => name[^1] != '?'))
                probes.Add(new Probe("body", "en", $"On Monday it was told by the {name} that all was well.", id, IsOnlyPerson: false));
        }

        return probes;
    }

    private static bool Covers(string term, DateOnly day)
    {
        string[] ends = term.Split("..");
        string at = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return string.CompareOrdinal(ends[0], at) <= 0 && (ends.Length < 2 || ends[1].Length == 0 || string.CompareOrdinal(ends[1], at) >= 0);
    }

    private static string First(ColumnTable table, string column) => table.Values(table[column]) is [string first, ..] ? first.TrimEnd('?') : "";

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static string Family(string name) => name.Split(' ')[0];

    private static string Small(string role) => role.ToLowerInvariant();
}
