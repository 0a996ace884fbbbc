using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Makes one name of a person of what a hyphen joins, in languages whose hyphens part words: "Emily Watson-Hale", "Jean-Luc Moreau".</summary>
/// <remarks>Two surnames alone may be two people ("the Dunn-Moreau talks") and stay as they were found.</remarks>
internal static class HyphenatedNames
{
    /// <summary>Joins them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Known names in it.</param>
    /// <param name="names">What was found, by place; changed.</param>
    public static void Apply(NameText text, List<NameGazetteer.Match> matches, List<FoundName> names)
    {
        for (int i = 0; i < names.Count; i++)
        {
            FoundName name = names[i];
            if (!IsHyphen(text.Tagged, name.Last))
                continue;
            int behind = name.Last + 1, next = i + 1 < names.Count && names[i + 1].First == behind ? i + 1 : -1;
            int last = next >= 0 ? names[next].Last : behind + 1;
            bool isPerson = next < 0 || names[next].Type == EntityType.Person || last == behind + 1;
            bool isWhole = name.Type == EntityType.Person && WordsOf(text.Tagged, name) > 1 && text.Word(behind).IsCapital && isPerson && !IsHyphen(text.Tagged, last);
            bool isGiven = next >= 0 && names[next].Type == EntityType.Person && WordsOf(text.Tagged, names[next]) > 1 && WordsOf(text.Tagged, name) == 1 && text.Person(name.First).IsGiven;
            if (!isWhole && !isGiven)
                continue;
            if (next >= 0)
                names.RemoveAt(next);
            names[i] = new FoundName(name.First, last, EntityType.Person, NameFinder.StateOf(matches, name.First, last));
            i--;
        }

        for (int i = 0; i < names.Count; i++)
        {
            FoundName name = names[i];
            if (name.Type == EntityType.Organization && name.Last - name.First == 3 && IsHyphen(text.Tagged, name.First + 1) && IsEndOfPerson(text, names, name))
                names[i] = name with { Type = EntityType.Person };
        }
    }

    private static bool IsEndOfPerson(NameText text, List<FoundName> names, FoundName end)
    {
        foreach (FoundName whole in names)
        {
            if (whole.Type == EntityType.Person && EndsWith(text, whole, end))
                return true;
        }

        return false;
    }

    /// <summary>Whether a longer name ends in the words of another.</summary>
    private static bool EndsWith(NameText text, FoundName whole, FoundName end)
    {
        int ahead = whole.Last - whole.First - (end.Last - end.First);
        for (int i = end.First; ahead > 0 && i < end.Last; i++)
        {
            if (text.Word(i) != text.Word(whole.First + ahead + i - end.First))
                return false;
        }

        return ahead > 0;
    }

    /// <summary>Words between blanks.</summary>
    private static int WordsOf(TaggedText text, FoundName name)
    {
        int words = 1;
        for (int i = name.First + 1; i < name.Last; i++)
            words += text.Token(i).Start > text.Token(i - 1).End ? 1 : 0;
        return words;
    }

    private static bool IsHyphen(TaggedText text, int at) =>
        at > 0 && at + 1 < text.Count && text.Form(at) is "-" or "‑" && text.Token(at).Start == text.Token(at - 1).End && text.Token(at + 1).Start == text.Token(at).End;
}
