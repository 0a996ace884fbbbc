using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Short forms that an article brings in itself: "Verband der Krabbenfischer (VKF)", "National Fishermen's League (NFL)".</summary>
/// <remarks>After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003): the letters of the short form are
/// looked for from right to left in the words before the bracket, the first one at the beginning of a word.</remarks>
internal static class Acronyms
{
    private const int LongestShort = 10;
    private const int MoreWords = 5; // than letters, at most

    /// <summary>A short form and the name that it stands for, in tokens.</summary>
    /// <param name="First">First token of the long form.</param>
    /// <param name="Last">Token after its last one.</param>
    /// <param name="Short">The short form's token.</param>
    public readonly record struct Pair(int First, int Last, int Short);

    /// <summary>Makes names of bodies of long and short forms wherever they stand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">Its names in text order, which stay so.</param>
    public static void Apply(NameText text, List<FoundName> names)
    {
        List<string>? shorts = null;
        foreach (Pair pair in Find(text, names).ToArray())
        {
            // chemicals, degrees and squadrons have short forms too: something here has to look like a body
            int whole = names.FindIndex(name => name.First == pair.First && name.Last == pair.Last);
            bool isBody = names.Exists(name => name.First == pair.Short && name.Type == EntityType.Organization);
            if (whole < 0 && !isBody && !names.Exists(name => name.First < pair.Last && pair.First < name.Last && name.Type is EntityType.Organization or EntityType.Other))
                continue;
            if (whole < 0)
            {
                names.RemoveAll(name => name.First < pair.Last && pair.First < name.Last);
                names.Add(new FoundName(pair.First, pair.Last, EntityType.Organization));
            }
            else if (isBody && names[whole].Type == EntityType.Other)
            {
                names[whole] = names[whole] with { Type = EntityType.Organization };
            }
            else if (names[whole].Type != EntityType.Organization)
            {
                continue;
            }

            (shorts ??= []).Add(text.Word(pair.Short).Form);
        }

        if (shorts is null)
            return;
        for (int i = 0; i < text.Tagged.Count; i++)
        {
            NameWord word = text.Word(i);
            if (!shorts.Contains(word.Form) && !(word.Stem.Length < word.Form.Length && shorts.Contains(word.Stem)))
                continue;
            int known = names.FindIndex(name => name.First <= i && i < name.Last);
            if (known >= 0 && names[known].Last - names[known].First > 1)
                continue;
            if (known >= 0)
                names.RemoveAt(known);
            names.Add(new FoundName(i, i + 1, EntityType.Organization, word.Entries.Length > 0 ? word.States.Form : 0));
        }

        names.Sort(static (left, right) => left.First.CompareTo(right.First));
    }

    /// <summary>The pairs of a text whose long form is a name, or can be one.</summary>
    public static IEnumerable<Pair> Find(NameText text, IReadOnlyList<FoundName> names)
    {
        TaggedText tagged = text.Tagged;
        if (!tagged.Text.Contains('(', StringComparison.Ordinal))
            yield break;
        foreach (Sentence sentence in tagged.Sentences)
        {
            for (int open = sentence.First + 1; open + 2 < sentence.Last; open++)
            {
                if (tagged.Text[tagged.Token(open).Start] != '(' || ShortAt(text, open + 1, sentence.Last) is not int at || LongBefore(text, names, sentence.First, open, at) is not (int first, int last))
                    continue;
                yield return new Pair(first, last, at);
            }
        }
    }

    /// <summary>Whether a known body can be called so: one of its names of several words holds every longer word of this one, or the tables have no such name.</summary>
    public static bool CanStandFor(KnownEntity known, string name)
    {
        string[] words = [.. name.Split(' ', '-').Where(static word => word.Length > 3)];
        string[] whole = [.. known.Names.Where(static one => one.Length > 10)];
        return whole.Length == 0 || Array.Exists(whole, one => Array.TrueForAll(words, word => one.Contains(word.AsSpan(0, Math.Min(word.Length, 5)), StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The short form in a bracket, which it fills or begins: "(VKF)", "(kurz: VKF)", "(VKF, gegründet 1990)".</summary>
    private static int? ShortAt(NameText text, int at, int end)
    {
        TaggedText tagged = text.Tagged;
        if (text.Tables.ShortFormWords.Contains(text.Word(at).Form))
            at += at + 1 < end && tagged.Form(at + 1) is ":" ? 2 : 1;
        return at + 1 < end && IsShort(tagged.Form(at)) && tagged.Form(at + 1) is ")" or "," or ";" && !IsState(text, at) ? at : null;
    }

    /// <summary>"(USA)", "(UK)": no body.</summary>
    private static bool IsState(NameText text, int at) =>
        Array.Exists(text.Word(at).Entries, entry => entry.Kind == KnownNameKind.Name && text.Tables.Entities[entry.Entity].Type == EntityType.GeoPolitical);

    private static bool IsShort(ReadOnlySpan<char> form)
    {
        int capitals = 0;
        foreach (char letter in form)
        {
            if (!char.IsLetterOrDigit(letter) && letter is not ('-' or '&' or '/'))
                return false;
            capitals += char.IsUpper(letter) ? 1 : 0;
        }

        return form.Length is >= 2 and <= LongestShort && capitals >= 2 && char.IsUpper(form[0]);
    }

    private static (int First, int Last)? LongBefore(NameText text, IReadOnlyList<FoundName> names, int start, int open, int shortAt)
    {
        TaggedText tagged = text.Tagged;
        int last = open;
        while (last > start && tagged.Token(last - 1).Kind == TokenKind.QuotationMark)
            last--;
        ReadOnlySpan<char> form = tagged.Form(shortAt);
        int most = Math.Min(form.Length + MoreWords, form.Length * 2), first = last;
        for (int words = 0; first > start && words < most && tagged.Token(first - 1).Kind is TokenKind.Word or TokenKind.Abbreviation || (first > start && IsLink(tagged.Form(first - 1))); first--)
            words += tagged.Token(first - 1).Kind == TokenKind.Word ? 1 : 0;
        if (last == first)
            return null;
        // who stands before the bracket belongs to what stands in it: "Anna Kern (CDU)"
        int firstOfName = last;
        foreach (FoundName name in names)
        {
            if (name.First >= last || name.Last < last)
                continue;
            if (name.Type == EntityType.Person || name.Last > last)
                return null;
            firstOfName = name.First;
        }

        first = Math.Min(first, firstOfName);
        int begin = Begin(tagged.Text.AsSpan()[tagged.Token(first).Start..tagged.Token(last - 1).End], form);
        if (begin < 0)
            return null;
        begin += tagged.Token(first).Start;
        while (first < last && tagged.Token(first).End <= begin)
            first++;
        first = Math.Min(first, firstOfName);
        bool isLong = tagged.Token(last - 1).End - tagged.Token(first).Start > form.Length * 2;
        return isLong && text.Word(first).IsCapital && text.Word(first).Form != form.ToString() && !IsSentenceWord(text, start, first) ? (first, last) : null;
    }

    private static bool IsLink(ReadOnlySpan<char> form) => form is "&" or "-" or "’s" or "'s" or "’" or "'";

    /// <summary>Whether a small word begins the sentence, so that its capital tells nothing.</summary>
    private static bool IsSentenceWord(NameText text, int start, int first) => first == start && text.Tagged.Tags[first].Upos is Upos.Det or Upos.Pron or Upos.Adp or Upos.Adv or Upos.Cconj or Upos.Sconj;

    /// <summary>Where the words begin that the letters stand for; -1 where they don't.</summary>
    private static int Begin(ReadOnlySpan<char> words, ReadOnlySpan<char> letters)
    {
        int at = words.Length - 1;
        for (int i = letters.Length - 1; i >= 0; i--)
        {
            if (!char.IsLetterOrDigit(letters[i]))
                continue;
            char letter = char.ToLowerInvariant(letters[i]);
            while (at >= 0 && (char.ToLowerInvariant(words[at]) != letter || (i == 0 && at > 0 && char.IsLetterOrDigit(words[at - 1]))))
                at--;
            if (at < 0)
                return -1;
            at--;
        }

        return at + 1;
    }
}
