namespace Lesart;

/// <summary>Another story about the same actors.</summary>
/// <param name="Story">Its id.</param>
/// <param name="Why">What both have in common, in the reader's language.</param>
public sealed record RelatedStory(string Story, string Why);
