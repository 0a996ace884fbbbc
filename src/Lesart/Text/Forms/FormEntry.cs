namespace Lesart.Text;

/// <summary>What a layer knows of one form, whatever text it stands in.</summary>
internal abstract class FormEntry
{
    private const int Lines = 3; // of the cache, for the larger entries

    private readonly string _form = "";

    public required string Form
    {
        get => _form;
        init
        {
            _form = value;
            (IsSingle, Initial, Final) = value.Length == 0 ? (false, '\0', '\0') : (value.Length == 1, value[0], value[^1]);
        }
    }

    /// <summary>The form's first and last letter, and whether that is one and the same: kept here, as the string lies elsewhere, where memory is waited for.</summary>
    public char Initial { get; private init; }

    /// <inheritdoc cref="Initial"/>
    public char Final { get; private init; }

    /// <inheritdoc cref="Initial"/>
    public bool IsSingle { get; private init; }

    /// <summary>Says that the entry is needed soon.</summary>
    public void Prefetch() => CacheLine.Prefetch(in _form, Lines);
}
