namespace Lesart.Grouping;

/// <summary>What grouping compares of an account or of a story: unit vectors for one account, their sums for a story.</summary>
internal sealed record Fingerprint
{
    /// <summary>Words by language, each in its own concepts.</summary>
    public required SortedList<string, TermVector> Words { get; init; }

    /// <summary>Words of the title by language, in the same terms as <see cref="Words"/>.</summary>
    public required SortedList<string, TermVector> Title { get; init; }

    /// <summary>Words of title and opening by language, in the same terms as <see cref="Words"/>: what the account itself calls its news.</summary>
    public required SortedList<string, TermVector> Lead { get; init; }

    /// <summary>Words in what languages share.</summary>
    public required TermVector Pivots { get; init; }

    /// <summary>Names and entities.</summary>
    public required TermVector Names { get; init; }

    /// <summary>Places that are linked, those of the opening twice; a little longer than a unit vector where all nouns have capitals.</summary>
    public required TermVector Places { get; init; }

    /// <summary>Numbers that are no part of a date.</summary>
    public required TermVector Numbers { get; init; }

    /// <summary>Days that the text speaks of.</summary>
    public required TermVector Days { get; init; }

    /// <summary>Months that the texts name or name a day of: bit 0 is January.</summary>
    public int Months { get; init; }

    /// <summary>How many accounts name a month.</summary>
    public int NamingMonths { get; init; }

    /// <summary>States in which the places of the openings lie, each once an account.</summary>
    public required TermVector Lands { get; init; }

    /// <summary>How many accounts open with a place of a known state.</summary>
    public int NamingLands { get; init; }

    /// <summary>States in which the places of the whole texts lie, in the same terms as <see cref="Lands"/>, each once an account.</summary>
    public required TermVector AllLands { get; init; }

    /// <summary>What is numbered in title or opening ("debate"), each once an account.</summary>
    public required TermVector Numbered { get; init; }

    /// <summary>The same with its number ("second debate").</summary>
    public required TermVector Editions { get; init; }

    /// <summary>What the event measures at least and at most ("magnitude 7.4"); null where no account says it.</summary>
    public (double Low, double High)? Gauge { get; init; }

    /// <summary>Whose desks wrote the accounts, each once an account.</summary>
    public required TermVector Desks { get; init; }

    /// <summary>First and last publication; null where no account has one.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Year of publication; without one the newest year that a text with several years speaks of; null where neither can be told.</summary>
    public int? NewestYear { get; init; }

    /// <summary>How like the accounts of other stories around it are: what likeness means nothing here.</summary>
    public double Surroundings { get; init; }

    /// <summary>How many accounts are summed.</summary>
    public int Accounts { get; init; } = 1;

    private const int MaxTerms = 600;

    public static Fingerprint Sum(Fingerprint left, Fingerprint right) => new()
    {
        Words = Sum(left.Words, right.Words),
        Title = Sum(left.Title, right.Title),
        Lead = Sum(left.Lead, right.Lead),
        Pivots = TermVector.Sum(left.Pivots, right.Pivots, MaxTerms),
        Names = TermVector.Sum(left.Names, right.Names, MaxTerms),
        Places = TermVector.Sum(left.Places, right.Places, MaxTerms),
        Numbers = TermVector.Sum(left.Numbers, right.Numbers, MaxTerms),
        Days = TermVector.Sum(left.Days, right.Days, MaxTerms),
        Months = left.Months | right.Months,
        NamingMonths = left.NamingMonths + right.NamingMonths,
        Lands = TermVector.Sum(left.Lands, right.Lands, MaxTerms),
        NamingLands = left.NamingLands + right.NamingLands,
        AllLands = TermVector.Sum(left.AllLands, right.AllLands, MaxTerms),
        Numbered = TermVector.Sum(left.Numbered, right.Numbered, MaxTerms),
        Editions = TermVector.Sum(left.Editions, right.Editions, MaxTerms),
        Gauge = Sum(left.Gauge, right.Gauge),
        Desks = TermVector.Sum(left.Desks, right.Desks, MaxTerms),
        From = left.From is null || right.From < left.From ? right.From : left.From,
        To = left.To is null || right.To > left.To ? right.To : left.To,
        NewestYear = left.NewestYear is null || right.NewestYear > left.NewestYear ? right.NewestYear : left.NewestYear,
        Surroundings = ((left.Surroundings * left.Accounts) + (right.Surroundings * right.Accounts)) / (left.Accounts + right.Accounts),
        Accounts = left.Accounts + right.Accounts,
    };

    private static (double Low, double High)? Sum((double Low, double High)? left, (double Low, double High)? right) =>
        left is not (double low, double high) ? right
        : right is not (double otherLow, double otherHigh) ? left
        : (Math.Min(low, otherLow), Math.Max(high, otherHigh));

    private static SortedList<string, TermVector> Sum(SortedList<string, TermVector> left, SortedList<string, TermVector> right)
    {
        SortedList<string, TermVector> sum = new(left, StringComparer.Ordinal);
        foreach ((string language, TermVector vector) in right)
            sum[language] = sum.TryGetValue(language, out TermVector? known) ? TermVector.Sum(known, vector, MaxTerms) : vector;
        return sum;
    }
}
