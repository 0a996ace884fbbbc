using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Finds the noun groups of an account that can call something by another word than its name.</summary>
internal static class NominalReader
{
    private const int MaxBetween = 3; // adjectives between an article and its noun
    private const int MaxPhrase = 3; // words of a noun that is written as several
    private const string YearUnit = "a"; // UCUM
    private const string CountDimension = "#"; // of a number that counts things (UnitTable)

    /// <summary>Noun groups in text order; names, dates and figures are none.</summary>
    public static List<Nominal> Read(AccountText text, IEnumerable<NamePlace> names)
    {
        List<Nominal> nominals = [];
        if (text.Families is not NounFamilies families)
            return nominals;
        bool[] taken = Taken(text, names);
        Dictionary<int, decimal> numbers = Counts(text, static _ => true), counts = Counts(text, IsOfThings);
        for (int head = 0; head < text.Words.Length; head++)
        {
            Term term = text.Words[head].Term;
            if (taken[head] || text.Words[head].IsNumber || IsJoined(text, head) || (head > 0 && text.Words[head - 1].IsNumber && IsJoined(text, head - 1)) || IsPredicate(text, families, taken, head))
                continue;
            NounFamily[] of = families.Of(term);
            if (term.IsFunctionWord && of.Length == 0)
                continue;
            int opener = Opener(text, families, head), first = head;
            string lemma = term.Lemma;
            for (int words = 1; words < MaxPhrase && head - words >= 0 && !taken[head - words] && AreBeside(text, head - words); words++)
            {
                if (families.TryPhrase(string.Concat(Enumerable.Range(head - words, words).Select(i => text.Words[i].Term.Folded + " ")) + term.Lemma, out NounFamily[]? phrase))
                    (first, of, lemma) = (head - words, phrase, string.Join(' ', Enumerable.Range(head - words, words).Select(i => text.Words[i].Term.Folded).Append(term.Lemma)));
            }

            if (first == head && !IsHead(text, families, taken, head, of, opener) && (of.Length == 0 || CountOf(text, numbers, head) is null))
                continue; // of what a table writes as several words the last is a noun
            if (opener < 0 && first < head)
                opener = Opener(text, families, first); // "a New Zealander"
            if (NounFamilies.IsNational(of) && !IsNational(text, families, taken, head, opener))
                continue;
            if (!families.WritesCapitals && head + 1 < text.Words.Length && !taken[head + 1] && AreBeside(text, head) && text.Words[head + 1].Term is { IsNoun: true, IsVerb: false, IsName: false, IsFunctionWord: false } && (char.IsUpper(text.FormOf(head)[0]) || char.IsLower(text.FormOf(head + 1)[0])))
                continue; // "shipping company": the last noun is the head; "group calling itself" has its own
            if (!families.WritesCapitals && head > 0 && IsJoined(text, head - 1) && head + 1 < text.Words.Length && !taken[head + 1] && AreBeside(text, head) && text.Words[head + 1].Term is { CanBeNoun: true, IsFunctionWord: false } && char.IsLower(text.FormOf(head + 1)[0]))
                continue; // "anti-abortion groups"
            bool isGuessed = of.Length == 0 && !term.IsName && (families.WritesCapitals || char.IsLower(text.FormOf(head)[0])) && families.TryGuess(term, out of); // "Lions" with a capital are a team
            while (first > 0 && !taken[first - 1] && AreBeside(text, first - 1) && char.IsLower(text.FormOf(head)[0]) && char.IsLower(text.FormOf(first - 1)[0])
                && (text.Words[first - 1].Term is { IsNoun: true, IsName: false, IsFunctionWord: false } || IsBehindSign(text, families, first - 1)) && !text.Words[first - 1].IsNumber && !IsCounted(text, families, first - 1) && !IsDoing(text, families, taken, first - 1))
            {
                first--;
            }

            if (!families.WritesCapitals && char.IsUpper(text.FormOf(head)[0]) && head + 1 < text.Words.Length && taken[head + 1] && AreBeside(text, head))
            {
                while (first > 0 && !taken[first - 1] && AreBeside(text, first - 1) && char.IsUpper(text.FormOf(first - 1)[0]) && text.Words[first - 1].Term is { IsNoun: true, IsName: false, IsFunctionWord: false })
                    first--; // "Transport Secretary Jo Muster"
            }

            for (int joined = 0; joined < MaxPhrase && first > 0 && !taken[first - 1] && IsJoined(text, first - 1); joined++)
                first--; // "eco-warriors"
            first = WithQualifiers(text, families, first, taken);
            decimal? count = CountOf(text, counts, first);
            if (count is null && families.IsVague(term))
                continue;
            bool isRestricted = head + 1 < text.Words.Length && AreBeside(text, head) && (families.IsOwner(text.Words[head + 1].Term) || text.Words[head + 1].Term.IsName || taken[head + 1]);
            while (nominals is [.., var inside] && inside.Head >= first)
                nominals.Remove(inside);
            nominals.Add(new Nominal(text, first, head, of) { IsGuessed = isGuessed, Lemma = lemma, Count = count, IsVague = families.IsVague(term), IsDefinite = opener >= 0 && families.IsDefinite(text.Words[opener].Term), IsIndefinite = opener >= 0 && families.IsIndefinite(text.Words[opener].Term), IsRestricted = isRestricted, IsOwned = first > 0 && Array.Exists(of, static family => family.Kind is NounKind.Person) && IsOwned(text, families, taken, first - 1), IsMany = count > 1 || IsMany(text, families, opener, head, of) });
        }

        nominals.AddRange(Aged(text, families));
        return nominals;
    }

    /// <summary>People who are called by their age alone: "the 39-year-old", "der 67-Jährige".</summary>
    private static IEnumerable<Nominal> Aged(AccountText text, NounFamilies families)
    {
        foreach (Quantity age in text.Account.Quantities.Where(static quantity => quantity is { Unit: YearUnit, Value: > 0 }))
        {
            int first = text.WordAt(age.Start), head = text.WordAt(age.End) - 1;
            if (head < first || first == 0 || !AreBeside(text, first - 1) || !families.IsDefinite(text.Words[first - 1].Term) || text.Text.AsSpan(text.Words[first].Start, text.Words[head].End - text.Words[first].Start).Contains(' '))
                continue;
            string form = text.FormOf(head);
            bool isNoun = families.WritesCapitals ? char.IsUpper(form[form.LastIndexOf('-') is > 0 and int hyphen && hyphen + 1 < form.Length ? hyphen + 1 : 0])
                : head > first && (head + 1 == text.Words.Length || !AreBeside(text, head) || text.Words[head + 1].Term is { IsFunctionWord: true } or { IsVerb: true, CanBeNoun: false, IsAdjective: false });
            if (isNoun)
                yield return new Nominal(text, first, head, families.AnyPerson) { Lemma = string.Join('-', Enumerable.Range(first, head - first + 1).Select(i => text.Words[i].Term.Folded)), IsDefinite = true, Age = age.Value };
        }
    }

    /// <summary>Whether a word is a noun here: by its form, or by the words around it where a verb or a name is written alike.</summary>
    private static bool IsHead(AccountText text, NounFamilies families, bool[] taken, int head, NounFamily[] of, int opener)
    {
        Term term = text.Words[head].Term;
        bool isCapital = char.IsUpper(text.FormOf(head)[0]), isBehindSign = opener == head - 1 && opener >= 0 && families.IsSign(text.Words[opener].Term);
        if (term.IsName && of.Length == 0)
            return families.WritesCapitals && isBehindSign && (head + 1 == text.Words.Length || !AreBeside(text, head) || char.IsLower(text.FormOf(head + 1)[0])); // before a family name it is a first name
        if (!families.WritesCapitals && term is { IsVerb: true, IsFinite: false, IsPlural: false } && head > 0 && !taken[head - 1] && AreBeside(text, head - 1) && text.Words[head - 1].Term is { CanBeNoun: true, IsPlural: true, IsFunctionWord: false })
            return false; // "soldiers fighting in the hills"
        if (term.IsNoun && (families.WritesCapitals || of.Length > 0 || isBehindSign || !term.IsVerb))
            return true; // "talking" without an article is a verb
        if (families.WritesCapitals)
            return isCapital && of.Length > 0 && (term.CanBeNoun || term.IsName || opener >= 0);
        if (!term.CanBeNoun && of.Length == 0)
            return false;
        if (of.Length > 0 && opener >= 0)
            return true;
        if (of.Length > 0 && head + 1 < text.Words.Length && AreBeside(text, head) && (families.IsOwner(text.Words[head + 1].Term) || IsBeforeName(text, taken, head, of)))
            return true;
        if (IsLastOfGroup(text, families, taken, head, of))
            return true;
        return isBehindSign || (of.Length > 0 && head + 1 < text.Words.Length && AreBeside(text, head) && text.Words[head + 1].Term is { IsFinite: true, CanBeNoun: false }) || (term.CanBeNoun && IsInCompound(text, families, head));
    }

    /// <summary>Whether a word between small letters is what somebody does with what follows it, and no part of its name: "by using tear gas", "for making statements"; "a spending bill" and "insider trading charges" are one term.</summary>
    private static bool IsDoing(AccountText text, NounFamilies families, bool[] taken, int word) => !families.WritesCapitals && text.Words[word].Term is { IsVerb: true, IsFinite: false }
        && (word == 0 || taken[word - 1] || !AreBeside(text, word - 1) || (text.Words[word - 1].Term.IsFunctionWord && !families.IsSign(text.Words[word - 1].Term)) || text.Words[word - 1].Term is { IsVerb: true, IsNoun: false });

    /// <summary>Whether what can be an adjective is one person of a land here: behind an article, before no other noun ("a Swede was hurt", not "the Swedish navy").</summary>
    private static bool IsNational(AccountText text, NounFamilies families, bool[] taken, int head, int opener)
    {
        if (opener < 0 || !char.IsUpper(text.FormOf(head)[0]) || (!families.IsDefinite(text.Words[opener].Term) && !families.IsIndefinite(text.Words[opener].Term)) || text.Words[head].Term is { IsPlural: true, IsNoun: true } || (text.Words[head].Term.Gender is Gender.Masculine && families.MakesPlural(text.Words[opener].Term)))
            return false;
        if (head + 1 == text.Words.Length || !AreBeside(text, head))
            return head + 1 == text.Words.Length || text.Text[text.Words[head].End] != '-';
        if (taken[head + 1])
            return families.WritesCapitals;
        return text.Words[head + 1].Term is { IsFunctionWord: true } or { IsVerb: true, IsAdjective: false, CanBeNoun: false }
            || (text.Words[head + 1].Term is { IsVerb: true, IsFinite: false } && head + 2 < text.Words.Length && AreBeside(text, head + 1) && families.IsPreposition(text.Words[head + 2].Term)); // "a Swede living in Malmö"
    }

    /// <summary>Whether a word that a verb is written like is a noun all the same: an article or an adjective stands right before it, and a noun behind ("the state archaeologist", "German pump maker").</summary>
    private static bool IsBehindSign(AccountText text, NounFamilies families, int word) => word > 0 && text.Words[word].Term is { CanBeNoun: true, IsAdjective: false, IsName: false, IsFunctionWord: false } term && (term.IsFinite || !term.IsVerb) && AreBeside(text, word - 1)
        && (families.IsSign(text.Words[word - 1].Term) || (text.Words[word - 1].Term is { IsAdjective: true, IsFunctionWord: false } && !text.Words[word + 1].Term.IsPlural));

    /// <summary>Whether a noun for people or bodies stands before a name, behind a word that goes with it or first of all: "industrial group Muster", "Executive Jo Muster".</summary>
    private static bool IsBeforeName(AccountText text, bool[] taken, int head, NounFamily[] of) => (text.Words[head + 1].Term.IsName || (taken[head + 1] && !text.Words[head].Term.IsFinite)) && (head == 0 || !AreBeside(text, head - 1) || text.Words[head - 1].Term is { IsFunctionWord: false, IsFinite: false })
        && Array.Exists(of, static family => family.Kind is NounKind.Person or NounKind.Body);

    /// <summary>Whether a noun stands right before a word, and behind it what goes on after a noun: "choir trip to", "fighter jets crossed".</summary>
    private static bool IsInCompound(AccountText text, NounFamilies families, int head)
    {
        if (head == 0 || !AreBeside(text, head - 1) || text.Words[head - 1].Term is not { IsNoun: true, IsPlural: false, IsFunctionWord: false })
            return false;
        if (head + 1 == text.Words.Length || !AreBeside(text, head))
            return true;
        Term next = text.Words[head + 1].Term;
        return families.IsPreposition(next) || next is { IsFinite: true, CanBeNoun: false } || (next.IsFunctionWord && families.Of(text.Words[head].Term).Length > 0);
    }

    /// <summary>Whether a noun group ends with a word that a verb or an adjective is written like: behind an adjective, or behind an article and what stands between ("public ridicule for", "a Facebook post that"), before a word that begins something else.</summary>
    private static bool IsLastOfGroup(AccountText text, NounFamilies families, bool[] taken, int head, NounFamily[] of)
    {
        if (!text.Words[head].Term.CanBeNoun || head == 0 || !AreBeside(text, head - 1) || IsJoined(text, head - 1) || (head + 1 < text.Words.Length && AreBeside(text, head) && !text.Words[head + 1].Term.IsFunctionWord))
            return false;
        Term before = text.Words[head - 1].Term;
        if (before is { IsAdjective: true, IsVerb: false, IsFunctionWord: false } && (!before.CanBeNoun || !text.Words[head].Term.IsFinite))
            return true;
        for (int i = head - 1; i >= 0 && i >= head - 1 - MaxBetween && AreBeside(text, i); i--)
        {
            Term word = text.Words[i].Term;
            if (families.IsSign(word))
                return i < head - 1 && (of.Length > 0 || taken[head - 1]);
            if (word.IsFunctionWord || (!taken[i] && word is { IsFinite: true, IsAdjective: false, IsNoun: false }))
                return false;
        }

        return false;
    }

    /// <summary>Numbers that count what follows them, by the word that they end with.</summary>
    private static Dictionary<int, decimal> Counts(AccountText text, Func<Quantity, bool> isCounting)
    {
        Dictionary<int, decimal> counts = [];
        foreach (Quantity quantity in text.Account.Quantities.Where(isCounting))
        {
            if ((quantity.Value ?? quantity.Low ?? quantity.High) is decimal count)
                counts[text.WordAt(quantity.End) - 1] = count;
        }

        return counts;
    }

    /// <summary>Whether a number counts things, and measures nothing of one: "a 118-metre vessel", "der 58 Jahre alte Fahrer".</summary>
    private static bool IsOfThings(Quantity quantity)
    {
        UnitTable.Base(quantity.Unit, out string dimension, out _);
        return dimension == CountDimension;
    }

    /// <summary>The number beside a noun group, over the adjectives between them.</summary>
    private static decimal? CountOf(AccountText text, Dictionary<int, decimal> counts, int first)
    {
        for (int i = first - 1; i >= 0 && i >= first - MaxBetween && AreBeside(text, i); i--)
        {
            if (counts.TryGetValue(i, out decimal count))
                return count;
            if (text.Words[i].Term.IsFunctionWord || text.Words[i].Term.IsNoun)
                return null;
        }

        return null;
    }

    /// <summary>Whether several people or bodies are meant: by the noun's form or by its article.</summary>
    private static bool IsMany(AccountText text, NounFamilies families, int opener, int head, NounFamily[] of)
    {
        Term term = text.Words[head].Term;
        if (!Array.Exists(of, static family => family.Kind is NounKind.Person or NounKind.Body))
            return false;
        return term.IsPlural || families.IsCollective(term) || (opener >= 0 && families.MakesPlural(text.Words[opener].Term) && (term.Gender is Gender.Masculine || families.IsDeclinedPlural(term)))
            || (opener > 0 && term.Gender is Gender.Masculine && families.OwnsAsMany(text.Words[opener].Term) && AreBeside(text, opener - 1) && text.Words[opener - 1].Term.IsNoun); // "die Zahl der Besucher"
    }

    /// <summary>The word that opens the noun's group, over the adjectives between them; -1 where none does.</summary>
    private static int Opener(AccountText text, NounFamilies families, int head)
    {
        for (int i = head - 1; i >= 0 && i >= head - 1 - MaxBetween && (AreBeside(text, i) || IsQuoteBetween(text, i)); i--)
        {
            if (IsJoined(text, i))
                continue; // "the former two-time champion"
            if (families.Opens(text.Words[i].Term))
                return i;
            if (text.Words[i].Term.IsFunctionWord)
                return -1;
        }

        return -1;
    }

    /// <summary>The first of the words that make another term of the one at hand: "self-proclaimed" of "self-proclaimed president".</summary>
    public static int WithQualifiers(AccountText text, NounFamilies families, int first, bool[]? taken = null)
    {
        while (first > 0 && AreBeside(text, first - 1) && taken?[first - 1] is not true)
        {
            if (families.IsQualifier(text.Words[first - 1].Term.Folded))
                first--;
            else if (first > 1 && IsJoined(text, first - 2) && families.IsQualifier(text.Words[first - 2].Term.Folded + "-" + text.Words[first - 1].Term.Folded))
                first -= 2;
            else
                break;
        }

        return first;
    }

    /// <summary>Whether a hyphen alone stands between a word and the next.</summary>
    public static bool IsJoined(AccountText text, int word) => word + 1 < text.Words.Length && AreBeside(text, word) && text.Text[text.Words[word].End] == '-';

    /// <summary>Whether a word that a noun is written like says here what the noun before it does: "the strike hit a classroom", "layoffs hit Kiel".</summary>
    private static bool IsPredicate(AccountText text, NounFamilies families, bool[] taken, int word) => !families.WritesCapitals && text.Words[word].Term is { IsFinite: true } && char.IsLower(text.FormOf(word)[0])
        && word > 0 && AreBeside(text, word - 1) && !IsJoined(text, word - 1) && text.Words[word - 1].Term is { CanBeNoun: true, IsFunctionWord: false } && word + 1 < text.Words.Length && AreBeside(text, word)
        && (families.IsIndefinite(text.Words[word + 1].Term) || families.IsSign(text.Words[word + 1].Term) || (taken[word + 1] && (text.Words[word + 1].Term.IsName || char.IsUpper(text.FormOf(word + 1)[0])) && !Array.Exists(families.Of(text.Words[word].Term), static family => family.Kind is NounKind.Person or NounKind.Body)));

    /// <summary>Whether a hyphen joins a number to a word: the "time" of a "two-time champion".</summary>
    private static bool IsCounted(AccountText text, NounFamilies families, int word) => word > 0 && IsJoined(text, word - 1) && (text.Words[word - 1].IsNumber || families.IsSign(text.Words[word - 1].Term) || IsCounted(text, families, word - 1));

    /// <summary>Whether the word before a noun says whose it is, as an owner or by name: "the building's landlord", "McCain's policy director", "the Weekly Standard editor".</summary>
    private static bool IsOwned(AccountText text, NounFamilies families, bool[] taken, int before) => families.IsOwnerMark(text.Words[before].Term) || (taken[before] && AreBeside(text, before) && text.Words[before].Term.IsName && !text.Words[before].IsNumber);

    /// <summary>Whether only a blank stands between a word and the next.</summary>
    public static bool AreBeside(AccountText text, int word) => text.Words[word + 1].Start == text.Words[word].End + 1;

    /// <summary>Whether a blank and an opening quotation mark stand between a word and the next: the „operation“.</summary>
    private static bool IsQuoteBetween(AccountText text, int word) => text.Words[word + 1].Start == text.Words[word].End + 2 && text.Text[text.Words[word].End] == ' ' && "„“\"»«‚'".Contains(text.Text[text.Words[word].End + 1], StringComparison.Ordinal);

    private static bool[] Taken(AccountText text, IEnumerable<NamePlace> names)
    {
        bool[] taken = new bool[text.Words.Length];
        foreach (TextSpan span in text.Account.Mentions.Where(mention => mention.Kind is not MentionKind.Pronoun && (mention.Kind is not MentionKind.Nominal || NamedThing.IsCallable(text, mention))).Select(mention => NamePlaces.WithoutNouns(text, mention))
            .Concat(text.Account.Times.Select(static time => time.Span)).Concat(text.Account.Quantities.Select(static quantity => quantity.Span)))
        {
            for (int i = text.WordAt(span.Start); i < text.Words.Length && text.Words[i].Start < span.End; i++)
                taken[i] = true;
        }

        foreach (NamePlace name in names)
            taken.AsSpan(name.First, name.Next - name.First).Fill(true);
        return taken;
    }
}

/// <summary>A noun group of an account.</summary>
/// <param name="Text">The account.</param>
/// <param name="First">Its first noun, by word.</param>
/// <param name="Head">The noun that says what it is.</param>
/// <param name="Families">What it can call; empty where nothing is known.</param>
internal sealed record Nominal(AccountText Text, int First, int Head, NounFamily[] Families)
{
    /// <summary>Its dictionary form.</summary>
    public required string Lemma { get; init; }

    /// <summary>Whether no table holds its families.</summary>
    public bool IsGuessed { get; init; }

    /// <summary>The number beside it; null where there is none.</summary>
    public decimal? Count { get; init; }

    /// <summary>Whether only that number says whom it calls ("46 people").</summary>
    public bool IsVague { get; init; }

    /// <summary>The age by which alone somebody is called; null for any other noun.</summary>
    public decimal? Age { get; init; }

    /// <summary>Whether it speaks of something known.</summary>
    public bool IsDefinite { get; init; }

    /// <summary>Whether it speaks of something that was not known.</summary>
    public bool IsIndefinite { get; init; }

    /// <summary>Whether it calls several people.</summary>
    public bool IsMany { get; init; }

    /// <summary>Whether the words behind it say whose it is.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Whether the words before it say whose it is.</summary>
    public bool IsOwned { get; init; }

    public Term Term => Text.Words[Head].Term;

    /// <summary>Whether a man or a woman is called; none where the noun doesn't tell.</summary>
    public Gender Gender { get; } = Text.Families?.GenderOf(Text.Words[Head].Term) ?? Gender.None;

    public TextSpan Span => Text.SpanOf(First, Head + 1);

    /// <summary>What it is called by in every language; empty for a noun of several words.</summary>
    public string[] Meanings => Lemma != Term.Lemma ? [] : [.. Term.Equivalents.Concat(Term.HasPivotsOfParts ? [] : Term.Pivots).Distinct(StringComparer.Ordinal)];

    /// <summary>Its last part: "Minister" of "Verkehrsminister".</summary>
    public string HeadLemma => Term.HeadLemma.Length > 0 ? Term.HeadLemma : Term.Lemma;
}
