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
        Dictionary<string, Votes> votes = new(names.Count, StringComparer.Ordinal);
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

        List<FoundName> result = new(names.Count + 4);
        AddBodies(text, names, taken, result);
        foreach (FoundName name in names)
        {
            bool isSingle = name.Last - name.First == 1 && name.State == 0;
            result.Add(isSingle && votes.TryGetValue(text.Word(name.First).Stem, out Votes vote) && vote.TryBest(2, out EntityType type) ? name with { Type = type } : name);
        }

        for (int i = 0; i < text.Tagged.Count; i++)
        {
            NameWord word = text.Word(i);
            if (taken[i] || !word.IsCapital || text.Tagged.Token(i).Kind != TokenKind.Word || !votes.TryGetValue(word.Stem, out Votes vote) || !vote.TryBest(2, out EntityType type) || text.Tables.Currencies.Contains(word.Form))
                continue;
            if (word.Origin is not (FormOrigin.Known or FormOrigin.OtherCase) || (type == EntityType.Person && StandsBare(text.Tagged, i)))
                result.Add(new FoundName(i, i + 1, type));
        }

        result.Sort(static (left, right) => left.First.CompareTo(right.First));
        return result;
    }

    /// <summary>Whether a word that is also a common one stands like a name: alone at its sentence's head before a verb in the singular ("Lauer sagte").</summary>
    private static bool StandsBare(TaggedText text, int at)
    {
        Sentence sentence = text.Sentences[text.Tokenized.SentenceOf(at)];
        return at == sentence.First && at + 1 < sentence.Last && text.Tags[at + 1].VerbForm is VerbForm.Finite && text.Tags[at + 1].Number is not GrammaticalNumber.Plural;
    }

    /// <summary>Finds names of bodies again whose first word stands in the genitive: "des Amts für Wasserbau" beside "das Amt für Wasserbau", and the other way round.</summary>
    private static void AddBodies(NameText text, List<FoundName> names, bool[] taken, List<FoundName> result)
    {
        if (text.Tables.Genitive.Length == 0)
            return;
        List<FoundName>? bodies = null;
        foreach (FoundName name in names)
        {
            if (name.Type == EntityType.Organization && name.Last - name.First > 1)
                (bodies ??= []).Add(name);
        }

        for (int i = 0; bodies is not null && i + 1 < text.Tagged.Count; i++)
        {
            if (taken[i] || !text.Word(i).IsCapital)
                continue;
            NameWord second = text.Word(i + 1);
            foreach (FoundName name in bodies)
            {
                int last = i + name.Last - name.First;
                if (text.Word(name.First + 1) != second || last > text.Tagged.Count || !IsSameBody(text, name, i) || IsAnyBeyond(names, i, last))
                    continue;
                RemoveWithin(names, i, last);
                taken.AsSpan(i, last - i).Fill(true);
                result.Add(name with { First = i, Last = last });
                break;
            }
        }
    }

    /// <summary>Whether a name reaches from within the words to behind them.</summary>
    private static bool IsAnyBeyond(List<FoundName> names, int first, int last)
    {
        foreach (FoundName name in names)
        {
            if (name.First < last && first < name.Last && name.Last > last)
                return true;
        }

        return false;
    }

    /// <summary>What was taken for a name by itself is part of the whole.</summary>
    private static void RemoveWithin(List<FoundName> names, int first, int last) => names.RemoveAll(name => name.First >= first && name.Last <= last);

    private static bool IsSameBody(NameText text, FoundName name, int first)
    {
        for (int i = 1; i < name.Last - name.First; i++)
        {
            if (text.Word(first + i) != text.Word(name.First + i))
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
