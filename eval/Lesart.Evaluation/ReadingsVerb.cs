using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>Kind, stance and speaker of the statements that carry the gold readings of our own stories.</summary>
internal static class ReadingsVerb
{
    public static int Run(string[] args)
    {
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        bool showErrors = args.Contains("--errors", StringComparer.Ordinal);
        int all = 0, carried = 0, ownVoice = 0, stance = 0, speakers = 0, speakersRight = 0;
        foreach (string input in Directory.EnumerateFiles(args[0], "*.input.jsonl").Order(StringComparer.Ordinal))
        {
            Dictionary<string, Account> accounts = new(StringComparer.Ordinal);
            foreach (Article article in File.ReadLines(input).Select(static line => Json.LesartJson.FromLine<Article>(Encoding.UTF8.GetBytes(line))).OfType<Article>())
            {
                if (engine.Analyze(article).TryGet(out Account? account, out Problem? problem))
                    accounts.Add(account.Id, account);
                else
                    Console.Error.WriteLine(problem);
            }

            using JsonDocument gold = JsonDocument.Parse(File.ReadAllText(input.Replace(".input.jsonl", ".gold.json", StringComparison.Ordinal)));
            foreach (JsonElement reading in gold.RootElement.GetProperty("points").EnumerateArray().SelectMany(static point => point.GetProperty("readings").EnumerateArray()))
            {
                Account account = accounts[reading.GetProperty("account").GetString()!]; // the gold names only accounts of its story
                string quote = reading.GetProperty("quotes")[0].GetString()!;
                int start = account.Text.IndexOf(quote, StringComparison.Ordinal);
                TextSpan span = new(start, start + quote.Length);
                all++;
                Statement? statement = account.Statements
                    .Where(statement => statement.Content.Any(span.Overlaps))
                    .MaxBy(statement => statement.Content.Sum(part => Math.Max(0, Math.Min(part.End, span.End) - Math.Max(part.Start, span.Start))));
                bool isNarrated = reading.GetProperty("kind").GetString() == "narrated";
                bool isSameVoice = isNarrated == (statement is null or { Kind: StatementKind.Narrated });
                carried += statement is null ? 0 : 1;
                ownVoice += isSameVoice ? 1 : 0;
                bool isSameStance = statement is not null && string.Equals(statement.Stance.ToString(), reading.GetProperty("stance").GetString(), StringComparison.OrdinalIgnoreCase);
                stance += isSameStance ? 1 : 0;
                bool isSameSpeaker = true;
                if (reading.GetProperty("speaker").GetString() is string speaker && !isNarrated)
                {
                    speakers++;
                    isSameSpeaker = SpeakerOf(account, statement).Split(' ', '-').Intersect(speaker.Split(' ', '-'), StringComparer.OrdinalIgnoreCase).Any();
                    speakersRight += isSameSpeaker ? 1 : 0;
                }

                if (showErrors && !(isSameVoice && isSameStance && isSameSpeaker))
                    Console.WriteLine($"[{account.Id}] {quote.ReplaceLineEndings(" ")}\n    expected {reading.GetProperty("kind")} {reading.GetProperty("stance")} {reading.GetProperty("speaker")}; read {statement?.Kind} {statement?.Stance} {SpeakerOf(account, statement)}");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all} readings; carried by a statement {100.0 * carried / all:0.0}, own voice or not {100.0 * ownVoice / all:0.0}, stance {100.0 * stance / all:0.0}, speaker {100.0 * speakersRight / Math.Max(1, speakers):0.0} of {speakers}"));
        return 0;
    }

    /// <summary>The entity's names, else the words of the source.</summary>
    private static string SpeakerOf(Account account, Statement? statement)
    {
        Entity? entity = statement?.Speaker is string id ? account.Entities.FirstOrDefault(entity => entity.Id == id) : null;
        return entity is not null
            ? string.Join(' ', entity.Names.Prepend(entity.Name))
            : string.Join(' ', statement?.Source.Select(span => span.In(account.Text).ToString()) ?? []);
    }
}
