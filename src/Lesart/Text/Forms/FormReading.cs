namespace Lesart.Text;

/// <summary>One way to read a form: what it is and which word it belongs to.</summary>
internal readonly record struct FormReading(TokenTag Tag, string Lemma);
