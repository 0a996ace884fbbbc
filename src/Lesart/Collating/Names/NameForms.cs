using System.Buffers;
using System.Text;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>How two names that different accounts print are alike: one name in two forms, or one person under two names.</summary>
internal static class NameForms
{
    private const double MostChanged = 0.4; // of the letters of the one word that differs: "Terborg" and "Tervoort"
    private const double MostChangedInAll = 0.2; // of the letters of several words: "Pieter Dekkers" and "Peter Dekker"
    private const double MostChangedOfPlaces = 0.5; // of the letters of the longer name, in two languages
    private const double MostChangedInOneLanguage = 0.3;
    private const int MostLettersOfEnding = 2;
    private const int MinLetters = 3;
    private const int MinLettersOfCognate = 4;
    private const int MinLettersOfFront = 5;

    private static readonly (string Here, string There)[] SpelledAbroad = [("tsch", "ch"), ("tch", "ch"), ("dsch", "j"), ("dzh", "j"), ("dj", "j")]; // "Dotschew", "Dochev"
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy"); // folded: "Loen" is "Lon", and no slip for "Loon"

    /// <summary>Whether one name is a part of the other, or the same with initials, without accents or with a short form of the given name ("Edgar M.", "Ed Muster").</summary>
    public static bool AreOne(string left, string right)
    {
        string[] one = Parts(left), two = Parts(right);
        if (one.Length > 1 && two.Length > 1 && one[^1] == two[^1] && GivenNames.AreShortForms(one[0], two[0]))
            return true;
        return Array.TrueForAll(one, part => Array.Exists(two, other => IsPart(part, other))) || Array.TrueForAll(two, part => Array.Exists(one, other => IsPart(part, other)));

        static bool IsPart(string part, string other) => part == other || (part.Length == 1 && other.StartsWith(part, StringComparison.Ordinal));
    }

    /// <summary>Whether two names have a word in common, initials aside.</summary>
    public static bool SharePart(string left, string right) => Parts(left).Intersect(Parts(right), StringComparer.Ordinal).Any(static part => part.Length >= MinLetters);

    /// <summary>Whether two names of several words differ by some letters, or in the first word alone and there in more than its first letter ("Jörg Thiemann", "Jürgen Thiemann").</summary>
    public static bool AreVariants(string left, string right)
    {
        string[] one = Parts(left), two = Parts(right);
        if (one.Length < 2 || one.Length != two.Length || AreOne(left, right))
            return false;
        int[] other = [.. Enumerable.Range(0, one.Length).Where(i => one[i] != two[i])];
        if (Array.Exists(other, at => Math.Min(one[at].Length, two[at].Length) < MinLetters) || Array.TrueForAll(other, at => AreMistyped(one[at], two[at])))
            return false;
        return other.Length == 1 && other[0] == 0 && one[0][0] == two[0][0]
            || other.Sum(at => Changes(one[at], two[at])) <= (other.Length == 1 ? MostChanged : MostChangedInAll) * other.Sum(at => Math.Max(one[at].Length, two[at].Length));
    }

    /// <summary>Whether two names differ by more than one letter.</summary>
    public static bool DifferByLetters(string left, string right) => Changes(string.Join(' ', Parts(left)), string.Join(' ', Parts(right))) > 1;

    /// <summary>Whether two names of bodies have a word in common and differ by some letters of one other, whatever says of what kind they are behind that ("Hafen Jinlong Logistics", "Hafen Jilong").</summary>
    /// <param name="left">A name.</param>
    /// <param name="right">Another.</param>
    /// <param name="isWord">Whether a word of a name is one of the language: such differ by more than a letter, else both are forms of one ("Advisors", "Advisers").</param>
    public static bool AreVariantsOfBody(string left, string right, Predicate<string> isWord)
    {
        string[] one = Parts(left), two = Parts(right);
        int length = Math.Min(one.Length, two.Length);
        if (length < 2 || Math.Abs(one.Length - two.Length) > 1)
            return false;
        int[] other = [.. Enumerable.Range(0, length).Where(i => one[i] != two[i])];
        if (other is not [int at] || Math.Min(one[at].Length, two[at].Length) <= MinLetters || AreMistyped(one[at], two[at]))
            return false;
        int changes = Changes(one[at], two[at]);
        return changes <= MostChanged * Math.Max(one[at].Length, two[at].Length) && (changes > 1 || !isWord(char.ToUpperInvariant(one[at][0]) + one[at][1..]));
    }

    /// <summary>Whether two words are one but for two neighbours that changed places, or for letters that sound alike: "c" and "k", "ph" and "f", "th" and "t", "kh" and "k", "sch", "sh" and "zh", "tsch" and "ch", "dsch", "dj" and "j", "y", "j" and "i", "ij" and "i", "w" and "v", a consonant that is doubled, a last "e" ("Preibus", "Priebus"; "Catherine", "Katherine"; "Miliote", "Milliote"). A slip tells of no other person.</summary>
    private static bool AreMistyped(string one, string two)
    {
        if (SoundOf(one) == SoundOf(two))
            return true;
        int at = 0;
        while (at < one.Length && at < two.Length && one[at] == two[at])
            at++;
        return one.Length == two.Length && at + 1 < one.Length && one[at] == two[at + 1] && one[at + 1] == two[at] && one[(at + 2)..] == two[(at + 2)..];
    }

    /// <summary>Whether two words differ in nothing but how a name of other letters is written in ours: "j", "y" and "i", "zh" and "sch", "w" and "v" ("Jurij", "Yuri").</summary>
    public static bool AreTranscriptions(string left, string right) => (left.Any(IsOfTranscription) || right.Any(IsOfTranscription)) && SoundOf(Folding.Fold(left)) == SoundOf(Folding.Fold(right));

    private static bool IsOfTranscription(char letter) => letter is 'j' or 'y' or 'J' or 'Y';

    private static string SoundOf(string word)
    {
        foreach ((string here, string there) in SpelledAbroad)
            word = word.Replace(here, there, StringComparison.Ordinal);
        StringBuilder sound = new(word.Length);
        for (int i = 0; i < word.Length; i++)
        {
            char letter = (word[i], i + 1 < word.Length ? word[i + 1] : default) switch
            {
                ('p', 'h') => 'f',
                ('c', not 'h') => 'k',
                ('y' or 'j', _) => 'i',
                ('z', 'h') => 's',
                ('w', _) => 'v',
                _ => word[i],
            };
            bool isMute = (word[i] == 'c' && i > 0 && word[i - 1] == 's' && i + 1 < word.Length && word[i + 1] == 'h') || (letter == 'h' && i > 0 && word[i - 1] is 'p' or 't' or 'k') || (letter == 'e' && i > 1 && i + 1 == word.Length) || (sound.Length > 0 && sound[^1] == letter && (letter == 'i' || !Vowels.Contains(letter)));
            if (!isMute)
                sound.Append(letter);
        }

        return sound.ToString();
    }

    /// <summary>Whether two names of places are likely one ("Andischan", "Andijan"): most letters are the same, or one calls something by the other ("Grabiner Schleuse" of "Grabin"), or a compound of the one language begins with a word of the other's ("Petersplatz", "St. Peters Square").</summary>
    /// <param name="left">A name.</param>
    /// <param name="right">Another.</param>
    /// <param name="isOneLanguage">Whether one language writes both: it seldom spells one place in two ways, and knows "Niederlauta" from "Oberlauta".</param>
    public static bool AreSpellings(string left, string right, bool isOneLanguage)
    {
        (string one, string two) = (Folding.Fold(left), Folding.Fold(right));
        if (IsDerived(one, two) || IsDerived(two, one) || (!isOneLanguage && (IsFront(one, two) || IsFront(two, one))))
            return true;
        return Changes(one, two) <= (isOneLanguage ? MostChangedInOneLanguage : MostChangedOfPlaces) * Math.Max(one.Length, two.Length);

        static bool IsFront(string name, string of) => of.Split([' ', '-']).Any(part => part.Length >= MinLettersOfFront && name.Length > part.Length && name.StartsWith(part, StringComparison.Ordinal));
        static bool IsDerived(string name, string of) => of.Length >= MinLettersOfCognate && Array.Exists(name.Split([' ', '-']), part => part.Length > of.Length && part.Length <= of.Length + MostLettersOfEnding && part.StartsWith(of, StringComparison.Ordinal));
    }

    /// <summary>Whether two nouns of two languages are likely one word ("Artikel", "articles").</summary>
    public static bool AreCognates(string left, string right)
    {
        (string one, string two) = (Folding.Fold(LetterComposer.WithoutMarks(left)), Folding.Fold(LetterComposer.WithoutMarks(right)));
        return Math.Min(one.Length, two.Length) >= MinLettersOfCognate && Changes(one, two) <= MostChanged * Math.Max(one.Length, two.Length);
    }

    /// <summary>Whether two names have one surname and other given names ("Ulf Schomburg", "Olaf Schomburg") or one given name and surnames that begin alike: one person only where more speaks for it.</summary>
    public static bool MayBeOnePerson(string left, string right)
    {
        string[] one = Parts(left), two = Parts(right);
        return one.Length == 2 && two.Length == 2 && Math.Min(one[0].Length, two[0].Length) >= MinLetters && !AreOne(left, right) && !(AreMistyped(one[0], two[0]) && AreMistyped(one[1], two[1]))
            && (one[1] == two[1] || (one[0] == two[0] && one[1].Length >= MinLetters && two[1].StartsWith(one[1][..MinLetters], StringComparison.Ordinal)));
    }

    /// <summary>The words of a name, without titles ("Dr.").</summary>
    private static string[] Parts(string name) => [.. name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static word => word.Length <= 2 || word[^1] != '.')
        .SelectMany(static word => Folding.Fold(LetterComposer.WithoutMarks(word)).Split(['-', '.', '[', ']', '(', ')'], StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Letters to put in, take out or change.</summary>
    private static int Changes(string one, string two)
    {
        int[] row = [.. Enumerable.Range(0, two.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= two.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == two[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
