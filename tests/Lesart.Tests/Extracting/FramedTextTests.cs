using Lesart.Tests.House;

namespace Lesart.Tests.Extracting;

/// <summary>Whole texts as outlets send them, each with its habits: what frames them goes, every paragraph of the body stays.</summary>
public sealed class FramedTextTests
{
    private static readonly Engine Engine = BuiltIn.Engine;

    public static TheoryData<string> Texts() => [.. Directory.EnumerateFiles(Repository.PathOf("tests", "Lesart.Tests", "Extracting", "Texts"), "*.body").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_body_alone_is_left(string name)
    {
        string path = Repository.PathOf("tests", "Lesart.Tests", "Extracting", "Texts", name);
        Article article = Engine.Extract(new SourceFile(name, () => File.OpenRead(path))).ShouldHaveSingleItem().Value!;
        article.Text.ShouldBe(File.ReadAllText(path + ".body").ReplaceLineEndings("\n").Trim());
        article.Published.ShouldNotBeNull();
    }
}
