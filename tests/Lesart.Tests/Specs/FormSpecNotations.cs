using Lesart.Analyzing;

namespace Lesart.Tests.Specs;

/// <summary><c>tags kam=VERB Hund=NOUN</c>: the part of speech of some tokens, each named by its form.</summary>
internal sealed class TagsSpecNotation : ISpecNotation
{
    public string Keyword => "tags";

    public IEnumerable<string> Actual(SpecExample example) => FormSpec.Lines(example, Keyword, static reading => reading.Upos);
}

/// <summary><c>lemmas Hunde=Hund</c>: dictionary forms.</summary>
internal sealed class LemmasSpecNotation : ISpecNotation
{
    public string Keyword => "lemmas";

    public IEnumerable<string> Actual(SpecExample example) => FormSpec.Lines(example, Keyword, static reading => reading.Lemma);
}

/// <summary><c>feats sei=Mood=Sub|Tense=Pres</c>: those features that the line names.</summary>
internal sealed class FeatsSpecNotation : ISpecNotation
{
    public string Keyword => "feats";

    public IEnumerable<string> Actual(SpecExample example)
    {
        foreach (string line in example.Expected)
        {
            IEnumerable<string> pairs = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(pair =>
            {
                string form = pair[..pair.IndexOf('=', StringComparison.Ordinal)];
                string[] names = [.. pair[(form.Length + 1)..].Split('|').Select(static feature => feature[..feature.IndexOf('=', StringComparison.Ordinal)])];
                string[] actual = [.. FormSpec.Find(example, form).Feats.Split('|').Where(feature => names.Contains(feature.Split('=')[0], StringComparer.Ordinal))];
                return $"{form}={string.Join('|', actual)}";
            });
            yield return Keyword + " " + string.Join(' ', pairs);
        }
    }
}

/// <summary>What the notations for forms share.</summary>
internal static class FormSpec
{
    public static IEnumerable<string> Lines(SpecExample example, string keyword, Func<TokenReading, string> tell)
    {
        foreach (string line in example.Expected)
        {
            IEnumerable<string> pairs = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(pair =>
            {
                string form = pair[..pair.LastIndexOf('=')];
                return $"{form}={tell(Find(example, form))}";
            });
            yield return keyword + " " + string.Join(' ', pairs);
        }
    }

    /// <summary>The first token with this form.</summary>
    public static TokenReading Find(SpecExample example, string form) =>
        TokenReadings.Of(example.Tagged).First(reading => example.Text[reading.Start..reading.End] == form);
}
