using Lesart.Text;

namespace Lesart.Collating;

/// <summary>What single accounts tell of which of their nouns call one thing: they say so ("the man, a former miner,"), go on with another word where nothing else can be meant, or bring in something new.</summary>
internal sealed class NounTies
{
    private const int Near = 3; // sentences
    private const int MostMeant = 3; // where more can be meant, nothing is

    private readonly Dictionary<(int, int), NounTie> _ties = [];
    private readonly IReadOnlyDictionary<(int Account, int Word), int> _at;
    private readonly ThingKind?[] _kinds;
    private readonly HashSet<int> _officials = [];
    private readonly Dictionary<int, Gender> _genders = [];

    /// <summary>Reads all accounts.</summary>
    /// <param name="texts">The accounts.</param>
    /// <param name="story">Their nouns and names.</param>
    /// <param name="at">The number of each noun, by its head, and of each name.</param>
    /// <param name="clauses">What stands in each clause, by number.</param>
    /// <param name="kinds">What is called, by number; null where nothing is known.</param>
    public NounTies(IReadOnlyList<AccountText> texts, StoryNouns story, IReadOnlyDictionary<(int Account, int Word), int> at, IEnumerable<IReadOnlyList<int>> clauses, ThingKind?[] kinds)
    {
        (_at, _kinds) = (at, kinds);
        ILookup<int, Nominal> nominals = story.Nominals.ToLookup(static nominal => nominal.Text.Index);
        foreach (Nominal nominal in story.Nominals.Where(nominal => at.ContainsKey((nominal.Text.Index, nominal.Head))))
        {
            int number = at[(nominal.Text.Index, nominal.Head)];
            if (nominal.Text.Families?.IsOfficial(nominal.Families) is true)
                _officials.Add(number);
            if (kinds[number] is ThingKind.Person && nominal.Gender != Gender.None)
                _genders[number] = nominal.Gender;
        }

        foreach (AccountText text in texts)
        {
            Dictionary<int, Nominal> byHead = nominals[text.Index].ToDictionary(static nominal => nominal.Head);
            Tell(text, byHead);
            Follow(text, byHead, story.Places[text.Index]);
        }

        foreach (IReadOnlyList<int> clause in clauses)
        {
            int[] persons = [.. clause.Where(number => kinds[number] is ThingKind.Person)];
            foreach ((int one, int other) in persons.SelectMany(one => persons.Where(other => one < other).Select(other => (one, other))))
                Change(one, other, static tie => tie with { IsBeside = true });
        }
    }

    /// <summary>Pairs that speak for one thing, the lower number first.</summary>
    public IEnumerable<(int Left, int Right)> Pairs => _ties.Where(static pair => pair.Value.Told || pair.Value.Meant > 0).Select(static pair => pair.Key);

    /// <summary>What is told of two.</summary>
    public NounTie Of(int one, int other) => _ties.GetValueOrDefault((Math.Min(one, other), Math.Max(one, other)));

    /// <summary>What stands behind a noun as what it is.</summary>
    private void Tell(AccountText text, Dictionary<int, Nominal> byHead)
    {
        NameSurroundings around = new(text, byHead);
        foreach (Nominal nominal in byHead.Values.Where(static nominal => !nominal.Term.IsPlural))
        {
            if (!_at.TryGetValue((text.Index, nominal.Head), out int number))
                continue;
            NamePlace place = new(nominal.First, nominal.Head + 1, "", IsWhole: true);
            foreach (Nominal beside in (Nominal[])[.. ((Nominal?[])[around.Added(place), around.Predicate(place)]).OfType<Nominal>()])
            {
                if (!beside.Term.IsPlural && _at.TryGetValue((text.Index, beside.Head), out int other) && other != number && _kinds[number] is ThingKind kind && _kinds[other] == kind)
                    Change(number, other, static tie => tie with { Told = true });
            }
        }
    }

    /// <summary>Which of what was told of before a noun can mean that is used for the first time.</summary>
    private void Follow(AccountText text, Dictionary<int, Nominal> byHead, NamePlace[] names)
    {
        List<(int Number, int Sentence)> told = [];
        HashSet<int> known = [];
        foreach (int word in byHead.Keys.Concat(names.Select(static name => name.First)).Order())
        {
            if (!_at.TryGetValue((text.Index, word), out int number) || _kinds[number] is not (ThingKind kind and not ThingKind.Event))
                continue;
            int sentence = text.SentenceAt(text.Words[word].Start);
            if (known.Add(number) && byHead.TryGetValue(word, out Nominal? nominal) && !nominal.IsRestricted)
            {
                int[] before = [.. told.Where(item => item.Number != number && _kinds[item.Number] == kind).Select(static item => item.Number).Distinct()];
                if (nominal.IsDefinite)
                    Mean(number, nominal, [.. before.Where(other => told.FindLast(item => item.Number == other).Sentence is int last && last < sentence && last >= sentence - Near)]);
                foreach (int other in nominal.IsIndefinite ? before : [])
                    Change(number, other, static tie => tie with { IsAnew = true });
            }

            told.Add((number, sentence));
        }

        void Mean(int number, Nominal nominal, int[] able)
        {
            bool isRole = text.Families?.IsEventRole(nominal.Families) is true;
            if (isRole)
                able = [.. able.Where(other => !_officials.Contains(other) && !AreOfTwoSexes(nominal.Gender, other))];
            if (able.Length > MostMeant)
                return;
            double part = 1.0 / able.Length;
            foreach (int other in able)
                Change(number, other, tie => tie with { Meant = tie.Meant + part, MeantRole = tie.MeantRole + (isRole ? part : 0) });
        }
    }

    private bool AreOfTwoSexes(Gender gender, int other) => gender != Gender.None && _genders.TryGetValue(other, out Gender known) && known != gender;

    private void Change(int one, int other, Func<NounTie, NounTie> change) => _ties[(Math.Min(one, other), Math.Max(one, other))] = change(Of(one, other));
}

/// <summary>What the accounts of a story tell of two nouns, or of a noun and a name.</summary>
/// <param name="Told">Whether one of them says that they call one thing.</param>
/// <param name="Meant">How often one is used as of something known where the other is what can be meant; each time counts the less the more else there is.</param>
/// <param name="MeantRole">The same where the one calls somebody whom an event made what he is.</param>
/// <param name="IsAnew">Whether an account that has told of one brings in the other as something new.</param>
/// <param name="IsBeside">Whether one clause tells of both, two people.</param>
internal readonly record struct NounTie(bool Told, double Meant, double MeantRole, bool IsAnew, bool IsBeside);
