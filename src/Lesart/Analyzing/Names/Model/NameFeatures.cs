using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What the sequence model sees: each feature is a hash that names a row of weights.</summary>
/// <remarks>Features of a form alone (<see cref="OfForm"/>) are summed once a form, for each offset from which a token sees it; those of a token among its neighbours
/// (<see cref="OfToken"/>) are summed wherever it stands. A new feature is one line in one of the two.</remarks>
internal static class NameFeatures
{
    /// <summary>How far to the left and right a token sees the forms around it.</summary>
    public const int Reach = 2;

    /// <summary>Most features that <see cref="OfToken"/> gives.</summary>
    public const int MostOfToken = 32;

    /// <summary>Most features that anything gives.</summary>
    public const int Most = 52;

    private const int MostSkipped = 4, LongestEnumeration = 40;

    // tells a look from none; above the steps of NameLetters.Look
    private const uint Looked = 512;

    /// <summary>Features of a form without an offset mixed in; the first of them are seen from afar too.</summary>
    /// <param name="All">What the token itself sees.</param>
    /// <param name="Medium">How many of them its neighbours see.</param>
    /// <param name="Far">How many of them are seen from farther off.</param>
    public readonly record struct FormFeatures(uint[] All, int Medium, int Far)
    {
        /// <summary>Whether the feature tells the very word: the first, and the first that no neighbour sees.</summary>
        public bool IsIdentity(uint feature) => feature == All[0] || feature == All[Medium];

        /// <summary>What a token sees of the form from <paramref name="offset"/> tokens away.</summary>
        public ReadOnlySpan<uint> SeenFrom(int offset) => offset switch
        {
            0 => All,
            1 or -1 => All.AsSpan(0, Medium),
            _ => All.AsSpan(0, Far),
        };
    }

    /// <summary>A feature seen from an offset.</summary>
    public static uint At(uint feature, int offset) => offset == 0 ? feature : (feature + (uint)offset * 0x9E3779B9u) * 0x85EBCA6Bu;

    /// <summary>Numbers above all that <see cref="TagsAt"/> and <see cref="ShapeAt"/> give.</summary>
    public const int TagsLimit = 2 * NoTag * NoTag, ShapeLimit = 16 * 640;

    private const int NoTag = 32; // above every part of speech
    private const uint Outside = 99; // in the place of a part of speech: before the sentence or behind it

    // what each of the first features of OfNeighbours is mixed with, in their order
    private static ReadOnlySpan<uint> Salts => [26, 29, 30, 31, 35, 36, 37, 38, 65, 66, 67, 68, 71, 72, 0, 0];

    private const int OfClasses = 2; // the last of them, which tell of classes of words

    /// <summary>Features of a token among its neighbours: all of them.</summary>
    /// <param name="context">Stands at the token.</param>
    /// <param name="features">Room for <see cref="MostOfToken"/>.</param>
    /// <returns>How many there are.</returns>
    public static int OfToken(NameContext context, Span<uint> features)
    {
        int count = OfTags(TagsAt(context), features);
        count += OfShape(ShapeAt(context), features[count..]);
        return count + OfNeighbours(context, features[count..]);
    }

    /// <summary>What <see cref="OfTags"/> asks of a token, as a small number.</summary>
    public static int TagsAt(NameContext context)
    {
        int i = context.Token;
        ReadOnlySpan<TokenTag> tags = context.Text.Tagged.Tags.AsSpan();
        int before = i > context.Sentence.First ? (int)tags[i - 1].Upos : NoTag - 1;
        return (((IsAmongKnown(context) ? NoTag : 0) + before) * NoTag) + (int)tags[i].Upos;
    }

    /// <summary>Features of a token's part of speech and the one before it, and of that no known name is near where none is: few ever differ, so that their weights are summed once.</summary>
    /// <returns>How many there are; fewer than <see cref="MostOfToken"/>.</returns>
    public static int OfTags(int tags, Span<uint> features)
    {
        uint upos = (uint)tags % NoTag, before = (uint)tags / NoTag % NoTag;
        int count = 0;
        features[count++] = Mix(20, 0);
        features[count++] = Mix(24, upos);
        features[count++] = Mix(25, (before == NoTag - 1 ? Outside : before) * 32 + upos);
        return tags >= NoTag * NoTag ? count : OfKnown(0, 0, 0, upos, features, count);
    }

    /// <summary>What <see cref="OfShape"/> asks of a token, as a small number.</summary>
    public static int ShapeAt(NameContext context) =>
        ((int)context.Text.Word(context.Token).Shape * 16) + (context.IsOpen ? 1 : 0) + (context.IsQuoted ? 2 : 0) + (context.Sentence.IsHeading ? 4 : 0) + (context.IsSmallElsewhere(context.Token) ? 8 : 0);

    /// <summary>Features of a token's shape and of where it stands: few ever differ, so that their weights are summed once.</summary>
    /// <returns>How many there are; fewer than <see cref="MostOfToken"/>.</returns>
    public static int OfShape(int shape, Span<uint> features)
    {
        uint form = (uint)shape / 16;
        int count = 0;
        features[count++] = Mix(27, ((uint)shape & 1) * 65536 + form);
        features[count++] = Mix(32, ((uint)shape >> 1 & 1) * 65536 + form);
        features[count++] = Mix(33, ((uint)shape >> 2 & 1) * 65536 + form);
        features[count++] = Mix(46, (uint)shape >> 3 & 1);
        return count;
    }

    /// <summary>Features of a token among its neighbours beyond <see cref="OfTags"/> and <see cref="OfShape"/>.</summary>
    /// <param name="context">Stands at the token.</param>
    /// <param name="features">Room for <see cref="MostOfToken"/> without those.</param>
    /// <returns>How many there are.</returns>
    public static int OfNeighbours(NameContext context, Span<uint> features)
    {
        int i = context.Token, first = context.Sentence.First, last = context.Sentence.Last;
        NameText text = context.Text;
        NameWord word = text.Word(i);
        NameWord? before = i > first ? text.Word(i - 1) : null, next = i + 1 < last ? text.Word(i + 1) : null;
        ReadOnlySpan<TokenTag> tags = text.Tagged.Tags.AsSpan();
        uint upos = (uint)tags[i].Upos, uposAfter = next is null ? Outside : (uint)tags[i + 1].Upos;
        uint form = word.Hash, formBefore = before?.Hash ?? 7, shape = word.Shape, kind = word.Kind;
        uint genericBefore = before?.Generic ?? 0;
        // the nearest word to the left that is no article, adjective or number: "im sicheren Argentan"
        int left = i - 1;
        while (left >= first && left > i - MostSkipped && tags[left].Upos is Upos.Adj or Upos.Det or Upos.Num or Upos.Adv)
            left--;
        bool isWhole = text.Tables.Classes.IsWhole;
        int count = 0;
        // in the order of Salts, which are mixed in below
        features[count++] = upos * 32 + uposAfter;
        features[count++] = form ^ (formBefore * 31);
        features[count++] = next is null ? form : form * 31 ^ next.Hash;
        features[count++] = ((before?.Shape ?? 1) * 641 + shape) * 641 + (next?.Shape ?? 1);
        features[count++] = kind ^ formBefore * 31;
        features[count++] = kind ^ (next is null ? 5 : next.Hash * 31);
        features[count++] = kind ^ (before is null ? 3 : before.Kind * 31);
        features[count++] = kind ^ (next is null ? 3 : next.Kind * 37);
        features[count++] = left < i - 1 && left >= first ? kind ^ text.Word(left).Hash * 31 : 1;
        features[count++] = kind ^ genericBefore * 31;
        features[count++] = kind ^ (next?.Generic ?? 0) * 31;
        features[count++] = shape ^ genericBefore * 31 ^ (i > first + 1 ? text.Word(i - 2).Kind : 3) * 37;
        features[count++] = kind ^ (before?.Group ?? 0) * 31;
        features[count++] = kind ^ (next?.Group ?? 0) * 37;
        MixAll(features);
        count -= isWhole ? 0 : OfClasses;
        if (isWhole && word.IsCapital && LeadOf(text, tags, i, first) is int lead and >= 0)
        {
            features[count++] = Mix(82, kind ^ text.Word(lead).Hash * 31);
            features[count++] = Mix(83, kind ^ text.Word(lead).Generic * 31);
        }

        if (i > first + 1)
            features[count++] = Mix(34, text.Word(i - 2).Hash * 31 ^ formBefore);
        return IsAmongKnown(context) ? OfKnown(context.KnownAt(i), before is null ? 0 : context.KnownAt(i - 1), next is null ? 0 : context.KnownAt(i + 1), upos, features, count) : count;
    }

    private static int OfKnown(uint known, uint before, uint after, uint upos, Span<uint> features, int count)
    {
        features[count++] = Mix(21, known);
        features[count++] = Mix(22, before);
        features[count++] = Mix(23, after);
        features[count++] = Mix(28, known * 64 + upos);
        return count;
    }

    // whether the token or one beside it belongs to a known name
    private static bool IsAmongKnown(NameContext context)
    {
        int i = context.Token;
        return (context.KnownAt(i) | (i > context.Sentence.First ? context.KnownAt(i - 1) : 0) | (i + 1 < context.Sentence.Last ? context.KnownAt(i + 1) : 0)) != 0;
    }

    /// <summary>Features of a form alone.</summary>
    public static FormFeatures OfForm(NameWord word, NameTables tables, TaggerModel tagger)
    {
        Span<uint> features = stackalloc uint[Most];
        int count = 0;
        (string form, string lower, string stem) = (word.Form, word.Lower, word.Stem);
        uint shape = word.Shape, list = ListsOf(form, stem, tables);
        features[count++] = Hash(1, lower);
        features[count++] = Mix(2, shape);
        features[count++] = Mix(3, list);
        features[count++] = Mix(4, TitleOf(word, tables));
        int endLength = 0;
        uint ending = word.IsCapital && word.Generic == 0 ? GenericWords.Instance.KindsOfEnd(lower, out endLength) : 0;
        uint group = word.Group;
        if (group != 0)
            features[count++] = Mix(69, group);
        features[count++] = Mix(62, word.Generic);
        features[count++] = Mix(63, ending);
        int far = count;
        for (int length = 2; length <= 4 && length < lower.Length; length++)
            features[count++] = Hash(9 + (uint)length, lower.AsSpan(lower.Length - length));
        uint known = KnownAs(tables, word.Entries);
        if (known == 0 && stem.Length < form.Length)
            known = KnownAs(tables, tables.Gazetteer.EntriesOf(stem));
        WordInfo info = tagger.Describe(form);
        features[count++] = Mix(5, known);
        features[count++] = Mix(51, (uint)info.Origin);
        features[count++] = Mix(52, info.Class);
        features[count++] = Mix(6, list * 4096 + (known & 4095));
        uint look = word.IsCapital && info.Origin != FormOrigin.Known ? Looked + tables.Letters.Look(stem) : 0;
        features[count++] = Mix(57, look & 0b1_000_000_111);
        features[count++] = Mix(58, look & 0b1_000_111_000);
        features[count++] = Mix(59, look & 0b1_111_000_000);
        features[count++] = Mix(61, look * 8 + (uint)info.Origin);
        if (group != 0)
        {
            features[count++] = Mix(70, group * 1024 + shape);
            if (tables.Classes.IsWhole)
                features[count++] = Mix(73, group * 1024 + list * 8 + (uint)info.Origin);
        }

        features[count++] = Mix(64, (ending * 31 ^ word.Generic) * 8 + (uint)info.Origin);
        if (ending != 0 && tables.Classes.IsWhole)
        {
            // what stands before the end: "Schillerstraße", "Hauptstraße"
            uint parts = PartsOf(form.AsSpan(0, form.Length - endLength), tables, tagger);
            features[count++] = Mix(90, ending * 1024 + parts);
            features[count++] = Mix(91, parts);
            features[count++] = Mix(92, Hash(3, lower.AsSpan(lower.Length - endLength)) * 1024 + parts);
        }

        int medium = count;
        features[count++] = Hash(7, form);
        for (int length = 1; length <= 4 && length < lower.Length; length++)
            features[count++] = Hash(14 + (uint)length, lower.AsSpan(0, length));
        if (lower.Length > 6)
            features[count++] = Hash(42, lower.AsSpan(lower.Length - 5));
        if (lower.Length > 7)
            features[count++] = Hash(43, lower.AsSpan(lower.Length - 6));
        if (lower.Length > 1)
            features[count++] = Hash(44, lower.AsSpan(lower.Length - 1));
        features[count++] = Mix(45, (uint)Math.Min(form.Length, 12) * 641 + shape);
        features[count++] = Mix(47, shape * 256 + list * 2 + (known != 0 ? 1u : 0));
        features[count++] = Mix(53, (uint)info.Origin * 256 + list * 2 + (known != 0 ? 1u : 0));
        features[count++] = Mix(54, (uint)info.Origin * 641 + shape);
        if (word.IsCapital && lower != form)
            features[count++] = Mix(55, tagger.Describe(lower).Class);
        if (stem.Length < form.Length)
            features[count++] = Mix(56, tagger.Describe(stem).Class);
        int dash = lower.LastIndexOf('-');
        if (dash > 0 && dash + 1 < lower.Length)
        {
            features[count++] = Hash(48, lower.AsSpan(dash + 1));
            features[count++] = Hash(49, lower.AsSpan(0, lower.IndexOf('-', StringComparison.Ordinal)));
            string first = form[..form.IndexOf('-', StringComparison.Ordinal)], last = form[(dash + 1)..];
            uint parts = (tables.Lists.IsGiven(first) ? 1u : 0) | (tables.Lists.IsGiven(last) ? 2u : 0) | (tables.Lists.IsSurname(last) ? 4u : 0)
                | (tables.Gazetteer.EntriesOf(first).Length > 0 ? 8u : 0) | (tables.Gazetteer.EntriesOf(last).Length > 0 ? 16u : 0) | (char.IsUpper(last[0]) ? 32u : 0);
            features[count++] = Mix(50, parts);
        }

        if (stem.Length < form.Length)
            features[count++] = Hash(1, stem.ToLowerInvariant()) * 3;
        return new FormFeatures(features[..count].ToArray(), medium, far);
    }

    /// <summary>One number for all words of one origin and shape that stand in the same lists of names.</summary>
    public static uint KindOf(uint lists, FormOrigin origin, uint shape) => Mix(60, Mix(3, lists) ^ (uint)origin * 7 ^ shape * 131);

    /// <summary>In which lists of names the form stands with or without its genitive's ending, a bit each.</summary>
    public static uint ListsOf(string form, string stem, NameTables tables)
    {
        if (!char.IsUpper(form[0]))
            return 0;
        uint lists = tables.Lists.IsGiven(form) ? 1u : tables.Lists.IsGiven(stem) ? 2u : 0;
        lists |= tables.Lists.IsSurname(form) ? 4u : tables.Lists.IsSurname(stem) ? 8u : 0;
        return lists | (tables.Lists.IsSettlement(form) ? 16u : stem.Length < form.Length && tables.Lists.IsSettlement(stem) ? 32u : 0);
    }

    /// <summary>The word before the enumeration that the token stands in: "die Dörfer A, B und C"; -1 where no member stands before it.</summary>
    private static int LeadOf(NameText text, ReadOnlySpan<TokenTag> tags, int token, int first)
    {
        int lead = token - 1;
        bool isMember = false;
        while (lead >= first && lead > token - LongestEnumeration)
        {
            NameWord word = text.Word(lead);
            bool isLink = NameEnumerations.IsLink(text, lead);
            if (!isLink && (!word.IsCapital || word.Generic != 0 || (word.Origin == FormOrigin.Known && tags[lead].Upos != Upos.Propn)))
                break;
            isMember |= isLink;
            lead--;
        }

        return isMember && lead >= first ? lead : -1;
    }

    /// <summary>What the front of a compound is by itself, as it stands and without a linking letter, a bit each.</summary>
    private static uint PartsOf(ReadOnlySpan<char> front, NameTables tables, TaggerModel tagger)
    {
        string part = front.TrimEnd('-').ToString(), bare = part is [_, _, _, .., 's'] or [_, _, _, .., 'e', 'n'] ? part[..^1] : part;
        return part.Length > 1 ? 128u | PartOf(part, tables, tagger) | (PartOf(bare, tables, tagger) * 8) : 0;
    }

    private static uint PartOf(string part, NameTables tables, TaggerModel tagger) =>
        (tables.Lists.IsSurname(part) || tables.Lists.IsGiven(part) ? 1u : 0) | (tagger.Describe(part).Origin == FormOrigin.Known ? 2u : 0) | (tables.Lists.IsSettlement(part) || tables.Gazetteer.EntriesOf(part).Length > 0 ? 4u : 0);

    private static uint TitleOf(NameWord word, NameTables tables)
    {
        if (tables.Titles.TryGetValue(word.Form, out NameTables.TitleWord title))
            return title.Kind[0];
        return word.Lower.Length > 6 && tables.EndsInCalling(word.Lower) ? 'e' : 0u;
    }

    /// <summary>What a known name can mean, a bit for each way.</summary>
    public static uint KnownAs(NameTables tables, NameGazetteer.Entry[] entries)
    {
        uint kind = 0;
        foreach (NameGazetteer.Entry entry in entries)
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
    public static uint ShapeOf(ReadOnlySpan<char> form)
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

    /// <summary>A hash of letters.</summary>
    public static uint Hash(uint salt, ReadOnlySpan<char> text)
    {
        uint hash = (salt + 1) * 0x9E3779B1u;
        foreach (char letter in text)
            hash = (hash ^ letter) * 16777619u;
        return Finish(hash);
    }

    private static uint Mix(uint salt, uint value) => Finish(((salt + 1) * 0x9E3779B1u ^ value) * 0x85EBCA6Bu + salt);

    /// <summary>Mixes each of the first features with its salt, eight at once.</summary>
    private static void MixAll(Span<uint> features)
    {
        for (int i = 0; i < Salts.Length; i += Vector256<uint>.Count)
        {
            Vector256<uint> salt = Vector256.Create(Salts[i..]), hash = ((salt + Vector256<uint>.One) * 0x9E3779B1u ^ Vector256.Create<uint>(features[i..])) * 0x85EBCA6Bu + salt;
            hash ^= hash >>> 15;
            hash *= 0x2C1B3C6Du;
            hash ^= hash >>> 12;
            (hash * 0x297A2D39u).CopyTo(features[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        hash ^= hash >> 12;
        return hash * 0x297A2D39u;
    }
}
