using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Accusations whose accuser a sentence leaves out ("wird vorgeworfen", "is suspected of"), and denials that say nothing but that ("bestritt das", "called it a lie").</summary>
internal sealed class ToldReplies(ReplySides sides)
{
    private const int PhraseReach = 14; // words between the first and the last of a phrase
    private const int FixedReach = 4; // words from one to the next where order is fixed
    private const int AgainstReach = 6; // words from "against" to whom
    private const int AsideReach = 3; // words from a preposition to the name
    private const int VerbReach = 4; // words from the verb to who acts behind it
    private const int SubjectReach = 8; // words from who acts to the verb
    private const int NegationReach = 6;

    /// <summary>Who is accused in a sentence.</summary>
    public IEnumerable<string> AccusedIn(AccountText text, TextSpan sentence)
    {
        if (text.Replies is not ReplyWords replies || IsQuestion(text, sentence))
            return [];
        (int first, int next) = (text.WordAt(sentence.Start), text.WordAt(sentence.End));
        return replies.ToldCharges.Select(phrase => AccusedBy(text, replies, phrase, first, next)).Concat(replies.ToldBlames.Select(phrase => BlamedBy(text, replies, phrase, first, next))).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    /// <summary>How a sentence denies in the name of the accused; null where it doesn't.</summary>
    public ToldDenial? DenialIn(AccountText text, TextSpan sentence, string accused)
    {
        if (text.Replies is not ReplyWords replies || text.Denials is not DenialWords denials || IsQuestion(text, sentence) || sides.IsSilence(text, sentence.Start))
            return null;
        (int first, int next) = (text.WordAt(sentence.Start), text.WordAt(sentence.End));
        bool namesCharge = Enumerable.Range(first, next - first).Any(word => replies.Charges.Contains(text.Words[word].Term.Lemma));
        (Denial denial, HashSet<int> words) = denials.Read(text, first, next, namesCharge || Enumerable.Range(first, next - first).Any(word => replies.Pointing.Contains(text.Words[word].Term.Folded)));
        if (denial is Denial.None)
            return null;
        int at = words.Min();
        bool isVerb = text.Words[at].Term is { IsVerb: true, CanBeNoun: false };
        if ((isVerb && text.Words[at].IsQuoted) || Enumerable.Range(first, next - first).Any(word => replies.Unreal.Contains(text.FormOf(word)) && word < at)
            || IsTakenBack(text, replies, words, next) || !(DenierIn(text, sentence) is Statement denier ? sides.SpeaksFor(text, denier, accused) : IsOf(text, replies, (first, next), at, accused)))
            return null;
        return new ToldDenial(denial, namesCharge, PointsBack(text, replies, (first, next), words), isVerb, words.Contains(next - 1));
    }

    /// <summary>Whether the accused, or who speaks for them, is the only one that a sentence can speak of.</summary>
    public bool IsOnly(AccountText text, TextSpan sentence, string accused)
    {
        (int first, int next) = (text.WordAt(sentence.Start), text.WordAt(sentence.End));
        string[] parties = [.. sides.PartiesIn(text, first, next).Select(static place => place.Entity).Distinct(StringComparer.Ordinal)];
        return parties.Length == 0 ? IsSpokenForIn(text, first, next, accused) : parties is [string one] && one == accused;
    }

    /// <summary>Whether a sentence names the accused and does not only speak of them behind somebody else ("the party had no comment on Salvaris").</summary>
    public bool IsActingIn(AccountText text, TextSpan sentence, string accused)
    {
        (int first, int next) = (text.WordAt(sentence.Start), text.WordAt(sentence.End));
        (int First, int Next, string Entity)[] named = [.. sides.PartiesIn(text, first, next).Where(place => place.Entity == accused)];
        return text.Replies is ReplyWords replies && (Array.Exists(named, place => !IsAside(text, replies.Asides, place.First, first) || IsAside(text, replies.Agents, place.First, first) || place.First - first <= AsideReach)
            || (named.Length == 0 && sides.IsNamedIn(text, sentence, accused)));
    }

    /// <summary>The statement by which a sentence lets somebody deny; null where who denies was not read, or cannot be told apart from others.</summary>
    public Statement? DenierIn(AccountText text, TextSpan sentence) => text.Account.Sayings.FirstOrDefault(statement => statement is { CueClass: "denies" or "rejects", Cue.IsEmpty: false }
        && sentence.Contains(statement.Cue[0].Start) && sides.SideOf(text, statement) is not null);

    /// <summary>Whether a sentence holds words of the accused.</summary>
    public bool IsSaidBy(AccountText text, TextSpan sentence, string accused) => text.Account.Sayings.Any(statement => statement is { Kind: not StatementKind.Narrated, Content.IsEmpty: false }
        && sentence.Contains(statement.Content[0].Start) && sides.SpeaksFor(text, statement, accused));

    /// <summary>The first and the last word of a phrase; null where it does not stand there.</summary>
    /// <remarks>Where the order of words is fixed, they follow near one another: "comments were milder than those of others, who have accused him" accuses nobody whose comments these are.</remarks>
    private static (int Low, int High)? PlaceOf(AccountText text, string[][] phrase, int first, int next)
    {
        for (int low = first; low < next; low++)
        {
            int at = IsWord(0, low) ? low : -1;
            for (int i = 1; i < phrase.Length && at >= 0; i++)
                at = Behind(at, i);
            if (at >= 0 && at - low <= PhraseReach)
                return (low, at);
        }

        return null;

        bool IsWord(int i, int word) => phrase[i].Contains(text.Words[word].Term.Folded, StringComparer.Ordinal) && !text.Words[word].IsQuoted;

        int Behind(int at, int i)
        {
            int place = Enumerable.Range(at + 1, Math.Max(0, Math.Min(text.HasFixedOrder ? FixedReach : PhraseReach, next - at - 1))).FirstOrDefault(word => IsWord(i, word), -1);
            // "is investigating alleged fraud", "is innocent and accused him"
            return place >= 0 && text.HasFixedOrder && Enumerable.Range(at + 1, place - at - 1).Any(word => text.Words[word].Term is { IsVerb: true, CanBeNoun: false, IsFunctionWord: false }) ? -1 : place;
        }
    }

    /// <summary>Who is blamed: the last named inside the phrase who is not aside ("machte den Werftchef für den Brand verantwortlich"), where somebody else stands in front of it.</summary>
    private string? BlamedBy(AccountText text, ReplyWords replies, string[][] phrase, int first, int next)
    {
        if (PlaceOf(text, phrase, first, next) is not (int low, int high))
            return null;
        string[] blamed = [.. sides.PartiesIn(text, low + 1, high).Where(place => !IsAside(text, replies.Asides, place.First, low + 1)).Select(static place => place.Entity).Distinct(StringComparer.Ordinal)];
        return blamed is [string one] && sides.PartiesIn(text, first, low).All(place => place.Entity != one) && low > first ? one : null;
    }

    private string? AccusedBy(AccountText text, ReplyWords replies, string[][] phrase, int first, int next)
    {
        if (PlaceOf(text, phrase, first, next) is not (int low, int high))
            return null;
        string end = text.Words[high].Term.Folded;
        if (replies.Against.Contains(text.Words[low].Term.Folded))
            return sides.PartiesIn(text, low + 1, Math.Min(high, low + 1 + AgainstReach)).Select(static place => place.Entity).FirstOrDefault();
        if (replies.Against.Contains(end))
            return sides.PartiesIn(text, high + 1, Math.Min(next, high + 1 + AgainstReach)).Select(static place => place.Entity).FirstOrDefault();
        if (replies.Complements.Contains(end))
            return sides.PartiesIn(text, high + 1, next).Select(static place => place.Entity).FirstOrDefault();
        return sides.PartiesIn(text, first, low).LastOrDefault(IsInFront).Entity ?? sides.PartiesIn(text, low, next).FirstOrDefault(IsInFront).Entity;

        bool IsInFront((int First, int Next, string Entity) place) => !IsAside(text, replies.Asides, place.First, first);
    }

    /// <summary>Whether who denies is the accused: who stands in front of the verb, else behind it, else whom the passive names; or a body or spokesperson of theirs alone.</summary>
    private bool IsOf(AccountText text, ReplyWords replies, (int First, int Next) within, int at, string accused)
    {
        (int First, int Next, string Entity)[] parties = [.. sides.PartiesIn(text, within.First, within.Next).Where(place => !text.Words[place.First].IsQuoted)];
        if (parties.Length == 0)
            return IsSpokenForIn(text, within.First, within.Next, accused);
        (int First, int Next, string Entity)[] acting = [.. parties.Where(place => !IsAside(text, replies.Asides, place.First, within.First))];
        (int First, int Next, string Entity) actor = acting.LastOrDefault(place => place.First < at && at - place.Next <= SubjectReach);
        actor = actor.Entity is null ? acting.FirstOrDefault(place => place.First > at && place.First <= at + VerbReach && !Enumerable.Range(at, place.First - at).Any(word => replies.Pointing.Contains(text.Words[word].Term.Folded))) : actor;
        if (actor.Entity is not null)
            return actor.Entity == accused && (acting.All(place => place.Entity == accused || place.First > at) || Math.Abs(at - actor.Next) <= VerbReach);
        return parties.All(place => place.Entity == accused) && (parties.Any(place => IsAside(text, replies.Agents, place.First, within.First))
            || Enumerable.Range(within.First, within.Next - within.First).Any(word => ReplySides.SpeaksForOthers(text, word)));
    }

    private bool IsSpokenForIn(AccountText text, int first, int next, string accused) =>
        Enumerable.Range(first, next - first).Any(word => ReplySides.SpeaksForOthers(text, word) && !text.Words[word].IsQuoted && text.Replies is ReplyWords replies && !IsAside(text, replies.Asides, word, first))
        && sides.IsSpokenOfLast(text, first, accused);

    /// <summary>Whether a negation follows: "bestritt das nicht".</summary>
    private static bool IsTakenBack(AccountText text, ReplyWords replies, HashSet<int> words, int next)
    {
        for (int word = words.Min() + 1; word < Math.Min(next, words.Min() + NegationReach) && !text.HasMarkBefore(word) && !replies.Complements.Contains(text.Words[word].Term.Folded); word++)
        {
            if (!words.Contains(word) && text.Denials?.IsNegation(text.Words[word].Term.Folded) == true)
                return true;
        }

        return false;
    }

    /// <summary>Whether the verb's object is a pronoun beside it: "bestritt das", "das wies sie zurück", "denied this".</summary>
    private static bool PointsBack(AccountText text, ReplyWords replies, (int First, int Next) within, HashSet<int> words)
    {
        if (words.Min() <= within.First + 1 && replies.Pointing.Contains(text.Words[within.First].Term.Folded))
            return true;
        return words.Any(word => word + 1 < within.Next && replies.Pointing.Contains(text.Words[word + 1].Term.Folded) && StandsAlone(word + 1));

        // "denied that it had", "wies das Angebot zurück"
        bool StandsAlone(int word) => word + 1 >= within.Next || words.Contains(word + 1) || text.HasMarkBefore(word + 1)
            || (!replies.Complements.Contains(text.Words[word].Term.Folded) && !text.Words[word + 1].Term.CanBeNoun && (word + 2 >= within.Next || text.HasMarkBefore(word + 2) || text.Words[word + 1].Term.IsFunctionWord || words.Contains(word + 2)));
    }

    private static bool IsAside(AccountText text, HashSet<string> words, int place, int first)
    {
        for (int word = place - 1; word >= Math.Max(first, place - AsideReach) && !text.HasMarkBefore(word + 1); word--)
        {
            Term term = text.Words[word].Term;
            if (words.Contains(term.Folded))
                return true;
            if (term is { IsVerb: true, CanBeNoun: false })
                return false;
        }

        return false;
    }

    /// <summary>Whether a sentence asks.</summary>
    public static bool IsQuestion(AccountText text, TextSpan sentence) => text.Text.AsSpan(sentence.Start, sentence.End - sentence.Start).TrimEnd().EndsWith('?');
}

/// <summary>How a sentence denies.</summary>
/// <param name="Denial">How surely its words do.</param>
/// <param name="NamesCharge">Whether it calls something an accusation.</param>
/// <param name="PointsBack">Whether it denies what was said before, by a pronoun.</param>
/// <param name="IsVerb">Whether it denies by a verb, and not by what it calls the accusation ("a lie").</param>
/// <param name="IsLast">Whether the sentence ends so: "which he denies".</param>
internal readonly record struct ToldDenial(Denial Denial, bool NamesCharge, bool PointsBack, bool IsVerb, bool IsLast);
