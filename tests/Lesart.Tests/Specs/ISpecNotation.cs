namespace Lesart.Tests.Specs;

/// <summary>How one kind of line in spec pages is written. Every class of the test assembly that implements this is found by itself.</summary>
internal interface ISpecNotation
{
    /// <summary>First word of the lines that belong to it.</summary>
    string Keyword { get; }

    /// <summary>
    /// The lines as they would stand if the page were right: they are compared with <see cref="SpecExample.Expected"/> line by line, blanks between words apart.
    /// An implementation may look at the expected lines to answer in the same detail.
    /// </summary>
    IEnumerable<string> Actual(SpecExample example);
}
