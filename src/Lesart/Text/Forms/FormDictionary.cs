using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>A language's full-form dictionary (<c>forms.bin</c>): form in, readings out.</summary>
/// <remarks>
/// A minimal acyclic automaton (Daciuk and others, 2000) over the bytes of form, 0, rule, 1, number of a set of tags. The rule makes the lemma from the form:
/// where two bytes are taken out, how many are cut off the end, what is put there. Forms that inflect alike thus share their tails.
/// File: magic, count of sets, each with its count and tags (<see cref="TagCode"/>), count of arcs, the arcs. All numbers little-endian, 32 bits.
/// An arc holds its label in bits 0-7, whether a form ends there in bit 8, whether it is the last of its state in bit 9, its target state's first arc above.
/// </remarks>
internal sealed class FormDictionary
{
    /// <summary>First number of the file: "LSF1".</summary>
    public const uint Magic = 0x3146534C;

    private const int LongestForm = 64;
    private static readonly FormDictionary Empty = new(new FileBytes([]), 0, []);

    private readonly FileBytes _file;
    private readonly int _first; // where the arcs begin
    private readonly TokenTag[][] _sets;

    private FormDictionary(FileBytes file, int first, TokenTag[][] sets) => (_file, _first, _sets) = (file, first, sets);

    private ReadOnlySpan<uint> Arcs => MemoryMarshal.Cast<byte, uint>(_file.Span[_first..]);

    /// <summary>Reads the pack's dictionary; an empty one where it has none.</summary>
    /// <exception cref="DataException">The file is damaged.</exception>
    public static FormDictionary Load(LanguagePack pack)
    {
        if (!pack.Data.Has("forms.bin"))
            return Empty;
        FileBytes bytes = pack.Data.Bytes("forms.bin");
        ReadOnlySpan<byte> rest = bytes.Span;
        if (bytes.Length < 12 || Next(ref rest) != Magic)
            throw new DataException($"language '{pack.Code}': forms.bin is no dictionary");
        TokenTag[][] sets = new TokenTag[Next(ref rest)][];
        for (int i = 0; i < sets.Length; i++)
        {
            sets[i] = new TokenTag[Next(ref rest)];
            for (int k = 0; k < sets[i].Length; k++)
                sets[i][k] = TagCode.Decode(Next(ref rest));
        }

        int count = (int)Next(ref rest);
        if (rest.Length != count * sizeof(uint))
            throw new DataException($"language '{pack.Code}': forms.bin is cut off");
        if (BitConverter.IsLittleEndian)
            return new FormDictionary(bytes, bytes.Length - rest.Length, sets);
        uint[] arcs = MemoryMarshal.Cast<byte, uint>(rest).ToArray();
        BinaryPrimitives.ReverseEndianness(arcs, arcs);
        return new FormDictionary(new FileBytes(MemoryMarshal.AsBytes(arcs.AsSpan()).ToArray()), 0, sets);
    }

    private static uint Next(ref ReadOnlySpan<byte> rest)
    {
        uint value = BinaryPrimitives.ReadUInt32LittleEndian(rest);
        rest = rest[4..];
        return value;
    }

    /// <summary>Whether the form is known, letter for letter.</summary>
    public bool Contains(ReadOnlySpan<char> form)
    {
        Span<byte> bytes = stackalloc byte[LongestForm * 3];
        return TryEncode(form, bytes, out int length) && Walk(bytes[..length], out uint state) && Step(state, 0, out _);
    }

    /// <summary>Adds the readings of exactly this form.</summary>
    /// <returns>Whether there are any.</returns>
    public bool Read(ReadOnlySpan<char> form, List<FormReading> readings)
    {
        Span<byte> bytes = stackalloc byte[LongestForm * 3];
        if (!TryEncode(form, bytes, out int length) || !Walk(bytes[..length], out uint state) || !Step(state, 0, out uint rules))
            return false;
        Span<byte> rule = stackalloc byte[LongestForm * 3];
        Collect(rules, rule, 0, bytes[..length], readings);
        return true;
    }

    /// <summary>All forms, in the order of the automaton.</summary>
    public IEnumerable<string> Forms() => _file.Length == 0 ? [] : Forms(0, []);

    private IEnumerable<string> Forms(uint state, byte[] before)
    {
        for (uint arc = state; ; arc++)
        {
            uint value = Arcs[(int)arc];
            if ((byte)value == 0)
            {
                yield return Encoding.UTF8.GetString(before);
            }
            else
            {
                foreach (string form in Forms(value >> 10, [.. before, (byte)value]))
                    yield return form;
            }

            if ((value & 0x200) != 0)
                yield break;
        }
    }

    private static bool TryEncode(ReadOnlySpan<char> form, Span<byte> bytes, out int length)
    {
        length = 0;
        if (form.Length is 0 or > LongestForm)
            return false;
        length = Encoding.UTF8.GetBytes(form, bytes);
        return true;
    }

    private bool Walk(ReadOnlySpan<byte> bytes, out uint state)
    {
        state = 0;
        foreach (byte label in bytes)
        {
            if (!Step(state, label, out state))
                return false;
        }

        return true;
    }

    private bool Step(uint state, byte label, out uint target)
    {
        ReadOnlySpan<uint> arcs = Arcs;
        for (uint arc = state; arc < (uint)arcs.Length; arc++)
        {
            uint value = arcs[(int)arc];
            if ((byte)value == label)
            {
                target = value >> 10;
                return true;
            }

            if ((value & 0x200) != 0)
                break;
        }

        target = 0;
        return false;
    }

    private void Collect(uint state, Span<byte> rule, int length, ReadOnlySpan<byte> form, List<FormReading> readings)
    {
        for (uint arc = state; ; arc++)
        {
            uint value = Arcs[(int)arc];
            rule[length] = (byte)value;
            if ((value & 0x100) != 0)
                Apply(rule[..(length + 1)], form, readings);
            else
                Collect(value >> 10, rule, length + 1, form, readings);
            if ((value & 0x200) != 0)
                return;
        }
    }

    private void Apply(ReadOnlySpan<byte> rule, ReadOnlySpan<byte> form, List<FormReading> readings)
    {
        // rule: where two bytes go (1 for nowhere), bytes cut, what to add, 1, the set's number in base 250; each number plus 2
        int infix = rule[0] - 2, cut = rule[1] - 2;
        ReadOnlySpan<byte> add = rule[2..^3];
        Span<byte> lemma = stackalloc byte[form.Length + add.Length];
        int length = 0, kept = form.Length - cut;
        for (int i = 0; i < kept; i++)
        {
            if (infix < 0 || i < infix || i >= infix + 2)
                lemma[length++] = form[i];
        }

        add.CopyTo(lemma[length..]);
        string word = Encoding.UTF8.GetString(lemma[..(length + add.Length)]);
        foreach (TokenTag tag in _sets[((rule[^2] - 2) * 250) + rule[^1] - 2])
            readings.Add(new FormReading(tag, word));
    }
}
