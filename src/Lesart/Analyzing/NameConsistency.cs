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
        AddBodies(text, names, taken, result);
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

    /// <summary>Finds names of bodies again whose first word stands in the genitive: "des Amts für Wasserbau" beside "das Amt für Wasserbau", and the other way round.</summary>
    private static void AddBodies(NameText text, List<FoundName> names, bool[] taken, List<FoundName> result)
    {
        if (text.Tables.Genitive.Length == 0)
            return;
        // by the second word
        Dictionary<string, List<FoundName>>? bodies = null;
        foreach (FoundName name in names)
        {
            if (name.Type == EntityType.Organization && name.Last - name.First > 1)
                (CollectionsMarshal.GetValueRefOrAddDefault(bodies ??= new(StringComparer.Ordinal), text.Word(name.First + 1).Form, out _) ??= []).Add(name);
        }

        for (int i = 0; bodies is not null && i + 1 < text.Tagged.Count; i++)
        {
            if (taken[i] || !text.Word(i).IsCapital || !bodies.TryGetValue(text.Word(i + 1).Form, out List<FoundName>? candidates))
                continue;
            foreach (FoundName name in candidates)
            {
                int last = i + name.Last - name.First;
                if (last > text.Tagged.Count || !IsSameBody(text, name, i) || names.Exists(other => other.First < last && i < other.Last && other.Last > last))
                    continue;
                // what was taken for a name by itself is part of this one
                names.RemoveAll(other => other.First >= i && other.Last <= last);
                taken.AsSpan(i, last - i).Fill(true);
                result.Add(name with { First = i, Last = last });
                break;
            }
        }
    }

    private static bool IsSameBody(NameText text, FoundName name, int first)
    {
        for (int i = 1; i < name.Last - name.First; i++)
        {
            if (text.Word(first + i).Form != text.Word(name.First + i).Form)
                return false;
        }

        (string one, string other) = (text.Word(first).Form, text.Word(name.First).Form);
        (string shorter, string longer) = one.Length < other.Length ? (one, other) : (other, one);
        ReadOnlySpan<char> rest = longer.StartsWith(shorter, StringComparison.Ordinal) ? longer.AsSpan(shorter.Length) : "?";
        return rest.Length == 0 || rest.SequenceEqual(text.Tables.Genitive) || (rest[0] == 'e' && rest[1..].SequenceEqual(text.Tables.Genitive));
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
