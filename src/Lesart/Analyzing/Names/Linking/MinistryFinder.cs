using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells of which state a ministry is: "das russische Außenministerium", "US-Verteidigungsministerium", "Foreign Ministry in Berlin".</summary>
internal static class MinistryFinder
{
    /// <summary>Gives one id to each state's ministry of one kind, and adds those that the name finder did not take for names.</summary>
    public static void Mark(NameText words, NameResolver resolver, List<LinkedMention> mentions)
    {
        (TaggedText text, NameTables tables) = (words.Tagged, words.Tables);
        Dictionary<string, HashSet<Referent>> named = new(StringComparer.Ordinal);
        List<(int First, int Last, string Kind, TextSpan Span)> alone = [];
        foreach (Sentence sentence in text.Sentences)
        {
            for (int i = sentence.First; i < sentence.Last; i++)
            {
                if (!words.May(i, WordWays.Ministry) || !TryWord(words, i, sentence.Last, out int last, out string kind, out string prefix))
                    continue;
                string? country = CountryOf(words, mentions, sentence, i, last, prefix, out int first);
                TextSpan span = text.Tokenized.SpanOf(first, last);
                if (country is null || !tables.TryGetCountry(country, out int state))
                {
                    alone.Add((i, last, kind, span));
                }
                else
                {
                    Referent referent = Of(tables, resolver, kind, tables.Entities[state], text.Text[text.Token(i).Start..text.Token(last - 1).End]);
                    (named.TryGetValue(kind, out HashSet<Referent>? known) ? known : named[kind] = []).Add(referent);
                    Link(mentions, first, last, span, referent, "ministry of a state");
                }

                i = last - 1;
            }
        }

        // without a state, the one of its kind that the article names
        foreach ((int first, int last, string kind, TextSpan span) in alone)
        {
            if (named.TryGetValue(kind, out HashSet<Referent>? known) && known.Count == 1)
                Link(mentions, first, last, span, known.First(), "ministry named in the article");
        }
    }

    private static Referent Of(NameTables tables, NameResolver resolver, string kind, KnownEntity state, string word) =>
        tables.Ministries.TryGetOwn(kind, state.Country, out string own) && tables.TryGet(own, out int entity)
            ? resolver.OfKnown(entity)
            : resolver.OfId(state.Id + "-" + kind, EntityType.Organization, $"{word} ({state.Name})");

    private static void Link(List<LinkedMention> mentions, int first, int last, TextSpan span, Referent referent, string because)
    {
        int at = mentions.FindIndex(mention => mention.First < last && first < mention.Last && mention.Referent.Type != EntityType.GeoPolitical);
        if (at < 0)
        {
            mentions.Add(new LinkedMention(first, last, span, referent, MentionKind.Nominal, "", because));
        }
        else if (mentions[at].Referent.Known is null || mentions[at].Referent.Type == EntityType.Organization)
        {
            mentions[at].Referent = referent;
            mentions[at].Because = because;
        }
    }

    private static bool TryWord(NameText text, int at, int end, out int last, out string kind, out string prefix)
    {
        ReferringWord word = text.Referring(at);
        (last, kind, prefix) = (at, "", word.MinistryPrefix);
        foreach ((string[] words, string found) in word.Ministries)
        {
            if (at + words.Length > end || at + words.Length <= last)
                continue;
            bool fits = true;
            for (int i = 1; i < words.Length && fits; i++)
                fits = text.Tagged.Form(at + i).SequenceEqual(words[i]);
            if (fits)
                (last, kind) = (at + words.Length, found);
        }

        return last > at;
    }

    /// <summary>The state whose ministry it is: before a hyphen, as an adjective, as a genitive, as its capital.</summary>
    private static string? CountryOf(NameText words, List<LinkedMention> mentions, Sentence sentence, int at, int last, string prefix, out int first)
    {
        (TaggedText text, NameTables tables) = (words.Tagged, words.Tables);
        first = at;
        if (prefix.Length > 0)
            return StateOf(tables, tables.Gazetteer.EntriesOf(prefix), static kind => kind is KnownNameKind.Name or KnownNameKind.Capital);
        // "das neue russische", "Russia 's"
        for (int i = at - 1; i >= sentence.First && i >= at - 3; i--)
        {
            if (words.AdjectiveAt(i) is { Length: > 0 } state)
            {
                first = words.AdjectiveStart(i);
                return state;
            }

            if (mentions.Find(mention => mention.Last == i + 1 && mention.Referent.Known is { Country.Length: > 0, Type: EntityType.GeoPolitical }) is LinkedMention owner && text.Tags[i].Upos != Upos.Adj)
                return owner.Referent.Known!.Country; // the pattern above tells no null
            if (text.Tags[i].Upos is not (Upos.Adj or Upos.Part))
                break;
        }

        for (int i = last; i < sentence.Last && i <= last + 1; i++)
        {
            if (mentions.Find(mention => mention.First == i) is { Referent.Known: KnownEntity { Type: EntityType.GeoPolitical } known } place)
                return i == last || tables.CapitalOf(place.Form) >= 0 || tables.RoleLinks.Contains(text.Form(last).ToString()) ? known.Country : null;
            if (text.Tags[i].Upos != Upos.Adp)
                break;
        }

        return null;
    }

    private static string? StateOf(NameTables tables, NameGazetteer.Entry[] entries, Func<KnownNameKind, bool> isWanted)
    {
        foreach (NameGazetteer.Entry entry in entries)
        {
            if (isWanted(entry.Kind) && tables.Entities[entry.Entity] is { Type: EntityType.GeoPolitical, Country.Length: > 0 } known)
                return known.Country;
        }

        return null;
    }
}
