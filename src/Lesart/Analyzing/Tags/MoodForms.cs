namespace Lesart.Analyzing;

/// <summary>What a form tells of moods by itself.</summary>
[Flags]
internal enum MoodForms : byte
{
    None = 0,

    /// <summary>Some reading is indicative.</summary>
    Indicative = 1,

    /// <summary>Indicative and subjunctive are one form in the past ("sagte").</summary>
    WeakPreterite = 2,

    /// <summary>An imperative and no other finite verb ("gib").</summary>
    ImperativeAlone = 4,

    /// <summary>A request, if its subject isn't named: only "I" and "you" have the form ("lass", "lasst").</summary>
    Request = 8,

    /// <summary>A request before a polite pronoun ("melden Sie").</summary>
    PoliteRequest = 16,

    /// <summary>A polite pronoun ("Sie").</summary>
    PolitePronoun = 32,
}
