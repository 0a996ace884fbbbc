namespace Lesart.Collating;

/// <summary>The names of a story, its noun groups, and which of these call something named.</summary>
/// <param name="Places">Names by account.</param>
/// <param name="Nominals">Noun groups by account and place.</param>
/// <param name="Links">The entity of a noun group, by account and head.</param>
internal sealed record StoryNouns(NamePlaces Places, IReadOnlyList<Nominal> Nominals, IReadOnlyDictionary<(int Account, int Head), string> Links)
{
    public static StoryNouns Of(IReadOnlyList<AccountText> texts)
    {
        NamePlaces places = NamePlaces.Of(texts);
        List<Nominal> nominals = [.. texts.SelectMany(text => NominalReader.Read(text, places.ByAccount[text.Index]))];
        return new StoryNouns(places, nominals, NominalLinker.Link(texts, places, nominals));
    }
}
