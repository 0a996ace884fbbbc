using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Takes a word with a capital directly behind a role for a surname: "Prime Minister Kerrow", "Außenminister Wang".</summary>
/// <remarks>It has to be the surname of somebody known, or a word that neither dictionary nor table has; a common noun is none ("Präsident Arbeit").</remarks>
internal static class SurnamesBehindRoles
{
    private const int MostRoleWords = 3;

    /// <summary>Adds such names where nothing was found.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Known names in it.</param>
    /// <param name="names">What was found so far.</param>
    public static void Apply(NameText text, List<NameGazetteer.Match> matches, List<FoundName> names)
    {
        int found = names.Count; // those behind are its own, and none of them stands right before another
        foreach (Sentence sentence in text.Tagged.Sentences)
        {
            for (int i = sentence.First + 1; i < sentence.Last; i++)
            {
                if (!text.May(i - 1, WordWays.EndsRole) || !text.Word(i).IsCapital || !CanBeSurname(text, i) || !IsRoleBefore(text, sentence.First, i) || GoesOn(text, i + 1, sentence.Last) || IsTaken(names, found, i - 1, i + 2))
                    continue;
                names.Add(new FoundName(i, i + 1, EntityType.Person, NameFinder.StateOf(matches, i, i + 1)));
            }
        }
    }

    /// <summary>Whether a word is somebody's surname, or unknown.</summary>
    public static bool CanBeSurname(NameText text, int at)
    {
        NameWord word = text.Word(at);
        if (text.Tagged.Token(at).Kind != TokenKind.Word || text.Tables.Titles.ContainsKey(word.Form) || word.Generic != 0)
            return false;
        return Array.Exists(word.Entries, static entry => entry.Kind == KnownNameKind.Surname) || (word.Origin != FormOrigin.Known && word.Entries.Length == 0);
    }

    private static bool GoesOn(NameText text, int next, int end) => next < end && ((text.Word(next).IsCapital && text.Tagged.Tags[next].Upos == Upos.Propn) || (text.Tagged.Form(next) is "-" && text.Tagged.Token(next).Start == text.Tagged.Token(next - 1).End));

    /// <summary>Whether a name that was found before holds one of these tokens.</summary>
    private static bool IsTaken(List<FoundName> names, int found, int first, int last)
    {
        for (int i = 0; i < found; i++)
        {
            if (names[i].First < last && first < names[i].Last)
                return true;
        }

        return false;
    }

    private static bool IsRoleBefore(NameText text, int start, int at)
    {
        ReadOnlySpan<char> all = text.Tagged.Text;
        for (int first = at - 1; first >= start && first >= at - MostRoleWords; first--)
        {
            if (text.Tables.Roles.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(all[text.Tagged.Token(first).Start..text.Tagged.Token(at - 1).End]))
                return true;
        }

        return false;
    }
}
