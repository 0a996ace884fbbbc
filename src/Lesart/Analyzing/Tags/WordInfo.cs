using System.Runtime.InteropServices;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>How a word is written.</summary>
internal enum WordShape : byte
{
    Small, Capital, Capitals, Mixed, Figures, Other,
}

/// <summary>All that the tagger knows of a form before it sees its neighbours. Made once a form, shared by texts and threads.</summary>
internal sealed class WordInfo : FormEntry
{
    // threads may do the same work twice; the answer is the same
    private ChosenReading? _first;
    private ulong _agreement; // part of speech from 1, and below it the answer

    public required FormReading[] Readings { get; init; }

    public required FormOrigin Origin { get; init; }

    public required WordShape Shape { get; init; }

    /// <summary>What its letters alone tell of a word with one capital (<see cref="NameLetters.Look"/>); 0 where the pack has no table for it.</summary>
    public required uint Look { get; init; }

    /// <summary>Hash of the form in small letters.</summary>
    public required uint Small { get; init; }

    /// <summary>Hash of its last three letters.</summary>
    public required uint Ending { get; init; }

    /// <summary>The model's tags that its readings allow, a bit each.</summary>
    public required uint Proposed { get; init; }

    /// <summary>The model's tags that it may get at all.</summary>
    public required uint Allowed { get; init; }

    /// <summary>Hash of <see cref="Proposed"/>, shape and origin.</summary>
    public required uint Class { get; init; }

    /// <summary>Which of eight broad groups its readings belong to, a bit each, and whether it has a capital.</summary>
    public required uint Broad { get; init; }

    /// <summary>Whether it can be a pronoun of the first person singular.</summary>
    public required bool IsFirstPerson { get; init; }

    /// <summary>Whether some reading is a finite verb, and whether every reading is.</summary>
    public required bool MayBeFinite { get; init; }

    public required bool IsFinite { get; init; }

    /// <summary>Whether it can have a bare infinitive beside it: a form of a verb in the pack's setting <c>infinitive-verbs</c>.</summary>
    public required bool TakesInfinitive { get; init; }

    public required MoodForms Moods { get; init; }

    /// <summary>Whether it can be a subordinating word.</summary>
    public required bool MayOpenClause { get; init; }

    /// <summary>What it can be to its clause: a surely finite verb, perhaps a finite one, a participle, an infinitive, an auxiliary, a predicate adjective, a preposition; one byte each, 0 or 1, so that
    /// sums count words.</summary>
    public required ulong Lanes { get; init; }

    /// <summary>Hash of the lemma if it can be an auxiliary; 0 otherwise.</summary>
    public required uint Auxiliary { get; init; }

    /// <summary>Case, number and gender that it can have as a determiner or pronoun, and as a noun or name.</summary>
    public required uint DeterminerMask { get; init; }

    public required uint NounMask { get; init; }

    /// <summary>The tags that it gets only beside a pronoun of the first person, a bit each: "nehme" is indicative with "ich" alone.</summary>
    public required uint FirstPersonTags { get; init; }

    /// <summary>Whether a clause can end or begin here: a comma, a bracket, a full stop.</summary>
    public required bool IsBorder { get; init; }

    /// <summary>Sum of the weights that depend on the form alone, one for each tag; worked out where it is first asked for.</summary>
    public short[]? Scores { get; set; }

    /// <summary>A tag that it got before; -1 where it got none yet.</summary>
    public int UsualTag => _first?.Tag ?? -1;

    /// <summary>Whether its form tells any of these.</summary>
    public bool Has(MoodForms forms) => (Moods & forms) != MoodForms.None;

    /// <summary>The reading that fits one of the model's tags best (<see cref="Morphology.Choose"/>); that of the first tag asked for is kept.</summary>
    public FormReading ReadingOf(int tag, TokenTag[] tags)
    {
        ChosenReading first = _first ??= new ChosenReading(tag, Morphology.Choose(this, tags[tag]));
        return first.Tag == tag ? first.Reading : Morphology.Choose(this, tags[tag]);
    }

    /// <summary>What the word can be in a noun group as this part of speech (<see cref="NounGroup.Of"/>); the last answer is kept.</summary>
    public uint AgreementAs(Upos upos)
    {
        ulong known = Volatile.Read(ref _agreement);
        if (known >> 32 == (uint)upos + 1)
            return (uint)known;
        uint mask = NounGroup.Of(this, upos);
        Volatile.Write(ref _agreement, (((ulong)upos + 1) << 32) | mask);
        return mask;
    }

    /// <summary>Hash of one of its lemmas (<see cref="FormCache.Hash"/>); that of its first tag's is kept.</summary>
    public uint HashOf(string lemma) => _first is ChosenReading first && ReferenceEquals(first.Reading.Lemma, lemma) ? first.LemmaHash : FormCache.Hash(lemma);

    /// <summary>Says that what it is made of is needed soon.</summary>
    public void PrefetchParts()
    {
        if (Scores is short[] scores)
            CacheLine.Prefetch(in MemoryMarshal.GetArrayDataReference(scores), lines: 2);
        CacheLine.Prefetch(in MemoryMarshal.GetArrayDataReference(Readings), lines: 2);
        _first?.Prefetch();
    }

    private sealed record ChosenReading(int Tag, FormReading Reading)
    {
        private readonly uint _lemmaHash = FormCache.Hash(Reading.Lemma);

        public uint LemmaHash => _lemmaHash;

        public void Prefetch() => CacheLine.Prefetch(in _lemmaHash);
    }
}
