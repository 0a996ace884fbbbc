using System.Globalization;
using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>Collations of our own stories against their gold, counted over all stories that are added.</summary>
internal sealed class CollationScore(string title, bool showErrors)
{
    private const int MinStretch = 8; // letters
    private const int MaxContext = 80; // letters on either side

    private readonly Counts _points = new();
    private readonly int[] _pairsByDenied = new int[3], _foundByDenied = new int[3];
    private readonly Counts _differences = new();
    private readonly Counts _passages = new();
    private readonly SortedDictionary<string, Counts> _slots = new(StringComparer.Ordinal);
    private const string StanceSlot = "stance";

    private int _listedSides, _rightSides; // readings that right differences of stance list, and those of them that gold lists, too
    private int _onLookalikes, _kindRight, _kindAll, _strandsRight, _originsRight, _stories, _termsFound, _terms, _termsShown, _termsOfGold;

    public void Add(string name, Collation collation, JsonElement gold, Dictionary<string, Account> accounts)
    {
        _stories++;
        AddPoints(name, collation, gold, accounts);
        AddDifferences(name, collation, gold, accounts);
        AddPassages(name, collation, gold, accounts);
        AddStrands(name, collation, gold);
        AddWording(name, collation, gold);
    }

    /// <summary>Prints a line about wording.</summary>
    public void PrintWording() => Console.WriteLine($"wording           {Percent(_termsFound, _terms)} of the terms found under one entity ({_termsFound}/{_terms}); of the terms in rows that hold two of an entity's {Percent(_termsOfGold, _termsShown)} are its own ({_termsOfGold}/{_termsShown})");

    public void PrintPoints() => Console.WriteLine($"{title,-16} points {_points}  differences {_differences}");

    /// <summary>Prints the lines about differences.</summary>
    public void PrintDifferences()
    {
        Console.WriteLine($"differences       {_differences}; {_onLookalikes} of the false ones on look-alikes");
        foreach ((string slot, Counts counts) in _slots)
            Console.WriteLine($"  {slot,-15} {counts}{(slot == StanceSlot ? $"; of the readings that right ones list gold has {Percent(_rightSides, _listedSides)} ({_rightSides}/{_listedSides})" : "")}");
    }

    public void Print()
    {
        Console.WriteLine($"{title}: {_stories} stories");
        Console.WriteLine($"points, pairwise  {_points}");
        Console.WriteLine($"  recall of pairs by readings that deny: {string.Join(", ", _pairsByDenied.Select((pairs, denied) => $"{(denied == 0 ? "none" : denied)} {Percent(_foundByDenied[denied], pairs)} ({_foundByDenied[denied]}/{pairs})"))}");
        PrintDifferences();
        Console.WriteLine($"passages          {_passages}; kind right for {Percent(_kindRight, _kindAll)} of the letters");
        Console.WriteLine($"strands           {_strandsRight} of {_stories} stories, origins {_originsRight} of {_stories}");
        PrintWording();
    }

    private static string Percent(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / Math.Max(1, whole):0.0}");

    public static Place PlaceOf(string account, string quote, Dictionary<string, Account> accounts, string? within = null)
    {
        string text = accounts[account].Text;
        int from = within is null ? 0 : text.IndexOf(within, StringComparison.Ordinal);
        int start = text.IndexOf(quote, from, StringComparison.Ordinal);
        return start < 0 ? throw new InvalidDataException($"{account}: '{quote}' does not occur") : new Place(account, new TextSpan(start, start + quote.Length));
    }

    /// <summary>Where the words of a difference's reading stand: by their offsets where the gold gives such.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="accounts">The accounts by their ids.</param>
    /// <param name="isWhole">Whether the whole of what it stands in is meant, where the gold names that.</param>
    public static Place PlaceOf(JsonElement reading, Dictionary<string, Account> accounts, bool isWhole)
    {
        string account = Text(reading, "account"), name = isWhole && reading.GetProperty("within").ValueKind is JsonValueKind.String ? "within" : "quote";
        if (reading.TryGetProperty(name + CorpusGold.At, out JsonElement span))
            return new Place(account, new TextSpan(span[0].GetInt32(), span[1].GetInt32()));
        return PlaceOf(account, Text(reading, name), accounts, name == "quote" ? reading.GetProperty("within").GetString() : null);
    }

    public static List<List<Place>> Points(JsonElement gold, Dictionary<string, Account> accounts) =>
        [.. gold.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("readings").EnumerateArray()
            .SelectMany(reading => reading.GetProperty("quotes").EnumerateArray().Select(quote => PlaceOf(Text(reading, "account"), quote.GetString()!, accounts))).ToList())];

    /// <summary>Readings that deny what their point says.</summary>
    private static HashSet<Place> Denied(JsonElement gold, Dictionary<string, Account> accounts) =>
        [.. gold.GetProperty("points").EnumerateArray().SelectMany(static point => point.GetProperty("readings").EnumerateArray()).Where(static reading => Text(reading, "stance") == "denied")
            .SelectMany(reading => reading.GetProperty("quotes").EnumerateArray().Select(quote => PlaceOf(Text(reading, "account"), quote.GetString()!, accounts)))];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!; // the gold's fields are strings

    private static HashSet<(Place, Place)> PairsOf(IReadOnlyList<Place> places)
    {
        HashSet<(Place, Place)> pairs = [];
        for (int i = 0; i < places.Count; i++)
        {
            for (int j = i + 1; j < places.Count; j++)
            {
                if (places[i].Account != places[j].Account)
                    pairs.Add(string.CompareOrdinal(places[i].Account, places[j].Account) < 0 ? (places[i], places[j]) : (places[j], places[i]));
            }
        }

        return pairs;
    }

    private void AddPoints(string name, Collation collation, JsonElement gold, Dictionary<string, Account> accounts)
    {
        List<List<Place>> expected = Points(gold, accounts);
        // a reading of several spans counts by its longest
        List<List<Place>> predicted = [.. collation.Points.Select(static point => point.Readings.Where(static reading => reading.Spans.Length > 0)
            .Select(static reading => new Place(reading.Account, reading.Spans.MaxBy(static span => span.Length))).ToList())];
        HashSet<(Place One, Place Other)> predictedPairs = [.. predicted.SelectMany(PairsOf)];
        HashSet<(Place One, Place Other)> expectedPairs = [.. expected.SelectMany(PairsOf)];
        int right = predictedPairs.Count(pair => IsIn(expected, pair));
        int found = expectedPairs.Count(pair => IsIn(predicted, pair));
        _points.Add(right, predictedPairs.Count, expectedPairs.Count, found);
        HashSet<Place> denied = Denied(gold, accounts);
        foreach ((Place One, Place Other) pair in expectedPairs)
        {
            int denying = (denied.Contains(pair.One) ? 1 : 0) + (denied.Contains(pair.Other) ? 1 : 0);
            _pairsByDenied[denying]++;
            _foundByDenied[denying] += IsIn(predicted, pair) ? 1 : 0;
        }

        if (!showErrors)
            return;
        foreach ((Place One, Place Other) pair in predictedPairs.Where(pair => !IsIn(expected, pair)))
            Console.WriteLine($"{name}  false pair    {Show(pair.One)}\n{"",16}{Show(pair.Other)}");
        foreach ((Place One, Place Other) pair in expectedPairs.Where(pair => !IsIn(predicted, pair)))
            Console.WriteLine($"{name}  missed pair   {Show(pair.One)}\n{"",16}{Show(pair.Other)}");
        return;

        string Show(Place place) => $"[{place.Account}] {accounts[place.Account].Text[place.Span.Start..place.Span.End].ReplaceLineEndings(" ")}";
    }

    private static bool IsIn(List<List<Place>> points, (Place One, Place Other) pair) =>
        points.Exists(point => point.Exists(pair.One.Meets) && point.Exists(pair.Other.Meets));

    private void AddDifferences(string name, Collation collation, JsonElement gold, Dictionary<string, Account> accounts)
    {
        List<(string Slot, List<(Place Place, string Value)> Sides)> expected = Sides(gold.GetProperty("differences"), accounts);
        List<(string Slot, List<(Place Place, string Value)> Sides)> lookalikes = Sides(gold.GetProperty("lookalikes"), accounts);
        HashSet<int> found = [];
        int right = 0;
        Dictionary<string, int> rightOf = new(StringComparer.Ordinal);
        Difference[] between = [.. collation.Differences.Where(static difference => !difference.IsInner)]; // the gold holds none inside one account
        foreach (Difference difference in between)
        {
            string slot = SlotOf(difference);
            Place[] places = [.. difference.Readings.Select(static reading => new Place(reading.Account, new TextSpan(reading.Start, reading.End)))];
            int[] fits = [.. Enumerable.Range(0, expected.Count).Where(i => expected[i].Slot == slot && Parts(expected[i].Sides, places))];
            found.UnionWith(fits);
            if (fits.Length > 0)
            {
                right++;
                rightOf[slot] = rightOf.GetValueOrDefault(slot) + 1;
                _listedSides += slot == StanceSlot ? places.Length : 0;
                _rightSides += slot == StanceSlot ? places.Count(place => fits.Any(i => expected[i].Sides.Exists(side => side.Place.Meets(place)))) : 0;
                continue;
            }

            bool isLookalike = lookalikes.Exists(lookalike => lookalike.Sides.Count(side => places.Any(side.Place.Meets)) >= 2);
            _onLookalikes += isLookalike ? 1 : 0;
            if (showErrors)
                Console.WriteLine($"{name}  false difference{(isLookalike ? " (look-alike)" : "")}  {slot}: {difference.Note}{string.Concat(places.Select(place => $"\n{"",16}[{place.Account} {place.Span.Start}..{place.Span.End}] {InContext(accounts[place.Account].Text, place.Span)}"))}");
        }

        foreach (Difference inside in showErrors ? collation.Differences.Where(static difference => difference.IsInner) : [])
            Console.WriteLine($"{name}  inside one account  {SlotOf(inside)}: {inside.Note}{string.Concat(inside.Readings.Select(reading => $"\n{"",16}[{reading.Account}] {(reading.InTitle ? accounts[reading.Account].Title : accounts[reading.Account].Text[Math.Max(0, reading.Start - 80)..Math.Min(accounts[reading.Account].Text.Length, reading.End + 80)].ReplaceLineEndings(" "))}"))}");
        _differences.Add(right, between.Length, expected.Count, found.Count);
        foreach (string slot in expected.Select(static difference => difference.Slot).Concat(between.Select(SlotOf)).Distinct(StringComparer.Ordinal))
        {
            if (!_slots.TryGetValue(slot, out Counts? counts))
                _slots[slot] = counts = new Counts();
            counts.Add(rightOf.GetValueOrDefault(slot), between.Count(difference => SlotOf(difference) == slot), expected.Count(difference => difference.Slot == slot), found.Count(i => expected[i].Slot == slot));
        }

        if (!showErrors)
            return;
        Place[][] points = [.. collation.Points.Select(static point => point.Readings.Select(static reading => new Place(reading.Account, reading.Spans[0])).ToArray())];
        foreach ((JsonElement missed, int i) in gold.GetProperty("differences").EnumerateArray().Select(static (missed, i) => (missed, i)).Where(item => !found.Contains(item.i)))
            Console.WriteLine($"{name}  missed difference ({(Array.Exists(points, point => Parts(expected[i].Sides, point)) ? "in a point" : "no point")})  {Text(missed, "slot")}: {Text(missed, "note")}");
    }

    /// <summary>Words with the letters beside them: a figure alone says nothing.</summary>
    private static string InContext(string text, TextSpan span) =>
        $"{text[Math.Max(0, span.Start - MaxContext)..span.Start]}»{span.In(text)}«{text[span.End..Math.Min(text.Length, span.End + MaxContext)]}".ReplaceLineEndings(" ");

    private static string SlotOf(Difference difference) => difference.Slot.ToString().ToLowerInvariant();

    private static List<(string Slot, List<(Place Place, string Value)> Sides)> Sides(JsonElement list, Dictionary<string, Account> accounts) =>
        [.. list.EnumerateArray().Select(item => (Text(item, "slot"), item.GetProperty("readings").EnumerateArray().Select(reading =>
            (PlaceOf(reading, accounts, isWhole: true), Text(reading, "value"))).ToList()))];

    /// <summary>Whether at least two sides with different values are met.</summary>
    private static bool Parts(List<(Place Place, string Value)> sides, Place[] places) =>
        sides.Where(side => places.Any(side.Place.Meets)).Select(static side => side.Value).Distinct(StringComparer.Ordinal).Count() > 1;

    private void AddPassages(string name, Collation collation, JsonElement gold, Dictionary<string, Account> accounts)
    {
        Dictionary<(string Account, string Other, int At), bool> expected = []; // value: quotation only
        foreach (JsonElement passage in gold.GetProperty("passages").EnumerateArray().OrderBy(static passage => Text(passage, "kind") == "quotation"))
            Mark(expected, [.. passage.GetProperty("spans").EnumerateArray().Select(span => PlaceOf(Text(span, "account"), Text(span, "quote"), accounts))], Text(passage, "kind") == "quotation");
        Dictionary<(string Account, string Other, int At), bool> predicted = [];
        foreach (Passage passage in collation.Passages.Where(static passage => passage.Certainty is null).OrderBy(static passage => passage.Kind == PassageKind.Quotation))
            Mark(predicted, [.. passage.Spans.Select(static span => new Place(span.Account, new TextSpan(span.Start, span.End)))], passage.Kind == PassageKind.Quotation);
        int right = predicted.Keys.Count(expected.ContainsKey);
        _passages.Add(right, predicted.Count, expected.Count);
        _kindAll += right;
        _kindRight += predicted.Count(letter => expected.TryGetValue(letter.Key, out bool isQuotation) && isQuotation == letter.Value);
        if (!showErrors)
            return;
        foreach (Passage passage in collation.Passages.Where(static passage => passage.Certainty is not null))
            Console.WriteLine($"{name}  reworded  {passage.Certainty}  {string.Concat(passage.Spans.Select(span => $"\n{"",16}[{span.Account}] {accounts[span.Account].Text[span.Start..span.End].ReplaceLineEndings(" ")}"))}");
        ShowStretches(name + "  missed passage", [.. expected.Keys.Where(letter => !predicted.ContainsKey(letter))], accounts);
        ShowStretches(name + "  wrong kind of passage", [.. predicted.Where(letter => expected.TryGetValue(letter.Key, out bool isQuotation) && isQuotation != letter.Value).Select(static letter => letter.Key)], accounts);
        ShowStretches(name + "  false passage", [.. predicted.Keys.Where(letter => !expected.ContainsKey(letter))], accounts);
    }

    /// <summary>Letters in a row as one line, those of few letters left out: a mark at an edge is no error to look at.</summary>
    private static void ShowStretches(string label, IReadOnlyCollection<(string Account, string Other, int At)> letters, Dictionary<string, Account> accounts)
    {
        foreach (IGrouping<(string Account, string Other), int> pair in letters.Order().GroupBy(static letter => (letter.Account, letter.Other), static letter => letter.At))
        {
            int[] at = [.. pair];
            for (int i = 0; i < at.Length;)
            {
                int end = i + 1;
                while (end < at.Length && at[end] == at[end - 1] + 1)
                    end++;
                if (end - i >= MinStretch)
                    Console.WriteLine($"{label}  [{pair.Key.Account} with {pair.Key.Other}] {accounts[pair.Key.Account].Text[at[i]..(at[end - 1] + 1)].ReplaceLineEndings(" ")}");
                i = end;
            }
        }
    }

    private static void Mark(Dictionary<(string Account, string Other, int At), bool> letters, Place[] places, bool isQuotation)
    {
        foreach (Place place in places)
        {
            foreach (string other in places.Select(static other => other.Account).Where(other => other != place.Account))
            {
                for (int at = place.Span.Start; at < place.Span.End; at++)
                    letters.TryAdd((place.Account, other, at), isQuotation);
            }
        }
    }

    private void AddStrands(string name, Collation collation, JsonElement gold)
    {
        string[] predicted = [.. collation.Strands.Select(static strand => string.Join(' ', strand.Accounts.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];
        Dictionary<string, string?> origins = gold.GetProperty("strands").EnumerateArray().ToDictionary(
            static strand => string.Join(' ', strand.GetProperty("accounts").EnumerateArray().Select(static id => id.GetString()).Order(StringComparer.Ordinal)),
            static strand => strand.GetProperty("origin").GetString(), StringComparer.Ordinal);
        bool isRight = predicted.SequenceEqual(origins.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        _strandsRight += isRight ? 1 : 0;
        _originsRight += isRight && collation.Strands.All(strand => origins[string.Join(' ', strand.Accounts.Order(StringComparer.Ordinal))] == strand.Origin) ? 1 : 0;
        if (showErrors && !isRight)
            Console.WriteLine($"{name}  strands  {string.Join(" | ", predicted)}\n{"",12}not {string.Join(" | ", origins.Keys)}");
    }

    private void AddWording(string name, Collation collation, JsonElement gold)
    {
        foreach (JsonElement wording in gold.GetProperty("wording").EnumerateArray())
        {
            (string Account, string Term)[] terms = [.. wording.GetProperty("terms").EnumerateArray().Select(static term => (Text(term, "account"), Text(term, "term")))];
            _terms += terms.Length;
            (string Account, string Term)[] found = collation.Wording.Select(candidate => terms.Where(term => candidate.Terms.Any(other => other.Account == term.Account && IsLike(other.Term, term.Term))).ToArray()).MaxBy(static found => found.Length) ?? [];
            _termsFound += found.Length;
            if (showErrors)
                Console.WriteLine($"{name}  wording  {Text(wording, "entity")}: found {string.Join(", ", found)}; missed {string.Join(", ", terms.Except(found))}");
        }

        foreach (Wording wording in collation.Wording)
        {
            int ofOne = gold.GetProperty("wording").EnumerateArray().Select(entity => wording.Terms.Count(term => entity.GetProperty("terms").EnumerateArray().Any(one => Text(one, "account") == term.Account && IsLike(term.Term, Text(one, "term"))))).DefaultIfEmpty().Max();
            if (ofOne < 2)
                continue;
            _termsShown += wording.Terms.Length;
            _termsOfGold += ofOne;
        }

        foreach (Wording wording in showErrors ? collation.Wording : [])
            Console.WriteLine($"{name}  shown  {wording.Entity}: {string.Join(", ", wording.Terms.GroupBy(static term => term.Term, StringComparer.Ordinal).Select(static group => $"{group.Key} {group.Count()}"))}");
    }

    /// <summary>The same word, perhaps inflected or with words around it.</summary>
    public static bool IsLike(string term, string gold) =>
        gold.Contains(' ', StringComparison.Ordinal) ? term.StartsWith(gold, StringComparison.OrdinalIgnoreCase) : term.Split(' ').Any(word => word.Length - gold.Length is >= -1 and <= 2 && word.StartsWith(gold[..Math.Min(gold.Length, word.Length)], StringComparison.OrdinalIgnoreCase));
}
