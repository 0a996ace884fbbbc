using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lesart.Extracting;

namespace Lesart.Tests.Extracting;

public sealed class TreeFactoryTests
{
    private const int Seed = 20_261_122;
    private const int MixedPages = 400;

    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div class=a>", "</div>", "<b>", "</b>", "<i id=x>", "</i>", "<a href=/one>", "</a>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<ul>", "<li>", "</ul>", "<form action=/f>", "</form>",
        "<h2>", "</h2>", "<font color=red>", "</font>", "<option>", "<dl><dt>", "<dd>", "</dl>", "<br>", "<img src=x>", "<input type=hidden>", "<caption>", "<tbody>", "<col>", "<center>", "<pre>\n", "</pre>",
        "<button>", "</button>", "<nobr>", "<ruby><rt>", "</ruby>", "<body lang=de>", "<html lang=en>", "</body>", "<title>Kopf", "</title>", "<meta name=a content=b>", "Wort ", "&amp; &uuml;", " ", "\n", "Zwei Wörter",
    ];

    [Theory]
    [InlineData("<p>Eins<p>Zwei<div>Drei")] // paragraphs end by themselves
    [InlineData("<b>fett <i>beides</b> kursiv</i> nichts")] // overlapping formatting
    [InlineData("<table><div>vor der Tabelle</div>auch davor<tr><td>Zelle</table>danach")] // what may not stand in a table goes in front of it
    [InlineData("<table><tr><td><table><b>innen</b></table></table>")] // in front of the inner one
    [InlineData("<ul><li>a<li>b<ul><li>c</ul></ul>")]
    [InlineData("<a href=1>eins<a href=2>zwei</a>")]
    [InlineData("<b><b><b><b><b>viermal höchstens dreimal</p>")]
    [InlineData("<title>Titel &amp; mehr</title><body class=x>Text<body id=y>mehr")]
    [InlineData("<frameset><frame src=a></frameset>")]
    [InlineData("nur Text")]
    [InlineData("")]
    public void Tree_is_the_one_that_the_parser_builds_by_itself(string page) => Ours(page).ShouldBe(Theirs(page));

    [Fact]
    public void Tree_of_mixed_up_pages_is_the_one_that_the_parser_builds_by_itself()
    {
        Random random = new(Seed);
        for (int i = 0; i < MixedPages; i++)
        {
            string page = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            Ours(page).ShouldBe(Theirs(page), $"seed {Seed}, page {i}: {page}");
        }
    }

    private static string Ours(string page)
    {
        using TreeDocument document = TreeFactory.Parse(page);
        StringBuilder told = new();
        Tell(document, told, 0);
        return told.ToString();
    }

    private static void Tell(TreeNode node, StringBuilder told, int depth)
    {
        foreach (TreeNode child in node.Children)
        {
            told.Append(' ', depth);
            if (child is TreeElement element)
                told.Append(element.Tag).Append(' ').AppendJoin(' ', element.Attributes.ToArray().Select(static attribute => $"{attribute.Name}={attribute.Value}"));
            else if (child is TreeText text)
                told.Append('"').Append(text.Text).Append('"');
            told.Append('\n');
            Tell(child, told, depth + 1);
        }
    }

    private static string Theirs(string page)
    {
        using AngleSharp.Html.Dom.IHtmlDocument document = new HtmlParser().ParseDocument(page);
        StringBuilder told = new();
        Tell(document, told, 0);
        return told.ToString();
    }

    private static void Tell(INode node, StringBuilder told, int depth)
    {
        foreach (INode child in node.ChildNodes)
        {
            told.Append(' ', depth);
            if (child is IElement element)
                told.Append(element.LocalName).Append(' ').AppendJoin(' ', element.Attributes.Select(static attribute => $"{attribute.Name}={attribute.Value}"));
            else if (child is IText text)
                told.Append('"').Append(text.Data).Append('"');
            told.Append('\n');
            Tell(child, told, depth + 1);
        }
    }
}
