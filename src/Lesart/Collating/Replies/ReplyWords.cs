using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>By which words a language tells of accusations, of those who speak for others, and of silence: <c>replies.tsv</c>.</summary>
internal sealed class ReplyWords
{
    private ReplyWords(LanguagePack pack, TermLexicon lexicon)
    {
        foreach (DataRow row in pack.Data.Rows("replies.tsv"))
        {
            string[] entries = row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            switch (row[0])
            {
                case "charge":
                    Charges.UnionWith(entries.Select(entry => lexicon.Look(entry).Lemma));
                    break;
                case "telling":
                    Tellings.UnionWith(entries.Select(entry => lexicon.Look(entry).Lemma));
                    break;
                case "body":
                    Bodies.UnionWith(entries.SelectMany(entry => (string[])[lexicon.Look(entry).Lemma, Folding.Fold(entry)]));
                    break;
                case "told-charge":
                    ToldCharges.AddRange(entries.Select(static entry => entry.Split(' ').Select(static word => word.Split('|').Select(static form => Folding.Fold(form)).ToArray()).ToArray()));
                    break;
                case "against":
                    Against.UnionWith(Folded());
                    break;
                case "aside":
                    Asides.UnionWith(Folded());
                    break;
                case "agent":
                    Agents.UnionWith(Folded());
                    break;
                case "pointing":
                    Pointing.UnionWith(Folded());
                    break;
                case "favour":
                    Favours.UnionWith(entries.Select(entry => lexicon.Look(entry).Lemma));
                    break;
                case "unreal":
                    Unreal.UnionWith(entries); // folded, "würde" were "wurde"
                    break;
                case "condition":
                    Conditions.UnionWith(entries.Select(static entry => Folding.Fold(entry)));
                    break;
                case "complement":
                    Complements.UnionWith(entries.Select(static entry => Folding.Fold(entry)));
                    break;
                case "accusation":
                    Accusations.UnionWith(entries.Select(entry => lexicon.Look(entry).Lemma));
                    break;
                case "refutation" or "doubtful-refutation" or "involvement" or "no-denial" or "ruling-out":
                    break; // DenialWords
                case "defender":
                    Defenders.UnionWith(entries.Select(entry => lexicon.Look(entry).Lemma));
                    Spokespeople.UnionWith(Defenders);
                    break;
                case "told-blame":
                    ToldBlames.AddRange(entries.Select(static entry => entry.Split(' ').Select(static word => word.Split('|').Select(static form => Folding.Fold(form)).ToArray()).ToArray()));
                    break;
                case "spokesperson":
                    Spokespeople.UnionWith(entries.Select(entry => lexicon.Look(entry).Lemma));
                    break;
                case "own-work":
                    OwnWork.AddRange(entries.Select(entry => entry.Split(' ').Select(static word => Folding.Fold(word)).ToArray()));
                    break;
                case "no-comment":
                    Silences.AddRange(entries.Select(entry => entry.Split(' ').Select(word => lexicon.Look(word) is { IsFunctionWord: false } term ? term.Stem : Folding.Fold(word)).ToArray()));
                    break;
                default:
                    throw row.Error($"'{row[0]}' is no kind of words about replies");
            }

            IEnumerable<string> Folded() => entries.Select(static entry => Folding.Fold(entry));
        }
    }

    /// <summary>Nouns that call something an accusation, by dictionary form.</summary>
    public HashSet<string> Charges { get; } = new(StringComparer.Ordinal);

    /// <summary>Nouns for what somebody said, by which a denial may name it ("that account"), by dictionary form.</summary>
    public HashSet<string> Tellings { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that begin a clause that says what is denied or claimed, folded.</summary>
    public HashSet<string> Complements { get; } = new(StringComparer.Ordinal);

    /// <summary>Words with which a clause begins that says under what condition, or before what, something is so; folded.</summary>
    public HashSet<string> Conditions { get; } = new(StringComparer.Ordinal);

    /// <summary>Words of those that hold something against somebody themselves, and do not only call it so, by dictionary form.</summary>
    public HashSet<string> Accusations { get; } = new(StringComparer.Ordinal);

    /// <summary>Nouns for those who speak for others, by dictionary form.</summary>
    public HashSet<string> Spokespeople { get; } = new(StringComparer.Ordinal);

    /// <summary>Nouns for those who speak for the accused by trade, by dictionary form.</summary>
    public HashSet<string> Defenders { get; } = new(StringComparer.Ordinal);

    /// <summary>Phrases of one who blames another, who stands between their first and their last word: for each word its forms, folded, in text order.</summary>
    public List<string[][]> ToldBlames { get; } = [];

    /// <summary>Nouns that call a body by what it is, by dictionary form and folded.</summary>
    public HashSet<string> Bodies { get; } = new(StringComparer.Ordinal);

    /// <summary>Phrases that hold something against somebody without naming who does: for each word its forms, folded, in text order.</summary>
    public List<string[][]> ToldCharges { get; } = [];

    /// <summary>Words before whom an accusation is against, folded.</summary>
    public HashSet<string> Against { get; } = new(StringComparer.Ordinal);

    /// <summary>Words before somebody who is not the one who acts, folded.</summary>
    public HashSet<string> Asides { get; } = new(StringComparer.Ordinal);

    /// <summary>Words before the one who acts in a passive clause, folded.</summary>
    public HashSet<string> Agents { get; } = new(StringComparer.Ordinal);

    /// <summary>Pronouns for what was said before, folded.</summary>
    public HashSet<string> Pointing { get; } = new(StringComparer.Ordinal);

    /// <summary>Nouns for what is asked for: to deny it is to withhold it; by dictionary form.</summary>
    public HashSet<string> Favours { get; } = new(StringComparer.Ordinal);

    /// <summary>Words by which a denial is thought of, not told, as written.</summary>
    public HashSet<string> Unreal { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words in a row by which an account says that it asked or saw for itself ("told this newspaper").</summary>
    public List<string[]> OwnWork { get; } = [];

    /// <summary>Words that say together that somebody doesn't answer, by stem.</summary>
    public List<string[]> Silences { get; } = [];

    /// <summary>The words of a language.</summary>
    public static ReplyWords Of(LanguagePack pack, TermLexicon lexicon) => pack.Table(pack => new ReplyWords(pack, lexicon));
}
