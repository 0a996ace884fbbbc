using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Finds names of places that the layers of their account don't read as such: what another account knows for a place, and a name behind a word that leads to one ("in Muster", "im schlesischen Muster").</summary>
/// <remarks>Precision first: a name that stands for a person, a body or a work in its account is none, and of names that nobody knows those alone count that stand behind "in", "at" or "near".</remarks>
internal sealed class UnreadPlaces
{
    private const int MinName = 3;
    private const int MaxWordsOfName = 3;
    private const int MaxWordsBetween = 2; // "im nahen schlesischen Muster"

    private readonly IReadOnlyList<AccountText> _texts;
    private readonly Dictionary<string, Entity> _places = new(StringComparer.Ordinal); // by folded name
    private readonly HashSet<string> _counted; // "48 Bitcoin"

    public UnreadPlaces(IReadOnlyList<AccountText> texts)
    {
        _texts = texts;
        foreach (Entity entity in texts.SelectMany(static text => text.Account.Entities).Where(static entity => entity.Type is EntityType.GeoPolitical or EntityType.Location))
            _places.TryAdd(Folding.Fold(entity.Name), entity);
        _counted = [.. texts.SelectMany(static text => Enumerable.Range(1, Math.Max(0, text.Words.Length - 1)).Where(word => text.Words[word - 1].IsNumber && text.Words[word - 1].End + 1 == text.Words[word].Start).Select(word => text.Words[word].Term.Folded))];
    }

    /// <summary>The places of a clause that no mention names.</summary>
    public IEnumerable<Side> Find(Unit unit)
    {
        AccountText text = _texts[unit.Account];
        if (text is not { Places: PlaceWords words, Families: NounFamilies families })
            yield break;
        int begin = text.WordAt(unit.Span.Start), end = text.WordAt(unit.Span.End);
        for (int i = begin + 1; i < end; i++)
        {
            if (!IsCapital(text, i) || IsTaken(text, unit, i))
                continue;
            int lead = LeadOf(text, words, begin, i);
            if (lead < 0)
                continue;
            int next = i + 1;
            while (next < end && next < i + MaxWordsOfName && text.Words[next - 1].End + 1 == text.Words[next].Start && IsCapital(text, next) && (text.Words[next].Term.IsName || !families.WritesCapitals) && !IsTaken(text, unit, next))
                next++;
            TextSpan span = new(text.Words[i].Start, text.Words[next - 1].End);
            string name = span.In(text.Text).ToString();
            if (text.Text.AsSpan(span.End) is ['\'' or '’', ..])
                continue; // "in Muster's view"
            if (!families.WritesCapitals && next < text.Words.Length && text.Words[next - 1].End + 1 == text.Words[next].Start && IsCapital(text, next))
                continue; // "on Saint Muster's Square": the name goes on in one that was read
            if (_places.TryGetValue(Folding.Fold(name), out Entity? place) && words.IsWay(text.Words[lead].Term))
                yield return new Side(unit, span, place.Id, place.Name) { Slot = DifferenceSlot.Place };
            else if ((text.Words[i].Term.IsName || !families.WritesCapitals) && !text.Words[i].Term.IsAdjective && !_counted.Contains(text.Words[i].Term.Folded) && words.IsToPlace(text.Words[lead].Term))
                yield return new Side(unit, span, Folding.Fold(name), name) { Slot = DifferenceSlot.Place };
            i = next - 1;
        }
    }

    /// <summary>The word that leads to a name: right before it, or with nothing but attributes between; -1 where none does.</summary>
    private static int LeadOf(AccountText text, PlaceWords words, int begin, int name)
    {
        for (int at = name - 1; at >= begin && at >= name - 1 - MaxWordsBetween; at--)
        {
            if (text.Words[at].End + 1 != text.Words[at + 1].Start)
                return -1;
            if (words.IsLead(text.FormOf(at)))
                return at;
            if (text.Words[at].Term is not { IsAdjective: true, IsFunctionWord: false } || char.IsUpper(text.Text[text.Words[at].Start]))
                return -1;
        }

        return -1;
    }

    private static bool IsCapital(AccountText text, int word) => text.Words[word] is { IsNumber: false } known && known.End - known.Start >= MinName && char.IsUpper(text.Text[known.Start]) && text.Text.AsSpan(known.Start, known.End - known.Start).ContainsAnyInRange('a', 'z');

    /// <summary>Whether a word is a part of a name, a time or a quantity that was read.</summary>
    private static bool IsTaken(AccountText text, Unit unit, int word) => unit.Mentions.Any(mention => mention.Span.Contains(text.Words[word].Start)) || unit.Times.Any(time => time.Span.Contains(text.Words[word].Start))
        || unit.Quantities.Any(quantity => quantity.Span.Contains(text.Words[word].Start));
}
