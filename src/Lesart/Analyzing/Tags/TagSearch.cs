using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tags a sentence from left to right. Reads some words ahead, on the guess that each gets the tag that its form got before, so that rows of weights are asked for before they are summed.</summary>
/// <remarks>What was foreseen on a wrong guess is made good before the next word is judged: no tag depends on guesses.</remarks>
internal ref struct TagSearch
{
    private const int Ahead = 2; // words
    private const int Places = 4; // a power of two above Ahead

    private readonly TaggerModel _model;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly ReadOnlySpan<WordInfo> _words;
    private readonly ReadOnlySpan<byte> _seen;
    private readonly Span<uint> _rows;
    private readonly Span<Step> _steps;
    private TaggerFeatures.Past _past; // before the next word to be foreseen
    private int _next;

    private TagSearch(TaggerModel model, ReadOnlySpan<Token> tokens, ReadOnlySpan<WordInfo> words, ReadOnlySpan<byte> seen, Mood mood, Span<uint> rows, Span<Step> steps)
    {
        _model = model;
        _tokens = tokens;
        _words = words;
        _seen = seen;
        _rows = rows;
        _steps = steps;
        _past = TaggerFeatures.Begin(words, mood);
    }

    // what is foreseen of a word: what went before it, the tags that it may get, the one that it is expected to get, how many rows speak for it
    private struct Step
    {
        public TaggerFeatures.Past Past;
        public uint Allowed;
        public int Tag;
        public int Rows;
    }

    /// <summary>The best tag of each word by what went before it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tokens">The sentence's tokens.</param>
    /// <param name="words">Their words.</param>
    /// <param name="seen">How else the document writes each lexeme (<see cref="NameCapitals.Read"/>); empty where that doesn't count.</param>
    /// <param name="chosen">Receives the tags.</param>
    /// <param name="mood">Mood of the text's last finite verb, before the sentence and after it.</param>
    public static void Find(TaggerModel model, ReadOnlySpan<Token> tokens, ReadOnlySpan<WordInfo> words, ReadOnlySpan<byte> seen, Span<int> chosen, ref Mood mood)
    {
        Span<uint> rows = stackalloc uint[Places * TaggerFeatures.Most];
        Span<Step> steps = stackalloc Step[Places];
        TagSearch search = new(model, tokens, words, seen, mood, rows, steps);
        for (int i = 0; i < words.Length; i++)
            chosen[i] = search.Decide(i);
        mood = search._past.Mood;
    }

    private int Decide(int i)
    {
        while (_next < Math.Min(_words.Length, i + 1 + Ahead))
            Foresee();
        ref Step step = ref _steps[i & (Places - 1)];
        // where one tag alone is allowed, nobody asks the weights
        int tag = BitOperations.IsPow2(step.Allowed) ? step.Tag : _model.Best(_words[i], RowsOf(i)[..step.Rows], step.Allowed);
        if (tag != step.Tag)
            Correct(i, tag);
        return tag;
    }

    private readonly Span<uint> RowsOf(int i) => _rows.Slice((i & (Places - 1)) * TaggerFeatures.Most, TaggerFeatures.Most);

    private void Foresee()
    {
        int i = _next++;
        ref Step step = ref _steps[i & (Places - 1)];
        Approach(i);
        step.Past = _past;
        step.Allowed = Tagger.Allowed(_model, _words[i], _tokens[i].Kind) & ~Tagger.Barred(_words, i, _past.HasFirstPerson);
        step.Tag = Expected(_words[i], step.Allowed);
        ReadRows(i, ref step);
        Tagger.Advance(ref _past, _words[i], step.Tag, _model.Tags[step.Tag]);
    }

    private void Approach(int i)
    {
        TaggerFeatures.LookAhead(_words, i, ref _past);
        _past.Seen = _seen.Length == 0 ? 0u : _seen[_tokens[i].Lexeme];
    }

    private static int Expected(WordInfo word, uint allowed) =>
        !BitOperations.IsPow2(allowed) && word.UsualTag is >= 0 and int tag && (allowed >> tag & 1) != 0 ? tag : BitOperations.TrailingZeroCount(allowed) & 31;

    private readonly void ReadRows(int i, ref Step step)
    {
        if (BitOperations.IsPow2(step.Allowed))
            return;
        Span<uint> rows = RowsOf(i);
        step.Rows = _model.Approach(rows[..TaggerFeatures.OfContext(_words, i, in step.Past, _model.ReadsClauses, rows)]);
    }

    // byte by byte: whatever fields there are, those that differ are found
    private static bool AreSame(ref readonly TaggerFeatures.Past one, ref readonly TaggerFeatures.Past other) => BytesOf(in one).SequenceEqual(BytesOf(in other));

    private static ReadOnlySpan<byte> BytesOf(ref readonly TaggerFeatures.Past past) =>
        MemoryMarshal.CreateReadOnlySpan(in Unsafe.As<TaggerFeatures.Past, byte>(ref Unsafe.AsRef(in past)), Unsafe.SizeOf<TaggerFeatures.Past>());

    // Reads anew what was foreseen behind a word that got another tag.
    private void Correct(int i, int tag)
    {
        _past = _steps[i & (Places - 1)].Past;
        Tagger.Advance(ref _past, _words[i], tag, _model.Tags[tag]);
        for (int k = i + 1; k < _next; k++)
        {
            ref Step step = ref _steps[k & (Places - 1)];
            Approach(k);
            if (!AreSame(in step.Past, in _past))
            {
                step.Past = _past;
                ReadRows(k, ref step);
            }

            Tagger.Advance(ref _past, _words[k], step.Tag, _model.Tags[step.Tag]);
        }
    }
}
