using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>The places that the accounts of a story name: what the words beside them make of them, who names which, and which exclude one another.</summary>
internal sealed class StoryPlaces
{
    private const string WayDimension = "length"; // ucum.tsv
    private const int MaxWordsFromDistance = 4; // "miles to the north of"
    private const int MinLetters = 4;

    private readonly IReadOnlyList<AccountText> _texts;
    private readonly HashSet<string>[] _known;
    private readonly Dictionary<string, string[]> _names = new(StringComparer.Ordinal); // their words, folded, without what says of what kind they are
    private readonly HashSet<string>?[] _words;
    private readonly ILookup<int, Side> _unread;

    public StoryPlaces(IReadOnlyList<AccountText> texts, ImmutableArray<Unit> units)
    {
        (_texts, _words) = (texts, new HashSet<string>?[texts.Count]);
        _known = [.. texts.Select(static text => text.Account.Entities.Select(static entity => entity.Id).ToHashSet(StringComparer.Ordinal))];
        UnreadPlaces unread = new(texts);
        _unread = units.SelectMany(unread.Find).ToLookup(static side => side.Unit.Index);
        foreach (Side side in _unread.SelectMany(static sides => sides))
            _known[side.Unit.Account].Add(side.Value);
    }

    /// <summary>Places of a clause by name that some account doesn't have: where all of them name a place, it tells no difference; nor does one that owns something ("Moscow's campaign").</summary>
    public IEnumerable<Side> Of(Unit unit) => unit.Mentions.Where(mention => mention.Kind is MentionKind.Name && !IsOwner(unit, mention) && !_known.All(known => known.Contains(mention.Entity)))
        .Select(mention => (Mention: mention, Entity: _texts[unit.Account].Account.Entities.FirstOrDefault(entity => entity.Id == mention.Entity))).Where(static item => item.Entity is { Type: EntityType.GeoPolitical or EntityType.Location })
        .DistinctBy(static item => item.Mention.Entity, StringComparer.Ordinal)
        .Select(item => new Side(unit, item.Mention.Span, item.Mention.Entity, item.Entity!.Name) { Slot = DifferenceSlot.Place }) // filtered
        .Concat(_unread[unit.Index].Where(side => !_known.All(known => known.Contains(side.Value))));

    private bool IsOwner(Unit unit, Mention mention)
    {
        string text = _texts[unit.Account].Text;
        return text.AsSpan(mention.End) is ['\'' or '’', 's', ..] or ['\'' or '’', ' ', 's', ' ', ..] || text.AsSpan(0, mention.End) is [.., '\'' or '’', 's'];
    }

    /// <summary>Places exclude one another where neither account speaks of the other's, and they are two of one level.</summary>
    public Agreement Compare(Side left, Side right)
    {
        if (left.Value == right.Value || NameForms.AreOne(left.Shown, right.Shown) || NameForms.AreSpellings(left.Shown, right.Shown, left.Unit.Language == right.Unit.Language))
            return Agreement.Compatible;
        if (Names(left.Unit.Account, right) || Names(right.Unit.Account, left) || !PlaceLevels.AreOfOneLevel((left.Value, left.Shown), (right.Value, right.Shown)))
            return Agreement.Incomparable; // who speaks of both has two things to tell
        if (ShareName(left, right))
            return Agreement.Incomparable; // "Muster Glacier" and "Muster Saddle Hut" lie beside each other
        return PlaceLevels.IsWithin(left.Value, right.Value) ? Agreement.Compatible : Agreement.Different;
    }

    /// <summary>What the words before a place make of it.</summary>
    public PlaceRole RoleOf(Side side) => _texts[side.Unit.Account] is { Places: PlaceWords words } text ? words.RoleOf(text, side.Unit.Span, side.Span) : PlaceRole.None;

    /// <summary>Whether a place says whence somebody comes or where a body sits: a noun for either stands right before the words that lead to it.</summary>
    public bool IsAttribute(Side side) => TieOf(side) is not PlaceTie.None;

    /// <summary>To what a place is tied as an attribute.</summary>
    public PlaceTie TieOf(Side side) => _texts[side.Unit.Account] is { Places: PlaceWords words } text ? words.TieOf(text, side.Unit.Span, side.Span) : PlaceTie.None;

    /// <summary>Whether a place stands behind a length that says how far from it something lies ("23 miles north of", "60 Kilometer südlich von").</summary>
    public bool IsLandmark(Side side)
    {
        AccountText text = _texts[side.Unit.Account];
        int first = text.WordAt(side.Span.Start);
        return RoleOf(side) is PlaceRole.Near or PlaceRole.Of or PlaceRole.From && side.Unit.Quantities.Any(quantity => quantity.End <= side.Span.Start && first - text.WordAt(quantity.End) <= MaxWordsFromDistance && IsWay(quantity));

        static bool IsWay(Quantity quantity)
        {
            UnitTable.Base(quantity.Unit, out string dimension, out _);
            return dimension == WayDimension;
        }
    }

    /// <summary>Whether a place stands beside another one of its level with nothing but a comma or a small word between them ("in Muster, Bern and Basel", but not "Muster, Germany"): the row tells where, not the one.</summary>
    public bool IsListed(Side side)
    {
        AccountText text = _texts[side.Unit.Account];
        return PlacesIn(side.Unit).Any(other => !other.Span.Overlaps(side.Span) && PlaceLevels.AreOfOneLevel((other.Id, other.Name), (side.Value, side.Shown)) && (other.Span.End <= side.Span.Start ? IsJoint(other.Span.End, side.Span.Start) : IsJoint(side.Span.End, other.Span.Start)));

        bool IsJoint(int from, int to) => text.Text.AsSpan(from, to - from).Trim() is "," || (text.WordAt(from) is int word && text.WordAt(to) == word + 1 && text.Words[word].Term.IsFunctionWord && text.Places?.IsLead(text.FormOf(word)) != true && text.Text.AsSpan(from, text.Words[word].Start - from).IsWhiteSpace());
    }

    private IEnumerable<(TextSpan Span, string Id, string Name)> PlacesIn(Unit unit) => unit.Mentions.Where(static mention => mention.Kind is MentionKind.Name).Select(mention => (mention.Span, Entity: _texts[unit.Account].Account.Entities.FirstOrDefault(entity => entity.Id == mention.Entity)))
        .Where(static item => item.Entity is { Type: EntityType.GeoPolitical or EntityType.Location }).Select(static item => (item.Span, item.Entity!.Id, item.Entity.Name)) // filtered
        .Concat(_unread[unit.Index].Select(static side => (side.Span, side.Value, side.Shown)));

    /// <summary>Third accounts that name a place and not the other.</summary>
    public int CountNaming(Side place, Side other) => Enumerable.Range(0, _known.Length).Count(account => account != place.Unit.Account && account != other.Unit.Account && _known[account].Contains(place.Value) && !_known[account].Contains(other.Value));

    /// <summary>Third accounts that name both places.</summary>
    public int CountNamingBoth(Side left, Side right) => Enumerable.Range(0, _known.Length).Count(account => account != left.Unit.Account && account != right.Unit.Account && _known[account].Contains(left.Value) && _known[account].Contains(right.Value));

    /// <summary>Whether an account has a place among its names.</summary>
    public bool Knows(int account, string place) => _known[account].Contains(place);

    /// <summary>Whether two names of places of several words have a word in common that says neither of what kind they are nor where ("Mount", "North").</summary>
    private bool ShareName(Side left, Side right) => left.Shown.Split(' ') is { Length: > 1 } one && right.Shown.Split(' ') is { Length: > 1 } two
        && one.Intersect(two, StringComparer.OrdinalIgnoreCase).Any(word => word.Length >= MinLetters && !PlaceLevels.IsGeneric(word) && _texts[left.Unit.Account].Places?.IsLead(word) != true);

    /// <summary>Whether an account speaks of a place: by its layers, or by the very word.</summary>
    private bool Names(int account, Side place)
    {
        if (_known[account].Contains(place.Value))
            return true;
        HashSet<string> words = _words[account] ??= _texts[account].Words.Select(static word => word.Term.Folded).ToHashSet(StringComparer.Ordinal);
        if (!_names.TryGetValue(place.Shown, out string[]? name))
            _names[place.Shown] = name = [.. place.Shown.Split(' ').Where(static part => !PlaceLevels.IsGeneric(part)).Select(static part => Folding.Fold(part))];
        return Array.Exists(name, static part => part.Length >= MinLetters) && Array.TrueForAll(name, part => words.Contains(part) || words.Contains(part + "s") || words.Contains(part + "er")); // "Mt Muster" of "Mount Muster"
    }
}
