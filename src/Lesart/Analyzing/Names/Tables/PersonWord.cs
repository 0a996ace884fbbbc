using System.Collections.Concurrent;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What a form by itself can be in a person's name.</summary>
/// <param name="IsForeign">Letters of another alphabet.</param>
/// <param name="IsGiven">A given name that is no role and surely nothing else.</param>
/// <param name="IsSurname">A word with a capital that no dictionary knows, or an article with one: "el-Assad".</param>
/// <param name="IsSyllable">A short word that no dictionary knows.</param>
/// <param name="IsFamily">A family name of East Asia.</param>
/// <param name="OpensName">A given name or what stands for one at the beginning of a person's name, whatever else it means.</param>
/// <param name="IsGeneration">It tells the younger from the older: "Jr.", "III".</param>
/// <param name="LeadsIn">It leads into a surname, or is one with what leads into it: "van", "al-Assad".</param>
internal sealed record PersonWord(bool IsForeign, bool IsGiven, bool IsSurname, bool IsSyllable, bool IsFamily, bool OpensName, bool IsGeneration, bool LeadsIn)
{
    // there are few different ones: shared, they stay near
    private static readonly ConcurrentDictionary<PersonWord, PersonWord> Shared = new();

    /// <summary>Of a word of names, worked out once.</summary>
    public static PersonWord Of(NameWord word, NameTables tables) => word.Person ??= Shared.GetOrAdd(Read(word, tables), static read => read);

    private static PersonWord Read(NameWord word, NameTables tables)
    {
        string form = word.Form;
        Transcription table = Transcription.Instance;
        string bare = table.Bare(form);
        bool isGiven = table.TryGetGiven(bare, "", out Transcription.GivenName given);
        isGiven |= IsCompound(bare);
        bool isForeign = form[0] >= '\u0370' && char.IsLetter(form[0]) && form[0] is not (>= '\u1E00' and < '\u2E80');
        return new PersonWord(
            isForeign,
            IsGivenName(word, tables, isGiven && given.Lands != Transcription.Western),
            IsSurnameForm(word, tables, isForeign),
            word.IsCapital && form.Length < 7 && !form.Contains('-', StringComparison.Ordinal) && word.Origin is not (FormOrigin.Known or FormOrigin.OtherCase),
            SyllabicName.IsFamily(form),
            isGiven || tables.Lists.IsGiven(form) || table.IsListed("kunya", bare),
            IsGenerationForm(form.AsSpan().TrimEnd('.'), table),
            IsArticleAndSurname(form) || PersonName.IsParticle(form));
    }

    /// <summary>"Abdelfattah", "Abdurrahman": a servant's name with the article in one, its l or the letter that it turns into.</summary>
    private static bool IsCompound(string bare) =>
        bare.Length > 7 && bare.StartsWith("abd", StringComparison.Ordinal) && bare[3] is 'a' or 'e' or 'o' or 'u' && (bare[4] == 'l' || bare[4] == bare[5]);

    private static bool IsGivenName(NameWord word, NameTables tables, bool isTranscribed)
    {
        string form = word.Form;
        int dash = form.IndexOf('-', StringComparison.Ordinal);
        return (tables.Lists.IsGiven(form) || tables.Lists.IsGiven(dash > 0 ? form[..dash] : form) || isTranscribed)
            && !tables.Roles.ContainsKey(form) && !Array.Exists(word.Entries, static entry => entry is { Kind: KnownNameKind.Name or KnownNameKind.Capital, NeedsContext: false });
    }

    private static bool IsSurnameForm(NameWord word, NameTables tables, bool isForeign)
    {
        string form = word.Form;
        if (!word.IsCapital)
            return IsArticleAndSurname(form) || (form.IndexOf('-', StringComparison.Ordinal) is (2 or 3) and int dash && dash + 2 < form.Length && char.IsUpper(form[dash + 1]));
        if (form.Length < 3 || tables.Roles.ContainsKey(form) || isForeign)
            return false;
        return Array.Exists(word.Entries, static entry => entry.Kind == KnownNameKind.Surname)
            || (word.Origin is not (FormOrigin.Known or FormOrigin.OtherCase or FormOrigin.Head) && !Array.Exists(word.Entries, static entry => entry is { Kind: not KnownNameKind.Surname, NeedsContext: false }));
    }

    /// <summary>"al-Assad", "asch-Scharaa"; not "ex-Soldat".</summary>
    private static bool IsArticleAndSurname(string form) =>
        form.IndexOf('-', StringComparison.Ordinal) is (2 or 3 or 4) and int dash && form[0] is 'a' or 'e' && form[1] != 'x' && dash + 2 < form.Length && char.IsUpper(form[dash + 1]);

    private static bool IsGenerationForm(ReadOnlySpan<char> form, Transcription table) =>
        form.Length > 1 && (!form.ContainsAnyExcept("IVX") || table.TryGetGeneration(table.Bare(form.ToString()), out _));
}
