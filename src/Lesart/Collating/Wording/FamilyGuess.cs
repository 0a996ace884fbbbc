using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Guesses the families of nouns that no table of kinds holds, by the nouns of a table that are kinds of the same.</summary>
/// <remarks>From each meaning of a noun upwards the first class counts below which enough of the table's nouns stand and most of them belong to one family.</remarks>
internal sealed class FamilyGuess
{
    // Set on the stories in eval/collation/dev, with half of the table's rarer nouns left out.
    private const double MinKnown = 1.2; // nouns of the table below a class, each by the share of the meaning
    private const double MinPurity = 0.5; // of those the share of a family
    private const double MinSure = 0.35; // over all meanings of a noun
    private const double MinInformation = 5; // bits: above a class of one noun in 32 nothing is guessed
    private const int MostFamilies = 2;
    private const double MinOfKind = 2; // bits: what a noun calls is told by higher classes than its family
    private const double MinKnownOfKind = 4;
    private const double MinPurityOfKind = 0.75;
    private const double MinSureOfKind = 0.5;

    private readonly TermClasses _terms;
    private readonly NounClasses _classes;
    private readonly List<NounFamily> _families = [];
    private readonly Dictionary<int, Below> _below = [];
    private readonly ConcurrentDictionary<string, NounKind?> _kinds = new(StringComparer.Ordinal);

    /// <summary>Learns from a table.</summary>
    /// <param name="terms">What the language's nouns are kinds of.</param>
    /// <param name="table">Nouns with a family, those of one family behind one another.</param>
    public FamilyGuess(TermClasses terms, IEnumerable<(NounFamily Family, Term Noun)> table)
    {
        (_terms, _classes) = (terms, terms.Classes);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((NounFamily family, Term noun) in table)
        {
            if (_families.Count == 0 || _families[^1] != family)
                _families.Add(family);
            bool isNew = seen.Add(noun.Folded);
            foreach (NounMeaning meaning in terms.Look(noun))
            {
                for (int at = meaning.Class; at >= 0 && _classes.InformationOf(at) >= MinOfKind; at = _classes.Above(at))
                {
                    ref Below? below = ref CollectionsMarshal.GetValueRefOrAddDefault(_below, at, out _);
                    (below ??= new Below()).Add(_families.Count - 1, meaning.Share, isNew);
                }
            }
        }
    }

    /// <summary>The likeliest families of a noun by what it is a kind of; empty where nothing is sure enough.</summary>
    public NounFamily[] Of(Term noun)
    {
        Dictionary<int, double> sure = [];
        foreach (NounMeaning meaning in _terms.Look(noun))
        {
            for (int at = meaning.Class; at >= 0 && _classes.InformationOf(at) >= MinInformation; at = _classes.Above(at))
            {
                if (!_below.TryGetValue(at, out Below? below) || below.Known < MinKnown || !below.Shares.Exists(share => share.Of >= MinPurity * below.Known))
                    continue;
                foreach ((int family, double of) in below.Shares.Where(share => share.Of >= MinPurity * below.Known))
                    sure[family] = sure.GetValueOrDefault(family) + (meaning.Share * of / below.Known);
                break;
            }
        }

        return [.. sure.Where(static pair => pair.Value >= MinSure).OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key).Take(MostFamilies).Select(pair => _families[pair.Key])];
    }

    /// <summary>What a noun calls by what it is a kind of; null where that is not sure.</summary>
    public NounKind? KindOf(Term noun) => _kinds.GetOrAdd(noun.Folded, static (_, of) => of.Guess.WorkKind(of.Noun), (Guess: this, Noun: noun));

    private NounKind? WorkKind(Term noun)
    {
        Dictionary<NounKind, double> sure = [];
        foreach (NounMeaning meaning in _terms.Look(noun))
        {
            for (int at = meaning.Class; at >= 0 && _classes.InformationOf(at) >= MinOfKind; at = _classes.Above(at))
            {
                if (!_below.TryGetValue(at, out Below? below) || below.Known < MinKnownOfKind)
                    continue;
                (NounKind kind, double of) = below.Shares.GroupBy(share => _families[share.Family].Kind).Select(static group => (group.Key, group.Sum(static share => share.Of))).MaxBy(static group => group.Item2);
                if (of < MinPurityOfKind * below.Shares.Sum(static share => share.Of))
                    continue;
                sure[kind] = sure.GetValueOrDefault(kind) + meaning.Share;
                break;
            }
        }

        return sure.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key).FirstOrDefault() is { Value: >= MinSureOfKind } best ? best.Key : null;
    }

    /// <summary>Nouns of the table below a class.</summary>
    private sealed class Below
    {
        /// <summary>How many, each by the share of the meaning.</summary>
        public double Known { get; private set; }

        /// <summary>How many of each family, by its number.</summary>
        public List<(int Family, double Of)> Shares { get; } = [];

        public void Add(int family, double share, bool isNew)
        {
            Known += isNew ? share : 0;
            int at = Shares.FindIndex(one => one.Family == family);
            if (at < 0)
                Shares.Add((family, share));
            else
                Shares[at] = (family, Shares[at].Of + share);
        }
    }
}
