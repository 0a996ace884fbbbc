using System.Text.RegularExpressions;
using Lesart.Tests.House;

namespace Lesart.Tests.Languages;

/// <summary><c>languages/de/english.tsv</c> is well-formed: a lemma once, in ordinal order, with one to four English words.</summary>
public sealed partial class EnglishWordsTests
{
    private static readonly string[] Rows = [.. File.ReadLines(Repository.PathOf("languages", "de", "english.tsv")).Where(static line => !line.StartsWith('#'))];

    [Fact]
    public void Rows_are_a_lemma_a_tab_and_one_to_four_English_words()
    {
        Rows.Length.ShouldBeGreaterThan(20_000);
        Rows.Where(static row => !WellFormedRow().IsMatch(row)).ShouldBeEmpty();
    }

    [Fact]
    public void Lemmas_stand_in_ordinal_order_and_once()
    {
        string[] lemmas = [.. Rows.Select(static row => row.Split('\t')[0])];
        lemmas.Zip(lemmas.Skip(1)).Where(static pair => string.CompareOrdinal(pair.First, pair.Second) >= 0).ShouldBeEmpty();
    }

    [Fact]
    public void A_row_names_an_English_word_once()
    {
        Rows.Where(static row => row.Split('\t')[^1].Split(", ") is var words && words.Distinct(StringComparer.Ordinal).Count() < words.Length).ShouldBeEmpty();
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}. -]*\t([a-zé0-9][a-zé0-9'&/ -]*)(, ([a-zé0-9][a-zé0-9'&/ -]*)){0,3}$")]
    private static partial Regex WellFormedRow();
}
