namespace Lesart.Dossiers;

/// <summary>Who and what the story is about, with every spelling.</summary>
internal sealed class NameSection(PageParts parts)
{
    private const int MostOpen = 25;
    private const int MostInstead = 3;

    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;

    /// <summary>Writes the section; nothing where there are no names.</summary>
    public void Write(StoryView story)
    {
        List<NamedEntity> entities = [.. story.Entities.Values.Where(static entity => entity.Mentions.Length > 0)
            .OrderByDescending(static entity => entity.Mentions.Length).ThenByDescending(static entity => entity.Count).ThenBy(static entity => entity.Name, StringComparer.Ordinal)];
        if (entities.Count == 0)
            return;
        parts.OpenSection(story, "names", entities.Count);
        WriteTable(story, entities.Take(MostOpen));
        if (entities.Count > MostOpen)
        {
            _html.Write($"<details><summary>{_texts.Counted("more.names", entities.Count - MostOpen)}</summary>");
            WriteTable(story, entities.Skip(MostOpen));
            _html.Raw("</details>");
        }

        parts.CloseSection();
    }

    private void WriteTable(StoryView story, IEnumerable<NamedEntity> entities)
    {
        _html.Raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
        parts.Label("table.names");
        _html.Write($"><table class=\"names\"><thead><tr><th scope=\"col\">{_texts["column.name"]}</th><th scope=\"col\">{_texts["column.spellings"]}</th><th scope=\"col\">{_texts["column.where"]}</th></tr></thead><tbody>\n");
        foreach (NamedEntity entity in entities)
        {
            _html.Write($"<tr class=\"item\" tabindex=\"-1\"><th scope=\"row\" title=\"{entity.Id}\"><bdi>{entity.Name}</bdi> <span class=\"meta\">{_texts.Find("type." + Names.Of(entity.Type), Names.Of(entity.Type))}</span>");
            if (entity.Descriptions.Length > 0)
                _html.Write($"<span class=\"meta desc\"><bdi>{string.Join("; ", entity.Descriptions.Take(3))}</bdi></span>");
            _html.Raw("</th><td>");
            bool isFirst = true;
            foreach ((string spelling, int accounts) in entity.Spellings.Take(8))
            {
                _html.Write($"{(isFirst ? "" : ", ")}<bdi>{spelling}</bdi>");
                if (entity.Spellings.Length > 1)
                    _html.Write($" <span class=\"n\">{accounts}</span>");
                isFirst = false;
            }

            if (entity.Spellings.Length == 0) // told by other words alone: by a compound, by an adjective
                _html.Write($"<span class=\"meta\">{string.Join(", ", entity.Mentions.Select(static mention => mention.Account.Words(mention.First)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostInstead))}</span>");
            _html.Raw("</td><td class=\"by\">");
            foreach ((AccountView account, TextSpan first, int count) in entity.Mentions.OrderBy(static mention => mention.Account.Number))
            {
                EvidenceLink link = story.Evidence.Add(account, [first]);
                _html.Write($"<a class=\"ev chip\" href=\"#{link.Anchor}\" data-e=\"{link.Number}\"><bdi>{account.Label}</bdi> <span class=\"n\">{count}</span></a> ");
            }

            _html.Raw("</td></tr>\n");
        }

        _html.Raw("</tbody></table></div>\n");
    }
}
