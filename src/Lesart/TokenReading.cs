namespace Lesart;

/// <summary>A token as Universal Dependencies describe it.</summary>
/// <param name="Start">UTF-16 code unit, inclusive.</param>
/// <param name="End">UTF-16 code unit, exclusive.</param>
/// <param name="Upos">Universal part of speech (<c>NOUN</c>).</param>
/// <param name="Lemma">Dictionary form.</param>
/// <param name="Feats">Features as <c>Mood=Sub|Number=Sing</c>, sorted by name; <c>_</c> for none.</param>
public readonly record struct TokenReading(int Start, int End, string Upos, string Lemma, string Feats);
