using System.Runtime.InteropServices;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>One enumeration, one kind: unknown words among places that are counted up are places, too.</summary>
/// <remarks>Marks that are no part of a name stand between the members, so that the trained finder judges each by itself.</remarks>
internal static class NameEnumerations
{
    private const int FewestMembers = 3, FewestPlaces = 2, FewestOfKind = 2, ShortestKind = 5;

    /// <summary>Adds places that were missed and turns single words that were misjudged.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">What was found, in text order, without overlap; it stays so.</param>
    public static void Apply(NameText text, List<FoundName> names)
    {
        List<FoundName> members = [], added = [];
        int next = 0;
        foreach (Sentence sentence in text.Tagged.Sentences)
        {
            for (int i = sentence.First; i < sentence.Last;)
            {
                int end = Read(text, names, ref next, i, sentence.Last, members);
                bool isKindNamed = members.Count >= FewestOfKind && i > sentence.First && IsKindOfPlace(text, i - 1);
                if (isKindNamed || members.Count >= FewestMembers)
                    Judge(members, isKindNamed, added);
                i = Math.Max(i + 1, end);
            }
        }

        if (added.Count == 0)
            return;
        // a whole enumeration may have been taken for one title
        names.RemoveAll(name => added.Exists(other => other.First < name.Last && name.First < other.Last));
        names.AddRange(added);
        names.Sort(static (left, right) => left.First.CompareTo(right.First));
    }

    /// <summary>Reads members from a token on, as long as links stand between them.</summary>
    /// <returns>The end of the last one.</returns>
    private static int Read(NameText text, List<FoundName> names, ref int next, int first, int last, List<FoundName> members)
    {
        members.Clear();
        int end = first;
        for (int i = first; i < last;)
        {
            while (next < names.Count && names[next].First < i)
                next++;
            bool isFound = next < names.Count && names[next].First == i && names[next].Type != EntityType.Other;
            FoundName member = isFound ? names[next] : new FoundName(i, i + 1, EntityType.Other);
            if (!isFound && !IsUnknown(text, i))
                break;
            members.Add(member);
            end = member.Last;
            if (end >= last || !IsLink(text, end))
                break;
            i = end + 1;
        }

        return end;
    }

    private static void Judge(List<FoundName> members, bool isKindNamed, List<FoundName> added)
    {
        int places = 0, others = 0;
        foreach (FoundName member in members)
        {
            places += IsPlace(member) ? 1 : 0;
            others += !IsPlace(member) && member.Type != EntityType.Other ? 1 : 0;
        }

        if (!isKindNamed && (places < FewestPlaces || others * 2 > places))
            return;
        foreach (FoundName member in CollectionsMarshal.AsSpan(members))
        {
            if (!IsPlace(member) && member.State == 0 && member.Last == member.First + 1)
                added.Add(member with { Type = EntityType.Location });
        }
    }

    /// <summary>Whether a word for places of a kind stands there: "die Dörfer", "den Nachbargemeinden".</summary>
    private static bool IsKindOfPlace(NameText text, int token)
    {
        if (text.Tagged.Tags[token] is not { Upos: Upos.Noun, Number: GrammaticalNumber.Plural })
            return false;
        NameWord word = text.Word(token);
        return GenericWords.IsPlace(word.Generic) || (word.Generic == 0 && GenericWords.IsPlace(GenericWords.Instance.KindsOfEnd(word.Lower, out int length)) && length >= ShortestKind);
    }

    private static bool IsPlace(FoundName name) => name.Type is EntityType.Location or EntityType.GeoPolitical;

    /// <summary>Whether the token parts members of an enumeration.</summary>
    public static bool IsLink(NameText text, int token) => text.Tagged.Form(token) is "," || text.Tagged.Tags[token].Upos == Upos.Cconj;

    private static bool IsUnknown(NameText text, int token) =>
        text.Tagged.Token(token).Kind == TokenKind.Word && text.Word(token) is { IsCapital: true, Origin: not (FormOrigin.Known or FormOrigin.OtherCase) };
}
