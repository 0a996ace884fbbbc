using System.Collections.Immutable;
using System.Text;
using Lesart.Json;
using Lesart.Tests.House;

namespace Lesart.Tests;

/// <summary>What holds for every text whatever. Seeds are fixed; a failure prints the text's number.</summary>
public sealed class EnginePropertyTests
{
    private const int MutatedTexts = 400;
    private static readonly Engine Engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { Tokens = true } });
    private static readonly ImmutableArray<Article> Samples = ReadSamples();

    [Fact]
    public void No_text_makes_analysis_throw_and_every_span_lies_in_its_text()
    {
        Random random = new(20240619);
        for (int number = 0; number < MutatedTexts; number++)
        {
            Article article = Samples[number % Samples.Length];
            string text = number < Samples.Length ? article.Text : Mutate(article.Text, random);
            Account account = Analyze(article with { Text = text, Blocks = [] });
            foreach (TextSpan span in Spans(account))
            {
                span.Start.ShouldBeGreaterThanOrEqualTo(0, $"text {number}");
                span.End.ShouldBeLessThanOrEqualTo(text.Length, $"text {number}");
                span.Length.ShouldBeGreaterThan(0, $"text {number}");
                SplitsPair(text, span.Start).ShouldBeFalse($"text {number} at {span.Start}");
                SplitsPair(text, span.End).ShouldBeFalse($"text {number} at {span.End}");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n\n\n")]
    [InlineData("„")]
    [InlineData("„„„„„„")]
    [InlineData("\"\"\"\"\"")]
    [InlineData("sagte")]
    [InlineData("laut")]
    [InlineData("Er sagte, dass")]
    [InlineData(". . . ! ? …")]
    [InlineData("\uD83D")]
    [InlineData("a\u0000b")]
    [InlineData("99999999999999999999999999999999999999999999 Euro")]
    [InlineData("vor 99999999999999 Jahren")]
    [InlineData("am 31. Februar 0000")]
    [InlineData("am 32.13.99999")]
    public void Odd_texts_are_read_without_complaint(string text)
    {
        foreach (string language in new[] { "de", "en" })
            Analyze(new Article { Id = "odd", Language = language, Text = text, Published = PublicationTime.OfDay(new DateOnly(2024, 6, 19)) }).Text.ShouldBe(text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Odd_publication_days_are_read_without_complaint(int which)
    {
        DateOnly day = which == 0 ? DateOnly.MinValue : DateOnly.MaxValue;
        foreach (Article article in Samples)
            Analyze(article with { Published = PublicationTime.OfDay(day) }).Id.ShouldBe(article.Id);
    }

    [Fact]
    public void References_between_layers_hold()
    {
        foreach (Account account in Samples.Select(Analyze))
        {
            HashSet<string> entities = [.. account.Entities.Select(static entity => entity.Id)];
            entities.Count.ShouldBe(account.Entities.Length);
            account.Mentions.ShouldAllBe(mention => entities.Contains(mention.Entity));
            account.Statements.Select(static statement => statement.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(account.Statements.Length);
            foreach (Statement statement in account.Statements)
            {
                if (statement.Speaker is not null)
                    entities.ShouldContain(statement.Speaker);
                statement.About.ShouldAllBe(id => entities.Contains(id));
                statement.Times.ShouldAllBe(index => index >= 0 && index < account.Times.Length);
                statement.Quantities.ShouldAllBe(index => index >= 0 && index < account.Quantities.Length);
                statement.Content.ShouldBeInOrder();
            }

            account.Sentences.ShouldBeInOrder();
            account.Mentions.Select(static mention => mention.Start).ShouldBeInOrder();
        }
    }

    [Fact]
    public void Records_survive_their_JSON()
    {
        ImmutableArray<Account> grouped = Engine.Group([.. Samples.Select(Analyze)]);
        foreach (Account account in grouped)
        {
            byte[] line = LesartJson.ToLine(account);
            LesartJson.ToLine(LesartJson.FromLine<Account>(line)).ShouldBe(line);
        }

        ImmutableArray<Story> stories = Engine.Stories(grouped);
        foreach (Story story in stories)
        {
            byte[] line = LesartJson.ToLine(Engine.Collate(story, stories));
            LesartJson.ToLine(LesartJson.FromLine<Collation>(line)).ShouldBe(line);
        }
    }

    private static Account Analyze(Article article) =>
        Engine.Analyze(article).TryGet(out Account? account, out Problem? problem) ? account : throw new InvalidOperationException(problem.ToString());

    private static ImmutableArray<Article> ReadSamples() =>
        [.. Directory.GetFiles(Repository.PathOf("samples", "gipfel"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(static path => Engine.Extract(new SourceFile(path, () => File.OpenRead(path))))
            .Select(static outcome => outcome.Value)
            .OfType<Article>()];

    private static IEnumerable<TextSpan> Spans(Account account) =>
    [
        .. account.Sentences,
        .. account.Mentions.Select(static mention => mention.Span),
        .. account.Times.Select(static time => time.Span),
        .. account.Quantities.Select(static quantity => quantity.Span),
        .. account.Statements.SelectMany(static statement => (TextSpan[])[.. statement.Content, .. statement.Cue, .. statement.Source, .. statement.Via.Select(static hop => new TextSpan(hop.Start, hop.End))]),
        .. (account.Tokens ?? []).Select(static token => new TextSpan(token.Start, token.End)),
    ];

    private static bool SplitsPair(string text, int at) => at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private static string Mutate(string text, Random random)
    {
        string[] odd = ["„", "“", "\"", "»", "'", "’", "(", "\n\n", "😀", "\u00AD", "\u200B", "é", "laut ", "sagte ", " 19. ", "%", "\t", "…", "–", "\0", "ﬁ", "\uD83D", "١٢", "ä"];
        StringBuilder mutated = new(text);
        for (int i = random.Next(1, 40); i > 0 && mutated.Length > 10; i--)
        {
            int at = random.Next(mutated.Length);
            switch (random.Next(4))
            {
                case 0:
                    mutated.Insert(at, odd[random.Next(odd.Length)]);
                    break;
                case 1:
                    mutated.Remove(at, Math.Min(random.Next(1, 30), mutated.Length - at));
                    break;
                case 2:
                    mutated[at] = (char)random.Next(1, 0x2FFF);
                    break;
                default:
                    int from = random.Next(mutated.Length);
                    mutated.Insert(at, mutated.ToString(from, Math.Min(random.Next(1, 60), mutated.Length - from)));
                    break;
            }
        }

        return mutated.ToString(0, Math.Min(mutated.Length, 1500 + random.Next(1500)));
    }
}
