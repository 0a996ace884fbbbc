namespace Lesart.Text;

/// <summary>What a layer knows of one form, whatever text it stands in.</summary>
internal abstract class FormEntry
{
    public required string Form { get; init; }
}
