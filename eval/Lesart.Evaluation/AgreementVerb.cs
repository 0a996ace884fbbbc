using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>A second reader's points and differences, scored as if they were a collation: how far two readers agree.</summary>
internal static class AgreementVerb
{
    public static int Run(string[] args)
    {
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        CollationScore all = new("all", args.Contains("--errors", StringComparer.Ordinal));
        foreach (string path in Directory.EnumerateFiles(args[1], "*.gold.json").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(path)[..^".gold.json".Length];
            if (GoldStory.Read(Directory.EnumerateFiles(args[0], name + ".input.jsonl", SearchOption.AllDirectories).Single()[..^".input.jsonl".Length] + ".gold.json", engine) is not GoldStory first)
                continue;
            Collation second = CollationOf(name, GoldStory.ReadGold(path), first.Accounts);
            CollationScore alone = new(name, showErrors: false);
            alone.Add(name, second, first.Gold, first.Accounts);
            alone.PrintPoints();
            all.Add(name, second, first.Gold, first.Accounts);
        }

        all.PrintPoints();
        return 0;
    }

    private static Collation CollationOf(string story, JsonElement gold, Dictionary<string, Account> accounts)
    {
        return new Collation { Story = story, Points = [.. gold.GetProperty("points").EnumerateArray().Select(PointOf)], Differences = [.. gold.GetProperty("differences").EnumerateArray().Select(DifferenceOf)] };

        Point PointOf(JsonElement point) => new() { Id = Text(point, "id"), Gloss = Text(point, "label"), Readings = [.. point.GetProperty("readings").EnumerateArray().Select(ReadingOf)] };

        Reading ReadingOf(JsonElement reading) => new() { Account = Text(reading, "account"), Spans = [.. reading.GetProperty("quotes").EnumerateArray().Select(quote => SpanOf(reading, quote.GetString()!))] };

        Difference DifferenceOf(JsonElement difference) => new() { Point = Text(difference, "point"), Slot = Enum.Parse<DifferenceSlot>(Text(difference, "slot"), ignoreCase: true), Note = Text(difference, "note"), Readings = [.. difference.GetProperty("readings").EnumerateArray().Select(SideOf)] };

        DifferingReading SideOf(JsonElement side)
        {
            TextSpan span = SpanOf(side, side.GetProperty("within").GetString() ?? Text(side, "quote"));
            return new DifferingReading(Text(side, "account"), span.Start, span.End, Text(side, "value"));
        }

        TextSpan SpanOf(JsonElement reading, string quote) => CollationScore.PlaceOf(Text(reading, "account"), quote, accounts).Span;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!; // the gold's fields are strings
}
