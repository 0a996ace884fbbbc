using System.Text.Json;

namespace Lesart.Evaluation;

/// <summary>The story of each article of a JSON Lines file.</summary>
internal static class StoriesVerb
{
    public static int Run(string[] args)
    {
        Engine engine = Engine.Create();
        List<Account> accounts = [];
        foreach (Article article in Corpus.Read(args[0], withDates: !args.Contains("--no-dates", StringComparer.Ordinal)))
        {
            if (engine.Analyze(article).TryGet(out Account? account, out Problem? problem))
                accounts.Add(account);
            else
                Console.Error.WriteLine(problem);
        }

        using FileStream output = File.Create(args[1]);
        foreach (Account account in engine.Group(accounts))
        {
            using Utf8JsonWriter writer = new(output);
            writer.WriteStartObject();
            writer.WriteString("id", account.Id);
            writer.WriteString("story", account.Story);
            writer.WriteEndObject();
            writer.Flush();
            output.WriteByte((byte)'\n');
        }

        return 0;
    }
}
