using Lesart.Languages;

namespace Lesart.Tests.Languages;

/// <summary>Languages that tell meanings apart name the same ones: a meaning that only one language knows can never be met.</summary>
public sealed class MeaningsTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    [Fact]
    public void Languages_name_the_same_meanings_once()
    {
        string[][] named = [.. Packs.All.Select(static pack => pack.Data.Rows("meanings.tsv").Select(static row => row[0]).ToArray()).Where(static names => names.Length > 0)];
        named.Length.ShouldBeGreaterThan(1);
        foreach (string[] names in named)
        {
            names.GroupBy(static name => name, StringComparer.Ordinal).Where(static group => group.Count() > 1).Select(static group => group.Key).ShouldBeEmpty();
            names.ShouldBe(named[0], ignoreOrder: true);
        }
    }
}
