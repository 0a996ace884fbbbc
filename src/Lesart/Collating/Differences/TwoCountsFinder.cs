namespace Lesart.Collating;

/// <summary>Finds figures of one thing that an account prints side by side from two sources: 45,000 by the police, 120,000 by the union.</summary>
/// <remarks>Precision first: neighbouring sentences, one noun or people here and there, a word that tells of counting or the same words before both, and two sources in so many words.</remarks>
internal static class TwoCountsFinder
{
    private const double MaxTimes = 5;
    private const int MaxSentencesApart = 1;
    private const int MaxSentencesToReply = 2; // "The union disputes the figure" may stand between
    private const int MaxSentencesToTold = 6;
    private const int MaxWordsToSource = 2;

    /// <summary>The earlier figure first.</summary>
    /// <param name="text">The account.</param>
    /// <param name="units">Its clauses.</param>
    public static IEnumerable<InnerDifference> Find(AccountText text, IReadOnlyList<Unit> units)
    {
        Side[] sides = [.. units.SelectMany(ReadingValues.Figures).Where(static side => ReadingValues.DimensionOf(side) is string dimension && (dimension is ReadingValues.CountDimension or ReadingValues.ShareDimension || ReadingValues.IsMoney(dimension)) && side.Size > 0).OrderBy(static side => side.Span.Start)];
        for (int i = 0; i + 1 < sides.Length; i++)
        {
            (Side one, Side? next) = (sides[i], sides.Skip(i + 1).FirstOrDefault(other => ReadingValues.AreOfOneDimension(sides[i], other) && text.Figures?.Has(FigureMark.Part, text, other.Unit.Span, other.Span) != true));
            if (next is not Side two)
                continue;
            if (two.Unit.Sentence - one.Unit.Sentence <= MaxSentencesApart && Math.Max(one.Size, two.Size) <= MaxTimes * Math.Min(one.Size, two.Size) && ReadingValues.CompareSizes(one, two) is Agreement.Different
                && AreOfOneThing(text, one, two) && !IsLoose(text, one) && !IsLoose(text, two)
                && SourceOf(text, one, one.Unit.Whole.Start, isBeside: false) is TextSpan first
                && SourceOf(text, two, one.Unit.Sentence == two.Unit.Sentence ? one.Span.End : two.Unit.Whole.Start, IsEllipsis(text, one, two)) is TextSpan second && AreTwo(text, first, second))
            {
                yield return new InnerDifference(one with { Shown = Words(text, one.Span) }, Words(text, first), two with { Shown = Words(text, two.Span) }, Words(text, second), IsTitle: false);
            }
        }
    }

    /// <summary>Figures of one thing that an account likely gives by two sources, for telling that no other account contradicts itself by them: looser than what <see cref="Find"/> shows.</summary>
    /// <param name="text">The account.</param>
    /// <param name="sides">Its figures.</param>
    /// <param name="fateOf">What became of those whom a figure counts.</param>
    /// <remarks>The same became of both, or both have one noun, or both are bare counts of one passage; and each has a source of its own, or the one a source that counts and the other none.</remarks>
    public static IEnumerable<(Side One, Side Two)> FindTold(AccountText text, IEnumerable<Side> sides, Func<Side, string?> fateOf)
    {
        Side[] figures = [.. sides.Where(static side => side is { Quantity: not null, IsOrdinal: false, IsArticle: false, Size: > 0 } && ReadingValues.DimensionOf(side) is string dimension && (dimension is ReadingValues.CountDimension or ReadingValues.ShareDimension || ReadingValues.IsMoney(dimension))).OrderBy(static side => side.Span.Start)];
        foreach ((Side one, int at) in figures.Select(static (side, at) => (side, at)))
        {
            foreach (Side two in figures.Skip(at + 1).TakeWhile(other => other.Unit.Sentence - one.Unit.Sentence <= MaxSentencesToTold))
            {
                if (ReadingValues.AreOfOneDimension(one, two) && Math.Max(one.Size, two.Size) <= MaxTimes * Math.Min(one.Size, two.Size) && ReadingValues.CompareSizes(one, two) is Agreement.Different
                    && AreToldOfOneThing(text, one, two, fateOf) && !IsPartOrFormer(text, one) && !IsPartOrFormer(text, two) && AreByTwo(text, one, two))
                    yield return (one, two);
            }
        }
    }

    private static bool AreToldOfOneThing(AccountText text, Side one, Side two, Func<Side, string?> fateOf)
    {
        (string? fate, string? other) = (fateOf(one), fateOf(two));
        if (fate is not null && other is not null)
            return fate == other;
        if ((fate is not null || other is not null) && NounOf(two) is not null)
            return false;
        bool areNear = two.Unit.Sentence - one.Unit.Sentence <= MaxSentencesToReply, isTold = IsTallied(text, one) || (HasSource(one) && IsTallied(text, two));
        if (!areNear || !isTold)
            return false;
        if (ReadingValues.DimensionOf(one) != ReadingValues.CountDimension)
            return IsTallied(text, two) || NounsMeet(text, one, two);
        return NounOf(two) is null || (IsTallied(text, two) && (NounOf(one) is null || one.Counted.Intersect(two.Counted).Any()));
    }

    private static bool HasSource(Side side) => side.Unit.Statement is { Source.Length: > 0 };

    /// <summary>Whether the clauses of two figures share a noun beside them.</summary>
    private static bool NounsMeet(AccountText text, Side one, Side two)
    {
        return Nouns(one).Intersect(Nouns(two), StringComparer.Ordinal).Any();

        IEnumerable<string> Nouns(Side side) => Enumerable.Range(text.WordAt(side.Unit.Span.Start), Math.Max(0, text.WordAt(side.Unit.Span.End) - text.WordAt(side.Unit.Span.Start)))
            .Where(word => text.Words[word].Term is { IsNoun: true, IsFunctionWord: false } && !side.Span.Contains(text.Words[word].Start)).Select(word => text.Words[word].Term.Lemma);
    }

    private static bool AreByTwo(AccountText text, Side one, Side two)
    {
        bool isOneSentence = one.Unit.Sentence == two.Unit.Sentence;
        TextSpan? first = ToldBy(text, one, one.Unit.Whole.Start, isBeside: false), second = ToldBy(text, two, isOneSentence ? one.Span.End : two.Unit.Whole.Start, isBeside: isOneSentence);
        if (isOneSentence && first is TextSpan shared && first == second && IsTallied(text, two))
            second = NounFrom(text, two, shared.End, isBeside: true); // "8,000 came, according to the organisers; police put the crowd at 2,000"
        if (first is TextSpan left && second is TextSpan right)
            return AreTwo(text, left, right) || (isOneSentence && left != right && HasNoun(text, left) != HasNoun(text, right));
        return first is null ? second is not null && IsTallied(text, two) : second is null && IsTallied(text, one);
    }

    /// <summary>The words that name who gives a figure, where it stands in a statement, or a word tells of counting.</summary>
    private static TextSpan? ToldBy(AccountText text, Side side, int from, bool isBeside) => side.Unit.Statement is { Source: [TextSpan source, ..] } && source.Start >= from ? source : IsTallied(text, side) ? SourceOf(text, side, from, isBeside) : null;

    private static bool HasNoun(AccountText text, TextSpan span) => Enumerable.Range(text.WordAt(span.Start), Math.Max(0, text.WordAt(span.End) - text.WordAt(span.Start))).Any(word => !text.Words[word].Term.IsFunctionWord);

    private static bool IsTallied(AccountText text, Side side) => text.Figures?.Has(FigureMark.Tally, text, side.Unit.Whole, side.Span) == true;

    private static bool IsPartOrFormer(AccountText text, Side side) => text.Figures is FigureWords words && (words.Has(FigureMark.Part, text, side.Unit.Span, side.Span) || words.Has(FigureMark.Former, text, side.Unit.Span, side.Span) || (side.Quantity is { Value: not null } && words.Has(FigureMark.Less, text, side.Unit.Span, side.Span))); // a bound that was read is compared as one

    private static bool AreOfOneThing(AccountText text, Side one, Side two)
    {
        if (ReadingValues.DimensionOf(one) != ReadingValues.CountDimension || ReadingValues.DimensionOf(two) != ReadingValues.CountDimension) // shares and sums say nothing of what they are of
            return text.Figures is FigureWords words && words.Has(FigureMark.Tally, text, one.Unit.Whole, one.Span) && (words.Has(FigureMark.Tally, text, two.Unit.Whole, two.Span) || IsEllipsis(text, one, two));
        if (NounOf(one) is null)
            return IsEllipsis(text, one, two) && text.Figures?.Has(FigureMark.Tally, text, one.Unit.Whole, one.Span) == true; // "Organisers put the crowd at 30,000, police at 8,000"
        bool isCounted = text.Figures?.Has(FigureMark.Tally, text, two.Unit.Whole, two.Span) == true;
        if (NounOf(two) is null)
            return one.Unit.Sentence == two.Unit.Sentence && (isCounted || IsEllipsis(text, one, two));
        return isCounted && (one.Counted.Intersect(two.Counted).Any() || (IsOfPeople(text, one) && IsOfPeople(text, two)));
    }

    /// <summary>"Die Polizei sprach von 45.000 Teilnehmern, der Verband von 120.000".</summary>
    private static bool IsEllipsis(AccountText text, Side one, Side two) => one.Unit.Sentence == two.Unit.Sentence && NounOf(two) is null && WordBefore(text, one) is string before && before == WordBefore(text, two);

    private static string? NounOf(Side side) => side.Quantity!.Unit ?? side.Quantity.Of; // a side of a figure

    private static bool IsOfPeople(AccountText text, Side side) => NounOf(side) is string noun && text is { Lexicon: { } lexicon, Families: { } families }
        && (families.IsVague(lexicon.Look(noun)) || families.Of(lexicon.Look(noun)).Any(static family => family.Kind is NounKind.Person));

    private static string? WordBefore(AccountText text, Side side)
    {
        int at = text.WordAt(side.Span.Start) - 1;
        return at >= 0 && text.Words[at].Term.IsFunctionWord ? text.Words[at].Term.Folded : null;
    }

    /// <summary>The words that name who gives a figure: the statement's source where it stands behind <paramref name="from"/>, else the nearest noun before the figure that calls people or a body, or stands right before it.</summary>
    private static TextSpan? SourceOf(AccountText text, Side side, int from, bool isBeside)
    {
        return side.Unit.Statement is { Source: [TextSpan source, ..] } && source.Start >= from ? source : NounFrom(text, side, from, isBeside);
    }

    private static TextSpan? NounFrom(AccountText text, Side side, int from, bool isBeside)
    {
        for (int i = text.WordAt(side.Span.Start) - 1; i >= 0 && text.Words[i].Start >= from; i--)
        {
            Word word = text.Words[i];
            if ((isBeside && word.Term.IsNoun && i >= text.WordAt(side.Span.Start) - MaxWordsToSource) || (text.Families?.Of(word.Term).Any(static family => family.Kind is NounKind.Person or NounKind.Body) == true))
                return new TextSpan(word.Start, word.End);
            if (text.Account.Mentions.FirstOrDefault(mention => mention.Kind is MentionKind.Name && mention.Span.Contains(word.Start)) is Mention mention && mention.Start >= from)
                return mention.Span;
        }

        return null;
    }

    /// <summary>Whether two sources share no word.</summary>
    private static bool AreTwo(AccountText text, TextSpan one, TextSpan two)
    {
        return !Stems(one).Intersect(Stems(two)).Any() && Stems(one).Any() && Stems(two).Any();

        IEnumerable<int> Stems(TextSpan span) => Enumerable.Range(text.WordAt(span.Start), Math.Max(0, text.WordAt(span.End) - text.WordAt(span.Start))).Where(word => !text.Words[word].Term.IsFunctionWord).Select(word => text.Words[word].Stem);
    }

    private static bool IsLoose(AccountText text, Side side) => text.Figures?.IsLoose(text, side.Unit.Span, side.Span) == true;

    private static string Words(AccountText text, TextSpan span) => span.In(text.Text).ToString().ReplaceLineEndings(" ");
}
