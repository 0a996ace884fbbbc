namespace Lesart.Analyzing;

/// <summary>A stretch between quotation marks.</summary>
/// <param name="First">The opening mark's token.</param>
/// <param name="Last">Token after the closing mark; after the last word where it was never closed.</param>
/// <param name="Depth">0 outside any other.</param>
/// <param name="Words">Number of words inside.</param>
/// <param name="IsClosed">Whether a closing mark was found.</param>
/// <param name="IsOpaque">Whether it is a sentence of its own, or more than one, that takes no part in the clause around it.</param>
internal readonly record struct Quotation(int First, int Last, int Depth, int Words, bool IsClosed, bool IsOpaque)
{
    /// <summary>First token inside.</summary>
    public int InnerFirst => First + 1;

    /// <summary>Token after the last one inside.</summary>
    public int InnerLast => IsClosed ? Last - 1 : Last;
}
