using System.Collections.Frozen;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>What the words before the name of a place make of it (<c>place-words.tsv</c>): where something happens, whence or whither.</summary>
internal sealed class PlaceWords
{
    private const int MaxWordsBefore = 4; // "in der südpolnischen Stadt Muster"

    private readonly FrozenDictionary<string, PlaceRole> _roles;

    private PlaceWords(LanguagePack pack)
    {
        Dictionary<string, PlaceRole> roles = new(StringComparer.Ordinal);
        foreach (DataRow row in pack.Data.Rows("place-words.tsv"))
        {
            if (!Enum.TryParse(row[0], ignoreCase: true, out PlaceRole role))
                throw row.Error($"'{row[0]}' is nothing that a word makes of a place");
            foreach (string word in row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                roles[Folding.Fold(word)] = role; // "nahe" and "Nähe" fold alike
        }

        _roles = roles.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The words of a language.</summary>
    public static PlaceWords Of(LanguagePack pack) => pack.Table(static pack => new PlaceWords(pack));

    /// <summary>Whether a word says of what stands behind it where it is ("North").</summary>
    public bool IsLead(string word) => _roles.ContainsKey(Folding.Fold(word));

    /// <summary>Whether a word says where, whence or whither, and not only whose.</summary>
    public bool IsWay(Term word) => _roles.TryGetValue(word.Folded, out PlaceRole role) && role is not (PlaceRole.Of or PlaceRole.Home or PlaceRole.Against);

    /// <summary>Whether a word says where: a name that stands right behind it is hardly anything but a place.</summary>
    public bool IsToPlace(Term word) => _roles.TryGetValue(word.Folded, out PlaceRole role) && role is PlaceRole.In or PlaceRole.Near;

    /// <summary>What a place is an attribute of: a noun for somebody or for a body stands right before the words that lead to it ("Rentner Muster aus Herne", "die Regierung in Bern"), somebody lives there ("living in Bern"), or it is the front of a compound ("Bern-based"). What lies near a place is none of its attributes.</summary>
    public PlaceTie TieOf(AccountText text, TextSpan clause, TextSpan place)
    {
        if (text.Text.AsSpan(place.End) is ['-', ..] || LivesThere(text, clause, place))
            return PlaceTie.Origin;
        int at = text.WordAt(place.Start) - 1;
        while (at >= 0 && text.Words[at].Start >= clause.Start && !_roles.ContainsKey(text.Words[at].Term.Folded) && !text.Words[at].Term.IsVerb && at > text.WordAt(place.Start) - MaxWordsBefore)
            at--;
        if (at < 1 || text.Words[at].Start <= clause.Start || !_roles.TryGetValue(text.Words[at].Term.Folded, out PlaceRole role) || role is PlaceRole.Near)
            return PlaceTie.None;
        int noun = at - 1;
        while (noun > 0 && text.Words[noun].IsNumber) // "Muster, 63, aus Herne"
            noun--;
        Word before = text.Words[noun];
        NounKind[] kinds = before.Start < clause.Start ? [] : [.. (text.Families?.Of(before.Term) ?? []).Select(static family => family.Kind)];
        bool isSomebody = before.Start >= clause.Start && before.Term.IsName || kinds.Contains(NounKind.Person);
        if (!isSomebody && !kinds.Contains(NounKind.Body))
            return PlaceTie.None;
        return role is not PlaceRole.In ? PlaceTie.Origin : isSomebody ? PlaceTie.Somebody : PlaceTie.Body;
    }

    private bool LivesThere(AccountText text, TextSpan clause, TextSpan place)
    {
        int first = text.WordAt(place.Start);
        for (int i = first - 1; i >= 0 && i >= first - MaxWordsBefore && text.Words[i].Start >= clause.Start; i--)
        {
            if (_roles.TryGetValue(text.Words[i].Term.Folded, out PlaceRole role) && role is PlaceRole.Home)
                return true;
        }

        int next = text.WordAt(place.End); // "in Bern wohnend"
        return next < text.Words.Length && text.Words[next].Start < clause.End && _roles.TryGetValue(text.Words[next].Term.Folded, out PlaceRole behind) && behind is PlaceRole.Home;
    }

    /// <summary>What the words before a place make of it; <see cref="PlaceRole.None"/> where none of its clause does.</summary>
    public PlaceRole RoleOf(AccountText text, TextSpan clause, TextSpan place)
    {
        int first = text.WordAt(place.Start);
        bool isOwner = false;
        for (int i = first - 1; i >= 0 && i >= first - MaxWordsBefore && text.Words[i].Start >= clause.Start; i--)
        {
            if (!_roles.TryGetValue(text.Words[i].Term.Folded, out PlaceRole role))
            {
                if (text.Words[i].Term.IsVerb) // asked second: "nahe" is a form of one, too
                    break;
                continue;
            }

            if (role is not (PlaceRole.Of or PlaceRole.Home))
                return role;
            isOwner |= role is PlaceRole.Of;
        }

        return isOwner ? PlaceRole.Of : PlaceRole.None;
    }
}

/// <summary>To what a place is tied as an attribute.</summary>
internal enum PlaceTie
{
    /// <summary>To nothing: the clause happens there.</summary>
    None,

    /// <summary>To a body that sits there, or works there: what the clause tells may be just where.</summary>
    Body,

    /// <summary>To somebody who is there: what the clause tells may happen there.</summary>
    Somebody,

    /// <summary>To somebody or something that comes from there, or is at home there.</summary>
    Origin,
}

/// <summary>What the name of a place says in its clause.</summary>
internal enum PlaceRole
{
    /// <summary>No word says it: the place may be a government, or a subject.</summary>
    None,

    /// <summary>Something happens there.</summary>
    In,

    /// <summary>Something happens beside it.</summary>
    Near,

    /// <summary>Somebody or something comes from there.</summary>
    From,

    /// <summary>Somebody or something goes there.</summary>
    To,

    /// <summary>The noun before it belongs to it.</summary>
    Of,

    /// <summary>Somebody is set against those who come from there: it is no place, but a team or a state.</summary>
    Against,

    /// <summary>Somebody lives there, or was born there; such a word stands before one that leads to the place.</summary>
    Home,
}
