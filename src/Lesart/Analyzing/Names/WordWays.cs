namespace Lesart.Analyzing;

/// <summary>What a form by itself can do in a text, a bit each: worked out once a form, so that passes over a text ask most of its tokens nothing else.</summary>
[Flags]
internal enum WordWays : ushort
{
    None = 0,

    /// <summary>The bits are worked out.</summary>
    Known = 1,

    /// <summary>It is a role, or a role of several words can begin with it.</summary>
    Role = 1 << 1,

    /// <summary><see cref="ReferringWord.MayEndRole"/>.</summary>
    EndsRole = 1 << 2,

    /// <summary>The names of ministries begin with it.</summary>
    Ministry = 1 << 3,

    /// <summary>It points to someone as an article.</summary>
    Article = 1 << 4,

    /// <summary>It says whose something is.</summary>
    Owner = 1 << 5,

    /// <summary>It is a pronoun that can mean a person.</summary>
    Pronoun = 1 << 6,

    /// <summary>It has a capital, and a hyphen with letters on both sides of it.</summary>
    Compound = 1 << 7,

    /// <summary><see cref="PersonWord.LeadsIn"/>.</summary>
    LeadsIn = 1 << 8,

    /// <summary>It begins with a digit.</summary>
    Digit = 1 << 9,
}
