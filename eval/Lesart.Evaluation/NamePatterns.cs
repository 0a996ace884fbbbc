using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lesart.Analyzing;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Makes sentences to learn names from: our own patterns, filled with known names in a fixed order.</summary>
internal static partial class NamePatterns
{
    /// <summary>Documents in the form of the corpora, one a line.</summary>
    public static IEnumerable<string> Fill(string file, LanguagePack pack, int rounds)
    {
        NameTables tables = NameTables.Of(pack);
        string[] patterns = [.. File.ReadLines(file).Where(static line => line.Length > 0 && line[0] != '#')];
        KnownEntity[] places = [.. tables.Entities.Where(static entity => entity.Type == EntityType.GeoPolitical && entity.Weight > 100_000)];
        KnownEntity[] bodies = [.. tables.Entities.Where(static entity => entity.Type == EntityType.Organization)];
        string[] given = [.. PersonNameLists.Read("given-names.tsv").Order(StringComparer.Ordinal)];
        string[] surnames = [.. PersonNameLists.Read("surnames.tsv").Order(StringComparer.Ordinal)];
        string[] settlements = [.. PersonNameLists.Read("settlements.txt").Order(StringComparer.Ordinal)];
        LetterChain newPlaces = new([.. settlements, .. tables.Entities.Where(static entity => entity.Kind == "city" && !entity.Name.Contains(' ', StringComparison.Ordinal)).Select(static entity => entity.Name)]);
        LetterChain newSurnames = new(surnames);
        Random random = new(20241120);
        for (int round = 0; round < rounds; round++)
        {
            StringBuilder text = new();
            List<object> names = [];
            foreach (string pattern in patterns)
            {
                int open = -1;
                string openType = "";
                foreach (Match part in Parts().Matches(pattern))
                {
                    int start = text.Length;
                    string slot = part.Value;
                    if (slot.StartsWith('{'))
                    {
                        string type = slot is "{LOC}" or "{VIL}" or "{NEW}" ? "LOC" : slot is "{ORG}" ? "ORG" : "PER";
                        text.Append(slot switch
                        {
                            "{PER}" => given[random.Next(given.Length)] + " " + surnames[random.Next(surnames.Length)],
                            "{SUR}" => surnames[random.Next(surnames.Length)],
                            "{GIV}" => given[random.Next(given.Length)],
                            "{VIL}" => settlements[random.Next(settlements.Length)],
                            "{NEW}" => newPlaces.Next(random),
                            "{NEWSUR}" => newSurnames.Next(random),
                            "{LOC}" => places[random.Next(places.Length)].Name,
                            _ => bodies[random.Next(bodies.Length)].Name,
                        });
                        if (open < 0)
                            names.Add(new { start, end = text.Length, type });
                    }
                    else if (slot.StartsWith('['))
                    {
                        (open, openType) = (start, slot[1..4]);
                    }
                    else if (slot == "]")
                    {
                        names.Add(new { start = open, end = start, type = openType });
                        open = -1;
                    }
                    else
                    {
                        text.Append(slot);
                    }
                }

                text.Append("\n\n");
            }

            yield return JsonSerializer.Serialize(new { text = text.ToString(), names });
        }
    }

    [GeneratedRegex(@"\{[A-Z]+\}|\[[A-Z]{3} |\]|[^\[\]{}]+")]
    private static partial Regex Parts();
}
