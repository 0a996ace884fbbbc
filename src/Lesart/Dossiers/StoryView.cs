using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>A collation with its accounts, ready to be shown: columns in order, names resolved, differences by point.</summary>
internal sealed class StoryView
{
    private const int MostOfSource = 60; // letters

    // Letters between a statement's begin and its first clause that are mere marks and small words.
    private const int LongestUntold = 12;

    private readonly Dictionary<string, AccountView> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Statement>> _statements = new(StringComparer.Ordinal);
    private readonly ILookup<string, Difference> _differences;
    private readonly ILookup<string, (TextSpan Words, Stance Stance)> _parting;
    private readonly ILookup<(string Account, string Statement), Reading> _clauses;

    /// <summary>Puts a story together.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="collation">The story.</param>
    /// <param name="accounts">All accounts of the run by id; those of the collation that are missing are left out.</param>
    /// <param name="firstAccountNumber">The number of the first account.</param>
    /// <param name="evidence">The dossier's evidence.</param>
    public StoryView(int number, Collation collation, Dictionary<string, Account> accounts, int firstAccountNumber, EvidenceBook evidence)
    {
        Number = number;
        Collation = collation;
        Evidence = evidence;
        Columns = Order(collation, accounts, firstAccountNumber);
        foreach (AccountView column in Columns)
        {
            _accounts.Add(column.Account.Id, column);
            Dictionary<string, Statement> statements = new(StringComparer.Ordinal);
            foreach (Statement statement in column.Account.Statements)
                statements.TryAdd(statement.Id, statement);
            _statements.Add(column.Account.Id, statements);
        }

        Strands = [.. Columns.Select(static column => column.Strand).Distinct().OrderBy(static strand => strand.Position)];
        _differences = collation.Differences.ToLookup(static difference => difference.Point, StringComparer.Ordinal);
        _clauses = collation.Points.SelectMany(static point => point.Readings).Where(static reading => reading.Statement is not null && !reading.Spans.IsDefaultOrEmpty).ToLookup(static reading => (reading.Account, reading.Statement!)); // the line keeps those of statements alone
        _parting = collation.Differences.Where(static difference => difference.Slot == DifferenceSlot.Stance).SelectMany(static difference => difference.Readings)
            .Where(static reading => !reading.InTitle && Names.TryStance(reading.Value, out _))
            .ToLookup(static reading => reading.Account, static reading => (new TextSpan(reading.Start, reading.End), Names.TryStance(reading.Value, out Stance stance) ? stance : default), StringComparer.Ordinal);
        Entities = NamedEntity.Merge(Columns);
        HasOffsets = Columns.Select(static column => column.Account.Published?.Instant?.Offset).OfType<TimeSpan>().Distinct().Skip(1).Any();
        IsUndated = Columns.All(static column => column.Account.Published is null);
    }

    /// <summary>From 1.</summary>
    public int Number { get; }

    /// <summary>The story.</summary>
    public Collation Collation { get; }

    /// <summary>Where evidence is noted.</summary>
    public EvidenceBook Evidence { get; }

    /// <summary>Whether times of several offsets stand beside one another: without them they seem to run backwards.</summary>
    public bool HasOffsets { get; }

    /// <summary>Whether no account has a date.</summary>
    public bool IsUndated { get; }

    /// <summary>The accounts by strand (largest first, then earliest), inside a strand by publication.</summary>
    public ImmutableArray<AccountView> Columns { get; }

    /// <summary>The strands in the order of the columns.</summary>
    public ImmutableArray<StrandView> Strands { get; }

    /// <summary>Who and what the accounts speak of, by id.</summary>
    public IReadOnlyDictionary<string, NamedEntity> Entities { get; }

    /// <summary>Whether columns are too many for words in the cells.</summary>
    public bool IsWide => Columns.Length > 9;

    /// <summary>The classes of a table of accounts: how many columns it has, and how much room the first one can take beside narrow ones.</summary>
    public string TableClasses => $"{(IsWide ? " wide" : "")} cols-{Math.Min(Columns.Length, 10).ToString(System.Globalization.CultureInfo.InvariantCulture)}"
        + (IsWide ? Columns.Length switch { <= 14 => " room-14", <= 20 => " room-20", <= 26 => " room-26", _ => "" } : "");

    /// <summary>Whether a browser should lay out only what is near the screen; jumps inside the page are then less exact.</summary>
    public bool IsLarge => Columns.Length * Collation.Points.Length > 4000 || Columns.Length > 24;

    /// <summary>What it is called.</summary>
    public string Title => StoryTitle.Of(Collation, account => Find(account)?.Account.Text);

    /// <summary>The story's page name.</summary>
    public string Anchor => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"s{Number}");

    /// <summary>The column of an account.</summary>
    public AccountView? Find(string account) => _accounts.GetValueOrDefault(account);

    /// <summary>The differences of a point.</summary>
    public IEnumerable<Difference> DifferencesOf(string point) => _differences[point];

    /// <summary>The statement of a reading; null for a narrated sentence that is none.</summary>
    public Statement? StatementOf(Reading reading) =>
        reading.Statement is string id && _statements.TryGetValue(reading.Account, out Dictionary<string, Statement>? statements) ? statements.GetValueOrDefault(id) : null;

    /// <summary>The name to show for an entity; its id where no account names it.</summary>
    public string NameOf(string entity) => Entities.TryGetValue(entity, out NamedEntity? named) ? named.Name : entity;

    /// <summary>The name to show for who is accused, or else for who denies it: the entity's, else the words for them.</summary>
    public string NameOf(Reply reply) => (reply.Accused ?? reply.DeniedBy) is string entity ? NameOf(entity) : reply.Called ?? "";

    /// <summary>Who says it: the entity's name, else the words that name the source; null for the outlet itself.</summary>
    public string? SpeakerOf(AccountView account, Statement? statement, string? speaker)
    {
        speaker ??= statement?.Speaker;
        if (speaker is not null)
            return NameOf(speaker);
        return statement is { Source.Length: > 0 } ? Short(string.Join(" … ", statement.Source.Select(account.Words))) : null;
    }

    // The words for a source may be half a sentence: its first words tell who it is.
    private static string Short(string words) => words.Length > MostOfSource && words.LastIndexOf(' ', MostOfSource) is > 0 and int at ? words[..at].TrimEnd(',') + " …" : words;

    /// <summary>Who says a statement, by its id; null for the outlet itself, or where nobody is told.</summary>
    public string? SpeakerOf(AccountView account, string? statement, string? speaker) =>
        SpeakerOf(account, statement is not null && _statements.TryGetValue(account.Account.Id, out Dictionary<string, Statement>? statements) ? statements.GetValueOrDefault(statement) : null, speaker);

    /// <summary>Whether a name was found for who says a statement, by its id.</summary>
    public bool IsNamed(AccountView account, string? statement, string? speaker) =>
        speaker is not null || (statement is not null && _statements.TryGetValue(account.Account.Id, out Dictionary<string, Statement>? statements) && statements.GetValueOrDefault(statement)?.Speaker is not null);

    /// <summary>How a reading is told. Where accounts part in stance, the difference says what the words mean for the point: an article that tells in its own voice that somebody rejects
    /// something states the rejection, and rejects nothing itself.</summary>
    public Telling TellingOf(AccountView account, Reading reading)
    {
        Statement? statement = StatementOf(reading);
        Stance[] parting = [.. _parting[reading.Account].Where(item => reading.Spans.Any(item.Words.Overlaps)).Select(static item => item.Stance).Distinct()];
        Stance stance = parting is [Stance other] ? other : reading.Stance;
        if (stance == Stance.Denied && reading.Stance != stance && reading.Kind == StatementKind.Narrated && DenierOf(reading) is string denier)
            return new Telling(stance, StatementKind.Reported, denier, true, "");
        return new Telling(stance, reading.Kind, SpeakerOf(account, statement, reading.Speaker), (reading.Speaker ?? statement?.Speaker) is not null, ViaOf(account, statement));
    }

    // By the answer to an accusation that lies in the same words.
    private string? DenierOf(Reading reading)
    {
        Answer? answer = Collation.Replies.SelectMany(static reply => reply.Answers)
            .FirstOrDefault(answer => answer.Account == reading.Account && answer.Speaker is not null && answer.Spans.Any(words => reading.Spans.Any(words.Overlaps)));
        return answer?.Speaker is string speaker ? NameOf(speaker) : null;
    }

    /// <summary>How a statement is told.</summary>
    public Telling TellingOf(AccountView account, Statement statement) =>
        new(statement.Stance, statement.Kind, SpeakerOf(account, statement, null), statement.Speaker is not null, ViaOf(account, statement));

    /// <summary>What is said in a statement, cut where the stance changes, in text order: its clauses may part in it ("I did not want this. He is a great man."). One piece, with all its words, where they do not.</summary>
    public ImmutableArray<(ImmutableArray<TextSpan> Words, Telling Telling)> PiecesOf(AccountView account, Statement statement)
    {
        Telling whole = TellingOf(account, statement);
        List<(TextSpan Words, Stance Stance)> clauses = [.. _clauses[(account.Account.Id, statement.Id)]
            .SelectMany(reading => reading.Spans.Select(span => (span, TellingOf(account, reading).Stance))).DistinctBy(static clause => clause.span).OrderBy(static clause => clause.span)];
        if (clauses.Count == 0)
            return [(statement.Content, whole)];
        TextSpan opening = new(statement.Content[0].Start, Math.Min(statement.Content[0].End, clauses[0].Words.Start));
        if (opening.Length > LongestUntold)
            clauses.Insert(0, (opening, statement.Stance)); // no point holds what comes first
        if (clauses.TrueForAll(clause => clause.Stance == clauses[0].Stance))
            return [(statement.Content, whole with { Stance = clauses[0].Stance })];
        List<(List<TextSpan> Words, Stance Stance)> pieces = [];
        foreach ((TextSpan words, Stance stance) in clauses)
        {
            if (pieces.Count == 0 || pieces[^1].Stance != stance)
                pieces.Add(([], stance));
            pieces[^1].Words.Add(words);
        }

        return [.. pieces.Select(piece => ((ImmutableArray<TextSpan>)[.. piece.Words], whole with { Stance = piece.Stance }))];
    }

    /// <summary>The link to a reading's words.</summary>
    public EvidenceLink LinkOf(AccountView account, Reading reading) => Evidence.Add(account, reading.Spans, TellingOf(account, reading));

    private string ViaOf(AccountView account, Statement? statement) => statement is null
        ? ""
        : string.Join(" ← ", statement.Via.Select(hop => hop.Entity is string entity ? NameOf(entity) : account.Words(new TextSpan(hop.Start, hop.End))));

    private static ImmutableArray<AccountView> Order(Collation collation, Dictionary<string, Account> accounts, int firstNumber)
    {
        Dictionary<string, CollatedAccount> columns = new(StringComparer.Ordinal);
        foreach (CollatedAccount column in collation.Accounts)
        {
            if (accounts.ContainsKey(column.Id))
                columns.TryAdd(column.Id, column);
        }

        Dictionary<string, Strand> strandOf = new(StringComparer.Ordinal);
        foreach (Strand strand in collation.Strands)
        {
            foreach (string id in strand.Accounts.IsDefault ? [] : strand.Accounts)
                strandOf.TryAdd(id, strand);
        }

        // A collation that names no strand for an account: it stands alone.
        foreach (CollatedAccount column in columns.Values)
            strandOf.TryAdd(column.Id, new Strand(column.Strand, [.. columns.Values.Where(other => other.Strand == column.Strand).Select(static other => other.Id)], null));

        // Of several articles of an outlet the first is the earliest, wherever its column stands.
        Dictionary<string, string> labels = columns.Values.GroupBy(column => OutletOf(accounts[column.Id]), StringComparer.Ordinal)
            .SelectMany(static outlet => outlet.OrderBy(static column => Time(column)).ThenBy(static column => column.Id, StringComparer.Ordinal)
                .Select((column, i) => (column.Id, Label: outlet.Count() == 1 ? outlet.Key : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{outlet.Key} ({i + 1})"))))
            .ToDictionary(static item => item.Id, static item => item.Label, StringComparer.Ordinal);

        ImmutableArray<AccountView>.Builder ordered = ImmutableArray.CreateBuilder<AccountView>(columns.Count);
        int position = 0;
        foreach (IGrouping<string, CollatedAccount> group in columns.Values
            .GroupBy(column => strandOf[column.Id].Id, StringComparer.Ordinal)
            .OrderByDescending(static group => group.Count())
            .ThenBy(static group => group.Min(static column => Time(column)))
            .ThenBy(static group => group.Key, StringComparer.Ordinal))
        {
            StrandView strand = new(strandOf[group.First().Id], position++);
            foreach (CollatedAccount column in group.OrderBy(static column => Time(column)).ThenBy(static column => column.Id, StringComparer.Ordinal))
            {
                ordered.Add(new AccountView(firstNumber + ordered.Count, accounts[column.Id], strand, labels[column.Id]));
            }
        }

        return ordered.MoveToImmutable();
    }

    // Accounts without a date come last.
    private static PublicationTime Time(CollatedAccount column) => column.Published ?? PublicationTime.OfDay(DateOnly.MaxValue);

    /// <summary>The outlet, or the host of the address; null where neither is known.</summary>
    public static string? NamedOutletOf(Account account)
    {
        if (!string.IsNullOrWhiteSpace(account.Outlet))
            return account.Outlet;
        return !Uri.TryCreate(account.Url, UriKind.Absolute, out Uri? address) || address.Host.Length == 0 ? null
            : address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;
    }

    private static string OutletOf(Account account)
    {
        if (NamedOutletOf(account) is string outlet)
            return outlet;
        string file = Path.GetFileNameWithoutExtension(account.Source.Replace('\\', '/'));
        return file.Length > 0 ? file : account.Id;
    }
}
