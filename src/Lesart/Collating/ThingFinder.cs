namespace Lesart.Collating;

/// <summary>Groups nouns of several accounts that can call one thing without a name: by what they mean, by the head of a compound, by their family.</summary>
internal static class ThingFinder
{
    /// <summary>Groups in no particular order; nouns in plural stand apart from single things of a family.</summary>
    public static IEnumerable<List<Nominal>> Find(IReadOnlyList<Nominal> nominals)
    {
        TermIds keys = new();
        Dictionary<string, string> families = Chosen(nominals);
        HashSet<string> bare = [.. nominals.Where(static nominal => nominal.Term.HeadLemma.Length == 0).Select(KeyOf)];
        HashSet<string> shortened = Shortened(nominals);
        // "Arbeit" and "Arbeiter" share a stem, but no synonyms
        HashSet<string> oneWord = [.. nominals.GroupBy(static nominal => nominal.Text.Language + ":" + nominal.Term.Stem, StringComparer.Ordinal)
            .Where(static group => group.Select(static nominal => nominal.Term.Lemma).Distinct(StringComparer.Ordinal).Count() == 1).Select(static group => group.Key)];
        List<(Nominal Nominal, List<int> Keys)> nouns = [];
        foreach (Nominal nominal in nominals)
        {
            // two compounds with one head are two things, and so are "Rathaus" and "Haus" unless somebody calls the one by the other
            bool standsForHead = nominal.Term.HeadLemma.Length > 0 && !nominal.Term.IsPlural && bare.Contains(KeyOf(nominal)) && (nominal.Families.Length > 0 || shortened.Contains(nominal.Text.Language + ":" + nominal.Term.Lemma));
            List<int> of = [keys.Of(standsForHead ? KeyOf(nominal) : nominal.Text.Language + ":" + nominal.Term.Lemma)];
            if (nominal.Term.HeadLemma.Length == 0 && oneWord.Contains(nominal.Text.Language + ":" + nominal.Term.Stem))
                of.Add(keys.Of("c:" + nominal.Text.Language + ":" + nominal.Term.Concept));
            if (FamilyOf(nominal) is string family && families.TryGetValue(family, out string? chosen))
                of.Add(keys.Of("f:" + chosen));
            else if (nominal.IsMany && nominal.Families.Where(family => nominal.Text.Families?.IsGroup(family) == true).ToArray() is [NounFamily people])
                of.Add(keys.Of("people:" + people.Path));
            nouns.Add((nominal, of));
        }

        UnionFind sets = new(keys.Count);
        foreach ((_, List<int> of) in nouns)
        {
            for (int i = 1; i < of.Count; i++)
                sets.Join(of[0], of[i]);
        }

        return nouns.GroupBy(noun => sets.Root(noun.Keys[0])).Select(static set => set.Select(static noun => noun.Nominal).ToList());

        string? FamilyOf(Nominal nominal)
        {
            if (nominal.Term.IsPlural)
                return null;
            string[] able = [.. nominal.Families.Where(static family => IsThing(family)).Select(static family => family.Path)];
            return able.Length switch
            {
                0 => null,
                1 => able[0],
                _ => able.Where(path => families.ContainsKey(path)).ToArray() is [string only] ? only : null,
            };
        }
    }

    /// <summary>Compounds that an account goes on to call by their head alone ("das Wohnhaus ... das Haus").</summary>
    private static HashSet<string> Shortened(IReadOnlyList<Nominal> nominals)
    {
        HashSet<string> shortened = new(StringComparer.Ordinal);
        foreach (IGrouping<int, Nominal> account in nominals.GroupBy(static nominal => nominal.Text.Index))
        {
            ILookup<string, Nominal> before = account.Where(static nominal => nominal.Term.HeadLemma.Length > 0).ToLookup(KeyOf, StringComparer.Ordinal);
            foreach (Nominal head in account.Where(static nominal => nominal.Term.HeadLemma.Length == 0 && nominal.IsDefinite))
            {
                string[] compounds = [.. before[KeyOf(head)].Select(static compound => compound.Term.Lemma).Distinct(StringComparer.Ordinal)];
                if (compounds.Length == 1 && before[KeyOf(head)].First().Head < head.Head)
                    shortened.Add(head.Text.Language + ":" + compounds[0]);
            }
        }

        return shortened;
    }

    private static string KeyOf(Nominal nominal) => nominal.Text.Language + ":" + nominal.HeadLemma;

    private static bool IsThing(NounFamily family) => family.Kind is NounKind.Thing or NounKind.Event or NounKind.Document;

    /// <summary>The families that the story speaks of beyond doubt, each with the one under which its nouns are filed: a general word ("Unglück") means the
    /// special thing ("Entgleisung") that more accounts tell of than of any other of its kind.</summary>
    private static Dictionary<string, string> Chosen(IReadOnlyList<Nominal> nominals)
    {
        Dictionary<string, (NounFamily Family, HashSet<int> Accounts, int Count)> told = new(StringComparer.Ordinal);
        foreach (Nominal nominal in nominals)
        {
            if (nominal.Term.IsPlural || nominal.Families.Where(IsThing).ToArray() is not [NounFamily family])
                continue;
            if (!told.TryGetValue(family.Path, out (NounFamily Family, HashSet<int> Accounts, int Count) known))
                known = (family, [], 0);
            known.Accounts.Add(nominal.Text.Index);
            told[family.Path] = (family, known.Accounts, known.Count + 1);
        }

        Dictionary<string, string> chosen = told.Keys.ToDictionary(static path => path, static path => path, StringComparer.Ordinal);
        foreach (string path in told.Keys)
        {
            (NounFamily Family, HashSet<int> Accounts, int Count)[] kinds = [.. told.Values.Where(kind => kind.Family.IsKindOf(told[path].Family)).OrderByDescending(static kind => kind.Accounts.Count).ThenByDescending(static kind => kind.Count)];
            if (kinds.Length > 0 && (kinds.Length == 1 || (kinds[0].Accounts.Count, kinds[0].Count).CompareTo((kinds[1].Accounts.Count, kinds[1].Count)) > 0))
                chosen[kinds[0].Family.Path] = path;
        }

        return chosen;
    }
}
