using System.Globalization;

namespace Lesart.Evaluation;

/// <summary>Counts how much of the rows of wording holds, by what a reader said of their terms.</summary>
/// <param name="title">What is scored.</param>
/// <param name="showErrors">Whether wrong rows are printed.</param>
internal sealed class RowScore(string title, bool showErrors)
{
    private int _right;
    private int _shown;
    private int _found;
    private int _known;
    private int _sound;
    private int _rows;
    private int _named;
    private int _namedRight;
    private int _sure;
    private int _sureRight;

    /// <summary>Counts the rows of a story.</summary>
    /// <param name="labels">What its terms call.</param>
    /// <param name="wording">Its rows.</param>
    /// <param name="entities">Ids of what is named.</param>
    public void Add(LabelledTerms labels, IEnumerable<Wording> wording, IReadOnlySet<string> entities)
    {
        HashSet<(string, string)> together = [];
        foreach (Wording row in wording)
        {
            (string Account, string Term, string? Thing)[] terms = [.. row.Terms.Select(term => (term.Account, term.Term, Thing: labels.ThingOf(term.Account, term.Term, term.Spans)))];
            (string Account, string Term, string Thing)[] known = [.. terms.Where(static term => term.Thing is not null).Select(static term => (term.Account, term.Term, term.Thing!))]; // filtered
            int right = 0, shown = 0;
            for (int i = 0; i < known.Length; i++)
            {
                for (int j = i + 1; j < known.Length; j++)
                {
                    if (known[i].Account == known[j].Account || known[i].Term.Equals(known[j].Term, StringComparison.OrdinalIgnoreCase))
                        continue;
                    shown++;
                    if (known[i].Thing == known[j].Thing && known[i].Thing != LabelledTerm.Nothing)
                        right++;
                    together.Add((Key(known[i]), Key(known[j])));
                    together.Add((Key(known[j]), Key(known[i])));
                }
            }

            if (shown == 0)
                continue;
            (_right, _shown, _rows, _sound) = (_right + right, _shown + shown, _rows + 1, _sound + (right > 0 ? 1 : 0));
            if (entities.Contains(row.Entity))
                (_named, _namedRight) = (_named + shown, _namedRight + right);
            else if (row.Certainty is null)
                (_sure, _sureRight) = (_sure + shown, _sureRight + right);
            if (showErrors && (entities.Contains(row.Entity) ? right < shown : 2 * right < shown))
                Console.WriteLine($"{labels.Story.Story.Id}  {(entities.Contains(row.Entity) ? "named " : "")}{row.Entity} {right}/{shown}: {string.Join(", ", known.Select(static term => $"{term.Term} ({term.Thing})"))}");
        }

        LabelledTerm[] things = [.. labels.Terms.Where(static label => label.Thing is not (LabelledTerm.Nothing or LabelledTerm.Open))];
        foreach ((LabelledTerm one, LabelledTerm other) in things.SelectMany((one, at) => things.Skip(at + 1).Select(other => (one, other))).Where(static pair => pair.one.Thing == pair.other.Thing && pair.one.Place.Account != pair.other.Place.Account && !pair.one.Term.Equals(pair.other.Term, StringComparison.OrdinalIgnoreCase)))
        {
            _known++;
            _found += together.Contains((Key((one.Place.Account, one.Term, one.Thing)), Key((other.Place.Account, other.Term, other.Thing)))) ? 1 : 0;
        }
    }

    /// <summary>Prints the score.</summary>
    public void Print() => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{title}: pairs of different terms of two accounts in one row that call one thing {Share(_right, _shown)} (rows of something named {Share(_namedRight, _named)}, other sure ones {Share(_sureRight, _sure)}); rows with such a pair {Share(_sound, _rows)}; of the pairs that call one thing found {Share(_found, _known)}"));

    private static string Key((string Account, string Term, string Thing) term) => $"{term.Account} {term.Thing} {term.Term.ToUpperInvariant()}";

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / Math.Max(1, whole):0.0} ({part}/{whole})");
}
