using System.Globalization;
using System.Text.Json;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>How the clauses that carry the gold's readings are taken: how firmly they are told, in whose voice, and who speaks.</summary>
/// <remarks>A reading is carried by the clause that shares the most letters with its quotes, those that say who says it left out: the layer that the dossier's rows show.</remarks>
internal static class ReadingsVerb
{
    private const string UnreadOption = "--unread=";
    private const int NameStem = 5; // letters: "Polizei", "Polizeisprecher"

    private static readonly string[] Stances = [.. Enum.GetNames<Stance>().Select(static name => name.ToLowerInvariant())];
    private static readonly string[] Kinds = [.. Enum.GetNames<StatementKind>().Select(static name => name.ToLowerInvariant())];

    public static int Run(string[] args)
    {
        LanguagePacks packs = new(DataFolder.BuiltIn("languages/"));
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true, Explain = true } });
        bool showErrors = args.Contains("--errors", StringComparer.Ordinal);
        string[] unread = args.FirstOrDefault(static arg => arg.StartsWith(UnreadOption, StringComparison.Ordinal))?[UnreadOption.Length..].Split(',') ?? [];
        List<Carried> readings = [.. args.Where(static arg => !arg.StartsWith("--", StringComparison.Ordinal)).SelectMany(folder => GoldStory.ReadAll(folder, engine)).SelectMany(story => Read(story, packs))];
        foreach (Carried reading in readings.Where(reading => showErrors && !reading.IsRight && !unread.Contains(reading.Story, StringComparer.Ordinal)))
            Console.WriteLine(reading.Shown);
        Print("all", readings);
        if (unread.Length > 0)
            Print(string.Join(", ", unread), [.. readings.Where(reading => unread.Contains(reading.Story, StringComparer.Ordinal))]);
        return 0;
    }

    private static IEnumerable<Carried> Read(GoldStory story, LanguagePacks packs)
    {
        TermIds ids = new();
        AccountText[] texts = [.. story.Story.Accounts.Select((account, i) => AccountText.Of(i, account, packs, ids))];
        ILookup<string, Unit> units = new UnitReader(packs, ids).Read(texts).ToLookup(unit => texts[unit.Account].Account.Id, StringComparer.Ordinal);
        foreach (JsonElement reading in story.Gold.GetProperty("points").EnumerateArray().SelectMany(static point => point.GetProperty("readings").EnumerateArray()))
        {
            string id = reading.GetProperty("account").GetString()!; // the gold's fields are strings
            Account account = story.Accounts[id];
            TextSpan[] quotes = [.. reading.GetProperty("quotes").EnumerateArray().Select(quote => CollationScore.PlaceOf(id, quote.GetString()!, story.Accounts).Span)];
            Unit? unit = units[id].Where(unit => Shared(unit.Span, quotes) > 0).MaxBy(unit => Shared(unit.Span, quotes) - AttributionIn(account, unit.Span));
            string? speaker = reading.GetProperty("speaker").GetString();
            (string kind, string stance) = (reading.GetProperty("kind").GetString()!, reading.GetProperty("stance").GetString()!);
            string readSpeaker = unit is null ? "" : SpeakerOf(account, unit);
            yield return new Carried
            {
                Story = story.Story.Id,
                Kind = kind,
                Stance = stance,
                HasSpeaker = speaker is not null,
                ReadKind = unit?.Kind.ToString().ToLowerInvariant(),
                ReadStance = unit?.Stance.ToString().ToLowerInvariant(),
                HasReadSpeaker = readSpeaker.Length > 0,
                IsSpeakerRight = speaker is null ? readSpeaker.Length == 0 : AreLike(speaker, readSpeaker),
                Shown = $"{stance} > {unit?.Stance.ToString().ToLowerInvariant() ?? "none"}; {kind} > {unit?.Kind.ToString().ToLowerInvariant() ?? "none"}; {speaker ?? "-"} > {readSpeaker}\n    [{id}] {string.Join(" ... ", quotes.Select(quote => account.Text[quote.Start..quote.End])).ReplaceLineEndings(" ")}"
                    + (unit is null ? "" : $"\n    {unit.Span.In(account.Text).ToString().ReplaceLineEndings(" ")}\n    {unit.Statement?.Explain}"),
            };
        }
    }

    /// <summary>How many letters of a clause say who says it.</summary>
    private static int AttributionIn(Account account, TextSpan clause) =>
        account.Sayings.Where(static saying => saying.Kind is not (StatementKind.Narrated or StatementKind.Reported)).Max(saying => (int?)Shared(clause, [.. saying.Cue, .. saying.Source])) ?? 0;

    private static int Shared(TextSpan span, TextSpan[] quotes) => quotes.Sum(quote => Math.Max(0, Math.Min(span.End, quote.End) - Math.Max(span.Start, quote.Start)));

    private static void Print(string title, List<Carried> readings)
    {
        List<Carried> told = [.. readings.Where(static reading => reading.ReadStance is not null)];
        List<Carried> attributed = [.. told.Where(static reading => reading.HasSpeaker && !reading.IsOwn && reading.ReadKind is not "narrated")];
        Console.WriteLine($"{title}: {readings.Count} readings; carried by a clause {Percent(told.Count, readings.Count)}; of these own voice or not {Percent(told.Count(static reading => reading.IsVoiceRight), told.Count)}, "
            + $"stance {Percent(told.Count(static reading => reading.IsStanceRight), told.Count)}; speaker of what both take for somebody's word {Percent(attributed.Count(static reading => reading.IsSpeakerRight), attributed.Count)} ({attributed.Count(static reading => reading.IsSpeakerRight)}/{attributed.Count}, {attributed.Count(static reading => !reading.HasReadSpeaker)} without any)");
        Table("stance", Stances, told, static reading => reading.Stance, static reading => reading.ReadStance);
        Table("voice", Kinds, told, static reading => reading.Kind, static reading => reading.ReadKind);
    }

    /// <summary>Rows: gold; columns: what was read.</summary>
    private static void Table(string name, string[] values, List<Carried> readings, Func<Carried, string> gold, Func<Carried, string?> read)
    {
        Console.WriteLine($"  {name,-12}{string.Concat(values.Select(static value => $"{value,12}"))}");
        foreach (string row in values)
            Console.WriteLine($"  {row,-12}{string.Concat(values.Select(column => $"{readings.Count(reading => gold(reading) == row && read(reading) == column),12}"))}");
    }

    private static string Percent(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / Math.Max(1, whole):0.0}");

    private static bool AreLike(string one, string other) => WordsOf(one).Any(word => WordsOf(other).Any(found => string.Equals(word, found, StringComparison.OrdinalIgnoreCase)
        || (Math.Min(word.Length, found.Length) >= NameStem && word.AsSpan(0, NameStem).Equals(found.AsSpan(0, NameStem), StringComparison.OrdinalIgnoreCase))));

    private static IEnumerable<string> WordsOf(string name) => name.Split([' ', '-', ',', '.', '\'', '’'], StringSplitOptions.RemoveEmptyEntries).Where(static word => word.Length > 2 && (char.IsUpper(word[0]) || word.Length >= NameStem));

    /// <summary>The entity's names, and the words of the source.</summary>
    private static string SpeakerOf(Account account, Unit unit)
    {
        Entity? entity = unit.Speaker is string id ? account.Entities.FirstOrDefault(entity => entity.Id == id) : null;
        return string.Join(' ', (entity is null ? [] : entity.Names.Prepend(entity.Name)).Concat(unit.Statement?.Source.Select(span => span.In(account.Text).ToString()) ?? []).Distinct(StringComparer.Ordinal));
    }

    /// <summary>A reading of the gold beside how the clause that carries it was read.</summary>
    private sealed record Carried
    {
        public required string Story { get; init; }

        public required string Kind { get; init; }

        public required string Stance { get; init; }

        /// <summary>Whether the gold names a speaker.</summary>
        public required bool HasSpeaker { get; init; }

        /// <summary>Null where no clause carries it.</summary>
        public required string? ReadKind { get; init; }

        /// <summary>Null where no clause carries it.</summary>
        public required string? ReadStance { get; init; }

        /// <summary>Whether a speaker or words for one were read.</summary>
        public required bool HasReadSpeaker { get; init; }

        public required bool IsSpeakerRight { get; init; }

        /// <summary>What is printed where it is wrong.</summary>
        public required string Shown { get; init; }

        public bool IsOwn => Kind is "narrated";

        public bool IsVoiceRight => IsOwn == ReadKind is "narrated";

        public bool IsStanceRight => Stance == ReadStance;

        public bool IsRight => ReadStance is not null && IsVoiceRight && IsStanceRight && (IsSpeakerRight || IsOwn || !HasSpeaker);
    }
}
