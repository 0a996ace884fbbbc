using Lesart.Cli.Fetching;

namespace Lesart.Cli;

/// <summary>The files that paths on the command line mean: a file is itself, a folder all files below it in the order of their names.</summary>
internal static class SourceList
{
    private static readonly string[] Collections = [".warc", ".warc.gz", ".wacz", ".zip", ".mbox", ".jsonl", ".jsonl.gz", ".ndjson", ".csv", ".tsv", ".csv.gz", ".tsv.gz"];

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    /// <remarks>A file that is named itself and is nothing but a list of addresses stands for the pages behind these; in a folder it is left as it is.</remarks>
    /// <returns>For each file its source; a problem for a path that is not there and for a folder without files.</returns>
    public static IEnumerable<Outcome<SourceFile>> Of(IEnumerable<string> paths, WebSources? web = null)
    {
        foreach (string path in paths)
        {
            if (path == "-")
            {
                yield return new SourceFile("-", Console.OpenStandardInput);
            }
            else if (web is not null && PageFetcher.IsAddress(path))
            {
                foreach (Outcome<SourceFile> page in web.Of(path))
                    yield return page;
            }
            else if (File.Exists(path))
            {
                foreach (Outcome<SourceFile> source in web?.Of(FileAt(path)) ?? [FileAt(path)])
                    yield return source;
            }
            else if (!Directory.Exists(path))
            {
                yield return new Problem(PageFetcher.Shown(path), null, "there is no such file or folder");
            }
            else
            {
                foreach (Outcome<SourceFile> file in Below(path))
                    yield return file;
            }
        }
    }

    /// <summary>Whether a file of this name holds more articles than memory may.</summary>
    public static bool MayHoldMany(string name) => name == "-" || Array.Exists(Collections, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Outcome<SourceFile>> Below(string folder)
    {
        string[] files = [];
        Problem? problem = null;
        try
        {
            files = Directory.GetFiles(folder, "*", Everything);
            Array.Sort(files, StringComparer.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = new Problem(folder, null, error.Message);
        }

        if (problem is null && files.Length == 0)
            problem = new Problem(folder, null, "the folder holds no files");
        if (problem is not null)
            yield return problem;
        foreach (string file in files)
            yield return FileAt(file);
    }

    private static SourceFile FileAt(string path) =>
        new(path.Replace('\\', '/'), () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));
}
