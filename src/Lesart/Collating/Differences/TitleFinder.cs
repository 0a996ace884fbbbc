using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Finds figures in titles that the text below gives otherwise: 12 dead in the title, 14 in the text.</summary>
/// <remarks>Precision first: one noun, one figure for it in the whole text, no bound, nothing told as a part or as what is known so far, and the title's figure nowhere in the text.</remarks>
internal sealed class TitleFinder(LanguagePacks packs, TermIds ids, NoteWords words)
{
    private const int MaxSentence = 8; // of the text; what a title tells stands in the lead
    private const int MaxDaysBack = 30;
    private const int MaxWordsToNoun = 2;

    private readonly TermReader _terms = new(packs, ids);

    /// <summary>The title's figure first.</summary>
    public IEnumerable<InnerDifference> Find(AccountText text, IReadOnlyList<Unit> units)
    {
        if (text.Account.Title is not { Length: > 0 } title || text.Lexicon is null || !packs.TryGet(text.Account.Language, out LanguagePack? pack))
            yield break;
        AccountText head = AccountText.Of(text.Index, text.Account with { Text = title, Sentences = [new TextSpan(0, title.Length)] }, packs, ids);
        CountWords counts = CountWords.Of(pack);
        (Unit Unit, Side Side)[] figures = [.. units.SelectMany(static unit => ReadingValues.Figures(unit).Where(static side => ReadingValues.DimensionOf(side) == ReadingValues.CountDimension).Select(side => (unit, side)))];
        for (int i = 0; i < head.Words.Length; i++)
        {
            if (counts.TryRead(head, head.Words[i], out decimal count) && count > 0 && NounAfter(head, i) is int noun && !IsBounded(head, i)
                && Parted(text, figures, count, head.Words[noun].Term) is Side told)
            {
                TextSpan span = new(head.Words[i].Start, head.Words[i].End);
                Quantity quantity = new() { Start = span.Start, End = span.End, Value = count };
                yield return new InnerDifference(new Side(told.Unit, span, FormattableString.Invariant($"{count:0.####} #"), span.In(title).ToString()) { Quantity = quantity, Size = (double)count }, words.Word("in-title"),
                    told with { Shown = told.Span.In(text.Text).ToString().ReplaceLineEndings(" ") }, words.Word("in-text"), IsTitle: true);
            }
        }
    }

    /// <summary>The text's figure for what the title counts, where it is another.</summary>
    private Side? Parted(AccountText text, (Unit Unit, Side Side)[] figures, decimal count, Term noun)
    {
        int[] keys = _terms.KeysOf(text, noun.Lemma);
        if (keys.Length == 0 || Array.Exists(figures, figure => figure.Side.Quantity is { } quantity && (quantity.Value == count || (quantity.Value is null && quantity.Low <= count && count <= quantity.High))))
            return null;
        Side[] told = [.. figures.Select(static figure => figure.Side).Where(side => Counts(text, side, noun, keys, count))];
        if (told.Length == 0 || told[0] is not { Quantity: { Value: decimal value, Approximate: false } } first || Array.Exists(told, side => ReadingValues.CompareSizes(first, side) is not Agreement.Compatible))
            return null;
        Side title = first with { Quantity = first.Quantity with { Value = count }, Size = (double)count };
        bool isOfNow = !ReadingValues.Dates(first.Unit).Any(date => text.Account.Published is PublicationTime published && date.Time!.To < published.Day.AddDays(-MaxDaysBack)); // dates carry their days
        return isOfNow && first.Unit.Sentence < MaxSentence && value > 0 && ReadingValues.CompareSizes(first, title) is Agreement.Different && !IsLoose(text, first) ? first : null;
    }

    /// <summary>Whether a figure counts what a noun calls: by the same noun, or people of whom the clause says it ("14 people were killed" of "dead"), if there are more of them: fewer may be a part.</summary>
    private static bool Counts(AccountText text, Side side, Term noun, int[] keys, decimal count)
    {
        string? counted = side.Quantity!.Unit ?? side.Quantity.Of; // a side of a figure
        if (counted is not null && text.Lexicon!.Look(counted) is Term term && (term.Lemma == noun.Lemma || (term.Parts.Length == 0 && noun.Parts.Length == 0 && term.Concept == noun.Concept))) // asked where the language is installed
            return true;
        return side.Size > (double)count && side.Unit.Terms.Any(term => term.Kind is UnitTermKind.Content && term.Keys.Intersect(keys).Any())
            && (counted is null || text.Families?.Of(text.Lexicon!.Look(counted)) is not { Length: > 0 } families || Array.Exists(families, static family => family.Kind is NounKind.Person));
    }

    private static bool IsLoose(AccountText text, Side side) => text.Figures?.IsLoose(text, side.Unit.Span, side.Span) == true;

    /// <summary>Whether words before or around a title's figure make it a bound, a part or an estimate.</summary>
    private static bool IsBounded(AccountText head, int word) => (word > 0 && head.Words[word - 1].Term.IsFunctionWord)
        || head.Figures?.IsLoose(head, new TextSpan(0, head.Text.Length), new TextSpan(head.Words[word].Start, head.Words[word].End)) == true;

    /// <summary>The noun that a figure counts; null where a mark or a word that joins stands between.</summary>
    private static int? NounAfter(AccountText head, int word)
    {
        for (int i = word + 1; i < head.Words.Length && i <= word + MaxWordsToNoun; i++)
        {
            if (head.Words[i].IsNumber || head.Words[i].Term.IsFunctionWord || !NominalReader.AreBeside(head, i - 1))
                return null;
            if (head.Words[i].Term.IsNoun || i == word + MaxWordsToNoun || i + 1 == head.Words.Length || head.Words[i + 1].Term.IsFunctionWord)
                return i;
        }

        return null;
    }
}
