using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>A group of real articles of one story, with what a reader said of its denials: <c>groups.tsv</c> and <c>labels.tsv</c> of a folder, whose articles stay in their corpus.</summary>
/// <param name="Name">Of the group.</param>
/// <param name="IsForFitting">Whether weights may be fitted on it.</param>
/// <param name="Corpus">The corpus's name.</param>
/// <param name="Denials">Its denials beside what they may mean; those that the reader left open are not among them.</param>
internal sealed record RealDenials(string Name, bool IsForFitting, string Corpus, LabelledDenials Denials)
{
    private const string CorpusFolder = "../shared/corpora/stories/dev"; // from the project's root

    /// <summary>Its story: several groups may be of one.</summary>
    public string Story => Name.TrimEnd('b', 'c', 'd');

    private static readonly LanguagePacks Packs = new(DataFolder.BuiltIn("languages/"));

    /// <summary>All groups of a folder, in order. A corpus that is not there is told on standard error, and its groups are left out.</summary>
    public static IEnumerable<RealDenials> ReadAll(string folder, Engine engine)
    {
        ILookup<string, DenialLabel> labels = Rows(folder, "labels.tsv").ToLookup(static row => row[0], DenialLabel.Of, StringComparer.Ordinal);
        foreach (IGrouping<string, string[]> corpus in Rows(folder, "groups.tsv").GroupBy(static row => row[2], StringComparer.Ordinal))
        {
            string path = Path.GetFullPath(Path.Combine(CorpusFolder, corpus.Key + ".input.jsonl"), CorpusGold.RootOf(folder));
            if (!File.Exists(path))
            {
                Console.Error.WriteLine($"{folder}: groups of {corpus.Key} skipped, their articles are in {path}, which is not there");
                continue;
            }

            Dictionary<string, string> articles = File.ReadLines(path).ToDictionary(IdOf, StringComparer.Ordinal);
            foreach (string[] row in corpus)
                yield return Read(row, [.. row[3].Split(' ').Select(id => articles[id])], [.. labels[row[0]]], engine);
        }
    }

    private static RealDenials Read(string[] row, string[] articles, DenialLabel[] labels, Engine engine)
    {
        Account[] accounts = [.. articles.Select(line => engine.Analyze(Json.LesartJson.FromLine<Article>(Encoding.UTF8.GetBytes(line))!).TryGet(out Account? account, out Problem? problem) ? account : throw new InvalidDataException(problem.ToString()))]; // a line holds an article
        TermIds ids = new();
        AccountText[] texts = [.. StoryPeople.Unify([.. accounts]).Select((account, i) => AccountText.Of(i, account, Packs, ids))];
        ImmutableArray<Unit> units = new UnitReader(Packs, ids).Read(texts);
        Alignment alignment = new PointAligner(ClauseWeights.BuiltIn).Align(units);
        return new RealDenials(row[0], row[1] == "fit", row[2], new LabelledDenials([.. new StancePairs(units, alignment).Find()], alignment, clauses => NoteOf(clauses, '+'), Show) { IsOpen = IsOpen });

        string? NoteOf(IReadOnlyList<Unit> clauses, char verdict) => Array.Find(labels, label => label.Verdict == verdict && clauses.Any(clause => label.Denial.Meets(PlaceOf(clause))) && clauses.Any(clause => label.Claim.Meets(PlaceOf(clause))))?.Thing;
        bool IsOpen(IReadOnlyList<Unit> clauses) => NoteOf(clauses, '?') is not null || (NoteOf(clauses, '-') is null && Array.Exists(labels, label => label.Verdict == '+' && clauses.Any(clause => label.Denial.Meets(PlaceOf(clause))))); // the reader did not look at every clause that a denial may mean
        Place PlaceOf(Unit unit) => new(texts[unit.Account].Account.Id, unit.Span);
        string Show(Unit unit)
        {
            string text = texts[unit.Account].Text;
            string before = unit.Sentence > 0 && unit.Rejects ? texts[unit.Account].Sentences[unit.Sentence - 1].In(text).ToString() + " // " : "";
            return $"{texts[unit.Account].Account.Id} {unit.Span.Start} {unit.Span.End} {before}{text[unit.Whole.Start..unit.Span.Start]}[[{unit.Span.In(text)}]]{text[unit.Span.End..unit.Whole.End]}".ReplaceLineEndings(" ");
        }
    }

    private static string IdOf(string line)
    {
        using JsonDocument article = JsonDocument.Parse(line);
        return article.RootElement.GetProperty("id").GetString()!; // every article of a corpus has an id
    }

    private static IEnumerable<string[]> Rows(string folder, string file) => File.ReadLines(Path.Combine(folder, file)).Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t'));

    /// <summary>What a reader said of a denial and a clause of another account.</summary>
    /// <param name="Denial">The clause that denies.</param>
    /// <param name="Claim">The other.</param>
    /// <param name="Verdict">'+': it denies what the other says; '-': it does not; '?': readers may part.</param>
    /// <param name="Thing">What is denied, by a name of the group's own: pairs of one thing have one.</param>
    private sealed record DenialLabel(Place Denial, Place Claim, char Verdict, string Thing)
    {
        public static DenialLabel Of(string[] row) => new(new Place(row[1], SpanOf(row[2])), new Place(row[3], SpanOf(row[4])), row[5][0], row[0] + (row.Length > 6 ? " " + row[6] : ""));

        private static TextSpan SpanOf(string cell) => cell.Split('-').Select(static place => int.Parse(place, CultureInfo.InvariantCulture)).ToArray() is [int start, int end] ? new TextSpan(start, end) : throw new InvalidDataException(cell);
    }
}
