namespace Lesart.Analyzing;

/// <summary>What was said last: it decides how a sentence without a cue is read.</summary>
internal sealed class StatementMemory
{
    /// <summary>The last statement that names or inherits a speaker; null before the first one.</summary>
    public StatementDraft? Last { get; private set; }

    /// <summary>Index of the sentence to which <see cref="Last"/> reaches; -1 before the first one.</summary>
    public int LastSentence { get; private set; } = -1;

    /// <summary>Takes note of a statement of the sentence.</summary>
    public void Remember(StatementDraft draft, int sentence)
    {
        if (draft.Content.Count > 0 && draft.Kind != StatementKind.Narrated && draft.Source is not null)
            (Last, LastSentence) = (draft, sentence);
    }

    /// <summary>The last statement goes on in the sentence.</summary>
    public void GoOn(int sentence) => LastSentence = sentence;
}
