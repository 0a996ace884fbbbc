using System.Globalization;

namespace Lesart.Evaluation;

/// <summary>What a reader said of terms that stood in one row of the wording of a story: <c>labels.tsv</c> of a folder beside those of the stories.</summary>
/// <param name="Use">The folder that holds the story.</param>
/// <param name="Story">The story.</param>
/// <param name="Terms">Its terms that were labelled.</param>
internal sealed record LabelledTerms(string Use, GoldStory Story, LabelledTerm[] Terms)
{
    /// <summary>The stories of which terms are labelled, by name. A story whose corpus is not there is left out.</summary>
    public static IEnumerable<LabelledTerms> ReadAll(string folder, Engine engine)
    {
        string stories = Path.GetDirectoryName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))!; // a folder of evaluation is no root
        foreach (IGrouping<string, string[]> story in File.ReadLines(Path.Combine(folder, "labels.tsv")).Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t')).GroupBy(static row => row[0], StringComparer.Ordinal))
        {
            if (GoldStory.Read(Path.Combine(stories, story.Key + ".gold.json"), engine) is GoldStory gold)
                yield return new LabelledTerms(Path.GetDirectoryName(story.Key)!, gold, [.. story.Select(LabelledTerm.Of)]); // FOLDER/STORY
        }
    }

    /// <summary>What a term calls; null where it was not labelled or can be read in two ways, "-" where it calls nothing in particular.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="term">As it is written.</param>
    /// <param name="spans">Its places.</param>
    public string? ThingOf(string account, string term, IEnumerable<TextSpan> spans)
    {
        LabelledTerm[] labels = [.. Terms.Where(label => label.Place.Account == account)];
        LabelledTerm? label = Array.Find(labels, label => spans.Any(label.Place.Span.Overlaps)) ?? Array.Find(labels, label => label.Term.Equals(term, StringComparison.OrdinalIgnoreCase));
        return label is null || label.Thing == LabelledTerm.Open ? null : label.Thing;
    }
}

/// <summary>A term of an article and what it calls there.</summary>
/// <param name="Place">Its first place.</param>
/// <param name="Term">As it is written.</param>
/// <param name="Thing">A name of the story's own.</param>
internal sealed record LabelledTerm(Place Place, string Term, string Thing)
{
    /// <summary>The label of what calls no thing of the story in particular.</summary>
    public const string Nothing = "-";

    /// <summary>The label of what can be read in two ways.</summary>
    public const string Open = "?";

    /// <summary>A row of labels.</summary>
    public static LabelledTerm Of(string[] row) => new(new Place(row[1], SpanOf(row[2])), row[3], row[4]);

    private static TextSpan SpanOf(string cell) => cell.Split('-').Select(static place => int.Parse(place, CultureInfo.InvariantCulture)).ToArray() is [int start, int end] ? new TextSpan(start, end) : throw new InvalidDataException(cell);
}
