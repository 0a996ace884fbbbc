using System.Globalization;
using System.Text.Json;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Evaluation;

/// <summary>Exact spans and types of people, places and organisations against a corpus; what the corpus leaves open is neither rewarded nor punished.</summary>
internal static class NamesScore
{
    public static void Show(string file, NameModel? model, LanguagePack pack, string? errors = null)
    {
        Dictionary<EntityType, (int Gold, int Found, int Right)> counts = [];
        using StreamWriter? list = errors is null ? null : new StreamWriter(errors);
        foreach (string line in File.ReadLines(file))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            string source = document.RootElement.GetProperty("text").GetString() ?? "";
            int[] units = TrainNamesVerb.UnitsOfCodePoints(source);
            HashSet<(int Start, int End, EntityType Type)> gold = [];
            List<TextSpan> open = [];
            foreach (JsonElement name in document.RootElement.GetProperty("names").EnumerateArray())
            {
                TextSpan span = new(units[name.GetProperty("start").GetInt32()], units[name.GetProperty("end").GetInt32()]);
                EntityType? type = TrainNamesVerb.TypeOf(name.GetProperty("type").GetString() ?? "", span.In(source), out bool _);
                if (type is null or EntityType.Other)
                    open.Add(span);
                else
                    gold.Add((span.Start, span.End, type.Value));
            }

            TaggedText text = Tagger.Tag(Tokenizer.Tokenize(source, pack));
            HashSet<(int Start, int End, EntityType Type)> found = [];
            foreach (FoundName name in NameFinder.Find(NameText.Of(text), model))
            {
                TextSpan span = text.Tokenized.SpanOf(name.First, name.Last);
                EntityType type = name.Type == EntityType.GeoPolitical ? EntityType.Location : name.Type;
                if (type is EntityType.Person or EntityType.Location or EntityType.Organization && !open.Exists(other => other.Overlaps(span)))
                    found.Add((span.Start, span.End, type));
            }

            foreach (EntityType type in new[] { EntityType.Person, EntityType.Location, EntityType.Organization })
            {
                (int Gold, int Found, int Right) count = counts.GetValueOrDefault(type);
                counts[type] = (count.Gold + gold.Count(name => name.Type == type), count.Found + found.Count(name => name.Type == type), count.Right + found.Count(name => name.Type == type && gold.Contains(name)));
            }

            if (list is null)
                continue;
            foreach ((int start, int end, EntityType type) in gold.Except(found).Concat(found.Except(gold)).Order())
                list.WriteLine($"{(gold.Contains((start, end, type)) ? "missed" : "surplus")}\t{type}\t{source[start..end].Replace('\n', ' ')}\t{source[Math.Max(0, start - 60)..Math.Min(source.Length, end + 40)].Replace('\n', ' ')}");
        }

        int allGold = 0, allFound = 0, allRight = 0;
        foreach ((EntityType type, (int gold, int found, int right)) in counts)
        {
            Console.Error.WriteLine(Line(type.ToString(), gold, found, right));
            (allGold, allFound, allRight) = (allGold + gold, allFound + found, allRight + right);
        }

        Console.Error.WriteLine(Line("all", allGold, allFound, allRight));
    }

    private static string Line(string name, int gold, int found, int right) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-14} gold {gold,5} found {found,5}  P {100.0 * right / Math.Max(1, found):0.0} R {100.0 * right / Math.Max(1, gold):0.0} F1 {200.0 * right / Math.Max(1, gold + found):0.0}");
}
