using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>One pass over a text that cuts tokens. Each step looks at the class of one code unit and a few of its neighbours.</summary>
internal ref struct TokenScanner
{
    private const int LongestOrdinal = 3; // "103. Sitzung"; four figures are a year
    private static readonly SearchValues<char> TypographicApostrophes = SearchValues.Create("’‘ʼ＇");
    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\r\n\u00A0\"„“”«»<>|‚‘’");

    private readonly ReadOnlySpan<char> _text;
    private readonly TokenRules _rules;
    private readonly FormCache _cache;
    private readonly ImmutableArray<Token>.Builder _tokens;
    private LexemeTable _lexemes;
    private int _openSingleMarks;
    private bool _hasTypographicApostrophe, _hasLonePossessive;

    public TokenScanner(string text, TokenRules rules, FormCache cache)
    {
        _text = text;
        _rules = rules;
        _cache = cache;
        _tokens = ImmutableArray.CreateBuilder<Token>((text.Length / 5) + 8);
        _lexemes = new LexemeTable(text, text.Length / 4);
    }

    public readonly void Dispose() => _lexemes.Dispose();

    /// <summary>All tokens in text order; call it once.</summary>
    public ImmutableArray<Token> Scan(out ImmutableArray<string> lexemes, out ImmutableArray<uint> keys)
    {
        for (int at = 0; at < _text.Length;)
        {
            at = Letters.Class(_text[at]) switch
            {
                LetterClass.Blank => ScanBlank(at),
                LetterClass.Letter => ScanWord(at, at),
                LetterClass.Digit => ScanNumber(at),
                LetterClass.Apostrophe => ScanApostrophe(at),
                LetterClass.QuotationMark => Add(at, At(at + 1) == _text[at] && _text[at] is '`' or '´' ? at + 2 : at + 1, TokenKind.QuotationMark),
                LetterClass.Hyphen => ScanHyphen(at),
                LetterClass.Symbol => ScanSymbol(at),
                _ => ScanPunctuation(at),
            };
        }

        lexemes = _lexemes.ToImmutable(_cache, out keys);
        if (_hasTypographicApostrophe && _rules.CutsApostrophes)
            StraightenClitics(ref lexemes, ref keys);
        return _tokens.DrainToImmutable();
    }

    /// <summary>Looks up "n’t" and "o’clock" as what typewriters wrote: tables have the straight apostrophe.</summary>
    private readonly void StraightenClitics(ref ImmutableArray<string> lexemes, ref ImmutableArray<uint> keys)
    {
        ImmutableArray<string>.Builder forms = lexemes.ToBuilder();
        ImmutableArray<uint>.Builder hashes = keys.ToBuilder();
        for (int i = 0; i < forms.Count; i++)
        {
            string form = forms[i];
            if (!form.AsSpan().ContainsAny(TypographicApostrophes) || !(form.Length == 1 ? _hasLonePossessive && form[0] == '’' : IsSuffix(form) || _rules.IsWhole(form)))
                continue;
            forms[i] = string.Create(form.Length, form, static (letters, form) =>
            {
                for (int k = 0; k < letters.Length; k++)
                    letters[k] = Letters.IsApostrophe(form[k]) ? '\'' : form[k];
            });
            hashes[i] = FormCache.Key(forms[i]);
        }

        (lexemes, keys) = (forms.MoveToImmutable(), hashes.MoveToImmutable());
    }

    private readonly bool IsSuffix(string form)
    {
        foreach (string suffix in _rules.Suffixes)
        {
            if (form.Length == suffix.Length && Matches(form, suffix))
                return true;
        }

        return false;
    }

    private int ScanBlank(int at)
    {
        if (_text[at] == '\n' && At(at + 1) == '\n')
            _openSingleMarks = 0;
        return at + 1;
    }

    /// <summary>A word from its beginning, with all that hangs on it.</summary>
    /// <param name="start">Where the token begins.</param>
    /// <param name="at">First code unit still to be looked at.</param>
    private int ScanWord(int start, int at)
    {
        bool hasApostrophe = false;
        for (; at < _text.Length; at++)
        {
            char c = _text[at], next = At(at + 1);
            LetterClass kind = Letters.Class(c);
            if (kind is LetterClass.Letter or LetterClass.Digit)
                continue;
            bool joins = Letters.IsLetterOrDigit(next);
            if (kind == LetterClass.Hyphen)
            {
                if (joins && at > start && (!_rules.CutsHyphens || (Letters.IsLetter(next) && _rules.KeepsHyphenAfter(_text[start..at]))))
                    continue;
                if (!joins && !_rules.CutsHyphens && EndsFirstHalf(at))
                    return Add(start, at + 1, TokenKind.Word);
                break;
            }

            if (kind == LetterClass.Apostrophe)
            {
                if (!joins)
                    return AddWord(start, EndsGenitive(at) ? at + 1 : at, hasApostrophe);
                hasApostrophe = true;
                _hasTypographicApostrophe |= c != '\'';
                continue;
            }

            if (joins && (c == '_' || (c == '&' && at - start <= 4 && char.IsUpper(next) && char.IsUpper(_text[at - 1])) || IsWordMark(at)))
                continue;
            if ((c == '@' && joins) || (c == ':' && next == '/' && At(at + 2) == '/'))
                return AddAddress(start, at);
            if (c == '.' && TryAddDotted(start, at, out int end))
                return end;
            if (c == '+' && joins && IsMailTag(at))
                return AddAddress(start, at);
            break;
        }

        return AddWord(start, at, hasApostrophe);
    }

    // "name+list@example.org"
    private readonly bool IsMailTag(int plus)
    {
        int at = plus + 1;
        while (Letters.IsLetterOrDigit(At(at)) || At(at) is '.' or '-' or '_' or '+')
            at++;
        return At(at) == '@' && Letters.IsLetterOrDigit(At(at + 1));
    }

    /// <summary>Whether the hyphen closes a first half ("Land- und Seeweg").</summary>
    private readonly bool EndsFirstHalf(int hyphen) =>
        Letters.IsLetter(_text[hyphen - 1]) && (At(hyphen + 1) is ',' or '/' or ')' || (At(hyphen + 1) == ' ' && char.IsLower(At(hyphen + 2))));

    /// <summary>Whether the apostrophe stands for a genitive's ending ("Fritz' Rad") and closes no quotation.</summary>
    private readonly bool EndsGenitive(int apostrophe) =>
        !_rules.CutsApostrophes && _openSingleMarks == 0 && apostrophe > 1 && _text[apostrophe - 1] is 's' or 'x' or 'z' or 'ß' or 'S' or 'X' or 'Z'
        && At(apostrophe + 1) == ' ' && Letters.IsLetter(At(apostrophe + 2));

    private readonly bool IsWordMark(int at)
    {
        foreach (string mark in _rules.WordMarks)
        {
            if (_text[at..].StartsWith(mark, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private int AddWord(int start, int end, bool hasApostrophe)
    {
        ReadOnlySpan<char> form = _text[start..end];
        if (hasApostrophe && !_rules.IsWhole(form))
        {
            foreach (string prefix in _rules.Prefixes)
            {
                if (form.Length > prefix.Length && Matches(form[..prefix.Length], prefix))
                {
                    Add(start, start + prefix.Length, TokenKind.Word);
                    return ScanWord(start + prefix.Length, start + prefix.Length);
                }
            }

            foreach (string suffix in _rules.Suffixes)
            {
                if (form.Length > suffix.Length && Matches(form[^suffix.Length..], suffix))
                {
                    Add(start, end - suffix.Length, TokenKind.Word);
                    return Add(end - suffix.Length, end, TokenKind.Word);
                }
            }
        }
        else if (_rules.TryGetCut(form, out int at))
        {
            Add(start, start + at, TokenKind.Word);
            start += at;
        }

        return Add(start, end, TokenKind.Word);
    }

    /// <summary>Whether letters are equal in any case, and apostrophes of any kind.</summary>
    private static bool Matches(ReadOnlySpan<char> form, string pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\'' ? !Letters.IsApostrophe(form[i]) : char.ToLowerInvariant(form[i]) != pattern[i])
                return false;
        }

        return true;
    }

    /// <summary>A word with a full stop right behind it: an address, an abbreviation, an initial, a Roman ordinal.</summary>
    private bool TryAddDotted(int start, int dot, out int end)
    {
        end = 0;
        if (Letters.IsLetterOrDigit(At(dot + 1)))
        {
            int run = dot;
            int labels = 1, longest = dot - start, labelStart = dot + 1;
            while (run < _text.Length && (Letters.IsLetterOrDigit(_text[run]) || _text[run] is '.' or '-' or '_' or '+'))
            {
                if (_text[run] == '.' && run > dot)
                {
                    labels++;
                    longest = Math.Max(longest, run - labelStart);
                    labelStart = run + 1;
                }

                run++;
            }

            if (run < _text.Length && _text[run] == '@' && Letters.IsLetterOrDigit(At(run + 1)))
            {
                end = AddAddress(start, run);
                return true;
            }

            ReadOnlySpan<char> dotted = _text[start..run];
            if (IsAddress(dotted.TrimEnd("._-+")))
            {
                end = AddAddress(start, dot);
                return true;
            }

            if (labelStart < run)
            {
                labels++;
                longest = Math.Max(longest, run - labelStart);
            }

            if (_rules.TryGetAbbreviation(dotted, out _) || (labels > 1 && longest == 1))
                end = run;
            else if (_rules.TryGetAbbreviation(_text[start..(dot + 1)], out AbbreviationClass kind) && (kind != AbbreviationClass.Number || Letters.IsDigit(At(dot + 1))))
                end = dot + 1;
            if (end == 0)
                return false;
            Add(start, end, TokenKind.Abbreviation);
            return true;
        }

        ReadOnlySpan<char> word = _text[start..dot];
        char next = NextVisible(dot + 1);
        if (_rules.TryGetAbbreviation(_text[start..(dot + 1)], out AbbreviationClass found) && (found != AbbreviationClass.Number || Letters.IsDigit(next)))
            end = Add(start, dot + 1, TokenKind.Abbreviation);
        else if (word.Length == 1 && char.IsLetter(word[0]) && (BeginsPair(word[0], dot) || EndsPair(start) || (char.IsUpper(word[0]) && IsInitial(start, dot))))
            end = Add(start, dot + 1, TokenKind.Abbreviation);
        else if (_rules.HasOrdinalDot && IsRomanOrdinal(word, dot))
            end = Add(start, dot + 1, TokenKind.Ordinal);
        return end > 0;
    }

    /// <summary>Whether a capital with a full stop begins a name: a capitalised word that is no function word stands behind it, on the same line.</summary>
    private readonly bool IsInitial(int start, int dot) =>
        (start == 0 || Letters.Class(_text[start - 1]) is not LetterClass.Symbol) && IsInitial(dot);

    // "a. D.", "v. a.": two single letters, the first a small one
    private readonly bool BeginsPair(char letter, int dot) =>
        IsGap(At(dot + 1)) && Letters.IsLetter(At(dot + 2)) && At(dot + 3) == '.' && !Letters.IsLetterOrDigit(At(dot + 4)) && (char.IsLower(letter) || IsKnownPair(letter, At(dot + 2)));

    private readonly bool EndsPair(int start) =>
        _tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.Abbreviation } last && last.End - last.Start == 2 && start == last.End + 1 && (char.IsLower(_text[last.Start]) || IsKnownPair(_text[last.Start], At(start)));

    // "Z. B." at the head of a sentence
    private readonly bool IsKnownPair(char first, char second) => _rules.TryGetAbbreviation([char.ToLowerInvariant(first), '.', second, '.'], out _);

    private readonly bool IsInitial(int dot) =>
        At(dot + 1) is '-' or ',' || IsBeforeAge(dot) || (IsGap(At(dot + 1)) && char.IsUpper(At(dot + 2)) && !_rules.IsFunctionWord(WordAt(dot + 2)));

    // "Andreas M. (44) aus Bremen"
    private readonly bool IsBeforeAge(int dot) => IsGap(At(dot + 1)) && At(dot + 2) == '(' && (Letters.IsDigit(At(dot + 3)) || (At(dot + 3) == '†' && Letters.IsDigit(At(dot + 4))));

    private readonly bool IsRomanOrdinal(ReadOnlySpan<char> word, int dot) =>
        word.IndexOfAnyExcept("IVXL") < 0 && _tokens.Count > 0 && char.IsUpper(_text[_tokens[^1].Start]) && _tokens[^1].Kind == TokenKind.Word
        && At(dot + 1) is ' ' or ',' && (char.IsLower(At(dot + 2)) || At(dot + 1) == ',' || (char.IsUpper(At(dot + 2)) && !_rules.IsFunctionWord(WordAt(dot + 2))));

    private static bool IsAddress(ReadOnlySpan<char> dotted) =>
        dotted.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || TokenRules.IsTopDomain(dotted[(dotted.LastIndexOf('.') + 1)..]);

    /// <summary>An address runs to the next blank or mark; closing punctuation is none of it.</summary>
    private int AddAddress(int start, int at)
    {
        int length = _text[at..].IndexOfAny(AddressEnds);
        int end = length < 0 ? _text.Length : at + length;
        while (end > at + 1 && _text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' && !ClosesOwn(_text[start..end]))
            end--;
        return Add(start, end, TokenKind.Address);
    }

    // "https://example.org/Foo_(bar)"
    private static bool ClosesOwn(ReadOnlySpan<char> address) => address[^1] == ')' && address.Count('(') >= address.Count(')');

    private int ScanNumber(int start)
    {
        int at = start + 1;
        bool isPlain = true;
        while (at < _text.Length)
        {
            char c = _text[at];
            if (!Letters.IsDigit(c))
            {
                bool joins = Letters.IsDigit(At(at + 1)) && (c is '.' or ',' or ':' or '/' or '\'' or '’' || (c is '\u00A0' or '\u202F' or '\u2009' && IsGroupOfThree(start, at)));
                if (!joins)
                    break;
                isPlain = false;
            }

            at++;
        }

        char next = At(at), after = At(at + 1);
        if (Letters.IsLetter(next) || (Letters.IsHyphen(next) && Letters.IsLetter(after) && !_rules.CutsHyphens))
            return ScanWord(start, at);
        if (next == '.' && _rules.HasOrdinalDot && (isPlain ? at - start <= LongestOrdinal : IsDayAndMonth(_text[start..at])) && IsOrdinal(start, at))
            return Add(start, at + 1, TokenKind.Ordinal);
        return Add(start, at, TokenKind.Number);
    }

    private readonly bool IsGroupOfThree(int start, int blank) =>
        Letters.IsDigit(At(blank + 2)) && Letters.IsDigit(At(blank + 3)) && !Letters.IsDigit(At(blank + 4)) && (blank - start <= 3 || (blank - start - 3 > 0 && !Letters.IsDigit(_text[blank - 4])));

    // a blank inside a line, of any width
    private static bool IsGap(char c) => c is ' ' or '\u00A0' or '\u202F' or '\u2009';

    private static bool IsDayAndMonth(ReadOnlySpan<char> digits) => digits.Length <= 5 && digits.Count('.') == 1 && digits.IndexOf('.') is 1 or 2;

    /// <summary>Whether the full stop behind figures makes an ordinal rather than ends the sentence.</summary>
    private readonly bool IsOrdinal(int start, int dot)
    {
        int at = dot + 1;
        if (At(at) is '/' or '-' or '–' or ',')
            return true;
        if (!IsGap(At(at)))
            return false;
        while (at < _text.Length && Letters.IsBlank(_text[at]) && _text[at] != '\n')
            at++;
        char next = At(at);
        if (char.IsLower(next) || (Letters.IsDigit(next) && dot - start <= 2))
            return true;
        if (!char.IsUpper(next))
            return next is '-' or '–' && Letters.IsBlank(At(at + 1)) && Letters.IsDigit(At(at + 2));
        ReadOnlySpan<char> word = WordAt(at);
        if (_rules.IsMonth(word) || BeginsLine(start))
            return true;
        if (_rules.IsFunctionWord(word) || _tokens.Count == 0)
            return false;
        ReadOnlySpan<char> before = _text[_tokens[^1].Start.._tokens[^1].End];
        return before is "," or "(" || _rules.IsBeforeOrdinal(before);
    }

    private readonly bool BeginsLine(int start) => _tokens.Count == 0 || _text[_tokens[^1].End..start].Contains('\n');

    private int ScanApostrophe(int at)
    {
        bool isAttached = at > 0 && !Letters.IsBlank(_text[at - 1]);
        _hasTypographicApostrophe |= _text[at] != '\'';
        if (At(at + 1) == _text[at])
            return Add(at, at + 2, TokenKind.QuotationMark);
        int end = at + 1;
        while (end < _text.Length && Letters.IsLetterOrDigit(_text[end]))
            end++;
        if (end > at + 1 && !isAttached && (_rules.IsWhole(_text[at..end]) || IsDecade(at, end)))
            return Add(at, end, TokenKind.Word);
        if (isAttached && _rules.CutsApostrophes)
        {
            foreach (string suffix in _rules.Suffixes)
            {
                if (suffix.Length == end - at && Matches(_text[at..end], suffix))
                    return Add(at, end, TokenKind.Word);
            }

            if (end == at + 1 && _openSingleMarks == 0 && _text[at - 1] is 's' or 'z' or 'x' or 'S' && Letters.IsBlank(At(at + 1)) && Letters.IsLetter(At(at + 2)))
            {
                _hasLonePossessive = true;
                return Add(at, at + 1, TokenKind.Word);
            }
        }

        if (!isAttached || !Letters.IsLetterOrDigit(_text[at - 1]))
            _openSingleMarks += end > at + 1 ? 1 : 0;
        else
            _openSingleMarks = Math.Max(0, _openSingleMarks - 1);
        return Add(at, at + 1, TokenKind.QuotationMark);
    }

    private readonly bool IsDecade(int at, int end) => end - at >= 3 && Letters.IsDigit(_text[at + 1]) && Letters.IsDigit(_text[at + 2]) && (end == at + 3 || Letters.IsLetter(_text[at + 3]));

    private int ScanHyphen(int at)
    {
        bool isAttached = at > 0 && Letters.IsLetterOrDigit(_text[at - 1]);
        if (!_rules.CutsHyphens && !isAttached && Letters.IsLetter(At(at + 1)))
            return At(at + 2) == '.' && char.IsUpper(At(at + 1)) && IsBehindInitial(at) && IsInitial(at + 2) ? Add(at, at + 3, TokenKind.Abbreviation) : ScanWord(at, at + 1);
        int end = at + 1;
        while (At(end) == _text[at])
            end++;
        return Add(at, end, TokenKind.Punctuation);
    }

    // "J.-P. Martin"
    private readonly bool IsBehindInitial(int hyphen) => _tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.Abbreviation } last && last.End == hyphen && last.End - last.Start == 2 && char.IsUpper(_text[last.Start]);

    private int ScanSymbol(int at)
    {
        char c = _text[at];
        if (c == '#' && Letters.IsLetter(At(at + 1)))
            return ScanWord(at, at + 1);
        if (c is '<' or '>' && At(at + 1) == c)
            return Add(at, at + 2, TokenKind.QuotationMark);
        int end = at + 1;
        bool isLetter = false;
        if (char.IsSurrogatePair(c, At(end)))
        {
            end++;
            isLetter = Rune.IsLetter(new Rune(c, _text[at + 1]));
            while (isLetter && end + 1 < _text.Length && char.IsSurrogatePair(_text[end], _text[end + 1]) && Rune.IsLetter(new Rune(_text[end], _text[end + 1])))
                end += 2;
        }

        return Add(at, isLetter ? end : EndOfPicture(at, end), isLetter ? TokenKind.Word : TokenKind.Symbol);
    }

    /// <summary>A picture's end with all that changes it: a variant, a colour of skin, a second letter of a flag, further pictures behind a joiner.</summary>
    private readonly int EndOfPicture(int at, int end)
    {
        const char variant = '\uFE0F', joiner = '\u200D';
        bool isFlag = IsRegional(at);
        while (true)
        {
            if (At(end) == variant || (At(end) == '\uD83C' && At(end + 1) is >= '\uDFFB' and <= '\uDFFF'))
                end += At(end) == variant ? 1 : 2;
            else if (isFlag && IsRegional(end))
                (isFlag, end) = (false, end + 2);
            else if (At(end) == joiner && Letters.Class(At(end + 1)) == LetterClass.Symbol)
                end += char.IsSurrogatePair(At(end + 1), At(end + 2)) ? 3 : 2;
            else
                return end;
        }
    }

    private readonly bool IsRegional(int at) => At(at) == '\uD83C' && At(at + 1) is >= '\uDDE6' and <= '\uDDFF';

    private int ScanPunctuation(int at)
    {
        char c = _text[at];
        if (c == '@' && Letters.IsLetter(At(at + 1)))
            return ScanWord(at, at + 1);
        int end = at + 1;
        if (c is '!' or '?')
        {
            while (At(end) is '!' or '?')
                end++;
        }
        else if (c is '.' or '_' or '*' or '=')
        {
            while (At(end) == c)
                end++;
        }
        else if (c == ',' && At(end) == ',' && Letters.IsLetter(At(at + 2)))
        {
            return Add(at, at + 2, TokenKind.QuotationMark);
        }

        return Add(at, end, TokenKind.Punctuation);
    }

    private int Add(int start, int end, TokenKind kind)
    {
        if (kind == TokenKind.QuotationMark && _text[start] == '‚')
            _openSingleMarks++;
        _tokens.Add(new Token(start, end, kind, _lexemes.Add(start, end)));
        return end;
    }

    private readonly char At(int at) => (uint)at < (uint)_text.Length ? _text[at] : '\0';

    private readonly char NextVisible(int at)
    {
        while (at < _text.Length && Letters.IsBlank(_text[at]))
            at++;
        return At(at);
    }

    private readonly ReadOnlySpan<char> WordAt(int at)
    {
        int end = at;
        while (end < _text.Length && Letters.IsLetter(_text[end]))
            end++;
        return _text[at..end];
    }
}
