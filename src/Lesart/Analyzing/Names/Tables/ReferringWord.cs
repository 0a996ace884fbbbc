namespace Lesart.Analyzing;

/// <summary>How a form by itself can speak of someone or something known: as a role, a ministry, a calling, an article before one, a pronoun.</summary>
internal sealed class ReferringWord
{
    private const int ShortestInflected = 6;
    private const int ShortestCalling = 7;

    private static readonly ReferringWord Nothing = new();

    private ReferringWord() => (Ministries, MinistryPrefix, Compound) = ([], "", []);

    /// <summary>Reads what the tables say of a word; most say nothing and share one answer.</summary>
    public static ReferringWord Of(NameWord word, NameTables tables, DescriptionTable descriptions)
    {
        ReferringWord read = new(word, tables, descriptions);
        bool isAny = read.Role is not null || read.MayBeginRole || read.MayEndRole || read.Ministries.Length > 0 || read.IsCalling || read.ArticleSex is not null || read.IsOwner || read.Pronoun is not null || read.Compound.Length > 0;
        return isAny ? read : Nothing;
    }

    private ReferringWord(NameWord word, NameTables tables, DescriptionTable descriptions)
    {
        string form = word.Form;
        int dash = form.LastIndexOf('-');
        Role = RoleOf(form, dash, tables);
        MayBeginRole = tables.BeginsRole(form);
        MayEndRole = tables.EndsRole(form);
        (MinistryPrefix, string ministry) = dash > 1 && dash + 1 < form.Length ? (form[..dash], form[(dash + 1)..]) : ("", form);
        Ministries = [.. tables.Ministries.StartingWith(ministry)];
        if (tables.Genitive.Length > 0 && ministry.EndsWith(tables.Genitive, StringComparison.Ordinal))
            Ministries = [.. Ministries, .. tables.Ministries.StartingWith(ministry[..^tables.Genitive.Length])];
        IsCalling = tables.Titles.TryGetValue(form, out NameTables.TitleWord title) ? title.Kind is "calling" or "rank" : form.Length >= ShortestCalling && tables.EndsInCalling(word.Lower);
        ArticleSex = descriptions.Articles.TryGetValue(form, out char sex) ? sex : null;
        IsOwner = descriptions.Owners.Contains(form);
        Pronoun = descriptions.Pronouns.TryGetValue(form, out DescriptionTable.Pronoun pronoun) ? pronoun : null;
        int first = form.IndexOf('-', StringComparison.Ordinal);
        Compound = first < 2 || first + 2 >= form.Length || !word.IsCapital || tables.Currencies.Contains(form) ? [] : tables.Gazetteer.EntriesOf(form.AsSpan(0, first));
    }

    /// <summary>The role that it means, and the country or body that it tells with it ("" for none).</summary>
    public (NameTables.RoleWord Word, string Country)? Role { get; }

    /// <summary>Whether a role of several words can begin with it.</summary>
    public bool MayBeginRole { get; }

    /// <summary>Whether a role is this word, or one of several words ends with it.</summary>
    public bool MayEndRole { get; }

    /// <summary>Ministries whose names begin with it, or with what stands behind its last hyphen.</summary>
    public (string[] Words, string Kind)[] Ministries { get; }

    /// <summary>What stands before that hyphen.</summary>
    public string MinistryPrefix { get; }

    /// <summary>Whether it means someone by what he does: "Militärexperte".</summary>
    public bool IsCalling { get; }

    /// <summary>Sex of whom it points to as an article, '\0' for either; null where it is none.</summary>
    public char? ArticleSex { get; }

    /// <summary>Whether it says whose something is: "sein".</summary>
    public bool IsOwner { get; }

    public DescriptionTable.Pronoun? Pronoun { get; }

    /// <summary>What the name before its first hyphen can mean: "Putin-Besuch".</summary>
    public NameGazetteer.Entry[] Compound { get; }

    private static (NameTables.RoleWord Word, string Country)? RoleOf(string form, int dash, NameTables tables)
    {
        if (tables.Roles.TryGetValue(form, out NameTables.RoleWord word) || (form.Length >= ShortestInflected && TryInflected(tables, form, out word)))
            return (word, word.Scope);
        // "CSU-Co-Chef": the role may hold a hyphen itself
        int first = form.IndexOf('-', StringComparison.Ordinal);
        if (first > 1 && first < dash && TryRole(tables, form[first..], out word))
            dash = first;
        else if (dash < 2 || dash + 4 > form.Length || !TryRole(tables, form[dash..], out word))
            return null;
        foreach (NameGazetteer.Entry entry in tables.Gazetteer.EntriesOf(form.AsSpan(0, dash)))
        {
            KnownEntity known = tables.Entities[entry.Entity];
            if (known.Type is EntityType.GeoPolitical or EntityType.Organization && entry.Kind is KnownNameKind.Name or KnownNameKind.Metonym or KnownNameKind.Capital)
                return (word, tables.ScopeOf(known));
        }

        return null;
    }

    /// <summary>What stands behind a name and a hyphen, with the hyphen: a role that needs the name, or any other.</summary>
    private static bool TryRole(NameTables tables, string end, out NameTables.RoleWord word) =>
        tables.Roles.TryGetValue(end, out word) || tables.Roles.TryGetValue(end[1..], out word) || TryInflected(tables, end, out word) || TryInflected(tables, end[1..], out word);

    private static bool TryInflected(NameTables tables, string form, out NameTables.RoleWord word)
    {
        foreach (string ending in tables.RoleEndings)
        {
            if (form.EndsWith(ending, StringComparison.Ordinal) && tables.Roles.TryGetValue(form[..^ending.Length], out word))
                return true;
        }

        word = default;
        return false;
    }
}
