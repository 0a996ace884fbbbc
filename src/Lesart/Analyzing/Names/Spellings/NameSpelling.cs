using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>A whole name as it is spelled, taken apart and looked up where that is first asked for. Shared by texts and threads, which may do the same work twice.</summary>
internal sealed class NameSpelling : FormEntry
{
    private NameForm? _asPerson;
    private NameForm? _asOther;
    private KnownPerson? _person;
    private bool? _isTranscribed;

    /// <summary>Whom the tables know under a name, and why; nobody where <paramref name="Entity"/> is null.</summary>
    private sealed record KnownPerson(int? Entity, string Because);

    /// <summary>Taken apart as a person's name.</summary>
    public NameForm AsPerson => _asPerson ??= NameForm.Of(Form);

    /// <summary>Taken apart as any other name.</summary>
    public NameForm AsOther => _asOther ??= NameForm.Of(Form, isPerson: false);

    /// <summary>Whether the letters of a name of one word betray a way of writing, and no dictionary knows it.</summary>
    public bool IsTranscribed(NameWord word) =>
        _isTranscribed ??= Transcription.Instance.WayOf(word.Lower).Length > 0 && word.Origin is not (FormOrigin.Known or FormOrigin.OtherCase or FormOrigin.Head);

    /// <summary>The known person of this name, whole or without what stands in its middle.</summary>
    public bool TryPerson(PersonIndex people, out int entity, out string because)
    {
        KnownPerson known = _person ??= people.TryGet(AsPerson, out entity, out because) || TryWithoutMiddle(people, out entity, out because) ? new KnownPerson(entity, because) : new KnownPerson(null, because);
        (entity, because) = (known.Entity ?? -1, known.Because);
        return known.Entity is not null;
    }

    /// <summary>First and last word of a longer name, or all but the first: "Donald John Trump", "Ferit Orhan Pamuk".</summary>
    private bool TryWithoutMiddle(PersonIndex people, out int entity, out string because)
    {
        int first = Form.IndexOf(' ', StringComparison.Ordinal), last = Form.LastIndexOf(' ');
        (entity, because) = (-1, "");
        return first > 0 && last > first && char.IsUpper(Form[last + 1])
            && (people.TryGet(NameForm.Of(Form[..first] + Form[last..]), out entity, out because) || (Form[first + 2] != '.' && people.TryGet(NameForm.Of(Form[(first + 1)..]), out entity, out because)));
    }
}
