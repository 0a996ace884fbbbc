namespace Lesart.Text;

/// <summary>What a layer knows of one form, whatever text it stands in.</summary>
internal abstract class FormEntry
{
    private const int Lines = 3; // of the cache, for the larger entries

    private readonly string _form = "";

    public required string Form
    {
        get => _form;
        init => _form = value;
    }

    /// <summary>Says that the entry is needed soon.</summary>
    public void Prefetch() => CacheLine.Prefetch(in _form, Lines);
}
