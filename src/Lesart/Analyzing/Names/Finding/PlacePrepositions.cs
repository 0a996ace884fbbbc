using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Takes a word that can name a place for one where what stands beside it shows that: a preposition of place ("In Phoenix the court ruled"), a noun of those who live or
/// serve there ("Lincoln residents", "the Madison man"), its state behind a comma ("Lincoln, Nebraska").</summary>
/// <remarks>The words stand in <c>pack.tsv</c> (<c>place-prepositions</c>, <c>place-nouns</c>), for languages that write nouns small, where a capital marks a name; a language without them is left as it is.</remarks>
internal static class PlacePrepositions
{
    /// <summary>Adds such places, and makes places of people of one word; whom the article names in full stays.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Known names in it.</param>
    /// <param name="names">What was found so far.</param>
    public static void Apply(NameText text, List<NameGazetteer.Match> matches, List<FoundName> names)
    {
        PlaceSigns signs = SignsOf(text);
        if (signs.IsEmpty)
            return;
        foreach (NameGazetteer.Match match in matches)
        {
            if (match.Last != match.First + 1 || !CanBePlace(text.Tables, match.State) || !IsShown(text, signs, matches, match.First) || (IsCapitalBehind(text, match.Last) && !signs.Nouns.Contains(text.Word(match.Last).Form)))
                continue;
            int at = names.FindIndex(name => name.First <= match.First && name.Last > match.First);
            if (at < 0 ? IsOfPerson(text, names, match.First) : names[at].Last - names[at].First > 1 || names[at].Type is not (EntityType.Person or EntityType.Organization) || IsOfPerson(text, names, match.First))
                continue;
            if (at >= 0)
                names.RemoveAt(at);
            names.Add(new FoundName(match.First, match.Last, EntityType.GeoPolitical, match.State));
        }

        // towns that are called like people stand in no match
        for (int i = 0; i < names.Count; i++)
        {
            FoundName name = names[i];
            if (name.Type == EntityType.Person && name.Last == name.First + 1 && text.Tables.OtherNames.TryGet(text.Word(name.First).Form, out int place) && text.Tables.Entities[place].Type == EntityType.GeoPolitical
                && IsShown(text, signs, matches, name.First) && !IsOfPerson(text, names, name.First))
                names[i] = name with { Type = EntityType.GeoPolitical };
        }
    }

    /// <summary>Whether what stands beside a word shows that it is a place.</summary>
    public static bool IsShown(NameText text, List<NameGazetteer.Match> matches, int at) => IsShown(text, SignsOf(text), matches, at);

    private static PlaceSigns SignsOf(NameText text) => text.Tagged.Tokenized.Pack.Table(static pack => new PlaceSigns(pack));

    private static bool IsShown(NameText text, PlaceSigns signs, List<NameGazetteer.Match> matches, int at)
    {
        if (at > 0 && signs.Prepositions.Contains(text.Word(at - 1).Form))
            return true;
        int next = at + 1;
        if (next >= text.Tagged.Count)
            return false;
        // "said Jackson, Mississippi's attorney general"
        if (text.Tagged.Form(next) is "," && next + 1 < text.Tagged.Count)
        {
            NameGazetteer.Match state = matches.Find(match => match.First == next + 1);
            return state.Last > 0 && (state.Last == text.Tagged.Count || text.Tagged.Tags[state.Last].Upos != Upos.Part) && IsArea(text.Tables, state.State);
        }

        return signs.Nouns.Contains(text.Word(next).Form) && text.Tagged.Token(next).Start > text.Tagged.Token(at).End;
    }

    private static bool IsArea(NameTables tables, int state) => Array.Exists(tables.Gazetteer.EntriesOf(state), entry => entry is { Kind: KnownNameKind.Name, NeedsContext: false } && tables.Entities[entry.Entity] is { Type: EntityType.GeoPolitical, Kind: "area" or "country" });

    private static bool CanBePlace(NameTables tables, int state) => Array.Exists(tables.Gazetteer.EntriesOf(state), entry => entry.Kind is KnownNameKind.Name or KnownNameKind.Capital && tables.Entities[entry.Entity].Type is EntityType.GeoPolitical);

    /// <summary>Whether a name goes on: "in Charlotte Brown's house".</summary>
    private static bool IsCapitalBehind(NameText text, int next) => next < text.Tagged.Count && text.Word(next).IsCapital && text.Tagged.Tags[next].Upos == Upos.Propn;

    private static bool IsOfPerson(NameText text, List<FoundName> names, int at) =>
        names.Exists(name => name.Type == EntityType.Person && name.Last - name.First > 1 && Enumerable.Range(name.First, name.Last - name.First).Any(word => text.Word(word) == text.Word(at)));

    private sealed class PlaceSigns(LanguagePack pack)
    {
        /// <summary>Words before a place.</summary>
        public HashSet<string> Prepositions { get; } = SetOf(pack.Setting("place-prepositions"), StringComparer.OrdinalIgnoreCase);

        /// <summary>Words behind one.</summary>
        public HashSet<string> Nouns { get; } = SetOf(pack.Setting("place-nouns"), StringComparer.Ordinal);

        public bool IsEmpty => Prepositions.Count == 0;

        private static HashSet<string> SetOf(string words, StringComparer comparer) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(comparer);
    }
}
