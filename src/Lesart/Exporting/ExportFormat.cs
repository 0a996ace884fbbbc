namespace Lesart.Exporting;

/// <summary>Formats that other programs read.</summary>
public enum ExportFormat
{
    /// <summary>A table for each kind of record, as RFC 4180 has them.</summary>
    Csv,

    /// <summary>The same tables in one object.</summary>
    Json,

    /// <summary>A report for people.</summary>
    Markdown,

    /// <summary>W3C Web Annotation (Recommendation of 23 February 2017), offsets in Unicode code points.</summary>
    Annotations,

    /// <summary>Who reports whom and who speaks about whom, as GraphML.</summary>
    Graphml,

    /// <summary>The same network as GEXF 1.3.</summary>
    Gexf,

    /// <summary>Each article with its TIMEX3 expressions, as TimeML 1.2.1.</summary>
    Timeml,
}
