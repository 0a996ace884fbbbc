namespace Lesart.Extracting;

/// <summary>The body as a page's schema.org data give it, held against the blocks that are printed.</summary>
/// <remarks>Trusted only where most of it is printed as running text: some sites put a summary there, or another article. Many leave headings and lists out, some cut it short.</remarks>
internal sealed class DataBody
{
    private const int MinLength = 200;
    private const int ProbeLength = 60;
    private const int MinProbe = 30;
    private const int MinFound = 2;
    private const double MinShare = 0.5;

    private readonly string _body;
    private readonly int _first = int.MaxValue, _last = -1;
    private readonly bool _isWhole;

    /// <summary>Compares.</summary>
    /// <param name="body">Letters and digits of the data's body, lower case.</param>
    /// <param name="squeezed">The same of each block.</param>
    /// <param name="isText">Which blocks are running text of the page's region.</param>
    public DataBody(string body, string[] squeezed, bool[] isText)
    {
        _body = body;
        if (body.Length < MinLength)
            return;
        int found = 0, letters = 0;
        for (int i = 0; i < squeezed.Length; i++)
        {
            if (!isText[i] || !Holds(squeezed[i]))
                continue;
            found++;
            letters += squeezed[i].Length;
            _first = Math.Min(_first, i);
            _last = i;
            _isWhole = body.EndsWith(Ending(squeezed[i]), StringComparison.Ordinal);
        }

        IsTrusted = found >= MinFound && letters >= MinShare * body.Length;
    }

    /// <summary>Whether most of the data's body is printed.</summary>
    public bool IsTrusted { get; }

    /// <summary>What the data say of a block.</summary>
    public DataVerdict Judge(int index, string squeezed)
    {
        bool isBetween = index > _first && index < _last;
        if (!IsTrusted || squeezed.Length < 4 || (squeezed.Length < MinProbe && !isBetween))
            return DataVerdict.None; // one word of a menu is in many bodies
        if (Holds(squeezed))
            return DataVerdict.Body;
        if (isBetween)
            return DataVerdict.Skipped;
        return index > _last && _isWhole ? DataVerdict.After : DataVerdict.Outside;
    }

    private static string Ending(string squeezed) => squeezed[Math.Max(0, squeezed.Length - ProbeLength)..];

    // Long paragraphs count when they begin so: links and the like are printed a little differently now and then.
    private bool Holds(string squeezed) => squeezed.Length > 2 * ProbeLength ? _body.Contains(squeezed[..ProbeLength], StringComparison.Ordinal) : _body.Contains(squeezed, StringComparison.Ordinal);
}

/// <summary>What schema.org data say of a block.</summary>
internal enum DataVerdict
{
    /// <summary>Nothing: there is no body, or none to be trusted.</summary>
    None,

    /// <summary>It is part of the body.</summary>
    Body,

    /// <summary>Not part of it, though what stands before and after is.</summary>
    Skipped,

    /// <summary>After the body has ended.</summary>
    After,

    /// <summary>Before the body, or after a body that is cut short.</summary>
    Outside,
}
