using System.Globalization;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Grouping;

/// <summary>Reads from accounts what grouping compares. First counts a whole batch, then weighs it.</summary>
internal sealed class FingerprintReader(LanguagePacks packs)
{
    // The opening tells the event, the rest its background.
    private const double LeadWeight = 2;
    private const int LeadTokens = 80;
    private const int OpeningTokens = 45;
    private const int MaxTokens = 400;
    private const double PlacesAmongNouns = 1.3; // where all nouns have capitals, names are mixed with rare nouns, and places tell more
    private const int OpeningLetters = 400; // where places count twice
    private const int LettersOfLands = 300; // where places say in which state an event lies
    private const double RareName = 0.002;
    private const int MinYears = 3;
    private const int MinNumberDigits = 2;
    private const string UnknownLanguage = "und";

    private readonly TermTable _table = new();

    /// <summary>The account's terms; counts them for the archive.</summary>
    public Counts Count(Account account)
    {
        Counts counts = new() { Language = UnknownLanguage, Day = account.Published?.Day };
        if (packs.TryGet(account.Language, out LanguagePack? pack))
        {
            counts.Language = pack.Code;
            counts.PlacesLength = pack.Setting("nouns") == "capital" ? PlacesAmongNouns : 1;
            TermLexicon lexicon = TermLexicon.Of(pack, packs);
            EventMarks marks = new(pack, lexicon);
            if (account.Title is string title)
            {
                TokenizedText heading = Tokenizer.Tokenize(title, pack);
                Count(heading, lexicon, counts, isTitle: true, []);
                marks.Read(heading, OpeningTokens, static _ => false);
            }

            TokenizedText text = Tokenizer.Tokenize(account.Text, pack);
            Count(text, lexicon, counts, isTitle: false, PageWords.Of(pack).Mark(text, MaxTokens));
            marks.Read(text, OpeningTokens, offset => account.Times.Any(time => time.Span.Contains(offset)));
            CountMarks(marks, counts);
        }

        CountEntities(account, counts);
        CountDays(account, counts);
        counts.Months = Months(account);
        counts.Desks = [.. DeskReader.Desks(account).Select(desk => _table.Id("desk:" + desk, RareName))];
        counts.NewestYear = account.Published?.Day.Year ?? NewestYear(account);
        _table.CountArticle();
        foreach (int term in counts.All())
            _table.CountTerm(term);
        return counts;
    }

    public Fingerprint Weigh(Counts counts)
    {
        SortedList<string, TermVector> words = new(StringComparer.Ordinal) { [counts.Language] = Weigh(counts.Words) };
        SortedList<string, TermVector> title = new(StringComparer.Ordinal);
        if (counts.Title.Count > 0)
            title[counts.Language] = Weigh(counts.Title);
        return new Fingerprint
        {
            Words = words,
            Title = title,
            Lead = new SortedList<string, TermVector>(StringComparer.Ordinal) { [counts.Language] = Weigh(counts.Lead) },
            Pivots = Weigh(counts.Pivots),
            Names = Weigh(counts.Names),
            Places = Weigh(counts.Places, counts.PlacesLength),
            Numbers = Weigh(counts.Numbers),
            Days = Weigh(counts.Days),
            Months = counts.Months,
            NamingMonths = counts.Months == 0 ? 0 : 1,
            Lands = TermVector.Ones(counts.Lands),
            NamingLands = counts.Lands.Count > 0 ? 1 : 0,
            AllLands = TermVector.Ones(counts.AllLands),
            Numbered = TermVector.Ones(counts.Numbered),
            Editions = TermVector.Ones(counts.Editions),
            Gauge = counts.Gauge is double gauge ? (gauge, gauge) : null,
            Desks = TermVector.Ones(counts.Desks),
            NewestYear = counts.NewestYear,
            From = counts.Day,
            To = counts.Day,
        };
    }

    private TermVector Weigh(Dictionary<int, double> counts, double length = 1)
    {
        Dictionary<int, float> weights = new(counts.Count);
        foreach ((int term, double count) in counts)
            weights[term] = (float)((1 + Math.Log(count)) * _table.Information(term));
        return TermVector.Of(length, weights);
    }

    private void Count(TokenizedText text, TermLexicon lexicon, Counts counts, bool isTitle, bool[] ofPage)
    {
        bool isSentenceStart = true;
        int sentence = 0;
        for (int i = 0; i < text.Count && i < MaxTokens; i++)
        {
            while (sentence < text.Sentences.Length && text.Sentences[sentence].Last <= i)
                sentence++;
            isSentenceStart = sentence < text.Sentences.Length && text.Sentences[sentence].First == i;
            if (!isTitle && ofPage[i])
                continue;
            double weight = isTitle || i < LeadTokens ? LeadWeight : 1;
            string form = text.Lexeme(i);
            if (text.Tokens[i].Kind is TokenKind.Number)
            {
                CountNumber(form, weight, counts);
                continue;
            }

            if (text.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Abbreviation))
                continue;
            Term term = lexicon.Look(form);
            if (term.IsFunctionWord)
                continue;
            Add(counts.Words, counts.Language + ":" + term.Concept, term.Frequency, weight);
            foreach (string part in term.Parts)
                Add(counts.Words, counts.Language + ":" + part, term.Frequency, weight / 2);
            foreach (string pivot in term.Pivots)
                Add(counts.Pivots, "=" + pivot, term.Frequency, weight);
            if (isTitle || i < OpeningTokens)
                Add(counts.Lead, counts.Language + ":" + term.Concept, term.Frequency, 1);
            if (isTitle)
                Add(counts.Title, counts.Language + ":" + term.Concept, term.Frequency, 1);
            if (char.IsUpper(form[0]) && !isSentenceStart && term.Frequency <= RareName && !isTitle)
                Add(counts.Names, "n:" + term.Stem, term.Frequency, weight);
        }
    }

    private void CountNumber(string form, double weight, Counts counts)
    {
        string digits = new([.. form.Where(char.IsAsciiDigit)]);
        if (digits.Length >= MinNumberDigits)
            Add(counts.Numbers, "#" + digits, 0.02 / digits.Length, weight);
    }

    private void CountEntities(Account account, Counts counts)
    {
        Dictionary<string, EntityType> types = new(StringComparer.Ordinal);
        foreach (Entity entity in account.Entities)
            types[entity.Id] = entity.Type;
        foreach (Mention mention in account.Mentions)
        {
            if (mention.Kind is MentionKind.Pronoun || !types.TryGetValue(mention.Entity, out EntityType type))
                continue;
            Add(counts.Names, "@" + mention.Entity, RareName, 1);
            if (type is not (EntityType.GeoPolitical or EntityType.Location))
                continue;
            Add(counts.Places, "@" + mention.Entity, RareName, mention.Start < OpeningLetters ? LeadWeight : 1);
            if (!PlaceTable.TryGet(mention.Entity, out (string Level, string Land) place) || place.Land.Length == 0)
                continue;
            int land = _table.Id("land:" + place.Land, RareName);
            counts.AllLands.Add(land);
            if (mention.Start < LettersOfLands && mention.Kind is MentionKind.Name)
                counts.Lands.Add(land);
        }
    }

    private void CountMarks(EventMarks marks, Counts counts)
    {
        counts.Gauge = marks.Gauge;
        foreach ((string numbered, int number) in marks.Editions)
        {
            counts.Numbered.Add(_table.Id("numbered:" + numbered, RareName));
            counts.Editions.Add(_table.Id(string.Create(CultureInfo.InvariantCulture, $"edition:{numbered}:{number}"), RareName));
        }
    }

    private void CountDays(Account account, Counts counts)
    {
        foreach (TimeExpression time in account.Times)
        {
            if (time.From is DateOnly day && time.To == day)
                Add(counts.Days, "d:" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 0.01, 1);
        }
    }

    /// <summary>The months that the text names or names a day of, whatever the year: bit 0 is January.</summary>
    private static int Months(Account account)
    {
        int months = 0;
        foreach (TimeExpression time in account.Times)
        {
            // "2031-05", "XXXX-05-17TMO"
            if (time.Value.Length >= 7 && time.Value[4] == '-' && int.TryParse(time.Value.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12 && (time.Value.Length == 7 || time.Value[7] is '-'))
                months |= 1 << (month - 1);
        }

        return months;
    }

    /// <summary>The newest year of a text that looks back on several: its event is hardly much later.</summary>
    private static int? NewestYear(Account account)
    {
        int[] years = [.. account.Times.Where(static time => time is { From: not null, To: not null } && time.To.Value.DayNumber - time.From.Value.DayNumber <= 366).Select(static time => time.From!.Value.Year).Distinct()]; // the pattern asks for it
        return years.Length >= MinYears ? years.Max() : null;
    }

    private void Add(Dictionary<int, double> counts, string term, double frequency, double weight)
    {
        int id = _table.Id(term, frequency);
        counts[id] = counts.GetValueOrDefault(id) + weight;
    }

    internal sealed class Counts
    {
        public required string Language { get; set; }

        public DateOnly? Day { get; init; }

        public int? NewestYear { get; set; }

        public int Months { get; set; }

        public int[] Desks { get; set; } = [];

        public HashSet<int> Lands { get; } = [];

        public HashSet<int> AllLands { get; } = [];

        public HashSet<int> Numbered { get; } = [];

        public HashSet<int> Editions { get; } = [];

        public double? Gauge { get; set; }

        public Dictionary<int, double> Words { get; } = [];

        public Dictionary<int, double> Title { get; } = [];

        public Dictionary<int, double> Lead { get; } = [];

        public Dictionary<int, double> Pivots { get; } = [];

        public Dictionary<int, double> Names { get; } = [];

        public Dictionary<int, double> Places { get; } = [];

        public double PlacesLength { get; set; } = 1;

        public Dictionary<int, double> Numbers { get; } = [];

        public Dictionary<int, double> Days { get; } = [];

        // Words of the title are terms of the text too, places are names: each term counts once.
        public IEnumerable<int> All() => Words.Keys.Concat(Pivots.Keys).Concat(Names.Keys).Concat(Numbers.Keys).Concat(Days.Keys);
    }
}
