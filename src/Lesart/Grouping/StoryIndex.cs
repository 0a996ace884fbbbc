namespace Lesart.Grouping;

/// <summary>Proposes which stories may tell the same as another, by the rare terms that they share. A closed story leaves nothing behind.</summary>
internal sealed class StoryIndex
{
    private const int TermsLooked = 40;
    private const int MaxCandidates = 48;
    private const int MaxPostings = 400; // a term that more open stories share proposes nothing

    private readonly Dictionary<int, SortedSet<int>> _stories = [];
    private readonly Dictionary<int, int[]> _termsOf = [];

    /// <summary>Adds a story, or renews what is kept of it.</summary>
    public void Put(int story, Fingerprint fingerprint)
    {
        Remove(story);
        int[] terms = [.. Heaviest(fingerprint).Select(static term => term.Term)];
        _termsOf[story] = terms;
        foreach (int term in terms)
        {
            if (!_stories.TryGetValue(term, out SortedSet<int>? stories))
                _stories[term] = stories = [];
            stories.Add(story);
        }
    }

    public void Remove(int story)
    {
        if (!_termsOf.Remove(story, out int[]? terms))
            return;
        foreach (int term in terms)
        {
            if (_stories.TryGetValue(term, out SortedSet<int>? stories) && stories.Remove(story) && stories.Count == 0)
                _stories.Remove(term);
        }
    }

    /// <summary>The stories that share most with the fingerprint, ties by the smaller number; never more than a fixed number.</summary>
    public List<int> Candidates(int self, Fingerprint fingerprint)
    {
        Dictionary<int, double> shared = [];
        foreach ((int term, double weight) in Heaviest(fingerprint))
        {
            if (!_stories.TryGetValue(term, out SortedSet<int>? stories) || stories.Count > MaxPostings)
                continue;
            foreach (int story in stories)
            {
                if (story != self)
                    shared[story] = shared.GetValueOrDefault(story) + weight;
            }
        }

        return [.. shared.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key).Take(MaxCandidates).Select(static pair => pair.Key)];
    }

    private static IEnumerable<(int Term, double Weight)> Heaviest(Fingerprint fingerprint)
    {
        foreach (TermVector words in fingerprint.Words.Values)
        {
            foreach ((int Term, double Weight) term in Heaviest(words, TermsLooked))
                yield return term;
        }

        foreach (TermVector vector in (TermVector[])[fingerprint.Names, fingerprint.Pivots, fingerprint.Numbers])
        {
            foreach ((int Term, double Weight) term in Heaviest(vector, TermsLooked / 2))
                yield return term;
        }
    }

    // Of equal weights the earlier terms.
    private static IEnumerable<(int Term, double Weight)> Heaviest(TermVector vector, int count)
    {
        (float Weight, int Place)[] order = new (float, int)[vector.Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = (-vector.Weights[i], i);
        Array.Sort(order);
        for (int i = 0; i < Math.Min(count, order.Length); i++)
        {
            (float weight, int place) = order[i];
            yield return (vector.Terms[place], weight * weight / (vector.Norm * vector.Norm));
        }
    }
}
