using System.Globalization;

namespace Lesart.Evaluation;

/// <summary>Parts of stories that are left out one after another: each story alone, or so many parts (<c>--folds=N</c>), which is quicker and a little stricter.</summary>
internal sealed class Folds
{
    private const string Option = "--folds=";

    private readonly int _stories;
    private readonly int _folds;

    /// <summary>Parts of so many stories.</summary>
    /// <param name="args">Of a verb; --folds.</param>
    /// <param name="stories">Number of stories.</param>
    public Folds(string[] args, int stories)
    {
        _stories = stories;
        _folds = Array.Find(args, static arg => arg.StartsWith(Option, StringComparison.Ordinal)) is string folds ? int.Parse(folds[Option.Length..], CultureInfo.InvariantCulture) : stories;
    }

    /// <summary>For each story what is fitted once for its part.</summary>
    public T[] Each<T>(Func<int, T> fit)
    {
        T[] fitted = [.. Enumerable.Range(0, Math.Min(_folds, _stories)).AsParallel().AsOrdered().Select(fit)];
        return [.. Enumerable.Range(0, _stories).Select(story => fitted[story % _folds])];
    }

    /// <summary>What a part leaves over.</summary>
    public IEnumerable<T> Without<T>(int fold, IEnumerable<T> stories) => stories.Where((_, at) => at % _folds != fold);
}
