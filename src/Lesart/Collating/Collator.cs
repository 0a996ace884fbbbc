using System.Collections.Immutable;
using System.Globalization;
using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>A story in, its accounts side by side out: the order of the steps. Pure; one thread or many, the same bytes.</summary>
internal sealed class Collator(LanguagePacks packs, string readerLanguage, ClauseWeights? weights = null, ValueWeights? values = null, StanceWeights? stances = null, bool explains = false, NounWeights? nouns = null)
{
    private readonly PointAligner _aligner = new(weights ?? ClauseWeights.BuiltIn, explains);
    private readonly ValueJudge _judge = new(values ?? ValueWeights.BuiltIn);
    private readonly StanceJudge _stances = new(stances ?? StanceWeights.BuiltIn);
    private readonly NounWeights _nouns = nouns ?? NounWeights.BuiltIn;

    private const double MinSingleWeight = 1.5;

    /// <summary>Lays the accounts side by side.</summary>
    /// <param name="story">The story.</param>
    /// <param name="others">The other stories of the run, for what is related.</param>
    public Collation Collate(Story story, IReadOnlyList<Story> others)
    {
        story = Newest(story);
        story = story with { Accounts = StoryPeople.Unify(story.Accounts) };
        NoteWords words = NoteWords.Of(packs.TryGet(readerLanguage, out LanguagePack? pack) ? pack : packs.All.First());
        TermIds ids = new();
        AccountText[] texts = [.. story.Accounts.Select((account, i) => AccountText.Of(i, account, packs, ids))];

        ImmutableArray<SharedRun> runs = PassageFinder.Find(texts, Boilerplate(story, others, ids));
        (ImmutableArray<Strand> strands, int[] strandOf) = StrandFinder.Find(texts, runs, words);
        ImmutableArray<Passage> passages = PassageFinder.Merge(texts, runs, run => KindOf(run, texts, strands, strandOf));

        ImmutableArray<Unit> all = new UnitReader(packs, ids).Read(texts), units = Unit.Told(all);
        Alignment alignment = _aligner.Align(all);
        string? mainLanguage = MainLanguage(texts);
        StoryNouns names = StoryNouns.Of(texts);
        PersonRoles roles = new(texts, names);
        List<List<List<Side>>> partings = _stances.Find(units, alignment);
        List<List<Side>>[] variants = [.. VariantFinder.Find(texts, units, alignment, roles)];
        ILookup<List<Unit>, List<List<Side>>> things = ValueJudge.Gather(alignment.Groups, _judge.Find(texts, units, alignment).Concat(partings).Concat(variants).Concat(AgeFinder.Find(texts, units, alignment)).Concat(SpeakerFinder.Find(texts, units, alignment, roles)));
        GlossPicker glosses = new(packs, texts, alignment, mainLanguage);
        List<(List<Unit> Units, Unit Central)> groups = [.. alignment.Groups
            .Where(static group => group.Count > 1 || group[0].Weight >= MinSingleWeight)
            .Select(group => (group, glosses.Pick(group)))];
        ILookup<int, InnerDifference> inner = Inner(texts, units, ids, words).ToLookup(static item => item.Two.Unit.Index);
        HashSet<int> told = [];
        List<Point> points = [];
        List<Difference> differences = [];
        List<Drift> drifts = [];
        DifferenceFinder differenceFinder = new(words, texts, alignment, roles);
        PointTeller teller = new(texts, strandOf, alignment);
        foreach ((List<Unit> group, Unit central) in groups)
        {
            string id = "p" + (points.Count + 1).ToString(CultureInfo.InvariantCulture);
            Difference[] parted = [.. differenceFinder.Find(id, group, [.. things[group]])];
            differences.AddRange(parted);
            differences.AddRange(group.Where(unit => inner.Contains(unit.Index) && told.Add(unit.Index)).SelectMany(unit => inner[unit.Index]).Select(item => differenceFinder.Tell(id, item)));
            drifts.AddRange(DriftFinder.Find(id, things[group], texts, strands, strandOf));
            points.Add(teller.Tell(id, group, central, parted));
        }

        if (explains)
        {
            PointExplainer explainer = new(texts, units, alignment, weights ?? ClauseWeights.BuiltIn, [.. points.Zip(groups, static (point, group) => (point.Id, group.Units))]);
            points = [.. points.Zip(groups, (point, group) => point with { Explain = explainer.Explain(point.Id, group.Units) })];
        }

        AccountText title = texts[MostCentral(texts, groups)];
        return new Collation
        {
            Story = story.Id,
            Title = title.Account.Title ?? story.Accounts.Select(static account => account.Title).FirstOrDefault(static title => title is not null),
            From = story.Accounts.Select(static account => account.Published).Where(static time => time is not null).Min(),
            To = story.Accounts.Select(static account => account.Published).Where(static time => time is not null).Max(),
            Accounts = [.. story.Accounts.Select((account, i) => new CollatedAccount(
                account.Id, account.Outlet, account.Title, account.Published, account.Url, account.Language, strands[strandOf[i]].Id)
            { Incomplete = account.Incomplete })],
            Strands = strands,
            Passages = [.. passages, .. ParaphraseFinder.Find(texts, units, alignment, runs, strandOf)],
            Points = [.. points],
            Differences = [.. differences],
            Wording = WordingFinder.Find(texts, names.Unify(texts, variants.Select(static names => names.Select(static name => name[0].Value))), units, alignment, _nouns),
            Timeline = TimelineBuilder.Build(texts, groups, glosses),
            Replies = ReplyFinder.Find(texts, names, units, alignment, partings),
            Drifts = [.. drifts],
            Related = RelatedFinder.Find(story, others, words),
        };
    }

    /// <summary>Where accounts part from themselves.</summary>
    private IEnumerable<InnerDifference> Inner(AccountText[] texts, ImmutableArray<Unit> units, TermIds ids, NoteWords words)
    {
        ILookup<int, Unit> byAccount = units.ToLookup(static unit => unit.Account);
        TitleFinder titles = new(packs, ids, words);
        return texts.SelectMany(text => titles.Find(text, [.. byAccount[text.Index]]).Concat(TwoCountsFinder.Find(text, [.. byAccount[text.Index]])));
    }

    /// <summary>The story with the newest version of each article alone: an article that was changed tells no second account.</summary>
    private static Story Newest(Story story)
    {
        HashSet<string> replaced = [.. story.Accounts.Select(static account => account.Previous).OfType<string>()];
        return replaced.Count == 0 ? story : story with { Accounts = [.. story.Accounts.Where(account => !replaced.Contains(account.Id))] };
    }

    /// <summary>Shingles of an outlet's accounts of other stories, worked out when they are asked for.</summary>
    private Func<string?, IReadOnlySet<long>> Boilerplate(Story story, IReadOnlyList<Story> others, TermIds ids)
    {
        Dictionary<string, HashSet<long>> known = new(StringComparer.Ordinal);
        return outlet =>
        {
            if (outlet is null)
                return ImmutableHashSet<long>.Empty;
            if (!known.TryGetValue(outlet, out HashSet<long>? shingles))
            {
                known[outlet] = shingles = [];
                foreach (Account account in others.Where(other => other.Id != story.Id).SelectMany(static other => other.Accounts).Where(account => account.Outlet == outlet))
                    shingles.UnionWith(PassageFinder.ShinglesOf(AccountText.Of(0, account, packs, ids)));
            }

            return shingles;
        };
    }

    private static PassageKind KindOf(SharedRun run, AccountText[] texts, ImmutableArray<Strand> strands, int[] strandOf)
    {
        if (run.IsQuotation)
            return PassageKind.Quotation;
        bool isOneStrand = strandOf[run.LeftAccount] == strandOf[run.RightAccount] && strands[strandOf[run.LeftAccount]].Origin is not null;
        bool isCredited = !texts[run.LeftAccount].Account.Agencies.IsEmpty || !texts[run.RightAccount].Account.Agencies.IsEmpty;
        return isOneStrand && isCredited ? PassageKind.Wire : PassageKind.Copy;
    }

    /// <summary>The language of most accounts; on a tie the reader's.</summary>
    private string? MainLanguage(AccountText[] texts) => texts.CountBy(static text => text.Language, StringComparer.Ordinal)
        .OrderByDescending(static language => language.Value).ThenByDescending(language => language.Key == readerLanguage).ThenBy(static language => language.Key, StringComparer.Ordinal)
        .First().Key; // a story has accounts

    /// <summary>The account that shares most points, of those in the story's main language.</summary>
    private int MostCentral(AccountText[] texts, List<(List<Unit> Units, Unit Central)> groups)
    {
        int[] shared = new int[texts.Length];
        foreach ((List<Unit> units, _) in groups.Where(static group => group.Units.Count > 1))
        {
            foreach (int account in units.Select(static unit => unit.Account).Distinct())
                shared[account]++;
        }

        string? language = MainLanguage(texts);
        return texts.Where(text => text.Language == language).MaxBy(text => shared[text.Index])!.Index; // a story has accounts
    }
}
