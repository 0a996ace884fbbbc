using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Takes a word that can name a place for one behind a preposition of place ("In Phoenix the court ruled"), where a language writes nouns small and a capital so marks a name.</summary>
/// <remarks>The prepositions stand in <c>pack.tsv</c> (<c>place-prepositions</c>); a language without them is left as it is.</remarks>
internal static class PlacePrepositions
{
    /// <summary>Adds such places, and makes places of people of one word; whom the article names in full stays.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Known names in it.</param>
    /// <param name="names">What was found so far.</param>
    public static void Apply(NameText text, List<NameGazetteer.Match> matches, List<FoundName> names)
    {
        HashSet<string> words = text.Tagged.Tokenized.Pack.Table(static pack => new Prepositions(pack.Setting("place-prepositions"))).Words;
        if (words.Count == 0)
            return;
        foreach (NameGazetteer.Match match in matches)
        {
            if (match.Last != match.First + 1 || match.First == 0 || !words.Contains(text.Word(match.First - 1).Form) || !CanBePlace(text.Tables, match.State) || IsCapitalBehind(text, match.Last))
                continue;
            int at = names.FindIndex(name => name.First <= match.First && name.Last > match.First);
            if (at < 0 ? IsOfPerson(text, names, match.First) : names[at].Last - names[at].First > 1 || names[at].Type is not (EntityType.Person or EntityType.Organization) || IsOfPerson(text, names, match.First))
                continue;
            if (at >= 0)
                names.RemoveAt(at);
            names.Add(new FoundName(match.First, match.Last, EntityType.GeoPolitical, match.State));
        }
    }

    private static bool CanBePlace(NameTables tables, int state) => Array.Exists(tables.Gazetteer.EntriesOf(state), entry => entry.Kind is KnownNameKind.Name or KnownNameKind.Capital && tables.Entities[entry.Entity].Type is EntityType.GeoPolitical);

    /// <summary>Whether a name goes on: "in Charlotte Brown's house".</summary>
    private static bool IsCapitalBehind(NameText text, int next) => next < text.Tagged.Count && text.Word(next).IsCapital && text.Tagged.Tags[next].Upos == Upos.Propn;

    private static bool IsOfPerson(NameText text, List<FoundName> names, int at) =>
        names.Exists(name => name.Type == EntityType.Person && name.Last - name.First > 1 && Enumerable.Range(name.First, name.Last - name.First).Any(word => text.Word(word) == text.Word(at)));

    private sealed class Prepositions(string words)
    {
        public HashSet<string> Words { get; } = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
