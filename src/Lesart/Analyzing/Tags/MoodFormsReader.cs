using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Reads <see cref="MoodForms"/> off a form's readings.</summary>
internal static class MoodFormsReader
{
    public static MoodForms Read(List<FormReading> readings)
    {
        bool isPast = readings.Exists(static reading => reading.Tag is { Mood: Mood.Indicative, Tense: Tense.Past }) && readings.Exists(static reading => reading.Tag is { Mood: Mood.SubjunctiveII, Tense: Tense.Past });
        bool isIndicative = readings.Exists(static reading => reading.Tag.Mood == Mood.Indicative), isImperative = readings.Exists(static reading => reading.Tag.Mood == Mood.Imperative);
        bool isOther = readings.Exists(static reading => reading.Tag.VerbForm == VerbForm.Finite && reading.Tag.Mood != Mood.Imperative);
        bool isRequest = isImperative && isIndicative && readings.TrueForAll(static reading => reading.Tag is { Mood: Mood.Imperative }
            or { Mood: Mood.Indicative, Person: 1, Number: GrammaticalNumber.Singular } or { Mood: Mood.Indicative, Person: 2, Number: GrammaticalNumber.Plural });
        bool isThird = readings.Exists(static reading => reading.Tag is { Mood: Mood.Indicative, Tense: Tense.Present, Person: 3, Number: GrammaticalNumber.Plural });
        bool isPolite = readings.Exists(static reading => reading.Tag.Upos == Upos.Pron && char.IsUpper(reading.Lemma[0]));
        return (isIndicative ? MoodForms.Indicative : MoodForms.None) | (isPast ? MoodForms.WeakPreterite : MoodForms.None) | (isImperative && !isOther ? MoodForms.ImperativeAlone : MoodForms.None)
            | (isRequest ? MoodForms.Request : MoodForms.None) | (isThird ? MoodForms.PoliteRequest : MoodForms.None) | (isPolite ? MoodForms.PolitePronoun : MoodForms.None);
    }
}
