using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Finds the noun group that stands with a name and says what is named: before it, set off by commas, or as what somebody is or works as.</summary>
/// <param name="text">The account.</param>
/// <param name="nominals">Its noun groups, by head.</param>
internal sealed class NameSurroundings(AccountText text, IReadOnlyDictionary<int, Nominal> nominals)
{
    private const int MaxApposition = 8; // words from a comma to the noun of what it adds
    private const int MaxBefore = 7; // words from a noun to the comma before its name
    private const int MaxPredicate = 6; // words from a name to what it is
    private const int MaxJoined = 4; // words from "and" to the noun behind it
    private const int MaxTitles = 2; // "Prof. Dr."
    private const int LongestTitle = 5; // letters

    private readonly HashSet<int> _inNouns = [.. nominals.Values.SelectMany(static nominal => Enumerable.Range(nominal.First, nominal.Head - nominal.First + 1))];

    /// <summary>The noun right before the name and its titles: "der Autobauer Muster", "Amtsleiterin Dr. Muster".</summary>
    public Nominal? Before(NamePlace place)
    {
        int first = place.First;
        while (first > 1 && first > place.First - MaxTitles && IsTitle(first - 1))
            first--;
        return place.IsWhole && first > 0 && nominals.TryGetValue(first - 1, out Nominal? before) && IsSetBefore(before, first) ? before : null;
    }

    /// <summary>The noun before a comma that the name explains: "the grid company, Muster, said", "der Minister von Hessen, Jan Muster,".</summary>
    public Nominal? Explained(NamePlace place)
    {
        if (!place.IsWhole || place.First == 0 || MarkBetween(place.First - 1) is not "," || MarkBehind(place.Next - 1) is not (',' or '.' or ';' or ')'))
            return null;
        for (int i = place.First - 1; i >= Math.Max(0, place.First - MaxBefore); i--)
        {
            if (nominals.TryGetValue(i, out Nominal? head) && !head.Term.IsPlural && head.Families.Length > 0)
                return i == place.First - 1 || (head.IsRestricted && head.IsDefinite) ? head : null;
            if (text.Words[i].Term is { IsFinite: true, IsNoun: false })
                return null;
            if (i > 0 && !NominalReader.AreBeside(text, i - 1))
                return null;
        }

        return null;
    }

    /// <summary>What a comma adds to the name, perhaps behind an age: "Muster, ein Hersteller von Pumpen,", "Muster, Direktor des Verbands,", "Muster, the firm's chief executive,".</summary>
    public Nominal? Added(NamePlace place)
    {
        int next = BehindAge(place.Next);
        if (next == 0 || next + 1 >= text.Words.Length || text.Families is not NounFamilies families || MarkBetween(next - 1) is not ("," or ")," or ".,")) // "Muster Inc., a"
            return null;
        bool isOpened = families.Opens(text.Words[next].Term) && text.Words[next].Term.IsFunctionWord;
        for (int i = next; i < Math.Min(text.Words.Length - 1, next + MaxApposition); i++)
        {
            isOpened |= families.IsOwnerMark(text.Words[i].Term);
            if (nominals.TryGetValue(i, out Nominal? head) && !families.IsOwnerMark(text.Words[i + 1].Term))
                return (isOpened || IsBareRole(head, next)) && (IsSetOff(next, i) || families.IsIndefinite(text.Words[next].Term)) ? head : null;
            if (!NominalReader.AreBeside(text, i) && !families.IsOwnerMark(text.Words[i + 1].Term))
                return null;
        }

        return null;
    }

    /// <summary>What the named is, or works as: "Muster ist Richterin", "Muster war als Richterin".</summary>
    public Nominal? Predicate(NamePlace place)
    {
        if (!place.IsWhole || text.Families is not NounFamilies families)
            return null;
        bool isRole = false;
        for (int i = place.Next; i < Math.Min(text.Words.Length, place.Next + MaxPredicate) && NominalReader.AreBeside(text, i - 1); i++)
        {
            Term word = text.Words[i].Term;
            if (isRole && nominals.TryGetValue(i, out Nominal? head) && !head.Term.IsPlural && text.Words[head.First - 1].Term is var before
                && (head.IsDefinite ? Array.TrueForAll(head.Families, static family => family.Kind is NounKind.Person) && families.IsDefinite(before) && families.IsRoleMark(text.Words[head.First - 2].Term) : !families.Opens(before) || families.IsIndefinite(before) || families.IsRoleMark(before)))
                return head;
            if (families.IsRoleMark(word))
                isRole = true;
            else if (word is { IsVerb: true, IsNoun: false })
                return null;
        }

        return null;
    }

    /// <summary>What is added to a noun for a person without an article of its own: "a farmer and gospel singer".</summary>
    public Nominal? Joined(Nominal noun)
    {
        int and = noun.Head + 1;
        if (text.Families is not NounFamilies families || and + 1 >= text.Words.Length || !NominalReader.AreBeside(text, noun.Head) || !families.IsJoiner(text.Words[and].Term))
            return null;
        for (int i = and + 1; i < Math.Min(text.Words.Length, and + 1 + MaxJoined) && NominalReader.AreBeside(text, i - 1) && !text.Words[i].Term.IsFunctionWord; i++)
        {
            if (nominals.TryGetValue(i, out Nominal? head))
                return !head.Term.IsPlural && Array.Exists(head.Families, static family => family.Kind is NounKind.Person) ? head : null;
        }

        return null;
    }

    /// <summary>Whether a role without an article begins what is added, and no other name follows it.</summary>
    private bool IsBareRole(Nominal head, int first) => head.First == first && !head.Term.IsPlural && head.Families.Length > 0 && Array.TrueForAll(head.Families, static family => family.Kind is NounKind.Person)
        && head.Head + 1 < text.Words.Length && NominalReader.AreBeside(text, head.Head) && !text.Words[head.Head + 1].Term.IsName && text.Words[head.Head + 1].Term.IsFunctionWord;

    /// <summary>Whether a word is cut short by a full stop within its sentence: "Dr.", "Prof.".</summary>
    private bool IsTitle(int word)
    {
        int start = text.Words[word].Start;
        ReadOnlySpan<char> written = text.Text.AsSpan(start, text.Words[word + 1].Start - start).Trim();
        return written.Length <= LongestTitle && written[^1] == '.' && char.IsUpper(written[0]) && text.SentenceAt(start) == text.SentenceAt(text.Words[word + 1].Start);
    }

    /// <summary>Whether a word is a finite verb, and no part of what was read as a noun.</summary>
    private bool IsVerb(int word) => text.Words[word].Term.IsFinite && !_inNouns.Contains(word);

    /// <summary>The word behind a name and the age that is set off behind it: "Muster, 57, a", "Muster (57), ein".</summary>
    private int BehindAge(int next) => next > 0 && next + 1 < text.Words.Length && text.Words[next].IsNumber && ((MarkBetween(next - 1) is "," && MarkBetween(next) is ",") || (MarkBetween(next - 1) is "(" && MarkBetween(next) is "),")) ? next + 1 : next;

    // A name may stand in quotation marks; a title of two letters is no term.
    private bool IsSetBefore(Nominal before, int first)
    {
        int end = text.Words[before.Head].End, start = text.Words[first].Start;
        return text.Text[end] == ' ' && text.Text.AsSpan(end, start - end).Trim(" „“\"»‚").IsEmpty && before.Span.Length > 2;
    }

    /// <summary>Only a noun group that the sentence sets off again is an apposition; a list or a relative clause goes on otherwise.</summary>
    private bool IsSetOff(int first, int head)
    {
        int end = head;
        while (end < first + (2 * MaxApposition) && end + 1 < text.Words.Length && NominalReader.AreBeside(text, end) && !IsVerb(end))
            end++;
        return MarkBehind(end) is ',' or '.' or ';' or ')' && !Enumerable.Range(first, end - first + 1).Any(at => IsVerb(at) && text.Families?.IsOwnerMark(text.Words[at].Term) is not true);
    }

    /// <summary>What stands between a word and the next, without blanks and quotation marks.</summary>
    private ReadOnlySpan<char> MarkBetween(int word) => text.Text.AsSpan(text.Words[word].End, text.Words[word + 1].Start - text.Words[word].End).Trim(" ”“\"«");

    private char MarkBehind(int word) => text.Words[word].End < text.Text.Length ? text.Text[text.Words[word].End] : '.';
}
