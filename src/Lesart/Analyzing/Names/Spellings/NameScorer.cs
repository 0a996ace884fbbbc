using System.Globalization;

namespace Lesart.Analyzing;

/// <summary>Weighs whether two spellings name one person, by named features.</summary>
/// <remarks>A key can only say yes or no; here each feature gives its share, so that "R. Kern" beside "Robert Kern", "Tony" beside "Anthony" and a vowel that two papers hear differently can
/// still be one, while brothers, fathers and sons stay two. Symmetric; linear in the product of the surnames' lengths.</remarks>
internal static class NameScorer
{
    /// <summary>From this sum on two names are taken for one.</summary>
    public const double Least = 3.8;

    // the cheapest of the gaps below
    private const double LeastGap = 0.35;

    private const int MostOnStack = 64;

    /// <summary>A feature that spoke, with its share of the sum.</summary>
    public readonly record struct Share(string Feature, double Value);

    /// <summary>Scores two names, without what only a text can tell.</summary>
    /// <param name="one">A name.</param>
    /// <param name="other">Another.</param>
    /// <param name="shares">Receives what spoke for and against; null where nobody asks.</param>
    /// <returns>The sum; <see cref="double.NegativeInfinity"/> where a feature excludes that they are one.</returns>
    public static double Score(NameForm one, NameForm other, List<Share>? shares = null)
    {
        // what is told at a glance comes first: most pairs go no further
        Share generation = Generation(one, other), middle = Middle(one, other);
        if (double.IsNegativeInfinity(generation.Value + middle.Value))
            return double.NegativeInfinity;
        Share given = Given(one, other);
        if (double.IsNegativeInfinity(given.Value))
            return double.NegativeInfinity;
        double sum = 0;
        foreach (Share share in (ReadOnlySpan<Share>)[Surname(one, other), given, middle, generation, Kind(one, other)])
        {
            sum += share.Value;
            if (share.Value != 0)
                shares?.Add(share);
        }

        return sum;
    }

    /// <summary>The shares as one line: "surname 2.7, given 2".</summary>
    public static string Explain(IEnumerable<Share> shares) =>
        string.Join(", ", shares.Select(static share => string.Create(CultureInfo.InvariantCulture, $"{share.Feature} {share.Value:0.#}")));

    private static Share Surname(NameForm one, NameForm other)
    {
        if ((one.Kind == NameKind.Syllabic) != (other.Kind == NameKind.Syllabic))
            return new Share("surname", double.NegativeInfinity);
        string left = one.Surname, right = other.Surname;
        // scripts without vowels
        if (one.Kind != other.Kind && (one.Kind == NameKind.Consonants || other.Kind == NameKind.Consonants))
            (left, right) = (Consonants(left), Consonants(right));
        if (left == right)
            return new Share("surname", left.Length > 2 ? 3 : 2.5);
        // native names differ by a letter: Meier, Maier
        if (one.Kind is NameKind.Plain && other.Kind is NameKind.Plain || one.Kind == NameKind.Syllabic || left.Length == 0 || right.Length == 0)
            return new Share("surname", double.NegativeInfinity);
        double most = Math.Min(left.Length, right.Length) * 0.16, cost = Cost(left, right, most);
        return cost <= most ? new Share("surname", 3 - cost) : new Share("surname", double.NegativeInfinity);
    }

    private static Share Given(NameForm one, NameForm other)
    {
        if (one.Kind == NameKind.Syllabic)
            return one.Given == other.Given ? new Share("family name", 2) : new Share("family name", double.NegativeInfinity);
        // whole names of which no part is a known given name
        if (one.Given.Length == 0 || other.Given.Length == 0)
            return new Share("whole name", one.Given == other.Given && one.Surname.Contains('-', StringComparison.Ordinal) && other.Surname.Contains('-', StringComparison.Ordinal) ? 1.5 : 0);
        if (one.Given == other.Given)
            return new Share("given", one.HasInitialOnly ? 1 : 2);
        if (one.HasInitialOnly || other.HasInitialOnly)
            return one.Given[0] == other.Given[0] ? new Share("initial", 1) : new Share("initial", double.NegativeInfinity);
        if (Transcription.Instance.AreNicknames(one.Given, other.Given))
            return new Share("short form", 1.2);
        if (one.Kind == NameKind.Plain && other.Kind == NameKind.Plain)
            return new Share("given", double.NegativeInfinity);
        double most = Math.Min(one.Given.Length, other.Given.Length) * 0.15, cost = Cost(one.Given, other.Given, most);
        return cost <= most ? new Share("given", 1.7 - cost) : new Share("given", double.NegativeInfinity);
    }

    private static Share Middle(NameForm one, NameForm other)
    {
        string left = one.HasInitialOnly ? "" : one.Initials, right = other.HasInitialOnly ? "" : other.Initials;
        if (left.Length == 0 || right.Length == 0)
            return new Share("middle", 0);
        return left == right ? new Share("middle", 0.5) : new Share("middle", double.NegativeInfinity);
    }

    private static Share Generation(NameForm one, NameForm other) => one.Generation == other.Generation
        ? new Share("generation", one.Generation.Length > 0 ? 0.5 : 0)
        : new Share("generation", double.NegativeInfinity);

    private static Share Kind(NameForm one, NameForm other) => new("alphabet", one.Kind == other.Kind ? 0 : -0.2);

    private static string Consonants(string sound) => string.Concat(sound.Where(static letter => letter is not ('a' or 'e' or 'i' or 'o' or 'u' or 'v')));

    /// <summary>What it takes to turn one word into the other, in letters that papers do not mix; infinity as soon as it is more than <paramref name="most"/>.</summary>
    private static double Cost(string one, string other, double most)
    {
        if (Math.Abs(one.Length - other.Length) * LeastGap > most)
            return double.PositiveInfinity;
        Span<double> row = other.Length < MostOnStack ? stackalloc double[other.Length + 1] : new double[other.Length + 1];
        row[0] = 0;
        for (int j = 1; j <= other.Length; j++)
            row[j] = row[j - 1] + Gap(other[j - 1]);
        for (int i = 1; i <= one.Length; i++)
        {
            double diagonal = row[0];
            row[0] += Gap(one[i - 1]);
            double least = row[0];
            for (int j = 1; j <= other.Length; j++)
            {
                double above = row[j];
                row[j] = Math.Min(diagonal + Change(one[i - 1], other[j - 1]), Math.Min(above + Gap(one[i - 1]), row[j - 1] + Gap(other[j - 1])));
                diagonal = above;
                least = Math.Min(least, row[j]);
            }

            if (least > most)
                return double.PositiveInfinity;
        }

        return row[^1];
    }

    private static double Gap(char letter) => letter switch { 'h' or 'i' => 0.35, 'a' or 'e' or 'u' => 0.5, 'o' => 0.7, _ => 1.2 };

    private static double Change(char one, char other)
    {
        if (one == other)
            return 0;
        return (one < other ? (one, other) : (other, one)) switch
        {
            ('a', 'e') or ('e', 'i') or ('o', 'u') => 0.3,
            ('a', 'o') or ('e', 'o') => 0.6,
            ('g', 'h') or ('g', 'k') or ('h', 'k') or ('u', 'v') or ('f', 'v') => 0.4,
            ('d', 't') or ('b', 'p') or ('b', 'v') or ('h', 's') => 0.7,
            _ => 1.4,
        };
    }
}
