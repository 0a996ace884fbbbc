using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Sets of case, number and gender together, a bit each: what a form can be. Where words of a group agree, their sets meet.</summary>
internal static class AgreementMask
{
    public const uint All = (1u << 24) - 1;

    /// <summary>All that has a number.</summary>
    private const uint Singular = 0b000111_000111_000111_000111;

    /// <summary>The bits of one tag; a field that it leaves open holds all values.</summary>
    public static uint Of(TokenTag tag)
    {
        uint mask = All;
        if (tag.Case != GrammaticalCase.None)
            mask &= 0b111111u << (6 * ((int)tag.Case - 1));
        if (tag.Number != GrammaticalNumber.None)
            mask &= tag.Number == GrammaticalNumber.Singular ? Singular : Singular << 3;
        // a plural shows no gender to what agrees with it
        if (tag.Gender != Gender.None && tag.Number != GrammaticalNumber.Plural)
            mask &= (0b001001_001001_001001_001001u << ((int)tag.Gender - 1)) | (tag.Number == GrammaticalNumber.None ? Singular << 3 : 0);
        return mask;
    }

    /// <summary>The pairs of case and number in a set, a bit each: case * 2 + number, both from 0.</summary>
    public static uint Labels(uint mask)
    {
        // each three bits become their lowest one, and these move together: by pairs, by fours, by eights
        uint labels = (mask | mask >> 1 | mask >> 2) & 0b001001_001001_001001_001001;
        labels = (labels | labels >> 2) & 0b000011_000011_000011_000011;
        labels = (labels | labels >> 4) & 0b000000_001111_000000_001111;
        return (labels | labels >> 8) & 0b11111111;
    }

    /// <summary>The part of a set with this case and number.</summary>
    public static uint With(uint mask, int label) => mask & (7u << (3 * label));

    /// <summary>The gender that a set leaves, none where it leaves several.</summary>
    public static Gender GenderOf(uint mask)
    {
        mask |= mask >> 12;
        mask |= mask >> 6;
        return ((mask | mask >> 3) & 7) switch { 1 => Gender.Masculine, 2 => Gender.Feminine, 4 => Gender.Neuter, _ => Gender.None };
    }

    public static GrammaticalCase CaseOf(int label) => (GrammaticalCase)((label >> 1) + 1);

    public static GrammaticalNumber NumberOf(int label) => (GrammaticalNumber)((label & 1) + 1);
}
