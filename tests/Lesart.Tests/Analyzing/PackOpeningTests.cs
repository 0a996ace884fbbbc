using Lesart.Analyzing;
using Lesart.Languages;
using Shouldly;
using Xunit;

namespace Lesart.Tests.Analyzing;

public sealed class PackOpeningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lesart-pack-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_wrong_with_a_pack_is_said_in_the_order_of_reading()
    {
        Write("pack.tsv", "name\tBroken");
        Write("roles.tsv", "Chef\tm\tchief\t\nChef\tm\tchief\t");
        Write("times.rules", "rule broken\nno-key at all");
        Should.Throw<DataException>(Read).Message.ShouldContain("times.rules:2");
        Should.Throw<DataException>(Read).Message.ShouldContain("times.rules:2", customMessage: "and again");
    }

    [Fact]
    public void A_pack_of_a_folder_reads_as_the_one_inside()
    {
        const string text = "Die Ministerin Wiebke Harmsen sagte am Montag in Kiel, sie wolle den Hafen ausbauen.";
        string root = Directory.GetParent(AppContext.BaseDirectory)!.FullName; // the tests' own folder always has one above it
        while (!Directory.Exists(Path.Combine(root, "languages")))
            root = Directory.GetParent(root)!.FullName;
        Read(DataFolder.At(Path.Combine(root, "languages")), "de", text).ShouldBe(Read(DataFolder.BuiltIn("languages/"), "de", text));
    }

    private void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "xx"));
        File.WriteAllText(Path.Combine(_folder, "xx", file), content);
    }

    private void Read() => Read(DataFolder.At(_folder), "xx", "Ein Satz.");

    private static string Read(DataFolder languages, string language, string text)
    {
        LanguagePacks packs = new(languages);
        Account account = new Analyzer(packs, new LanguageDetector(packs), new AnalysisOptions()).Analyze(new Article { Text = text, Language = language }).Value!; // a pack is there
        return string.Join('|', account.Mentions.Select(mention => $"{mention.Entity} {mention.Start} {mention.End}").Concat(account.Times.Select(time => time.Value)).Concat(account.Statements.Select(statement => statement.ToString())));
    }
}
