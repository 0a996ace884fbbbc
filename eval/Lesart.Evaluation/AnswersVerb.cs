using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Scores which claims denials are found to answer in their own text: each line of a folder's <c>.jsonl</c> files is a text with <c>answers</c>, the words of a denial and of the claims that it answers.</summary>
/// <remarks>A link is right where some answer's denial and one of its claims overlap both clauses by half of the shorter; a denial is found where one of its links is right. Denials whose claim stands nowhere else are not asked for.</remarks>
internal static class AnswersVerb
{
    private static readonly string[] Kinds = ["bare", "own", "counter"];

    public static int Run(string[] args)
    {
        bool showErrors = args.Contains("--errors", StringComparer.Ordinal);
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        LanguagePacks packs = new(DataFolder.BuiltIn("languages/"));
        foreach (string file in Directory.EnumerateFiles(args[0], "*.jsonl").Order(StringComparer.Ordinal))
        {
            Tally tally = new();
            foreach (string line in File.ReadLines(file).Where(static line => line.Length > 0))
                Add(line, engine, packs, tally, showErrors);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file),-12} links precision {100.0 * tally.Right / Math.Max(1, tally.Shown),5:0.0} ({tally.Right}/{tally.Shown})  denials found {string.Join(", ", Kinds.Append("all").Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind} {100.0 * tally.Found[kind] / Math.Max(1, tally.Asked[kind]):0.0} ({tally.Found[kind]}/{tally.Asked[kind]})")))}"));
        }

        return 0;
    }

    private static void Add(string line, Engine engine, LanguagePacks packs, Tally tally, bool showErrors)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement given = document.RootElement;
        (string id, string text) = (Text(given, "id"), Text(given, "text"));
        Article article = new() { Id = id, Title = Text(given, "title"), Text = text, Language = Text(given, "language"), Published = PublicationTime.OfDay(DateOnly.Parse(Text(given, "date"), CultureInfo.InvariantCulture)) };
        Account account = engine.Analyze(article).TryGet(out Account? read, out Problem? problem) ? read : throw new InvalidDataException(problem.ToString());
        TermIds ids = new();
        ImmutableArray<Unit> units = new UnitReader(packs, ids).Read([AccountText.Of(0, account, packs, ids)]);
        (Place Denial, Place Claim)[] links = [.. new PointAligner(ClauseWeights.BuiltIn).Align(units).Answers.All.Select(link => (PlaceOf(link.Denial), PlaceOf(link.Claim)))];
        (Place Denial, Place[] Claims, string Kind)[] answers = [.. given.GetProperty("answers").EnumerateArray().Select(answer => (Find(Text(answer, "denial")), answer.GetProperty("claims").EnumerateArray().Select(claim => Find(claim.GetString()!)).ToArray(), Text(answer, "kind")))]; // the claims are strings
        (Place Denial, Place Claim)[] wrong = [.. links.Where(link => !Array.Exists(answers, answer => IsRight(answer, link)))];
        tally.Shown += links.Length;
        tally.Right += links.Length - wrong.Length;
        foreach ((Place Denial, Place[] Claims, string Kind) answer in answers.Where(static answer => answer.Claims.Length > 0))
        {
            bool isFound = Array.Exists(links, link => IsRight(answer, link));
            foreach (string kind in (string[])[answer.Kind, "all"])
            {
                tally.Asked[kind]++;
                tally.Found[kind] += isFound ? 1 : 0;
            }

            if (showErrors && !isFound)
                Console.WriteLine($"{id}  missed {answer.Kind}  [{Show(answer.Denial)}] answers {string.Join(" ", answer.Claims.Select(claim => $"[{Show(claim)}]"))}{string.Concat(wrong.Where(link => link.Denial.Meets(answer.Denial)).Select(link => $" and not [{Show(link.Claim)}]"))}");
        }

        if (showErrors)
        {
            foreach ((Place denial, Place claim) in wrong.Where(link => !Array.Exists(answers, answer => answer.Claims.Length > 0 && answer.Denial.Meets(link.Denial))))
                Console.WriteLine($"{id}  false  [{Show(denial)}] answers [{Show(claim)}]");
        }

        Place PlaceOf(Unit unit) => new(id, unit.Span);
        Place Find(string quote) => text.IndexOf(quote, StringComparison.Ordinal) is >= 0 and int start ? new Place(id, new TextSpan(start, start + quote.Length)) : throw new InvalidDataException($"{id}: '{quote}' is not in its text");
        string Show(Place place) => text[place.Span.Start..place.Span.End].ReplaceLineEndings(" ");
        static bool IsRight((Place Denial, Place[] Claims, string Kind) answer, (Place Denial, Place Claim) link) => answer.Denial.Meets(link.Denial) && Array.Exists(answer.Claims, link.Claim.Meets);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!; // the fields are strings

    private sealed class Tally
    {
        public int Right { get; set; }

        public int Shown { get; set; }

        public Dictionary<string, int> Found { get; } = Kinds.Append("all").ToDictionary(static kind => kind, static _ => 0, StringComparer.Ordinal);

        public Dictionary<string, int> Asked { get; } = Kinds.Append("all").ToDictionary(static kind => kind, static _ => 0, StringComparer.Ordinal);
    }
}
