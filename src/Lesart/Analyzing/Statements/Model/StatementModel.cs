using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>Weights of <see cref="StatementScorer"/> (<c>statements.bin</c>).</summary>
/// <remarks>Two linear models over hashed features: a logistic regression that tells cues, and a conditional random field (Lafferty, McCallum and Pereira, 2001) that labels, for one cue, the words of
/// its sentence. File: magic, power of two of the tables, least score of a cue, steps between labels, then for each of both tables the count of its rows, and each row's number and weights.</remarks>
internal sealed class StatementModel
{
    /// <summary>First number of the file: "LSS1".</summary>
    public const uint Magic = 0x3153534C;

    /// <summary>Labels: nothing, cue, source, content.</summary>
    public const int Labels = 4;

    public const int Nothing = 0, Cue = 1, Source = 2, Content = 3;

    /// <summary>Tables of steps, see <see cref="StatementFeatures.StepOf"/>.</summary>
    public const int StepTables = 4;

    /// <summary>Weights are multiples of this share of one.</summary>
    public const int Scale = 32;

    private readonly AlignedWeights _cues;
    private readonly AlignedWeights _roles;
    private readonly uint _mask;

    private StatementModel(LanguagePack pack)
    {
        ReadOnlySpan<byte> rest = pack.Data.Bytes("statements.bin").Span;
        if (rest.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(rest) != Magic)
            throw new DataException($"language '{pack.Code}': statements.bin holds no weights");
        int bits = (int)BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
        _mask = (1u << bits) - 1;
        LeastCue = BinaryPrimitives.ReadInt32LittleEndian(rest[8..]);
        Steps = MemoryMarshal.Cast<byte, short>(rest.Slice(12, StepTables * Labels * Labels * 2)).ToArray();
        rest = rest[(12 + (StepTables * Labels * Labels * 2))..];
        _cues = new AlignedWeights(1 << bits);
        Span<byte> cues = _cues.Bytes;
        uint rows = BinaryPrimitives.ReadUInt32LittleEndian(rest);
        for (rest = rest[4..]; rows > 0; rows--, rest = rest[5..])
            cues[(int)BinaryPrimitives.ReadUInt32LittleEndian(rest)] = rest[4];
        GC.KeepAlive(_cues);
        _roles = new AlignedWeights(Labels << bits);
        Span<byte> roles = _roles.Bytes;
        rows = BinaryPrimitives.ReadUInt32LittleEndian(rest);
        for (rest = rest[4..]; rows > 0; rows--, rest = rest[8..])
            rest.Slice(4, Labels).CopyTo(roles.Slice((int)BinaryPrimitives.ReadUInt32LittleEndian(rest) * Labels, Labels));
        GC.KeepAlive(_roles);
    }

    /// <summary>Holder of a model that a pack may lack.</summary>
    public sealed record Optional(StatementModel? Model);

    /// <summary>The pack's model; none where it has no weights.</summary>
    public static Optional Load(LanguagePack pack) => new(pack.Data.Has("statements.bin") ? new StatementModel(pack) : null);

    /// <summary>A word whose score is at least this is a cue.</summary>
    public int LeastCue { get; }

    /// <summary>Weight of each step from one label to another, for each of the tables.</summary>
    public short[] Steps { get; }

    /// <summary>Writes a model; weights that would move nothing are left out.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="cues">A weight for each row; their count is a power of two.</param>
    /// <param name="roles">Weights of all labels for each row.</param>
    /// <param name="steps">As <see cref="Steps"/>.</param>
    /// <param name="leastCue">As <see cref="LeastCue"/>.</param>
    public static void Write(Stream stream, float[] cues, float[] roles, float[] steps, float leastCue)
    {
        Put(stream, Magic);
        Put(stream, (uint)BitOperations.Log2((uint)cues.Length));
        Put(stream, (uint)(int)MathF.Round(leastCue * Scale));
        stream.Write(MemoryMarshal.AsBytes<short>(steps.Select(static step => (short)MathF.Round(step * Scale)).ToArray()));
        WriteRows(stream, cues, 1);
        WriteRows(stream, roles, Labels);
    }

    private static void WriteRows(Stream stream, float[] weights, int width)
    {
        sbyte[] rounded = [.. weights.Select(static weight => (sbyte)Math.Clamp(MathF.Round(weight * Scale), -127, 127))];
        int[] kept = [.. Enumerable.Range(0, rounded.Length / width).Where(row => rounded.AsSpan(row * width, width).ContainsAnyExceptInRange((sbyte)-1, (sbyte)1))];
        Put(stream, (uint)kept.Length);
        foreach (int row in kept)
        {
            Put(stream, (uint)row);
            stream.Write(MemoryMarshal.AsBytes(rounded.AsSpan(row * width, width)));
        }
    }

    private static void Put(Stream stream, uint value)
    {
        Span<byte> buffer = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(buffer, value);
        stream.Write(buffer);
    }

    /// <summary>How much speaks for a cue, in shares of <see cref="Scale"/>.</summary>
    public int ScoreCue(ReadOnlySpan<uint> rows)
    {
        int sum = 0;
        ref sbyte first = ref _cues.First;
        foreach (uint row in rows)
            sum += Unsafe.Add(ref first, (nuint)(row & _mask));
        GC.KeepAlive(_cues);
        return sum;
    }

    /// <summary>How much speaks for each label.</summary>
    public void ScoreRole(ReadOnlySpan<uint> rows, Span<int> sums)
    {
        int nothing = 0, cue = 0, source = 0, content = 0;
        ref sbyte first = ref _roles.First;
        foreach (uint row in rows)
        {
            ref sbyte weights = ref Unsafe.Add(ref first, (nuint)((row & _mask) * Labels));
            nothing += weights;
            cue += Unsafe.Add(ref weights, Cue);
            source += Unsafe.Add(ref weights, Source);
            content += Unsafe.Add(ref weights, Content);
        }

        GC.KeepAlive(_roles);

        (sums[Nothing], sums[Cue], sums[Source], sums[Content]) = (nothing, cue, source, content);
    }
}
