using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>The trained weights of a language (<c>tagger.bin</c>) and what is known of each form.</summary>
/// <remarks>
/// An averaged perceptron (Collins, 2002) with hashed features (Ganchev and Dredze, 2008): each feature is a row of <see cref="Width"/> weights of 8 bits.
/// File: magic, count of tags, the tags (<see cref="TagCode"/>), count of rows that fit in the table as a power of two, count of rows that are not empty, and
/// for each its number and its weights. All numbers little-endian, 32 bits.
/// </remarks>
internal sealed class TaggerModel
{
    /// <summary>First number of the file: "LST1".</summary>
    public const uint Magic = 0x3154534C;

    /// <summary>Most tags; weights in a row.</summary>
    public const int Width = 32;

    private const int RowBytes = sizeof(uint) + Width;

    private readonly FormReader _reader;
    private readonly NameLetters? _letters;
    private readonly FormTable<WordInfo> _words;
    private readonly AlignedWeights _weights;
    private readonly uint _mask;
    private readonly uint[]? _filled; // which rows hold something, a bit each; null where most do
    private readonly short[] _nothing = new short[Width];
    private readonly string _keys;
    private readonly HashSet<string> _infinitiveVerbs;

    private TaggerModel(LanguagePack pack)
    {
        _words = new FormTable<WordInfo>(Make);
        _reader = pack.Table(FormReader.Load);
        _letters = LettersOf(pack);
        ReadsClauses = pack.Setting("clause-verb") == "last";
        _keys = pack.Setting("tag-keys");
        _infinitiveVerbs = InfinitiveVerbsOf(pack);
        if (!pack.Data.Has("tagger.bin"))
        {
            (Tags, _weights) = ([.. Enum.GetValues<Upos>().Select(static upos => new TokenTag(upos))], new AlignedWeights(Width));
            (Groups, Partners) = (new TagGroups(Tags), PartnersOf(Tags));
            return;
        }

        ReadOnlySpan<byte> file = pack.Data.Bytes("tagger.bin").Span;
        if (file.Length < 16 || Next(ref file) != Magic)
            throw new DataException($"language '{pack.Code}': tagger.bin holds no weights");
        Tags = new TokenTag[Next(ref file)];
        for (int i = 0; i < Tags.Length; i++)
            Tags[i] = TagCode.Decode(Next(ref file));
        int size = 1 << (int)Next(ref file), rows = (int)Next(ref file);
        (_weights, _mask) = (new AlignedWeights(size * Width), (uint)size - 1);
        _filled = rows < size / 2 ? new uint[size / 32] : null;
        Span<byte> weights = _weights.Bytes;
        for (; rows > 0; rows--, file = file[RowBytes..])
        {
            uint row = BinaryPrimitives.ReadUInt32LittleEndian(file);
            file.Slice(sizeof(uint), Width).CopyTo(weights.Slice((int)row * Width, Width));
            if (_filled is not null)
                _filled[row >> 5] |= 1u << (int)row;
        }

        GC.KeepAlive(_weights);
        (Groups, Partners) = (new TagGroups(Tags), PartnersOf(Tags));
    }

    /// <summary>A model to be trained: no weights yet.</summary>
    public TaggerModel(LanguagePack pack, TokenTag[] tags)
    {
        _words = new FormTable<WordInfo>(Make);
        _infinitiveVerbs = InfinitiveVerbsOf(pack);
        (_reader, _letters, ReadsClauses, _keys, Tags, _weights) = (pack.Table(FormReader.Load), LettersOf(pack), pack.Setting("clause-verb") == "last", pack.Setting("tag-keys"), tags, new AlignedWeights(Width));
        (Groups, Partners) = (new TagGroups(tags), PartnersOf(tags));
    }

    private static NameLetters? LettersOf(LanguagePack pack) => pack.Data.Has("letters.bin") ? pack.Table(NameLetters.Load) : null;

    private static HashSet<string> InfinitiveVerbsOf(LanguagePack pack) => new(pack.Setting("infinitive-verbs").Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static int[] PartnersOf(TokenTag[] tags) =>
        Array.ConvertAll(tags, tag => tag.Upos is Upos.Aux or Upos.Verb ? Array.FindIndex(tags, other => other == tag with { Upos = tag.Upos == Upos.Aux ? Upos.Verb : Upos.Aux }) : -1);

    /// <summary>The tags that the model tells apart.</summary>
    public TokenTag[] Tags { get; }

    public TagGroups Groups { get; }

    /// <summary>Whether the tagger looks beyond the neighbours at the clause: where verbs stand apart from one another, as in German.</summary>
    public bool ReadsClauses { get; }

    /// <summary>For each tag of an auxiliary that of a full verb in the same form, and the other way round; -1 for none.</summary>
    public int[] Partners { get; }

    /// <summary>Reads the pack's weights; without them words get what the dictionary proposes first.</summary>
    public static TaggerModel Load(LanguagePack pack) => new(pack);

    private static uint Next(ref ReadOnlySpan<byte> file)
    {
        uint number = BinaryPrimitives.ReadUInt32LittleEndian(file);
        file = file[sizeof(uint)..];
        return number;
    }

    /// <summary>What of a tag the model of this pack tells apart (<c>tag-keys</c> in <c>pack.tsv</c>).</summary>
    public static TokenTag Project(TokenTag tag, string keys)
    {
        TokenTag kept = new(tag.Upos);
        if (tag.Upos is not (Upos.Verb or Upos.Aux))
            return tag.Upos == Upos.Noun && keys.Contains("number", StringComparison.Ordinal) ? kept with { Number = tag.Number } : kept;
        if (keys.Contains("verbform", StringComparison.Ordinal))
            kept = kept with { VerbForm = tag.VerbForm == VerbForm.ZuInfinitive ? VerbForm.Infinitive : tag.VerbForm };
        if (keys.Contains("mood", StringComparison.Ordinal))
            kept = kept with { Mood = tag.Mood == Mood.SubjunctiveI ? Mood.SubjunctiveII : tag.Mood };
        if (keys.Contains("tense", StringComparison.Ordinal))
            kept = kept with { Tense = tag.Tense };
        if (keys.Contains("person", StringComparison.Ordinal) && tag is { Person: 3, Number: GrammaticalNumber.Singular, Tense: Tense.Present })
            kept = kept with { Person = 3, Number = GrammaticalNumber.Singular };
        return kept;
    }

    /// <summary>What is known of a form. Threads may do the same work twice; the answer is the same.</summary>
    public WordInfo Describe(string form) => _words.Get(form);

    /// <summary>What is known of a text's forms, in the order of its lexemes.</summary>
    public WordInfo[] DescribeAll(TokenizedText text) => _words.GetAll(text);

    private WordInfo Make(string form)
    {
        List<FormReading> readings = [];
        FormOrigin origin = _reader.Read(form, readings);
        WordShape shape = ShapeOf(form);
        uint proposed = 0;
        bool isFirstPerson = false;
        foreach (FormReading reading in readings)
        {
            TokenTag wanted = Project(reading.Tag, _keys);
            int tag = Array.IndexOf(Tags, wanted);
            if (tag < 0)
                tag = Array.FindIndex(Tags, candidate => candidate.Upos == wanted.Upos && candidate.VerbForm == wanted.VerbForm);
            if (tag >= 0)
                proposed |= 1u << tag;
            isFirstPerson |= reading.Tag is { Upos: Upos.Pron, Person: 1, Number: GrammaticalNumber.Singular };
        }

        Span<char> small = stackalloc char[Math.Min(form.Length, 64)];
        form.AsSpan(0, small.Length).ToLowerInvariant(small);
        uint open = Groups.Open | (proposed & Groups.Closed) | (origin == FormOrigin.Unknown ? Groups.Foreign : 0) | (shape == WordShape.Figures ? Groups.Number : 0);
        bool isFinite = readings.Count > 0 && readings.TrueForAll(static reading => reading.Tag.VerbForm == VerbForm.Finite);
        return new WordInfo
        {
            Form = form,
            Look = shape == WordShape.Capital && _letters is not null ? _letters.Look(form) : 0,
            Readings = [.. readings],
            Origin = origin,
            Shape = shape,
            Small = FormCache.Hash(small),
            Ending = FormCache.Hash(small[^Math.Min(3, small.Length)..]),
            Proposed = proposed,
            Allowed = AllowedOf(origin, shape, proposed, open),
            Class = TaggerFeatures.Row(0, proposed, ((uint)shape << 8) | (proposed == 0 ? (uint)origin : 0)) | 4,
            Broad = BroadOf(readings, shape, form),
            IsFirstPerson = isFirstPerson,
            MayBeFinite = readings.Exists(static reading => reading.Tag.VerbForm == VerbForm.Finite && reading.Tag.Mood != Mood.Imperative),
            IsFinite = isFinite,
            TakesInfinitive = readings.Exists(reading => reading.Tag.Upos is Upos.Verb or Upos.Aux && _infinitiveVerbs.Contains(reading.Lemma)),
            Moods = MoodFormsReader.Read(readings),
            MayOpenClause = readings.Exists(static reading => reading.Tag.Upos == Upos.Sconj),
            Lanes = LanesOf(readings, shape, isFinite),
            Auxiliary = readings.Find(static reading => reading.Tag.Upos == Upos.Aux) is { Lemma: string auxiliary } ? FormCache.Hash(auxiliary) : 0,
            DeterminerMask = MaskOf(readings, static upos => upos is Upos.Det or Upos.Pron),
            NounMask = MaskOf(readings, static upos => upos is Upos.Noun or Upos.Propn),
            FirstPersonTags = FirstPersonTagsOf(readings),
            IsBorder = form.Length == 1 && form[0] is ',' or ';' or ':' or '.' or '!' or '?' or '(' or ')' or '–' or '—',
        };
    }

    private short[] ScoresOf(WordInfo word)
    {
        Span<uint> rows = stackalloc uint[TaggerFeatures.Most];
        int count = TaggerFeatures.OfForm(word, rows);
        short[] scores = new short[Width];
        (Vector256<short> low, Vector256<short> high) = (Vector256<short>.Zero, Vector256<short>.Zero);
        Add(rows[..count], ref low, ref high);
        low.CopyTo(scores);
        high.CopyTo(scores, Width / 2);
        return scores;
    }

    // Where a form is indicative in the first person alone and subjunctive in the third.
    private uint FirstPersonTagsOf(List<FormReading> readings)
    {
        bool isFirst = readings.Exists(static reading => reading.Tag is { Mood: Mood.Indicative, Person: 1, Number: GrammaticalNumber.Singular });
        bool isOther = readings.Exists(static reading => reading.Tag.Mood == Mood.Indicative && reading.Tag is not { Person: 1, Number: GrammaticalNumber.Singular });
        bool isSubjunctive = readings.Exists(static reading => reading.Tag is { Mood: Mood.SubjunctiveI, Person: 3 });
        uint tags = 0;
        for (int tag = 0; tag < Tags.Length && isFirst && isSubjunctive && !isOther; tag++)
            tags |= Tags[tag].Mood == Mood.Indicative ? 1u << tag : 0;
        return tags;
    }

    private uint AllowedOf(FormOrigin origin, WordShape shape, uint proposed, uint open)
    {
        bool isSmall = origin == FormOrigin.Known && shape == WordShape.Small && proposed != 0;
        // what the dictionary knows letter for letter and in closed classes only is nothing else
        if (isSmall && (proposed & ~Groups.Closed) == 0)
            return proposed;
        if (!ReadsClauses || (proposed & Groups.Finite) == 0 || origin is not (FormOrigin.Known or FormOrigin.OtherCase))
            return open;
        // a form has the moods that the dictionary gives it, and one that it knows as a finite verb only is nothing else
        return isSmall && (proposed & ~Groups.Finite) == 0 ? proposed : open & (proposed | ~Groups.Finite);
    }

    private static ulong LanesOf(List<FormReading> readings, WordShape shape, bool isFinite)
    {
        ulong lanes = 0;
        foreach (FormReading reading in readings)
        {
            TokenTag tag = reading.Tag;
            lanes |= tag.VerbForm switch
            {
                VerbForm.Finite when tag.Mood != Mood.Imperative && !isFinite => 1ul << 8,
                VerbForm.Participle => 1ul << 16,
                VerbForm.Infinitive or VerbForm.ZuInfinitive => 1ul << 24,
                _ => 0,
            };
            lanes |= tag.Upos switch
            {
                Upos.Aux => 1ul << 32,
                Upos.Adj when tag.Case == GrammaticalCase.None && shape == WordShape.Small => 1ul << 40,
                Upos.Adp => 1ul << 48,
                _ => 0,
            };
        }

        return lanes | (isFinite ? 1u : 0);
    }

    private static uint MaskOf(List<FormReading> readings, Func<Upos, bool> isWanted)
    {
        uint mask = 0;
        foreach (FormReading reading in readings)
            mask |= isWanted(reading.Tag.Upos) ? AgreementMask.Of(reading.Tag) : 0;
        return mask;
    }

    private static uint BroadOf(List<FormReading> readings, WordShape shape, string form)
    {
        uint broad = 0;
        foreach (FormReading reading in readings)
        {
            broad |= reading.Tag.Upos switch
            {
                Upos.Noun or Upos.Propn => 1u,
                Upos.Adj or Upos.Num => 2u,
                Upos.Verb or Upos.Aux => reading.Tag.VerbForm == VerbForm.Finite ? 4u : 8u,
                Upos.Adv or Upos.Part or Upos.Intj => 16u,
                Upos.Det or Upos.Pron => 32u,
                Upos.Adp => 64u,
                _ => 128u,
            };
        }

        return broad | (shape is WordShape.Small ? 0u : (uint)shape << 8) | (readings.Count > 0 || char.IsLetterOrDigit(form[0]) ? 0 : (uint)form[0] << 12);
    }

    private static WordShape ShapeOf(string form)
    {
        bool hasDigit = false, hasSmall = false, hasCapital = false;
        foreach (char c in form)
        {
            hasDigit |= char.IsDigit(c);
            hasSmall |= char.IsLower(c);
            hasCapital |= char.IsUpper(c);
        }

        return hasDigit ? WordShape.Figures
            : !hasSmall && !hasCapital ? WordShape.Other
            : !hasCapital ? WordShape.Small
            : !hasSmall ? (form.Length > 1 ? WordShape.Capitals : WordShape.Capital)
            : char.IsUpper(form[0]) ? WordShape.Capital : WordShape.Mixed;
    }

    /// <summary>The best of the allowed tags by these rows alone.</summary>
    public int Best(ReadOnlySpan<uint> rows, uint allowed) => Best(_nothing, rows, allowed);

    /// <summary>The best of the allowed tags for a word.</summary>
    public int Best(WordInfo word, ReadOnlySpan<uint> rows, uint allowed) => Best(word.Scores ??= ScoresOf(word), rows, allowed);

    /// <summary>Says that rows are asked for soon, and leaves out those that hold nothing where that is worth asking.</summary>
    /// <param name="rows">The rows of <see cref="TaggerFeatures.OfContext"/>; those that are left stand first.</param>
    /// <returns>How many are left.</returns>
    public int Approach(Span<uint> rows)
    {
        ref sbyte weights = ref _weights.First;
        uint mask = _mask;
        int count = rows.Length;
        if (_filled is not null)
        {
            // a row that holds nothing was met by nobody before: it is in no cache, and waiting for it is dear. No branch, which would be guessed wrong: what holds nothing is overwritten by the next
            ref uint filled = ref MemoryMarshal.GetArrayDataReference(_filled);
            ref uint first = ref MemoryMarshal.GetReference(rows);
            count = TaggerFeatures.Common;
            for (int i = TaggerFeatures.Common; i < rows.Length; i++)
            {
                uint row = Unsafe.Add(ref first, i) & mask;
                Unsafe.Add(ref first, count) = row; // never beyond i
                count += (int)(Unsafe.Add(ref filled, row >> 5) >> (int)row & 1);
            }
        }

        foreach (uint row in rows[..count])
            CacheLine.Prefetch(in Unsafe.Add(ref weights, (nuint)((row & mask) * Width)));
        GC.KeepAlive(_weights);
        return count;
    }

    private int Best(short[] scores, ReadOnlySpan<uint> rows, uint allowed)
    {
        Vector256<short> low = Vector256.Create<short>(scores), high = Vector256.Create<short>(scores.AsSpan(Width / 2));
        Add(rows, ref low, ref high);
        // the first of the allowed sums that is as large as any: without a branch, which would be guessed wrong half of the time
        low = Vector256.ConditionalSelect(Lanes(allowed), low, Vector256.Create(short.MinValue));
        high = Vector256.ConditionalSelect(Lanes(allowed >> (Width / 2)), high, Vector256.Create(short.MinValue));
        Vector256<short> largest = Vector256.Max(low, high);
        Vector128<short> most = Vector128.Max(largest.GetLower(), largest.GetUpper());
        most = Vector128.Max(most, Vector128.Shuffle(most, Vector128.Create(4, 5, 6, 7, 0, 1, 2, 3)));
        most = Vector128.Max(most, Vector128.Shuffle(most, Vector128.Create(2, 3, 0, 1, 6, 7, 4, 5)));
        most = Vector128.Max(most, Vector128.Shuffle(most, Vector128.Create(1, 0, 3, 2, 5, 4, 7, 6)));
        Vector256<short> best = Vector256.Create(most.ToScalar());
        uint equal = Vector256.Narrow(Vector256.Equals(low, best), Vector256.Equals(high, best)).ExtractMostSignificantBits() & allowed;
        return equal == 0 ? 0 : BitOperations.TrailingZeroCount(equal);
    }

    /// <summary>Adds the weights of rows to 32 sums.</summary>
    private void Add(ReadOnlySpan<uint> rows, ref Vector256<short> lowSums, ref Vector256<short> highSums)
    {
        ref sbyte weights = ref _weights.First;
        uint mask = _mask;
        (Vector256<short> low, Vector256<short> high) = (lowSums, highSums);
        foreach (uint row in rows)
        {
            ref sbyte first = ref Unsafe.Add(ref weights, (nuint)((row & mask) * Width));
            low += AlignedWeights.Widen(ref first);
            high += AlignedWeights.Widen(ref Unsafe.Add(ref first, Width / 2));
        }

        GC.KeepAlive(_weights);
        (lowSums, highSums) = (low, high);
    }

    /// <summary>All bits of a lane for each of the lowest 16 bits.</summary>
    private static Vector256<short> Lanes(uint bits)
    {
        Vector256<ushort> ones = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, (ushort)32768);
        return Vector256.Equals(Vector256.Create((ushort)bits) & ones, ones).AsInt16();
    }
}
