namespace Lesart.Analyzing;

/// <summary>A name as it stands in the text, before it is linked.</summary>
/// <param name="First">First token.</param>
/// <param name="Last">Token after the last one.</param>
/// <param name="Type">What the finder takes it for.</param>
/// <param name="State">Where the gazetteer knows exactly these words: its state; else 0.</param>
internal readonly record struct FoundName(int First, int Last, EntityType Type, int State = 0);
