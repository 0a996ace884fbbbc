using System.Text;
using Lesart.Extracting;
using Lesart.Languages;
using Lesart.Tests.House;

namespace Lesart.Tests.Extracting;

/// <summary>Each recipe has a page that is read right with it and wrong without.</summary>
public sealed class OutletRecipeTests
{
    public static TheoryData<string> Hosts() => [.. new OutletRecipes(DataFolder.BuiltIn("outlets/")).Hosts];

    [Theory]
    [MemberData(nameof(Hosts))]
    public void A_recipe_reads_its_page(string host)
    {
        string page = File.ReadAllText(Repository.PathOf($"outlets/specs/{host}.html")), expected = File.ReadAllText(Repository.PathOf($"outlets/specs/{host}.txt")).ReplaceLineEndings("\n").Trim();
        Read(page).ShouldBe(expected);
        Read(page.Replace(host, "elsewhere.example", StringComparison.Ordinal)).ShouldNotBe(expected); // else the general way needs no recipe
    }

    private static string Read(string page) => BuiltIn.Engine.Extract(new SourceFile("page.html", () => new MemoryStream(Encoding.UTF8.GetBytes(page)))).ShouldHaveSingleItem().Value!.Text;
}
