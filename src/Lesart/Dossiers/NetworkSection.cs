namespace Lesart.Dossiers;

/// <summary>Who speaks about whom: speakers left, those they speak about right, a line as thick as the number of statements.</summary>
internal sealed class NetworkSection(PageParts parts)
{
    private const int MostNodes = 12;
    private const int RowHeight = 34;

    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;

    /// <summary>Writes the section; nothing where fewer than two pairs are named.</summary>
    public void Write(StoryView story)
    {
        List<Edge> edges =
        [
            .. story.Columns
                .SelectMany(static account => account.Account.Sayings.Select(statement => (Account: account, Statement: statement)))
                .Where(static item => item.Statement.Speaker is not null && item.Statement.Content.Length > 0)
                .SelectMany(static item => item.Statement.About.Select(about => (item.Account, item.Statement, Speaker: item.Statement.Speaker!, About: about))) // see the line above
                .Where(static item => item.Speaker != item.About)
                .GroupBy(static item => (item.Speaker, item.About))
                .Select(static group => new Edge(group.Key.Speaker, group.Key.About, [.. group.Select(static item => (item.Account, item.Statement))])),
        ];
        List<string> speakers = Most(edges, static edge => edge.Speaker);
        List<string> subjects = Most(edges, static edge => edge.About);
        List<Edge> shown = [.. edges.Where(edge => speakers.Contains(edge.Speaker) && subjects.Contains(edge.About))
            .OrderByDescending(static edge => edge.Statements.Count).ThenBy(edge => speakers.IndexOf(edge.Speaker)).ThenBy(edge => subjects.IndexOf(edge.About))];
        if (shown.Count < 2)
            return;

        parts.OpenSection(story, "network", shown.Count);
        WritePicture(story, speakers, subjects, shown);
        WriteTable(story, shown);
        parts.CloseSection();
    }

    private static List<string> Most(List<Edge> edges, Func<Edge, string> end) =>
    [
        .. edges.GroupBy(end, StringComparer.Ordinal).OrderByDescending(static group => group.Sum(static edge => edge.Statements.Count))
            .ThenBy(static group => group.Key, StringComparer.Ordinal).Take(MostNodes).Select(static group => group.Key),
    ];

    private void WritePicture(StoryView story, List<string> speakers, List<string> subjects, List<Edge> edges)
    {
        const int Gap = 200;
        int left = Reach(story, speakers), right = left + Gap, width = right + Reach(story, subjects);
        int height = (Math.Max(speakers.Count, subjects.Count) * RowHeight) + 12;
        double speakerGap = (height - 12.0) / speakers.Count, subjectGap = (height - 12.0) / subjects.Count;
        double most = edges.Max(static edge => edge.Statements.Count);
        _html.Raw("<div class=\"scroll picture\" role=\"region\" tabindex=\"0\"");
        parts.Label("picture.network");
        _html.Write($"><svg class=\"net\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" aria-hidden=\"true\">");
        foreach (Edge edge in edges)
        {
            double y1 = 6 + (speakerGap * (speakers.IndexOf(edge.Speaker) + 0.5)), y2 = 6 + (subjectGap * (subjects.IndexOf(edge.About) + 0.5));
            bool isDenied = edge.Statements.Any(static item => item.Statement.Stance == Stance.Denied);
            _html.Write($"<path class=\"{(isDenied ? "denied" : "plain")}\" d=\"M{left + 8.0} {y1} C{left + 85} {y1} {right - 85} {y2} {right - 8.0} {y2}\" stroke-width=\"{1.2 + (5 * edge.Statements.Count / most)}\"><title>{story.NameOf(edge.Speaker)} → {story.NameOf(edge.About)}: {edge.Statements.Count}</title></path>");
        }

        WriteNodes(story, speakers, left, speakerGap, isLeft: true);
        WriteNodes(story, subjects, right, subjectGap, isLeft: false);
        _html.Raw("</svg></div>\n");
    }

    private void WriteNodes(StoryView story, List<string> nodes, int x, double gap, bool isLeft)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            double y = 6 + (gap * (i + 0.5));
            _html.Write($"<circle cx=\"{x}\" cy=\"{y}\" r=\"4\"/><text class=\"{(isLeft ? "left" : "right")}\" x=\"{(isLeft ? x - 12 : x + 12)}\" y=\"{y + 4.5}\">{Short(story.NameOf(nodes[i]))}</text>");
        }
    }

    // So much room do the names at one side need, at eight units a letter.
    private static int Reach(StoryView story, List<string> nodes) => 24 + (8 * nodes.Max(node => Short(story.NameOf(node)).Length));

    private static string Short(string name)
    {
        const int Most = 32;
        if (name.Length <= Most)
            return name;
        int cut = char.IsHighSurrogate(name[Most - 2]) ? Most - 2 : Most - 1;
        return name[..cut] + "…";
    }

    private void WriteTable(StoryView story, List<Edge> edges)
    {
        _html.Write($"<details><summary>{_texts["as-table"]}</summary><table class=\"names\"><thead><tr><th scope=\"col\">{_texts["column.speaker"]}</th><th scope=\"col\">{_texts["column.about"]}</th><th scope=\"col\">{_texts["column.where"]}</th></tr></thead><tbody>\n");
        foreach (Edge edge in edges)
        {
            _html.Write($"<tr class=\"item\" tabindex=\"-1\"><th scope=\"row\"><bdi>{story.NameOf(edge.Speaker)}</bdi></th><td><bdi>{story.NameOf(edge.About)}</bdi></td><td class=\"by\">");
            foreach ((AccountView account, Statement statement) in edge.Statements)
            {
                parts.OutletLink(account, story.Evidence.Add(account, statement.Content, story.TellingOf(account, statement)));
                _html.Raw(" ");
            }

            _html.Raw("</td></tr>\n");
        }

        _html.Raw("</tbody></table></details>\n");
    }

    private sealed record Edge(string Speaker, string About, List<(AccountView Account, Statement Statement)> Statements);
}
