using Lesart.Cli;

namespace Lesart.Tests.Cli;

/// <summary>A file stands under its name only when it was written to its end.</summary>
public sealed class OutputFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lesart-test-");

    [Fact]
    public void Nothing_is_left_of_a_file_that_cannot_have_its_name()
    {
        string path = Path.Combine(_folder.FullName, "articles.csv");
        using (OutputFile file = OutputFile.Open(path))
        {
            file.Stream.WriteByte(1);
            Directory.CreateDirectory(path); // somebody took the name meanwhile
            Should.Throw<OutputException>(() => OutputFile.Complete(file)).Path.ShouldBe(path);
        }

        _folder.EnumerateFiles().ShouldBeEmpty();
    }

    [Fact]
    public void What_was_written_and_closed_waits_for_its_name_without_a_handle()
    {
        string path = Path.Combine(_folder.FullName, "articles.csv");
        using OutputFile file = OutputFile.Open(path);
        file.Stream.WriteByte(1);
        file.Close();
        string part = _folder.EnumerateFiles().ShouldHaveSingleItem().FullName;
        using (FileStream alone = new(part, FileMode.Open, FileAccess.Read, FileShare.None))
            alone.Length.ShouldBe(1);
        OutputFile.Complete(file);
        File.ReadAllBytes(path).ShouldBe([1]);
        _folder.EnumerateFiles().Count().ShouldBe(1);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
