using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells which known person a surname by itself means: who holds or held an office at the day, whom the title names in full, who bears a surname of few.</summary>
internal sealed class KnownSurnames(NameText names, DateOnly? day, string? title)
{
    private const char FirstForeign = '\u0370';
    private const int NamedInTitle = 6; // more than all else that tells namesakes apart

    private readonly string _title = title is null ? "" : Spaced(title);
    private readonly NameTables _tables = names.Tables;

    /// <summary>The number of the known person whom a surname by itself means; -1 for nobody, or where several can be meant.</summary>
    /// <param name="form">The surname without the ending of its genitive.</param>
    /// <param name="name">The name that was found.</param>
    public int Of(string form, FoundName name)
    {
        int best = -1, bestScore = 0;
        bool isTie = false;
        IEnumerable<int> bearers = name.State == 0 && (form.Length > 4 || form[0] >= FirstForeign)
            ? _tables.People.Bearers(names.Lexicon.Spelling(form).AsPerson)
            : _tables.Gazetteer.EntriesOf(name.State).Where(static entry => entry.Kind == KnownNameKind.Surname).Select(static entry => entry.Entity);
        // "asch-Scharaa": the article's l becomes the sound that follows
        if (form.IndexOf('-', StringComparison.Ordinal) is (2 or 3 or 4) and int dash && form[0] is 'a' or 'A' && form[1] != 'l' && !bearers.Any())
            bearers = _tables.Gazetteer.EntriesOf($"al{form[dash..]}").Where(static entry => entry.Kind == KnownNameKind.Surname).Select(static entry => entry.Entity);
        foreach (int bearer in bearers)
        {
            KnownEntity known = _tables.Entities[bearer];
            // in office at the day, then a rare surname; a surname of many says nothing by itself
            int score = known.Offices.Any(term => term.Covers(day)) ? 3 : day is not null && known.Offices.Any(term => Near(term, day.Value)) ? 2 : 1;
            score += (_tables.Lists.IsSurname(form) ? 0 : 2) + (IsInTitle(known) ? NamedInTitle : 0);
            if (score > bestScore)
                (best, bestScore, isTie) = (bearer, score, false);
            else if (score == bestScore)
                isTie = true;
        }

        return bestScore >= 3 && !isTie ? best : -1;
    }

    /// <summary>Whether the article's title names a person in full: then the text need not.</summary>
    private bool IsInTitle(KnownEntity known) => _title.Length > 0 && _title.Contains(Spaced(known.Name), StringComparison.Ordinal);

    /// <summary>Words folded, with a blank around each; a hyphen parts as a blank does ("Kim Jong-un", "Kim Jong Un").</summary>
    private static string Spaced(string words) => string.Concat(Folding.Fold(words).Select(static letter => char.IsLetterOrDigit(letter) ? letter : ' ').Prepend(' ').Append(' '));

    private static bool Near(OfficeTerm term, DateOnly day) => term.From.AddYears(-2) <= day && (term.To.Year > 9990 || day <= term.To.AddYears(4));
}
