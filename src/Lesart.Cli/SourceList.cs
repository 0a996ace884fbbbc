using Lesart.Cli.Fetching;

namespace Lesart.Cli;

/// <summary>The files that paths on the command line mean: a file is itself, a folder all files below it in the order of their names.</summary>
internal static class SourceList
{
    private static readonly string[] Collections = [".warc", ".warc.gz", ".wacz", ".zip", ".mbox", ".jsonl", ".jsonl.gz", ".ndjson", ".csv", ".tsv", ".csv.gz", ".tsv.gz"];

    private static readonly EnumerationOptions Here = new()
    {
        RecurseSubdirectories = false,
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
        List<string> files = [];
        List<Problem> problems = [];
        Collect(folder, files, problems);
        files.Sort(StringComparer.Ordinal);
        if (problems.Count == 0 && files.Count == 0)
            problems.Add(new Problem(folder, null, "the folder holds no files"));
        foreach (Problem problem in problems)
            yield return problem;
        foreach (string file in files)
            yield return FileAt(file);
    }

    // A folder that may not be read is named, the others go on; a link that leads back to a folder around it is not followed.
    private static void Collect(string folder, List<string> files, List<Problem> problems)
    {
        string[] folders;
        try
        {
            files.AddRange(Directory.GetFiles(folder, "*", Here));
            folders = Directory.GetDirectories(folder, "*", Here);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(folder, null, error.Message));
            return;
        }

        Array.Sort(folders, StringComparer.Ordinal);
        foreach (string inner in folders.Where(inner => !LeadsBack(inner, folder)))
            Collect(inner, files, problems);
    }

    private static bool LeadsBack(string link, string folder)
    {
        try
        {
            return Directory.ResolveLinkTarget(link, returnFinalTarget: true) is FileSystemInfo target
                && (Path.GetFullPath(folder) + Path.DirectorySeparatorChar).StartsWith(target.FullName.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true; // a link to itself
        }
    }

    private static SourceFile FileAt(string path) =>
        new(path.Replace('\\', '/'), () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));
}
