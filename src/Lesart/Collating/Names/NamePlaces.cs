namespace Lesart.Collating;

/// <summary>Where the accounts of a story name someone or something: what one account's layers know by name is known in all of them.</summary>
internal sealed class NamePlaces
{
    private const int MinName = 3;

    private NamePlaces(IReadOnlyList<AccountText> texts)
    {
        Dictionary<string, string> names = Names(texts);
        ByAccount = [.. texts.Select(text => Places(text, names))];
    }

    /// <summary>Places of names by account, in text order.</summary>
    public NamePlace[][] ByAccount { get; }

    public static NamePlaces Of(IReadOnlyList<AccountText> texts) => new(texts);

    /// <summary>A mention's name without the nouns before it: "Orvanta" of "Pharma-Riese Orvanta", "Jan Muster" of "Verbandschef Jan Muster".</summary>
    public static TextSpan WithoutNouns(AccountText text, Mention mention)
    {
        int last = text.WordAt(mention.End) - 1, first = text.WordAt(mention.Start);
        if (mention.Kind is not MentionKind.Name || last <= first || text.Families is not NounFamilies families)
            return mention.Span;
        bool isPerson = text.Account.Entities.Any(entity => entity.Id == mention.Entity && entity.Type is EntityType.Person);
        if (isPerson && !text.Words[first].Term.IsName && Array.Exists(families.Of(text.Words[first].Term), static family => family.Kind is NounKind.Person) && NominalReader.AreBeside(text, first))
            return new TextSpan(text.Words[first + 1].Start, mention.End); // "Bishop Muster", "General Jan Muster"
        if (!IsNameLike(text, last))
            return mention.Span;
        if (families.Of(text.Words[last - 1].Term).Length > 0 && NominalReader.AreBeside(text, last - 1))
            return new TextSpan(text.Words[last].Start, mention.End);
        bool isRoleFirst = last > first + 1 && text.Words[first].Term.HeadLemma.Length > 0 && Array.Exists(families.Of(text.Words[first].Term), static family => family.Kind is NounKind.Person) && NominalReader.AreBeside(text, first);
        return isRoleFirst ? new TextSpan(text.Words[first + 1].Start, mention.End) : mention.Span;
    }

    /// <summary>Names of one word, as their entities write them, and what follows a noun that calls for a name ("der Autobauer Muster").</summary>
    private static Dictionary<string, string> Names(IReadOnlyList<AccountText> texts)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (AccountText text in texts)
        {
            foreach (Mention mention in text.Account.Mentions.Where(static mention => mention.Kind is MentionKind.Name))
            {
                int first = text.WordAt(mention.Start), last = text.WordAt(mention.End) - 1;
                if (last == first && IsNameLike(text, first))
                    names.TryAdd(text.Words[first].Term.Folded, mention.Entity);
            }
        }

        foreach (AccountText text in texts)
        {
            for (int i = 1; i < text.Words.Length; i++)
            {
                if (IsNameLike(text, i) && NominalReader.AreBeside(text, i - 1) && text.Families is NounFamilies families && text.Words[i - 1].Term.IsNoun
                    && Array.Exists(families.Of(text.Words[i - 1].Term), static family => family.Kind is NounKind.Body)
                    && !text.Account.Mentions.Any(mention => mention.Kind is MentionKind.Name && mention.Span.Contains(text.Words[i].Start) && text.WordAt(mention.End) > i + 1))
                {
                    names.TryAdd(text.Words[i].Term.Folded, text.FormOf(i));
                }
            }
        }

        return names;
    }

    private static bool IsNameLike(AccountText text, int word) => text.Words[word] is { IsNumber: false } known && known.End - known.Start >= MinName && (known.Term.IsName || (known.Term is { IsCommon: false, Parts.Length: > 0 } && char.IsUpper(text.Text[known.Start])));

    private static NamePlace[] Places(AccountText text, Dictionary<string, string> names)
    {
        List<NamePlace> places = [];
        bool[] taken = new bool[text.Words.Length];
        foreach (Mention mention in text.Account.Mentions.Where(static mention => mention.Kind is MentionKind.Name))
        {
            TextSpan span = WithoutNouns(text, mention);
            int first = text.WordAt(span.Start), next = text.WordAt(span.End);
            if (first >= next)
                continue;
            string entity = span != mention.Span && names.TryGetValue(text.Words[first].Term.Folded, out string? known) ? known : mention.Entity;
            places.Add(new NamePlace(first, next, entity, IsWhole(text, mention)));
            taken.AsSpan(first, next - first).Fill(true);
        }

        for (int i = 0; i < text.Words.Length; i++)
        {
            if (taken[i] || !IsNameLike(text, i))
                continue;
            string folded = text.Words[i].Term.Folded;
            if (names.TryGetValue(folded, out string? entity))
                places.Add(new NamePlace(i, i + 1, entity, IsWhole: true));
            else if (folded.Length > MinName && folded[^1] == 's' && names.TryGetValue(folded[..^1], out entity))
                places.Add(new NamePlace(i, i + 1, entity, IsWhole: false));
        }

        places.Sort(static (one, other) => one.First.CompareTo(other.First));
        return [.. places];
    }

    /// <summary>Whether the name stands as the account's entity is shown or as a part of that, without an ending of its own: "Besuch Putins" says whose visit it is.</summary>
    private static bool IsWhole(AccountText text, Mention mention)
    {
        string last = mention.Span.In(text.Text).ToString().Split(' ')[^1];
        return text.WordAt(mention.End) is > 0 and int next && text.Words[next - 1].End <= mention.End && !text.Account.Entities.Any(entity => entity.Id == mention.Entity
            && entity.Name.Split(' ').Concat(entity.Names.SelectMany(static name => name.Split(' '))).Any(part => part.Length > 2 && last.Length == part.Length + 1 && last.StartsWith(part, StringComparison.Ordinal)));
    }
}

/// <summary>A name in an account, by words.</summary>
/// <param name="First">Its first word.</param>
/// <param name="Next">The word behind it.</param>
/// <param name="Entity">Id of an entity of one of the accounts; the name itself where none has it.</param>
/// <param name="IsWhole">Whether it has no ending of its own.</param>
internal readonly record struct NamePlace(int First, int Next, string Entity, bool IsWhole);
