using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Finds the noun groups of an account that can call something by another word than its name.</summary>
internal static class NominalReader
{
    private const int MaxBetween = 3; // adjectives between an article and its noun

    /// <summary>Noun groups in text order; names, dates and figures are none.</summary>
    public static List<Nominal> Read(AccountText text, IEnumerable<NamePlace> names)
    {
        List<Nominal> nominals = [];
        if (text.Families is not NounFamilies families)
            return nominals;
        bool[] taken = Taken(text, names);
        for (int head = 0; head < text.Words.Length; head++)
        {
            Term term = text.Words[head].Term;
            if (taken[head] || text.Words[head].IsNumber || term.IsFunctionWord)
                continue;
            NounFamily[] of = families.Of(term);
            if ((term.IsName && of.Length == 0) || !(term.IsNoun || term.CanBeNoun || (of.Length > 0 && char.IsUpper(text.FormOf(head)[0]))))
                continue;
            int opener = Opener(text, families, head);
            if (!term.IsNoun && (opener < 0 || of.Length == 0))
                continue;
            if (head + 1 < text.Words.Length && !taken[head + 1] && AreBeside(text, head) && text.Words[head + 1].Term is { IsNoun: true, IsName: false, IsFunctionWord: false })
                continue; // "shipping company": the last noun is the head
            int first = head;
            while (first > 0 && !taken[first - 1] && AreBeside(text, first - 1) && char.IsLower(text.FormOf(head)[0]) && char.IsLower(text.FormOf(first - 1)[0])
                && text.Words[first - 1].Term is { IsNoun: true, IsName: false, IsFunctionWord: false } && !text.Words[first - 1].IsNumber)
            {
                first--;
            }

            bool isRestricted = head + 1 < text.Words.Length && AreBeside(text, head) && (families.IsOwner(text.Words[head + 1].Term) || text.Words[head + 1].Term.IsName || taken[head + 1]);
            nominals.Add(new Nominal(text, first, head, of) { IsDefinite = opener >= 0 && families.IsDefinite(text.Words[opener].Term), IsRestricted = isRestricted, IsMany = IsMany(text, families, opener, head, of) });
        }

        return nominals;
    }

    /// <summary>Whether people are meant: by the noun's form or by its article.</summary>
    private static bool IsMany(AccountText text, NounFamilies families, int opener, int head, NounFamily[] of)
    {
        Term term = text.Words[head].Term;
        if (!Array.Exists(of, static family => family.Kind is NounKind.Person))
            return false;
        return term.IsPlural || (opener >= 0 && term.Gender is Gender.Masculine && families.MakesPlural(text.Words[opener].Term));
    }

    /// <summary>The word that opens the noun's group, over the adjectives between them; -1 where none does.</summary>
    private static int Opener(AccountText text, NounFamilies families, int head)
    {
        for (int i = head - 1; i >= 0 && i >= head - 1 - MaxBetween && (AreBeside(text, i) || IsQuoteBetween(text, i)); i--)
        {
            if (families.Opens(text.Words[i].Term))
                return i;
            if (text.Words[i].Term.IsFunctionWord)
                return -1;
        }

        return -1;
    }

    /// <summary>Whether only a blank stands between a word and the next.</summary>
    public static bool AreBeside(AccountText text, int word) => text.Words[word + 1].Start == text.Words[word].End + 1;

    /// <summary>Whether a blank and an opening quotation mark stand between a word and the next: the „operation“.</summary>
    private static bool IsQuoteBetween(AccountText text, int word) => text.Words[word + 1].Start == text.Words[word].End + 2 && text.Text[text.Words[word].End] == ' ' && "„“\"»«‚'".Contains(text.Text[text.Words[word].End + 1], StringComparison.Ordinal);

    private static bool[] Taken(AccountText text, IEnumerable<NamePlace> names)
    {
        bool[] taken = new bool[text.Words.Length];
        foreach (TextSpan span in text.Account.Mentions.Where(static mention => mention.Kind is not MentionKind.Pronoun).Select(mention => NamePlaces.WithoutNouns(text, mention))
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
    /// <summary>Whether it speaks of something known.</summary>
    public bool IsDefinite { get; init; }

    /// <summary>Whether it calls several people.</summary>
    public bool IsMany { get; init; }

    /// <summary>Whether the words behind it say whose it is.</summary>
    public bool IsRestricted { get; init; }

    public Term Term => Text.Words[Head].Term;

    public TextSpan Span => Text.SpanOf(First, Head + 1);

    /// <summary>Its last part: "Minister" of "Verkehrsminister".</summary>
    public string HeadLemma => Term.HeadLemma.Length > 0 ? Term.HeadLemma : Term.Lemma;
}
