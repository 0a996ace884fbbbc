using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What a language's words for speech and clauses say of one form. Made once a form, shared by texts and threads.</summary>
internal sealed class StatementWord : FormEntry
{
    /// <summary>In small letters.</summary>
    public required string Lower { get; init; }

    public required WordClass Class { get; init; }

    /// <summary>The cue verbs that it can be a form of.</summary>
    public required IReadOnlyList<CueForm> Forms { get; init; }

    /// <summary>The cue noun that it is a form of; null where it is none.</summary>
    public required CueNoun? Noun { get; init; }

    /// <summary>The cue phrases that begin with it.</summary>
    public required IReadOnlyList<CuePhrase> Phrases { get; init; }

    /// <summary>Whether what it names as a noun can say something.</summary>
    public required bool CanSpeak { get; init; }

    /// <summary>Whether it is a web address ("example.de").</summary>
    public required bool IsAddress { get; init; }

    /// <summary>Looks a form up.</summary>
    public static StatementWord Of(string form, StatementLexicon lexicon)
    {
        string lower = form.ToLowerInvariant();
        return new StatementWord
        {
            Form = form,
            Lower = lower,
            Class = lexicon.Class(lower),
            Forms = lexicon.Forms(lower),
            Noun = lexicon.Noun(form),
            Phrases = lexicon.Phrases(lower),
            CanSpeak = lexicon.CanSpeak(lower),
            IsAddress = LooksLikeAddress(form),
        };
    }

    private static bool LooksLikeAddress(string form)
    {
        int dot = form.Length < 5 ? -1 : form.LastIndexOf('.', form.Length - 2);
        return dot > 0 && char.IsAsciiLetter(form[0]) && char.IsAsciiLetterLower(form[dot + 1]) && char.IsAsciiLetterLower(form[^1]);
    }
}
