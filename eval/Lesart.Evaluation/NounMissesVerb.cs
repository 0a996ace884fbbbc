using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Lesart.Collating;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Evaluation;

/// <summary>Says of each term of gold that stands in no row with others of its thing why: what the reader, the table of kinds, the judge and the rows made of it.</summary>
internal static class NounMissesVerb
{
    private const int Around = 60; // letters

    public static int Run(string[] args)
    {
        string[] only = [.. args.Where(static arg => arg.StartsWith("--only=", StringComparison.Ordinal)).SelectMany(static arg => arg["--only=".Length..].Split(','))];
        string? without = args.FirstOrDefault(static arg => arg.StartsWith("--without=", StringComparison.Ordinal))?["--without=".Length..];
        bool lists = args.Contains("--list", StringComparer.Ordinal);
        LanguagePacks packs = without is null ? new LanguagePacks(DataFolder.BuiltIn("languages/")) : NounWeightsVerb.WithoutPart(int.Parse(without, CultureInfo.InvariantCulture));
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (GoldStory story in args.Where(static arg => !arg.StartsWith("--", StringComparison.Ordinal)).SelectMany(folder => GoldStory.ReadAll(folder, engine)).Where(story => only.Length == 0 || only.Contains(story.Story.Id, StringComparer.Ordinal)))
        {
            if (args.Contains("--nouns", StringComparer.Ordinal))
                PrintNouns(story, packs);
            foreach ((string why, string line) in Misses(story, packs))
            {
                counts[why] = counts.GetValueOrDefault(why) + 1;
                if (lists)
                    Console.WriteLine($"{why,-28} {line}");
            }
        }

        foreach ((string why, int count) in counts.OrderByDescending(static pair => pair.Value))
            Console.WriteLine($"{count,5}  {why}");
        return 0;
    }

    private static IEnumerable<(string Why, string Line)> Misses(GoldStory story, LanguagePacks packs)
    {
        ImmutableArray<Wording> rows = new Collator(packs, "de").Collate(story.Story, []).Wording;
        TermIds ids = new();
        AccountText[] texts = [.. StoryPeople.Unify(story.Story.Accounts).Select((account, i) => AccountText.Of(i, account, packs, ids))];
        ImmutableArray<Unit> units = new UnitReader(packs, ids).Read(texts);
        StoryNouns nouns = StoryNouns.Of(texts).Unify(texts, []);
        NounPairs pairs = NounPairs.Of(texts, nouns, units, new PointAligner(ClauseWeights.BuiltIn).Align(units));
        Dictionary<(int, int), double> likely = pairs.Find().ToDictionary(static pair => pair.Pair, static pair => NounWeights.BuiltIn.Likely(pair.Features));
        (string? Entity, double Likely, List<Nominal> Nouns)[] groups = [.. ThingFinder.Find(pairs, NounWeights.BuiltIn)];
        foreach (JsonElement wording in story.Gold.GetProperty("wording").EnumerateArray())
        {
            string entity = wording.GetProperty("entity").GetString()!; // gold has one
            (string Account, string Term)[] terms = [.. wording.GetProperty("terms").EnumerateArray().Select(static term => (term.GetProperty("account").GetString()!, term.GetProperty("term").GetString()!))]; // strings
            Wording? best = rows.MaxBy(row => terms.Count(term => Holds(row, term)));
            if (best is not null && !terms.Any(term => Holds(best, term)))
                best = null;
            foreach ((string account, string term) in terms.Where(term => best is null || !Holds(best, term)))
            {
                AccountText? text = texts.FirstOrDefault(text => text.Account.Id == account);
                Nominal[] read = [.. nouns.Nominals.Where(nominal => nominal.Text == text && CollationScore.IsLike(nominal.Span.In(nominal.Text.Text).ToString(), term))];
                Wording? elsewhere = rows.FirstOrDefault(row => row != best && Holds(row, (account, term)));
                string why, detail = "";
                StoryNoun? noun = read.Length == 0 ? null : pairs.Nouns.FirstOrDefault(noun => noun.Uses.Contains(read[0]));
                if (elsewhere is not null)
                {
                    why = texts.Any(one => one.Account.Entities.Any(known => known.Id == elsewhere.Entity)) ? "in row of a name" : "in another row";
                    detail = $"in {elsewhere.Entity}";
                }
                else if (read.Length == 0)
                {
                    bool isMention = text?.Account.Mentions.Any(mention => mention.Span.In(text.Text).ToString().Contains(term, StringComparison.OrdinalIgnoreCase)) is true;
                    why = isMention ? "no noun: in a mention" : "no noun to the reader";
                }
                else if (noun is not null && rows.Length > 0 && groups.FirstOrDefault(group => group.Nouns.Contains(read[0])) is { Nouns: not null } group && (group.Nouns.Count > noun.Uses.Count || group.Entity is not null))
                {
                    why = "in a row not shown";
                    detail = $"{group.Entity} {string.Join(", ", group.Nouns.Select(one => one.Lemma).Distinct())}";
                }
                else if (nouns.Links.TryGetValue((read[0].Text.Index, read[0].Head), out string? linked))
                {
                    why = "linked, row not shown";
                    detail = linked;
                }
                else
                {
                    int[] others = [.. pairs.Nouns.Index().Where(other => other.Item != noun && other.Item.Uses.Any(use => terms.Any(gold => gold != (account, term) && gold.Account == use.Text.Account.Id && CollationScore.IsLike(use.Span.In(use.Text.Text).ToString(), gold.Term)))).Select(static other => other.Index)];
                    int at = Array.IndexOf(pairs.Nouns, noun);
                    (int Other, double Likely)[] judged = [.. others.Select(other => (other, likely.GetValueOrDefault((Math.Min(at, other), Math.Max(at, other))))).OrderByDescending(static one => one.Item2)];
                    bool kin = others.Any(other => read[0].Families.Any(family => pairs.Nouns[other].Families.Any(family.IsKin)));
                    bool named = texts.Any(text => text.Account.Entities.Any(e => e.Name.Contains(entity, StringComparison.OrdinalIgnoreCase) || entity.Contains(e.Name, StringComparison.OrdinalIgnoreCase)));
                    why = (named ? "named, alone: " : "alone: ") + (read[0].Families.Length == 0 ? "no family" : kin ? "kin, judged low" : read[0].IsGuessed ? "guessed, other family" : "other family");
                    detail = $"{string.Join("+", read[0].Families.Select(static family => family.Path))}{(read[0].IsGuessed ? "?" : "")} def={read[0].IsDefinite}; {string.Join(", ", judged.Take(4).Select(one => string.Create(CultureInfo.InvariantCulture, $"{pairs.Nouns[one.Other].Lemma} {one.Likely:0.00} [{string.Join("+", pairs.Nouns[one.Other].Families.Select(static family => family.Path))}]{pairs.Nouns[one.Other].Entity}")))}";
                }

                yield return (why, $"{story.Story.Id} | {entity} | {account} {term} | best: {best?.Entity} | {detail} | {Context(text?.Text ?? "", term)}");
            }
        }
    }

    /// <summary>What stands in each account: noun groups with their families, names, and whom a noun group calls.</summary>
    private static void PrintNouns(GoldStory story, LanguagePacks packs)
    {
        TermIds ids = new();
        AccountText[] texts = [.. StoryPeople.Unify(story.Story.Accounts).Select((account, i) => AccountText.Of(i, account, packs, ids))];
        StoryNouns nouns = StoryNouns.Of(texts).Unify(texts, []);
        foreach (AccountText text in texts)
        {
            Console.WriteLine($"== {text.Account.Id}");
            foreach (Entity known in text.Account.Entities)
                Console.WriteLine($"  entity {known.Id} {known.Type} {known.Name}: {string.Join(", ", known.Names)}");
            foreach (NamePlace place in nouns.Places[text.Index])
                Console.WriteLine($"  name {text.SpanOf(place.First, place.Next).In(text.Text)} = {place.Entity}{(place.IsWhole ? "" : " (with an ending)")}");
            foreach (Nominal nominal in nouns.Nominals.Where(nominal => nominal.Text == text))
                Console.WriteLine($"  noun {nominal.Span.In(text.Text)} [{string.Join("+", nominal.Families.Select(static family => family.Path))}{(nominal.IsGuessed ? "?" : "")}]{(nominal.Gender == Gender.None ? "" : " " + nominal.Gender)}{(nominal.Term.IsPlural ? " plural" : "")}{(nominal.IsDefinite ? " definite" : "")}{(nominal.IsRestricted ? " restricted" : "")}{(nouns.Links.TryGetValue((text.Index, nominal.Head), out string? entity) ? " = " + entity : "")}");
        }
    }

    private static string Context(string text, string term)
    {
        int at = text.IndexOf(term, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : text[Math.Max(0, at - Around)..Math.Min(text.Length, at + term.Length + Around)].ReplaceLineEndings(" ");
    }

    private static bool Holds(Wording row, (string Account, string Term) term) => row.Terms.Any(other => other.Account == term.Account && CollationScore.IsLike(other.Term, term.Term));
}
