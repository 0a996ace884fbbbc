using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Lesart.Dossiers;

namespace Lesart.Exporting;

/// <summary>Articles with their temporal expressions as TimeML 1.2.1 (Pustejovsky et al., 2003; TIMEX3), one document each.</summary>
internal static class TimemlDocuments
{
    private const string InstanceSpace = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>A file for each account, in the order of the stories.</summary>
    public static IReadOnlyList<ExportFile> Of(ImmutableArray<StoryView> stories) =>
        [.. stories.SelectMany(static story => story.Columns).Select(static column => new ExportFile(FileName(column), stream => Write(stream, column.Account)))];

    // Ids come from outside: a number tells apart what is left of them.
    private static string FileName(AccountView column)
    {
        const int MostLetters = 60;
        string id = string.Concat(column.Account.Id.Where(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_').Take(MostLetters));
        return string.Create(CultureInfo.InvariantCulture, $"{column.Number:0000}{(id.Length > 0 ? "-" : "")}{id}.tml");
    }

    private static void Write(Stream stream, Account account)
    {
        using XmlWriter xml = XmlText.Create(stream, isIndented: false);
        xml.WriteStartDocument();
        xml.WriteStartElement("TimeML");
        xml.WriteAttributeString("xsi", "noNamespaceSchemaLocation", InstanceSpace, "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd");
        WriteElement(xml, "DOCID", account.Id);
        if (account.Published is PublicationTime published)
        {
            xml.WriteStartElement("DCT");
            xml.WriteStartElement("TIMEX3");
            xml.WriteAttributeString("tid", "t0");
            xml.WriteAttributeString("type", published.Instant is null ? "DATE" : "TIME");
            xml.WriteAttributeString("value", published.ToString());
            xml.WriteAttributeString("temporalFunction", "false");
            xml.WriteAttributeString("functionInDocument", "CREATION_TIME");
            xml.WriteString(published.ToString());
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        if (account.Title is string title)
            WriteElement(xml, "TITLE", title);
        xml.WriteStartElement("TEXT");
        WriteText(xml, account);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void WriteElement(XmlWriter xml, string name, string text) => xml.WriteElementString(name, XmlText.Fit(text));

    private static void WriteText(XmlWriter xml, Account account)
    {
        string text = XmlText.Fit(account.Text);
        int at = 0, number = 0;
        foreach (TimeExpression time in account.Times)
        {
            if (time.Start < at || time.End <= time.Start || time.End > text.Length)
                continue; // inside another one, or not in this text
            xml.WriteString(text[at..time.Start]);
            xml.WriteStartElement("TIMEX3");
            xml.WriteAttributeString("tid", string.Create(CultureInfo.InvariantCulture, $"t{++number}"));
            xml.WriteAttributeString("type", Names.Of(time.Type));
            xml.WriteAttributeString("value", XmlText.Fit(time.Value));
            xml.WriteString(text[time.Start..time.End]);
            xml.WriteEndElement();
            at = time.End;
        }

        xml.WriteString(text[at..]);
    }
}
