namespace Lesart.Extracting;

/// <summary>A source, or the rest of it, can't be used; the message is a reason for the user. Becomes a <see cref="Problem"/> in <see cref="Extractor"/>.</summary>
internal sealed class UnreadableSourceException(string reason) : Exception(reason);
