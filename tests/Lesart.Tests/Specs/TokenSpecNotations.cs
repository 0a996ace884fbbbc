using Lesart.Text;

namespace Lesart.Tests.Specs;

/// <summary><c>tokens Er | kam | .</c> names all tokens.</summary>
internal sealed class TokensSpecNotation : ISpecNotation
{
    public string Keyword => "tokens";

    public IEnumerable<string> Actual(SpecExample example) =>
        [Keyword + " " + string.Join(" | ", Enumerable.Range(0, example.Tokenized.Count).Select(i => example.Tokenized.Form(i).ToString()))];
}

/// <summary><c>kinds 19.=Ordinal Dr.=Abbreviation</c>: the kind of some tokens, each named by its form.</summary>
internal sealed class KindsSpecNotation : ISpecNotation
{
    public string Keyword => "kinds";

    public IEnumerable<string> Actual(SpecExample example)
    {
        foreach (string line in example.Expected)
        {
            string[] named = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static pair => pair[..pair.LastIndexOf('=')])];
            yield return Keyword + " " + string.Join(' ', named.Select(form => $"{form}={KindOf(example.Tokenized, form)}"));
        }
    }

    private static string KindOf(TokenizedText text, string form)
    {
        int token = Enumerable.Range(0, text.Count).FirstOrDefault(i => text.Is(i, form), -1);
        return token < 0 ? "no token" : text.Tokens[token].Kind.ToString();
    }
}

/// <summary><c>sentence Er kam.</c>: one line for each sentence.</summary>
internal sealed class SentenceSpecNotation : ISpecNotation
{
    public string Keyword => "sentence";

    public IEnumerable<string> Actual(SpecExample example) => example.Tokenized.Sentences.Select(sentence =>
        $"{Keyword} {(sentence.IsHeading ? "(heading) " : "")}{example.Text[example.Tokenized.SpanOf(sentence).Start..example.Tokenized.SpanOf(sentence).End].Replace('\n', ' ')}");
}
