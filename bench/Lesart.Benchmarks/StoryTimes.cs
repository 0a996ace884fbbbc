using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Lesart.Benchmarks;

/// <summary>How grouping and collating grow: generated accounts, one thread.</summary>
/// <remarks>Articles of made-up words, five to a story, 40 stories a day; stories of 10, 100 and 1,000 accounts that share a third of their sentences.</remarks>
internal static class StoryTimes
{
    private const int AccountsPerStory = 5;
    private const int StoriesPerDay = 40;
    private const int Sentences = 12;
    private const int WordsPerSentence = 14;
    private const int Vocabulary = 60_000;

    public static int Run(string[] args)
    {
        int[] archives = args.Length > 0 ? [.. args.Select(static count => int.Parse(count, CultureInfo.InvariantCulture))] : [10_000, 100_000];
        Engine engine = Engine.Create();
        foreach (int count in archives)
        {
            Account[] accounts = [.. Enumerable.Range(0, count).Select(Generate)];
            GC.Collect();
            long before = GC.GetTotalMemory(forceFullCollection: true);
            Stopwatch watch = Stopwatch.StartNew();
            ImmutableArray<Account> grouped = engine.Group(accounts);
            watch.Stop();
            long after = GC.GetTotalMemory(forceFullCollection: true);
            int stories = grouped.Select(static account => account.Story).Distinct(StringComparer.Ordinal).Count();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"group {count,9:N0} accounts: {count / watch.Elapsed.TotalSeconds,8:N0} a second, {stories:N0} stories of {count / AccountsPerStory:N0}, {(after - before) / 1048576.0:N0} MB kept"));
        }

        foreach (int count in (int[])[10, 100, 1000])
        {
            Account[] accounts = [.. Enumerable.Range(0, count).Select(static i => Retell(i))];
            Story story = new("generated", [.. accounts]);
            engine.Collate(new Story("warm", [.. accounts.Take(10)]), []);
            int rounds = count <= 100 ? 9 : 1;
            List<(double Wall, double Processor)> times = [];
            Collation collation = new() { Story = "none" };
            for (int round = 0; round < rounds; round++)
            {
                Stopwatch watch = Stopwatch.StartNew();
                TimeSpan used = Environment.CpuUsage.TotalTime;
                collation = engine.Collate(story, []);
                times.Add((watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds));
            }

            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"collate {count,5:N0} accounts: {times[rounds / 2].Wall:0.00} s, {times[rounds / 2].Processor:0.00} s of processor time (median of {rounds}), {collation.Points.Length:N0} points, {collation.Passages.Length:N0} passages, {collation.Strands.Length:N0} strands"));
        }

        return 0;
    }

    private static Account Generate(int number)
    {
        int story = number / AccountsPerStory;
        return Write(number, Enumerable.Range(0, Sentences).Select(sentence => Sentence(sentence % 2 == 0 ? (story * 1_000_003L) + sentence : (number * 7_919L) + sentence + 500_000_000_000L)))
            with { Published = PublicationTime.OfDay(new DateOnly(2010, 1, 1).AddDays(story / StoriesPerDay)) };
    }

    private static Account Retell(int number) =>
        Write(number, Enumerable.Range(0, 2 * Sentences).Select(sentence => Sentence(sentence % 3 == 0 ? sentence + (100 * (number % 7)) : (number * 104_729L) + sentence + 900_000_000_000L)));

    private static Account Write(int number, IEnumerable<string> sentences) => new()
    {
        Id = number.ToString("x8", CultureInfo.InvariantCulture),
        Outlet = "outlet " + (number % 40).ToString(CultureInfo.InvariantCulture),
        Language = "de",
        Text = string.Join(' ', sentences),
    };

    private static string Sentence(long seed)
    {
        Random random = new(unchecked((int)(seed ^ (seed >> 32))));
        StringBuilder text = new();
        for (int i = 0; i < WordsPerSentence; i++)
        {
            // Few words make up most of running text: ranks are drawn on a logarithmic scale.
            string word = Word((int)Math.Exp(random.NextDouble() * Math.Log(Vocabulary)));
            text.Append(i == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : " " + word);
        }

        return text.Append('.').ToString();
    }

    private static string Word(int rank)
    {
        const string Onsets = "bdfghklmnprstw", Vowels = "aeiou";
        StringBuilder word = new();
        for (int rest = rank + 400; rest > 0; rest /= 70)
            word.Append(Onsets[rest % 14]).Append(Vowels[rest / 14 % 5]);
        return word.Append('t').ToString();
    }
}
