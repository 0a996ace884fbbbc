using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What the sequence model sees of a text: hashed features of each distinct form, seen from its neighbours too, and of each token.</summary>
internal sealed class NameFeatures
{
    /// <summary>How far to the left and right a token sees the forms around it.</summary>
    public const int Reach = 2;

    private readonly uint[][] _near;
    private readonly int[] _mediumCount;
    private readonly int[] _farCount;

    private NameFeatures(uint[][] near, int[] mediumCount, int[] farCount, uint[] tokenFeatures, int[] tokenStarts) =>
        (_near, _mediumCount, _farCount, TokenFeatures, TokenStarts) = (near, mediumCount, farCount, tokenFeatures, tokenStarts);

    /// <summary>Features of all tokens, one after the other.</summary>
    public uint[] TokenFeatures { get; }

    /// <summary>Where each token's features begin; one more than there are tokens.</summary>
    public int[] TokenStarts { get; }

    /// <summary>Features of a form as seen from <paramref name="offset"/> tokens away, without the offset mixed in.</summary>
    public ReadOnlySpan<uint> OfLexeme(int lexeme, int offset) => offset switch
    {
        0 => _near[lexeme],
        1 or -1 => _near[lexeme].AsSpan(0, _mediumCount[lexeme]),
        _ => _near[lexeme].AsSpan(0, _farCount[lexeme]),
    };

    /// <summary>A feature seen from an offset.</summary>
    public static uint At(uint feature, int offset) => offset == 0 ? feature : (feature + (uint)offset * 0x9E3779B9u) * 0x85EBCA6Bu;

    /// <summary>Reads the features of a text.</summary>
    public static NameFeatures Of(TaggedText text, NameTables tables, List<NameGazetteer.Match> matches)
    {
        TokenizedText tokens = text.Tokenized;
        int distinct = tokens.Lexemes.Length;
        uint[][] near = new uint[distinct][];
        int[] medium = new int[distinct];
        int[] far = new int[distinct];
        HashSet<string> forms = new(tokens.Lexemes, StringComparer.Ordinal);
        List<uint> features = [];
        TaggerModel tagger = tokens.Pack.Table(TaggerModel.Load);
        for (int i = 0; i < distinct; i++)
        {
            features.Clear();
            (far[i], medium[i]) = OfForm(tokens.Lexemes[i], tables, tagger, forms, features);
            near[i] = [.. features];
        }

        uint[] kinds = new uint[distinct];
        for (int i = 0; i < distinct; i++)
        {
            string form = tokens.Lexemes[i];
            kinds[i] = Mix(60, near[i][2] ^ (uint)tagger.Describe(form).Origin * 7 ^ ShapeOf(form) * 131);
        }

        uint[] gazetteer = new uint[text.Count];
        foreach (NameGazetteer.Match match in matches)
        {
            uint kind = KindOf(tables, match.State);
            for (int i = match.First; i < match.Last; i++)
            {
                uint place = match.Last - match.First == 1 ? 1u : i == match.First ? 2u : i == match.Last - 1 ? 3u : 4u;
                gazetteer[i] = kind * 8 + place;
            }
        }

        List<uint> all = new(text.Count * 12);
        int[] starts = new int[text.Count + 1];
        bool inQuotes = false;
        foreach (Sentence sentence in text.Sentences)
        {
            bool isOpen = true;
            for (int i = sentence.First; i < sentence.Last; i++)
            {
                starts[i] = all.Count;
                uint form = Hash(1, tokens.Form(i));
                uint previous = i > sentence.First ? Hash(1, tokens.Form(i - 1)) : 7;
                uint shape = ShapeOf(tokens.Form(i));
                uint upos = (uint)text.Tags[i].Upos, uposBefore = i > sentence.First ? (uint)text.Tags[i - 1].Upos : 99, uposAfter = i + 1 < sentence.Last ? (uint)text.Tags[i + 1].Upos : 99;
                all.Add(Mix(20, 0));
                all.Add(Mix(21, gazetteer[i]));
                all.Add(Mix(22, i > sentence.First ? gazetteer[i - 1] : 0));
                all.Add(Mix(23, i + 1 < sentence.Last ? gazetteer[i + 1] : 0));
                all.Add(Mix(24, upos));
                all.Add(Mix(25, uposBefore * 32 + upos));
                all.Add(Mix(26, upos * 32 + uposAfter));
                all.Add(Mix(27, (isOpen ? 1u : 0) * 65536 + shape));
                all.Add(Mix(28, gazetteer[i] * 64 + upos));
                all.Add(Mix(29, form ^ (previous * 31)));
                all.Add(Mix(30, i + 1 < sentence.Last ? form * 31 ^ Hash(1, tokens.Form(i + 1)) : form));
                all.Add(Mix(31, ((i > sentence.First ? ShapeOf(tokens.Form(i - 1)) : 1) * 641 + shape) * 641 + (i + 1 < sentence.Last ? ShapeOf(tokens.Form(i + 1)) : 1)));
                all.Add(Mix(32, (inQuotes ? 1u : 0) * 65536 + shape));
                all.Add(Mix(33, (sentence.IsHeading ? 1u : 0) * 65536 + shape));
                uint own = kinds[tokens.Tokens[i].Lexeme];
                all.Add(Mix(35, own ^ previous * 31));
                all.Add(Mix(36, own ^ (i + 1 < sentence.Last ? Hash(1, tokens.Form(i + 1)) * 31 : 5)));
                all.Add(Mix(37, own ^ (i > sentence.First ? kinds[tokens.Tokens[i - 1].Lexeme] * 31 : 3)));
                all.Add(Mix(38, own ^ (i + 1 < sentence.Last ? kinds[tokens.Tokens[i + 1].Lexeme] * 37 : 3)));
                if (i > sentence.First + 1)
                    all.Add(Mix(34, Hash(1, tokens.Form(i - 2)) * 31 ^ previous));
                if (tokens.Tokens[i].Kind == TokenKind.QuotationMark)
                    inQuotes = !inQuotes;
                else if (tokens.Tokens[i].Kind is TokenKind.Word or TokenKind.Number)
                    isOpen = false;
            }
        }

        starts[text.Count] = all.Count;
        return new NameFeatures(near, medium, far, [.. all], starts);
    }

    private static (int Far, int Medium) OfForm(string form, NameTables tables, TaggerModel tagger, HashSet<string> forms, List<uint> features)
    {
        string lower = form.ToLowerInvariant();
        uint shape = ShapeOf(form);
        features.Add(Hash(1, lower));
        features.Add(Mix(2, shape));
        string stem = tables.Genitive.Length > 0 && form.Length > 4 && form.EndsWith(tables.Genitive, StringComparison.Ordinal) ? form[..^tables.Genitive.Length] : form;
        bool isCapital = char.IsUpper(form[0]);
        uint list = 0;
        if (isCapital)
        {
            list |= tables.GivenNames.ContainsKey(form) ? 1u : tables.GivenNames.ContainsKey(stem) ? 2u : 0;
            list |= tables.Surnames.Contains(form) ? 4u : tables.Surnames.Contains(stem) ? 8u : 0;
            list |= tables.Settlements.Contains(form) ? 16u : stem.Length < form.Length && tables.Settlements.Contains(stem) ? 32u : 0;
        }

        features.Add(Mix(3, list));
        features.Add(Mix(4, TitleOf(form, lower, tables)));
        int far = features.Count;
        for (int length = 2; length <= 4 && length < lower.Length; length++)
            features.Add(Hash(9 + (uint)length, lower.AsSpan(lower.Length - length)));
        uint known = 0;
        foreach (NameGazetteer.Entry entry in tables.Gazetteer.EntriesOf(form))
            known |= 1u << KindBit(tables.Entities[entry.Entity], entry);
        if (known == 0 && stem.Length < form.Length)
        {
            foreach (NameGazetteer.Entry entry in tables.Gazetteer.EntriesOf(stem))
                known |= 1u << KindBit(tables.Entities[entry.Entity], entry);
        }

        features.Add(Mix(5, known));
        WordInfo word = tagger.Describe(form);
        features.Add(Mix(51, (uint)word.Origin));
        features.Add(Mix(52, word.Class));
        features.Add(Mix(6, list * 4096 + (known & 4095)));
        int medium = features.Count;
        features.Add(Hash(7, form));
        for (int length = 1; length <= 4 && length < lower.Length; length++)
            features.Add(Hash(14 + (uint)length, lower.AsSpan(0, length)));
        if (lower.Length > 6)
            features.Add(Hash(42, lower.AsSpan(lower.Length - 5)));
        if (lower.Length > 7)
            features.Add(Hash(43, lower.AsSpan(lower.Length - 6)));
        if (lower.Length > 1)
            features.Add(Hash(44, lower.AsSpan(lower.Length - 1)));
        features.Add(Mix(45, (uint)Math.Min(form.Length, 12) * 641 + shape));
        features.Add(Mix(46, isCapital && forms.Contains(lower) ? 1u : 0));
        features.Add(Mix(47, shape * 256 + list * 2 + (known != 0 ? 1u : 0)));
        features.Add(Mix(53, (uint)word.Origin * 256 + list * 2 + (known != 0 ? 1u : 0)));
        features.Add(Mix(54, (uint)word.Origin * 641 + shape));
        if (isCapital && lower != form)
            features.Add(Mix(55, tagger.Describe(lower).Class));
        if (stem.Length < form.Length)
            features.Add(Mix(56, tagger.Describe(stem).Class));
        int dash = lower.LastIndexOf('-');
        if (dash > 0 && dash + 1 < lower.Length)
        {
            features.Add(Hash(48, lower.AsSpan(dash + 1)));
            features.Add(Hash(49, lower.AsSpan(0, lower.IndexOf('-', StringComparison.Ordinal))));
            string first = form[..form.IndexOf('-', StringComparison.Ordinal)], last = form[(dash + 1)..];
            uint parts = (tables.GivenNames.ContainsKey(first) ? 1u : 0) | (tables.GivenNames.ContainsKey(last) ? 2u : 0) | (tables.Surnames.Contains(last) ? 4u : 0)
                | (tables.Gazetteer.EntriesOf(first).Count > 0 ? 8u : 0) | (tables.Gazetteer.EntriesOf(last).Count > 0 ? 16u : 0) | (char.IsUpper(last[0]) ? 32u : 0);
            features.Add(Mix(50, parts));
        }

        if (stem.Length < form.Length)
            features.Add(Hash(1, stem.ToLowerInvariant()) * 3);
        return (far, medium);
    }

    private static uint TitleOf(string form, string lower, NameTables tables)
    {
        if (tables.Titles.TryGetValue(form, out NameTables.TitleWord title))
            return title.Kind[0];
        if (lower.Length > 6)
        {
            foreach (string end in tables.CallingEnds)
            {
                if (lower.Length > end.Length + 2 && lower.EndsWith(end, StringComparison.Ordinal))
                    return 'e';
            }
        }

        return 0;
    }

    private static uint KindOf(NameTables tables, int state)
    {
        uint kind = 0;
        foreach (NameGazetteer.Entry entry in tables.Gazetteer.EntriesOf(state))
            kind |= 1u << KindBit(tables.Entities[entry.Entity], entry);
        return kind;
    }

    private static int KindBit(KnownEntity entity, NameGazetteer.Entry entry) => entry.Kind switch
    {
        KnownNameKind.Adjective => 0,
        KnownNameKind.Inhabitant => 1,
        KnownNameKind.Surname => 2,
        KnownNameKind.Metonym => 3,
        KnownNameKind.Capital => 4,
        _ => entity.Type switch
        {
            EntityType.Person => entry.NeedsContext ? 2 : 5,
            EntityType.Organization => entry.NeedsContext ? 6 : 7,
            _ => entity.Kind == "city" ? entry.NeedsContext ? 8 : 9 : entry.NeedsContext ? 10 : 11,
        },
    };

    /// <summary>The word's shape as a small number: capital, rest, digits, hyphens.</summary>
    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        uint shape = 0;
        bool upper = false, lower = false, digit = false, dash = false, dot = false, other = false, innerUpper = false;
        for (int i = 0; i < form.Length; i++)
        {
            char letter = form[i];
            if (char.IsUpper(letter))
            {
                if (i == 0)
                    upper = true;
                else
                    innerUpper = true;
            }
            else if (char.IsLower(letter))
            {
                lower = true;
            }
            else if (char.IsDigit(letter))
            {
                digit = true;
            }
            else if (letter == '-')
            {
                dash = true;
            }
            else if (letter is '.' or '\'' or '’' or '&' or '/')
            {
                dot = true;
            }
            else
            {
                other = true;
            }
        }

        shape = (upper ? 1u : 0) | (lower ? 2u : 0) | (digit ? 4u : 0) | (dash ? 8u : 0) | (dot ? 16u : 0) | (other ? 32u : 0) | (innerUpper ? 64u : 0) | (form.Length == 1 ? 128u : form.Length == 2 ? 256u : 0);
        if (!upper && !lower && !digit && form.Length == 1)
            shape = 512u + form[0] % 97u;
        return shape;
    }

    private static uint Hash(uint salt, ReadOnlySpan<char> text)
    {
        uint hash = (salt + 1) * 0x9E3779B1u;
        foreach (char letter in text)
            hash = (hash ^ letter) * 16777619u;
        return Finish(hash);
    }

    private static uint Mix(uint salt, uint value) => Finish(((salt + 1) * 0x9E3779B1u ^ value) * 0x85EBCA6Bu + salt);

    private static uint Finish(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        hash ^= hash >> 12;
        return hash * 0x297A2D39u;
    }
}
