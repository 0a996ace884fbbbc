using System.Collections.Immutable;
using System.Reflection;

namespace Lesart.Dossiers;

/// <summary>How the dossier was made, and how its marks are to be read.</summary>
internal sealed class MethodSection(PageParts parts)
{
    private static readonly ImmutableArray<string> Steps = ["extract", "analyze", "group", "collate", "dossier"];

    /// <summary>The version that wrote the page.</summary>
    public static string Version { get; } =
        typeof(MethodSection).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Writes the section.</summary>
    public void Write(Dossier dossier, IReadOnlyCollection<StoryView> stories)
    {
        HtmlWriter html = parts.Html;
        InterfaceTexts texts = parts.Texts;
        int statements = stories.Sum(static story => story.Columns.Sum(static column => column.Account.Sayings.Count()));
        int sentences = stories.Sum(static story => story.Columns.Sum(static column => column.Account.Sentences.Length));
        html.Write($"<section class=\"part method\" id=\"method\" aria-labelledby=\"method-h\"><h2 id=\"method-h\">{texts["section.method"]}</h2><p class=\"lead\">{texts["method.verdict"]}</p><dl>\n");
        foreach (string step in Steps)
            html.Write($"<dt>{texts["method." + step + ".name"]}</dt><dd>{texts["method." + step]}</dd>\n");
        html.Write($"</dl><h3>{texts["method.marks"]}</h3><dl class=\"marks\">");
        foreach (Stance stance in Enum.GetValues<Stance>())
        {
            html.Raw("<dt>");
            parts.Mark(stance);
            html.Write($"</dt><dd>{texts["method.stance." + Names.Of(stance)]}</dd>");
        }

        foreach (Relation relation in (ReadOnlySpan<Relation>)[Relation.Contradict, Relation.Differ, Relation.Agree, Relation.Single])
            html.Write($"<dt>{Icon.Of(relation)} {texts["relation." + Names.Of(relation)]}</dt><dd>{texts["method.relation." + Names.Of(relation)]}</dd>");
        html.Write($"</dl><p class=\"meta\">{texts.Of("method.counts", texts.Counted("sentences", sentences), texts.Counted("statements", statements), texts.Counted("problems", dossier.Problems.IsDefault ? 0 : dossier.Problems.Length), texts.Same(Version))}</p></section>\n");
    }
}
