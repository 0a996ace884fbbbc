using System.Runtime.InteropServices;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>One text, one reading: what is surely a name in one place is a name, and of the same type, in the others.</summary>
internal static class NameConsistency
{
    /// <summary>Adds what was missed and turns what was misjudged.</summary>
    /// <returns>The names in text order.</returns>
    public static List<FoundName> Apply(NameText text, List<FoundName> names)
    {
        Dictionary<string, Votes> votes = new(StringComparer.Ordinal);
        bool[] taken = new bool[text.Tagged.Count];
        foreach (FoundName name in names)
        {
            Array.Fill(taken, true, name.First, name.Last - name.First);
            if (name.Type == EntityType.Other || text.Tagged.Token(name.Last - 1).Kind != TokenKind.Word)
                continue;
            // the last word of a person's whole name is worth more than a word by itself
            if (name.Last - name.First == 1 || name.Type == EntityType.Person)
                CollectionsMarshal.GetValueRefOrAddDefault(votes, text.Word(name.Last - 1).Stem, out _).Add(name.Type, name.Last - name.First > 1 ? 2 : 1);
        }

        List<FoundName> result = [];
        foreach (FoundName name in names)
        {
            bool isSingle = name.Last - name.First == 1 && name.State == 0;
            result.Add(isSingle && votes.TryGetValue(text.Word(name.First).Stem, out Votes vote) && vote.TryBest(2, out EntityType type) ? name with { Type = type } : name);
        }

        for (int i = 0; i < text.Tagged.Count; i++)
        {
            NameWord word = text.Word(i);
            if (taken[i] || !word.IsCapital || word.Origin is FormOrigin.Known or FormOrigin.OtherCase || text.Tagged.Token(i).Kind != TokenKind.Word)
                continue;
            if (votes.TryGetValue(word.Stem, out Votes vote) && vote.TryBest(2, out EntityType type) && !text.Tables.Currencies.Contains(word.Form))
                result.Add(new FoundName(i, i + 1, type));
        }

        result.Sort(static (left, right) => left.First.CompareTo(right.First));
        return result;
    }

    private struct Votes
    {
        private int _person;
        private int _place;
        private int _body;

        public void Add(EntityType type, int weight)
        {
            if (type == EntityType.Person)
                _person += weight;
            else if (type == EntityType.Organization)
                _body += weight;
            else
                _place += weight;
        }

        /// <summary>The type with at least so many votes and twice as many as any other.</summary>
        public readonly bool TryBest(int least, out EntityType type)
        {
            type = _person >= _place && _person >= _body ? EntityType.Person : _place >= _body ? EntityType.Location : EntityType.Organization;
            int best = Math.Max(_person, Math.Max(_place, _body)), rest = _person + _place + _body - best;
            return best >= least && best >= 2 * rest;
        }
    }
}
