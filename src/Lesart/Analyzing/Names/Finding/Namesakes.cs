using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells people from the places that are called like them: once an article has named "Karl Brenner" or "Whitney Houston", "Brenner" and "Houston" are they.</summary>
/// <remarks>Not where a word beside it shows a place (<c>namesake-prepositions</c> in <c>pack.tsv</c>). A word so shown anywhere in the article stays a place everywhere,
/// and so does a state or capital behind any preposition, or before the person's whole name.</remarks>
internal static class Namesakes
{
    /// <summary>Makes people of such places.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Known names in it.</param>
    /// <param name="names">What was found; changed.</param>
    public static void Apply(NameText text, List<NameGazetteer.Match> matches, List<FoundName> names)
    {
        HashSet<string>? shows = null;
        for (int i = 0; i < names.Count; i++)
        {
            FoundName place = names[i];
            if (place.Last - place.First != 1 || place.Type is not (EntityType.GeoPolitical or EntityType.Location))
                continue;
            int bearer = BearerOf(text, names, place);
            if (bearer < 0)
                continue;
            bool isState = IsOfState(text.Tables, place.State);
            shows ??= text.Tagged.Tokenized.Pack.Table(static pack => new Prepositions(pack)).Words;
            if ((names[bearer].First < place.First || !isState) && !PlacePrepositions.IsShown(text, matches, place.First) && !IsShownAnywhere(text, names, place, shows, isState))
                names[i] = new FoundName(place.First, place.Last, EntityType.Person, place.State);
        }
    }

    /// <summary>The one person whose whole name ends in the word, whatever genitive it has; -1 for nobody.</summary>
    private static int BearerOf(NameText text, List<FoundName> names, FoundName place)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] is { Type: EntityType.Person } name && name.Last - name.First > 1 && IsSame(text.Word(name.Last - 1), text.Word(place.First)) && text.Person(name.First).OpensName)
                return i;
        }

        return -1;
    }

    private static bool IsSame(NameWord one, NameWord other) => one == other || one.Form == other.Stem || one.Stem == other.Form;

    private static bool IsOfState(NameTables tables, int state) =>
        Array.Exists(tables.Gazetteer.EntriesOf(state), entry => entry.Kind == KnownNameKind.Capital || tables.Entities[entry.Entity].Kind is "country" or "former");

    private static bool IsShownAnywhere(NameText text, List<FoundName> names, FoundName place, HashSet<string> shows, bool isState)
    {
        foreach (FoundName name in names)
        {
            if (name.Last - name.First == 1 && name.Type != EntityType.Person && name.First > 0 && IsSame(text.Word(name.First), text.Word(place.First))
                && (shows.Contains(text.Word(name.First - 1).Form) || (isState && text.Tagged.Tags[name.First - 1].Upos == Upos.Adp)))
                return true;
        }

        return false;
    }

    private sealed class Prepositions(LanguagePack pack)
    {
        public HashSet<string> Words { get; } = pack.Setting("namesake-prepositions").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
