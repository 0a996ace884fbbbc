using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lesart.Analyzing;

namespace Lesart.Tests.Analyzing;

/// <summary>Compact tables of weights give what plain ones would.</summary>
public sealed class WeightTableTests
{
    private const int Rows = 256, Width = 16;

    [Fact]
    public void Kept_rows_are_found_and_empty_ones_left_out()
    {
        byte[] plain = new byte[Rows * Width];
        Random random = new(7);
        foreach (int row in (int[])[0, 1, 63, 64, 70, 128, 200, 255])
            random.NextBytes(plain.AsSpan(row * Width, Width));
        plain[130 * Width + 5] = 1;
        using MemoryStream file = new();
        SparseRows.Write(file, MemoryMarshal.Cast<byte, sbyte>(plain), Width);
        file.Length.ShouldBe((Rows / 8) + (9 * Width));
        file.Position = 0;
        SparseRows table = SparseRows.Read(file, Rows, Width);
        table.Count.ShouldBe(9);
        uint[] features = [.. Enumerable.Range(0, Rows).Select(static row => (uint)row << 3)];
        int[] places = new int[Rows];
        int count = table.Find(features, 3, places);
        byte[][] kept = [.. Enumerable.Range(0, Rows).Select(row => plain[(row * Width)..((row + 1) * Width)]).Where(static row => row.Any(static weight => weight != 0))];
        count.ShouldBe(kept.Length);
        for (int i = 0; i < count; i++)
            MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref table.First, places[i]), Width)).ToArray().ShouldBe(kept[i]);
    }

    [Fact]
    public void A_table_that_breaks_off_is_no_table()
    {
        using MemoryStream file = new(Enumerable.Repeat((byte)255, (Rows / 8) + Width).ToArray());
        Should.Throw<EndOfStreamException>(() => SparseRows.Read(file, Rows, Width));
    }

    [Fact]
    public void Weights_of_another_format_are_no_model()
    {
        using MemoryStream file = new(new byte[1 << 20]);
        Should.Throw<Lesart.Languages.DataException>(() => NameModel.Read(file)).Message.ShouldContain("names.model");
    }

    [Fact]
    public void Weights_begin_at_a_line_of_the_cache()
    {
        AlignedWeights weights = new(100);
        weights.Bytes.Length.ShouldBe(100);
        weights.Bytes.ContainsAnyExcept((byte)0).ShouldBeFalse();
        weights.Bytes[0] = 17;
        weights.First.ShouldBe((sbyte)17);
    }

    [Theory]
    [InlineData(0u, 0)]
    [InlineData(0b1000u, 3)]
    [InlineData(0b110_0000u, 5)]
    [InlineData(0x8001_0000u, 16)]
    [InlineData(0x8000_0000u, 31)]
    [InlineData(uint.MaxValue, 0)]
    public void Among_equals_the_first_allowed_tag_is_best(uint allowed, int best) =>
        new TaggerModel(Pack, []).Best([], allowed).ShouldBe(best);

    private static readonly Lesart.Languages.LanguagePack Pack = new("fr", Lesart.Languages.DataFolder.BuiltIn("languages/").Below("fr"));
}
