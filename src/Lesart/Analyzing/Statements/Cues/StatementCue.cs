namespace Lesart.Analyzing;

/// <summary>A cue verb in its clause.</summary>
/// <param name="Token">The verb.</param>
/// <param name="Verb">Which verb.</param>
/// <param name="Form">Which of its forms.</param>
/// <param name="Clause">Index of the stretch that holds it.</param>
/// <param name="Helper">Its auxiliary or modal; -1 where there is none.</param>
/// <param name="Prefix">Its separated prefix; -1 where there is none.</param>
/// <param name="IsPassive">Whether the source can only be an agent.</param>
internal readonly record struct StatementCue(int Token, CueVerb Verb, CueFormKind Form, int Clause, int Helper, int Prefix, bool IsPassive)
{
    public bool Has(CueFrame frame) => (Verb.Frames & frame) != CueFrame.None;
}
