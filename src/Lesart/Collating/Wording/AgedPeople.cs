namespace Lesart.Collating;

/// <summary>The ages that the accounts of a story tell of those whom they name: "Muster, 39,", "Muster (39)", "der 39-jährige Tischler Jan Muster".</summary>
internal sealed class AgedPeople
{
    private const string YearUnit = "a"; // UCUM
    private const int MaxWordsToName = 3;

    private readonly Dictionary<string, HashSet<decimal>> _ages = new(StringComparer.Ordinal);

    /// <summary>Reads all accounts.</summary>
    /// <param name="texts">The accounts.</param>
    /// <param name="places">Their names.</param>
    /// <param name="idOf">The id by which the story knows an entity of an account.</param>
    public AgedPeople(IReadOnlyList<AccountText> texts, NamePlace[][] places, Func<string, string> idOf)
    {
        foreach (AccountText text in texts)
        {
            foreach (Quantity age in text.Account.Quantities.Where(static quantity => quantity is { Value: > 0, Unit: YearUnit or null }))
            {
                foreach (NamePlace place in places[text.Index].Where(place => IsBeside(text, place, age)))
                {
                    if (!_ages.TryGetValue(idOf(place.Entity), out HashSet<decimal>? ages))
                        _ages[idOf(place.Entity)] = ages = [];
                    ages.Add(age.Value!.Value); // filtered
                }
            }
        }
    }

    /// <summary>The ages told of somebody; empty where none is.</summary>
    public IReadOnlySet<decimal> Of(string entity) => _ages.TryGetValue(entity, out HashSet<decimal>? ages) ? ages : new HashSet<decimal>();

    private static bool IsBeside(AccountText text, NamePlace place, Quantity age)
    {
        int start = text.Words[place.First].Start, end = text.Words[place.Next - 1].End;
        if (end <= age.Start)
            return text.Text.AsSpan(end, age.Start - end) is ", " or " (" && (age.Unit is not null || (age.End < text.Text.Length && text.Text[age.End] is ',' or ')'));
        int next = text.WordAt(age.End);
        return age.Unit is not null && start >= age.End && place.First - next <= MaxWordsToName && Enumerable.Range(Math.Max(0, next - 1), place.First - Math.Max(0, next - 1)).All(word => NominalReader.AreBeside(text, word))
            && Enumerable.Range(next, place.First - next).All(word => text.Words[word].Term is { IsFunctionWord: false });
    }
}
