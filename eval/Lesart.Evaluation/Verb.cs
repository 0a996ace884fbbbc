namespace Lesart.Evaluation;

/// <summary>One thing that can be evaluated.</summary>
internal sealed record Verb(string Name, string Arguments, string Does, Func<string[], int> Run);
