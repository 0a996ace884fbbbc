namespace Lesart.Collating;

/// <summary>A place where something is held against somebody.</summary>
internal sealed class Held(AccountText text, Statement? statement, TextSpan sentence, string accused, HashSet<string> keys, Stance stance = Stance.Hedged)
{
    public AccountText Text => text;

    /// <summary>Null where the sentence names no accuser.</summary>
    public Statement? Statement => statement;

    public string Accused => accused;

    public HashSet<string> Keys => keys;

    public int Sentence { get; } = text.SentenceAt(statement?.Content[0].Start ?? sentence.Start);

    public int Start => statement?.Content[0].Start ?? sentence.Start;

    /// <summary>Whether it is an accusation only because it is denied.</summary>
    public bool IsClaim => statement is not null && statement.CueClass != "accuses";

    /// <summary>Whether the account tells it as an accusation, by a cue or with reserve, and does not only speak of what is denied elsewhere.</summary>
    public bool IsSurelyTold => statement is null ? stance is Stance.Hedged : !statement.Cue.IsEmpty;

    public Accusation Tell() => statement is null ? new Accusation(text.Account.Id, null, null, stance, [sentence]) : new Accusation(text.Account.Id, statement.Id, statement.Speaker, statement.Stance, statement.Content);
}
