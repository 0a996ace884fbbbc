namespace Lesart;

/// <summary>Another story about the same actors.</summary>
public sealed record RelatedStory(string Story, string Why);
