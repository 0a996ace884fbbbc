using System.Globalization;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Reads numbers in digits and words ("1.200", "2,4 Mio.", "dreiundzwanzig", "two hundred and five", "2 1/2").</summary>
/// <remarks>
/// Words come from <c>numbers.tsv</c>: value, kind, forms. Kinds: <c>unit</c>, <c>teen</c>, <c>ten</c>, <c>hundred</c>, <c>scale</c>, <c>and</c>, <c>half</c>,
/// and <c>one</c>, an article that counts only before something larger. The setting <c>joined</c> says that number words are written as one.
/// </remarks>
internal sealed class NumberReader
{
    private enum Kind : byte
    {
        None, One, Unit, Teen, Ten, Hundred, Scale, And, Half,
    }

    private const decimal LargestNumber = 1e15m;

    private readonly int[] _classes;
    private readonly int _words;
    private readonly int _digits;
    private readonly bool _isJoined;
    private readonly char _decimalMark;
    private readonly char _thousandsMark;

    public NumberReader(LanguagePack pack, RuleVocabulary vocabulary)
    {
        _classes = new int[(int)Kind.Half + 1];
        for (Kind kind = Kind.None; kind <= Kind.Half; kind++)
            _classes[(int)kind] = vocabulary.ClassOf("#" + kind.ToString().ToLowerInvariant());
        _words = vocabulary.ClassOf("numword");
        _digits = vocabulary.ClassOf("numdigits");
        _decimalMark = pack.Setting("decimal-mark") is { Length: 1 } mark ? mark[0] : '.';
        _thousandsMark = pack.Setting("thousands-mark") is { Length: 1 } thousands ? thousands[0] : ',';
        foreach (DataRow row in pack.Data.Rows("numbers.tsv"))
        {
            if (row[1] == "setting")
            {
                _isJoined = row[0] == "joined" ? row[2] == "yes" : throw row.Error($"there is no setting '{row[0]}'");
                continue;
            }

            if (!decimal.TryParse(row[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) || !EnumCell.TryParse(row[1], out Kind kind))
                throw row.Error($"'{row[0]} {row[1]}' is no value and kind of number word");
            foreach (string form in row[2].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (!vocabulary.TryAdd("#" + kind.ToString().ToLowerInvariant(), value, form, isPart: true))
                    throw row.Error($"'{form}' is no word");
            }
        }
    }

    /// <summary>Adds an edge for each number.</summary>
    public void AddTo(WordLattice lattice, int number)
    {
        lattice.Refresh();
        List<int> live = [.. lattice.Live];
        int done = 0;
        foreach (int atom in live)
        {
            if (lattice[atom].Kind == AtomKind.Digits)
            {
                // the second half of a written number is no number of its own
                if (atom < done)
                    continue;
                if (TryReadDigits(lattice, atom, out decimal value, out int end))
                {
                    done = end;
                    lattice.Add(atom, _digits, end, value);
                    TakeScales(lattice, ref value, ref end);
                    lattice.Add(atom, number, end, value);
                }
            }
            else if (atom >= done && TryReadWords(lattice, atom, out decimal value, out int end))
            {
                done = end;
                lattice.Add(atom, number, end, value);
                lattice.Add(atom, _words, end, value);
            }
        }
    }

    private bool TryReadDigits(WordLattice lattice, int atom, out decimal value, out int end)
    {
        (value, end) = (0, atom + 1);
        Atom first = lattice[atom];
        string text = lattice.Text;
        if (first.End - first.Start > 12)
            return false;
        value = decimal.Parse(text.AsSpan(first.Start, first.End - first.Start), NumberStyles.None, CultureInfo.InvariantCulture);
        bool isGrouped = false;
        if (first.End - first.Start <= 3 && text[first.Start] != '0')
        {
            while ((IsMark(lattice, end, _thousandsMark) || IsMark(lattice, end, '\'') || IsMark(lattice, end, '’')) && HasDigits(lattice, end + 1, 3, AtomGap.None))
            {
                value = (value * 1000) + Digits(lattice, end + 1);
                end += 2;
                isGrouped = true;
            }

            while (!isGrouped && HasDigits(lattice, end, 3, AtomGap.Blank) && lattice[end].Start == lattice[end - 1].End + 1 && value < 1_000_000)
            {
                value = (value * 1000) + Digits(lattice, end);
                end++;
                if (!HasDigits(lattice, end, 3, AtomGap.Blank))
                    break;
            }
        }

        if (IsMark(lattice, end, _decimalMark) && end + 1 < lattice.Count && lattice[end + 1] is { Kind: AtomKind.Digits, Gap: AtomGap.None } places
            && places.End - places.Start <= 6 && !(IsMark(lattice, end + 2, _decimalMark) && end + 3 < lattice.Count && lattice[end + 3] is { Kind: AtomKind.Digits, Gap: AtomGap.None }))
        {
            value = decimal.Parse($"{value.ToString(CultureInfo.InvariantCulture)}.{text[places.Start..places.End]}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            end += 2;
        }
        else if (HasFraction(lattice, end, out decimal fraction))
        {
            value += fraction;
            end += 3;
        }
        else if (TakesOne(lattice, end, Kind.Half, out decimal half, out int next))
        {
            value += half;
            end = next;
        }

        return true;
    }

    private bool TakesOne(WordLattice lattice, int atom, Kind kind, out decimal value, out int end)
    {
        (value, end) = (0, atom);
        if (atom >= lattice.Count || lattice[atom].Gap == AtomGap.Break)
            return false;
        for (int e = lattice.FirstEdge(atom); e >= 0; e = lattice.Edge(e).Next)
        {
            LatticeEdge edge = lattice.Edge(e);
            if (edge.Class == _classes[(int)kind] && edge.End > end && edge.Value is decimal number)
                (value, end) = (number, edge.End);
        }

        return end > atom;
    }

    private void TakeScales(WordLattice lattice, ref decimal value, ref int end)
    {
        while (TakesOne(lattice, end, Kind.Scale, out decimal scale, out int next) && value * scale < LargestNumber && value > 0)
            (value, end) = (value * scale, next);
    }

    private bool TryReadWords(WordLattice lattice, int atom, out decimal value, out int end)
    {
        decimal total = 0, group = 0, lastScale = LargestNumber;
        Kind last = Kind.None;
        int at = atom;
        end = atom;
        while (at < lattice.Count && (at == atom || IsReachable(lattice, ref at, last)))
        {
            (Kind kind, decimal number, int next) = Read(lattice, at, last);
            if (kind == Kind.None)
                break;
            if (kind == Kind.And)
            {
                // "hundertundzwei", "two hundred and five": only between a larger and a smaller number
                if (last is not (Kind.Hundred or Kind.Scale) || next >= lattice.Count || Read(lattice, next, Kind.And).Kind is Kind.None or Kind.And or Kind.One or Kind.Scale or Kind.Hundred)
                    break;
                at = next;
                last = Kind.And;
                continue;
            }

            if (kind == Kind.Scale)
            {
                if (number >= lastScale || last is Kind.None or Kind.And)
                    break;
                total += Math.Max(1, group) * number;
                if (total >= LargestNumber)
                    break;
                (group, lastScale) = (0, number);
            }
            else if (kind == Kind.Hundred)
            {
                if (group >= 100)
                    break;
                group = Math.Max(1, group) * number;
            }
            else
            {
                decimal room = kind switch { Kind.Unit or Kind.One => 10, Kind.Half => 1, _ => 100 };
                if (group % room != 0 || (last == Kind.Unit && kind == Kind.Unit) || (last == Kind.Teen && kind == Kind.Unit) || (kind == Kind.Half && group % 1 != 0))
                    break;
                group += number;
            }

            last = kind;
            at = end = next;
        }

        value = total + group;
        return end > atom && last != Kind.One;
    }

    // number words written apart may be joined by a hyphen; those of a language that joins them stand together but for scales
    private bool IsReachable(WordLattice lattice, ref int at, Kind last)
    {
        if (lattice[at].Gap == AtomGap.Break)
            return false;
        if (_isJoined)
            return lattice[at].Gap == AtomGap.None || last is Kind.Scale || TakesOne(lattice, at, Kind.Scale, out _, out _);
        if (IsMark(lattice, at, '-') && at + 1 < lattice.Count && lattice[at + 1].Gap == AtomGap.None && last == Kind.Ten)
            at++;
        return true;
    }

    private (Kind Kind, decimal Value, int End) Read(WordLattice lattice, int at, Kind last)
    {
        Kind best = Kind.None;
        decimal value = 0;
        int end = at;
        for (int e = lattice.FirstEdge(at); e >= 0; e = lattice.Edge(e).Next)
        {
            LatticeEdge edge = lattice.Edge(e);
            int kind = Array.IndexOf(_classes, edge.Class);
            if (kind <= 0 || edge.Value is not decimal number || edge.End < end)
                continue;
            (best, value, end) = ((Kind)kind, number, edge.End);
        }

        // "einundzwanzig", "fünfunddreißig": the unit stands before the ten
        if (_isJoined && best is Kind.Unit or Kind.One && TakesOne(lattice, end, Kind.And, out _, out int and) && lattice[end].Gap == AtomGap.None
            && TakesOne(lattice, and, Kind.Ten, out decimal ten, out int next) && lattice[and].Gap == AtomGap.None)
            return (Kind.Ten, value + ten, next);
        if (best == Kind.One)
        {
            if (end >= lattice.Count || last is not (Kind.None or Kind.Hundred or Kind.Scale))
                return (Kind.None, 0, at);
            bool leads = TakesOne(lattice, end, Kind.Scale, out _, out _)
                || (TakesOne(lattice, end, Kind.Hundred, out _, out _) && (!_isJoined || lattice[end].Gap == AtomGap.None));
            return leads ? (Kind.One, value, end) : (Kind.None, 0, at);
        }

        return (best, value, end);
    }

    private static bool IsMark(WordLattice lattice, int atom, char mark) =>
        atom < lattice.Count && lattice[atom] is { Gap: AtomGap.None, Kind: AtomKind.Sign } sign && lattice.Text[sign.Start] == mark;

    private static bool HasDigits(WordLattice lattice, int atom, int length, AtomGap gap) =>
        atom < lattice.Count && lattice[atom] is { Kind: AtomKind.Digits } digits && digits.Gap == gap && digits.End - digits.Start == length;

    private static decimal Digits(WordLattice lattice, int atom) =>
        decimal.Parse(lattice.Text.AsSpan(lattice[atom].Start, lattice[atom].End - lattice[atom].Start), NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool HasFraction(WordLattice lattice, int atom, out decimal fraction)
    {
        fraction = 0;
        if (!HasDigits(lattice, atom, 1, AtomGap.Blank) || !IsMark(lattice, atom + 1, '/') || !HasDigits(lattice, atom + 2, 1, AtomGap.None))
            return false;
        decimal below = Digits(lattice, atom + 2);
        if (below <= Digits(lattice, atom))
            return false;
        fraction = Digits(lattice, atom) / below;
        return true;
    }
}
