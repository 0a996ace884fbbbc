namespace Lesart.Cli;

/// <summary>What Lesart says to the person at the terminal, on standard error; counts the problems it was told.</summary>
internal sealed class Messages
{
    private readonly List<Problem> _problems = [];
    private string _progress = "";

    /// <summary>All problems so far, in order.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>0 where nothing went wrong, else 1.</summary>
    public int ExitStatus => _problems.Count == 0 ? 0 : 1;

    /// <summary>Whether colours may be used: not with NO_COLOR (no-color.org), not into a file.</summary>
    public static bool UsesColor(bool isRedirected) => !isRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Shows and keeps a problem.</summary>
    public void Add(Problem problem)
    {
        _problems.Add(problem);
        ClearProgress();
        string message = "lesart: " + TerminalText.Of(problem.ToString());
        Console.Error.WriteLine(UsesColor(Console.IsErrorRedirected) ? $"\u001b[31m{message}\u001b[0m" : message);
    }

    /// <summary>Passes the values on and keeps the problems.</summary>
    public IEnumerable<T> Sift<T>(IEnumerable<Outcome<T>> outcomes) where T : class
    {
        foreach (Outcome<T> outcome in outcomes)
        {
            if (outcome.TryGet(out T? value, out Problem? problem))
                yield return value;
            else
                Add(problem);
        }
    }

    /// <summary>Passes the values on and shows how many went by, on a terminal only.</summary>
    public IEnumerable<T> Count<T>(IEnumerable<T> values, string what)
    {
        int count = 0;
        foreach (T value in values)
        {
            Progress($"{what} {++count}");
            yield return value;
        }

        ClearProgress();
    }

    private void Progress(string text)
    {
        if (Console.IsErrorRedirected)
            return;
        Console.Error.Write($"\r{text.PadRight(_progress.Length)}");
        _progress = text;
    }

    private void ClearProgress()
    {
        if (_progress.Length == 0)
            return;
        Console.Error.Write($"\r{new string(' ', _progress.Length)}\r");
        _progress = "";
    }
}
