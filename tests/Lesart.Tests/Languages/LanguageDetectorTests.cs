using Lesart.Languages;

namespace Lesart.Tests.Languages;

/// <summary>A text's language is told by its function words, or not at all.</summary>
public sealed class LanguageDetectorTests
{
    private static readonly LanguageDetector Detector = new(BuiltIn.Packs);

    [Theory]
    [InlineData("Der Minister hat am Mittwoch erklärt, dass die Brücke noch in diesem Jahr gebaut wird.", "de")]
    [InlineData("The minister said on Wednesday that the bridge would be built before the end of the year.", "en")]
    [InlineData("18.15 und 20.30 Uhr: Handball, Halbfinale, Kiel - Flensburg 21.00 Uhr: Rückblick", "de")] // hardly a function word, but short
    [InlineData("9.30 Uhr: Segeln: Route du Rhum, 2. Tag 11.15 und 19.40 Uhr: Crédit de Lyon, Viertelfinale", "de")] // names bring their own words
    [InlineData("Le ministre a dit mercredi que le pont serait construit avant la fin de l'année.", "fr")]
    [InlineData("", null)]
    [InlineData("4711 0815 42", null)]
    [InlineData("Pociąg spóźnił się dwie godziny, powiedział rzecznik kolei w środę po południu.", null)]
    [InlineData("Поезд опоздал на два часа, сообщил представитель железной дороги.", null)]
    public void The_language_is_told_or_left_open(string text, string? language)
    {
        Detector.Detect(text).ShouldBe(language);
    }
}
