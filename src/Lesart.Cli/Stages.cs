using System.Collections.Immutable;
using Lesart.Cli.Fetching;
using Lesart.Json;

namespace Lesart.Cli;

/// <summary>The stages over streams of records: what each stage command runs alone and <c>read</c> runs in a row.</summary>
internal sealed class Stages(Engine engine, Messages messages, int threads, WebSources? web = null, IReadOnlyDictionary<string, string>? columns = null, Identities? identities = null)
{
    private const int MostFaultsAtStart = 10; // lines

    /// <summary>The articles of the named files and folders, in order; the same article again is a problem, a changed one a new version.</summary>
    public IEnumerable<Article> Extract(IEnumerable<string> paths)
    {
        // Problems travel with the articles, so that their order does not depend on how far the threads read ahead.
        IEnumerable<Outcome<Article>> outcomes = OrderedParallel.Map(SourceList.Of(paths, web), Extract, threads).SelectMany(static articles => articles);
        return Distinct(messages.Sift(Engine.Review(outcomes)));
    }

    private IEnumerable<Outcome<Article>> Extract(Outcome<SourceFile> file)
    {
        if (!file.TryGet(out SourceFile? source, out Problem? problem))
            return [problem];
        IEnumerable<Outcome<Article>> articles = engine.Extract(columns is null ? source : source with { Columns = columns });
        return SourceList.MayHoldMany(source.Name) ? articles : articles.ToArray(); // an archive is read as its articles are asked for, in constant memory
    }

    /// <summary>The accounts of articles, in order.</summary>
    public IEnumerable<Account> Analyze(IEnumerable<Article> articles)
    {
        IEnumerable<Account> accounts = messages.Sift(OrderedParallel.Map(articles, engine.Analyze, threads));
        return identities is null ? accounts : accounts.Select(identities.Apply);
    }

    /// <summary>The accounts with their stories' ids, in order.</summary>
    public ImmutableArray<Account> Group(IEnumerable<Account> accounts) => engine.Group([.. Distinct(accounts)]);

    /// <summary>A collation for each story, by its first account.</summary>
    public IEnumerable<Collation> Collate(IEnumerable<Account> accounts)
    {
        ImmutableArray<Story> stories = Engine.Stories(Distinct(accounts));
        return OrderedParallel.Map(stories, story => engine.Collate(story, stories), threads);
    }

    /// <summary>Records of JSON Lines; from standard input where no file is named.</summary>
    public IEnumerable<T> ReadRecords<T>(IReadOnlyList<string> paths) where T : Article
    {
        foreach (SourceFile file in messages.Sift(SourceList.Of(paths.Count == 0 ? ["-"] : paths)))
        {
            foreach (T record in messages.Sift(ReadRecords<T>(file)))
                yield return record;
        }
    }

    /// <summary>Accounts of JSON Lines. An article is none: collated as it is, nobody would say anything in it; where one is handed over, the stage before was left out, and reading ends.</summary>
    public IEnumerable<Account> ReadAccounts(IReadOnlyList<string> paths)
    {
        foreach (Account account in ReadRecords<Account>(paths))
        {
            if (account.Sentences.IsEmpty && account.Text.Any(char.IsLetterOrDigit))
            {
                messages.Add(new Problem(NameOf(account), null, "this is an article, not an account: 'lesart analyze' makes accounts of articles"));
                yield break;
            }

            yield return account;
        }
    }

    private static IEnumerable<Outcome<T>> ReadRecords<T>(SourceFile file) where T : Article
    {
        string name = file.Name == "-" ? "standard input" : file.Name;
        Stream? stream = null;
        Problem? problem = null;
        try
        {
            stream = file.Open();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = new Problem(name, null, error.Message);
        }

        if (stream is null)
        {
            yield return problem ?? new Problem(name, null, "it can't be opened");
            yield break;
        }

        using (stream)
        {
            // A page or a text that was handed over by mistake is told in one message, not line by line.
            List<Problem>? first = [];
            foreach (Outcome<NumberedRecord<T>> outcome in RecordLines.Read<T>(name, stream))
            {
                if (first is not null && !outcome.TryGet(out _, out Problem? fault))
                {
                    first.Add(fault);
                    if (first.Count < MostFaultsAtStart)
                        continue;
                    yield return new Problem(name, null, $"none of its first {MostFaultsAtStart} lines is a record: this stage reads the JSON Lines that the stage before it writes");
                    yield break;
                }

                foreach (Problem early in first ?? [])
                    yield return early;
                first = null;
                yield return !outcome.TryGet(out NumberedRecord<T>? numbered, out problem) ? problem
                    : numbered.Record.Text.Length == 0 ? new Problem(name, numbered.Line, "the record has no text")
                    : (Outcome<T>)(numbered.Record.Id.Length > 0
                        ? numbered.Record
                        : numbered.Record with { Id = ArticleId.Of(numbered.Record.Outlet, numbered.Record.Title, numbered.Record.Text) });
            }

            foreach (Problem early in first ?? [])
                yield return early;
            if (first is { Count: > 0 })
                yield return new Problem(name, null, "it holds no record: this stage reads the JSON Lines that the stage before it writes");
            else if (first is not null && file.Name != "-") // in a pipe the stage before has said why nothing came
                yield return new Problem(name, null, "it holds no record");
        }
    }

    // An id stands for one article: the same one again is read once, another one can't be told from the first and is left out.
    private IEnumerable<T> Distinct<T>(IEnumerable<T> records) where T : Article
    {
        Dictionary<string, (string Source, string Content)> known = new(StringComparer.Ordinal);
        foreach (T record in records)
        {
            string content = ArticleId.Of(null, null, record.Text);
            if (known.TryAdd(record.Id, (record.Source, content)))
            {
                yield return record;
                continue;
            }

            (string source, string firstContent) = known[record.Id];
            messages.Add(new Problem(NameOf(record), null, content == firstContent
                ? $"the same article as {(source.Length > 0 ? source : "one before")} (id {record.Id}); it is read once"
                : $"its id '{record.Id}' is that of another article{(source.Length > 0 ? $" ({source})" : "")}; it is left out"));
        }
    }

    private static string NameOf(Article article) => article.Source.Length > 0 ? article.Source : article.Id;
}
