using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds the names in a text, known and unknown.</summary>
/// <remarks>The gazetteer proposes what is known beforehand, the trained model decides what is a name; a known name that can mean nothing else counts
/// without it. Where a language has no model, known names and given names with what follows them are all.</remarks>
internal static class NameFinder
{
    public static ImmutableArray<FoundName> Find(TaggedText text) => Find(text, NameModel.TryOf(text.Tokenized.Pack, out NameModel model) ? model : null);

    /// <summary>Finds the names with a model that is not the pack's own, as training needs it.</summary>
    public static ImmutableArray<FoundName> Find(TaggedText text, NameModel? model)
    {
        NameTables tables = NameTables.Of(text.Tokenized.Pack);
        List<NameGazetteer.Match> matches = [];
        tables.Gazetteer.Find(text.Tokenized, tables.Genitive, matches);
        int[] stateAt = new int[text.Count];
        int[] endAt = new int[text.Count];
        foreach (NameGazetteer.Match match in matches)
            (stateAt[match.First], endAt[match.First]) = (match.State, match.Last);
        List<FoundName> names = [];
        bool[] taken = new bool[text.Count];
        if (model is not null)
        {
            byte[] labels = model.Label(text, NameFeatures.Of(text, tables, matches));
            foreach (Sentence sentence in text.Sentences)
            {
                for (int i = sentence.First; i < sentence.Last;)
                {
                    if (labels[i] == NameLabels.Outside)
                    {
                        i++;
                        continue;
                    }

                    int last = i + 1;
                    while (last < sentence.Last && labels[last] != NameLabels.Outside && !NameLabels.Begins(labels[last]))
                        last++;
                    int state = endAt[i] == last ? stateAt[i] : 0;
                    // a known name that means one thing alone has its type
                    EntityType type = state != 0 && TryGetSure(tables, state, out EntityType sure) ? sure : NameLabels.TypeOf(labels[i]);
                    names.Add(new FoundName(i, last, type, state));
                    Array.Fill(taken, true, i, last - i);
                    i = last;
                }
            }
        }

        foreach (NameGazetteer.Match match in matches)
        {
            if (TryGetSure(tables, match.State, out EntityType type) && !taken.AsSpan(match.First, match.Last - match.First).Contains(true))
                names.Add(new FoundName(match.First, match.Last, type, match.State));
        }

        names.Sort(static (left, right) => left.First.CompareTo(right.First));
        return [.. NameConsistency.Apply(text, tables, names)];
    }

    private static bool TryGetSure(NameTables tables, int state, out EntityType type)
    {
        type = EntityType.Other;
        bool isSure = false;
        foreach (NameGazetteer.Entry entry in tables.Gazetteer.EntriesOf(state))
        {
            EntityType one = tables.Entities[entry.Entity].Type;
            if (entry.NeedsContext || entry.Kind is not (KnownNameKind.Name or KnownNameKind.Metonym or KnownNameKind.Capital) || (isSure && IsPlace(one) != IsPlace(type)))
                return false;
            (type, isSure) = (one, true);
        }

        return isSure;
    }

    private static bool IsPlace(EntityType type) => type is EntityType.GeoPolitical or EntityType.Location;
}
