namespace Lesart.Grouping;

/// <summary>Numbers terms and counts in how many articles of the archive each stands.</summary>
/// <remarks>Starts from a background of articles that nobody has seen, so that a first article already knows which words say little.</remarks>
internal sealed class TermTable
{
    private const double BackgroundArticles = 400;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<float> _background = [];
    private readonly List<int> _articles = [];
    private int _archive;

    public int Id(string term, double backgroundFrequency)
    {
        if (_ids.TryGetValue(term, out int id))
            return id;
        id = _articles.Count;
        _ids.Add(term, id);
        _articles.Add(0);
        _background.Add((float)backgroundFrequency);
        return id;
    }

    public void CountArticle() => _archive++;

    public void CountTerm(int id) => _articles[id]++;

    /// <summary>How much a term says: the logarithm of one over the share of articles that hold it.</summary>
    public double Information(int id) =>
        Math.Log((_archive + BackgroundArticles) / (_articles[id] + (BackgroundArticles * _background[id]) + 0.5));
}
