namespace Lesart.Dossiers;

/// <summary>A mark whose shape tells its meaning without its colour. The shapes lie once in the page; a mark only points there.</summary>
internal readonly record struct Icon(string Name)
{
    /// <summary>Hidden from screen readers: a word always stands beside it.</summary>
    public string Markup => $"<svg class=\"i i-{Name}\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#i-{Name}\"/></svg>";

    /// <summary>The mark of a stance.</summary>
    public static Icon Of(Stance stance) => new(Names.Of(stance));

    /// <summary>The mark of a relation.</summary>
    public static Icon Of(Relation relation) => new(Names.Of(relation));
}
