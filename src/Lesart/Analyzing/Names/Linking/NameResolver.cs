using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells for each name of one article whom or what it means.</summary>
internal sealed class NameResolver(NameText names, DateOnly? day, string? title)
{
    private const char FirstForeign = '\u0370';
    private const int LongestShortForm = 7; // and one more

    private readonly TaggedText _text = names.Tagged;
    private readonly NameTables _tables = names.Tables;
    private readonly Dictionary<string, Referent> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _idByKey = new(StringComparer.Ordinal);
    private readonly List<Referent> _people = [];
    private readonly BodyNames _bodies = new(names);
    private readonly FoundNameReader _reader = new(names);
    private readonly KnownSurnames _surnames = new(names, day, title);
    private readonly List<string> _words = [];
    private readonly Dictionary<string, Referent> _shortForms = new(StringComparer.Ordinal);

    /// <summary>The article's people so far, by first whole name.</summary>
    public IReadOnlyList<Referent> People => _people;

    /// <summary>Day of publication; null where it is not known.</summary>
    public DateOnly? Day => day;

    /// <summary>Links every name.</summary>
    public List<LinkedMention> Resolve(ImmutableArray<FoundName> found)
    {
        LinkedMention?[] linked = new LinkedMention?[found.Length];
        IntroduceShortForms(found);
        // whole names first: a surname in a headline may come before the name it is part of
        for (int i = 0; i < found.Length; i++)
        {
            if (IsWhole(found[i]))
                linked[i] = Link(found[i]);
        }

        List<LinkedMention> mentions = new(found.Length);
        for (int i = 0; i < found.Length; i++)
            mentions.Add(linked[i] ??= found[i].Type == EntityType.Organization ? LinkShortBody(found[i], linked) : LinkSurname(found[i], linked, i));
        return mentions;
    }

    /// <summary>Whom a word before a hyphen means by what the article alone says of it: a short form that it introduces, the surname of a person whom no table knows.</summary>
    /// <returns>Null for nobody, or for more than one.</returns>
    public Referent? OfPrefix(string prefix)
    {
        if (_shortForms.TryGetValue(prefix, out Referent? body))
            return body;
        Referent? found = null;
        foreach (Referent person in _people)
        {
            if (person.Known is not null || person.Name.Length <= prefix.Length + 1 || !person.Name.EndsWith(prefix, StringComparison.Ordinal) || person.Name[^(prefix.Length + 1)] != ' ')
                continue;
            if (found is not null)
                return null;
            found = person;
        }

        return found;
    }

    /// <summary>Gives each short form the body that the text introduces it for; of a known body only where the tables' names don't contradict.</summary>
    private void IntroduceShortForms(ImmutableArray<FoundName> found)
    {
        foreach (Acronyms.Pair pair in Acronyms.Find(names, found))
        {
            int index = found.IndexOf(found.FirstOrDefault(name => name.First == pair.First && name.Last == pair.Last));
            if (index < 0)
                continue;
            Referent body = Link(found[index]).Referent;
            string form = _text.Tokenized.Lexeme(pair.Short);
            int known = body.Known is null ? Best(_tables.Gazetteer.EntriesOf(form), EntityType.Organization) : -1;
            if (known >= 0 && Acronyms.CanStandFor(_tables.Entities[known], body.Name))
            {
                _byId[body.Id] = OfKnown(known);
                body = OfKnown(known);
            }

            _shortForms.TryAdd(form, body);
        }
    }

    /// <summary>The referent of a known entity.</summary>
    public Referent OfKnown(int entity)
    {
        KnownEntity known = _tables.Entities[entity];
        if (!_byId.TryGetValue(known.Id, out Referent? referent))
        {
            _byId.Add(known.Id, referent = new Referent(known.Id, known.Type, known.Name, known));
            if (known.Type == EntityType.Person)
                _people.Add(referent);
        }

        return referent;
    }

    /// <summary>The referent of an id that no table holds, made on first use.</summary>
    public Referent OfId(string id, EntityType type, string name)
    {
        if (!_byId.TryGetValue(id, out Referent? referent))
            _byId.Add(id, referent = new Referent(id, type, name, null));
        return referent;
    }

    private bool IsWhole(FoundName name)
    {
        NameGazetteer.Entry[] entries = _tables.Gazetteer.EntriesOf(name.State);
        // a surname in another alphabet is often taken for a place
        bool isForeignSurname = _text.Form(name.First)[0] >= FirstForeign && Array.Exists(entries, static entry => entry.Kind == KnownNameKind.Surname);
        if (name.Type != EntityType.Person && !isForeignSurname)
            return name.Type != EntityType.Organization || name.Last - name.First > 1 || (entries.Length > 0 && Array.Exists(entries, static entry => !entry.NeedsContext));
        int words = 0;
        for (int i = name.First; i < name.Last; i++)
        {
            bool isRestOfWord = i > name.First && _text.Token(i).Start == _text.Token(i - 1).End; // "Keller-Sutter" where hyphens cut
            words += !isRestOfWord && _text.Token(i).Kind is TokenKind.Word or TokenKind.Abbreviation && !PersonName.IsParticle(_text.Form(i)) ? 1 : 0;
        }

        // a city's name says nothing of a person's
        return words > 1 || Array.Exists(entries, entry => entry.Kind == KnownNameKind.Name && _tables.Entities[entry.Entity].Type == EntityType.Person);
    }

    private LinkedMention Link(FoundName name)
    {
        TextSpan span = _text.Tokenized.SpanOf(name.First, name.Last);
        string form = _reader.BaseForm(name, span);
        _words.Clear();
        if (name.Last - name.First == 1 && name.Type == EntityType.Organization && _shortForms.TryGetValue(form, out Referent? introduced))
            return new LinkedMention(name.First, name.Last, span, introduced, MentionKind.Name, form, "short form introduced in the article");
        string plain = (name.Type == EntityType.Organization ? _bodies.BaseOf(name, _words) : null) ?? form;
        if (TryKnown(name, form, out int entity, out string because) || TryInflected(name.Type, out entity, out because))
            return new LinkedMention(name.First, name.Last, span, OfKnown(entity), MentionKind.Name, form, because);
        string id = IdOf(name, plain);
        if (!_byId.TryGetValue(id, out Referent? referent))
        {
            _byId.Add(id, referent = new Referent(id, name.Type, form, null));
            if (name.Type == EntityType.Person)
            {
                referent.Sex = _reader.SexOf(name);
                _people.Add(referent);
            }
        }

        return new LinkedMention(name.First, name.Last, span, referent, MentionKind.Name, form, "name");
    }

    /// <summary>A known entity of the found type: by the very words, then for people by their key.</summary>
    private bool TryKnown(FoundName name, string form, out int entity, out string because)
    {
        because = "gazetteer";
        entity = Best(_tables.Gazetteer.EntriesOf(name.State), name.Type);
        if (entity >= 0)
            return true;
        because = "name in another land";
        if (name.Type != EntityType.Person && _tables.OtherNames.TryGet(form, out entity) && (name.Type is EntityType.Organization or EntityType.Other) == (_tables.Entities[entity].Type == EntityType.Organization))
            return true;
        if (name.Type != EntityType.Person && !form.Contains(' ', StringComparison.Ordinal))
            return false;
        return names.Lexicon.Spelling(form).TryPerson(_tables.People, out entity, out because);
    }

    /// <summary>A known body by the words of its name in one form for all cases.</summary>
    private bool TryInflected(EntityType type, out int entity, out string because)
    {
        because = "gazetteer";
        int state = 0;
        foreach (string word in _words)
        {
            state = _tables.Gazetteer.Next(state, _tables.Gazetteer.WordOf(word));
            if (state == 0)
                break;
        }

        entity = Best(_tables.Gazetteer.EntriesOf(state), type);
        return entity >= 0;
    }

    private int Best(NameGazetteer.Entry[] entries, EntityType type)
    {
        int best = -1;
        foreach (NameGazetteer.Entry entry in entries)
        {
            KnownEntity known = _tables.Entities[entry.Entity];
            bool fits = entry.Kind switch
            {
                KnownNameKind.Name => Fold(known.Type) == Fold(type) || (entry.NeedsContext is false && type == EntityType.Other),
                KnownNameKind.Metonym => true,
                _ => false,
            };
            if (fits && (best < 0 || known.Weight > _tables.Entities[best].Weight))
                best = entry.Entity;
        }

        return best;
    }

    private static EntityType Fold(EntityType type) => type == EntityType.GeoPolitical ? EntityType.Location : type;

    /// <summary>A surname alone: of a person whom the article names in full, else of a known one who fits at the day.</summary>
    private LinkedMention LinkSurname(FoundName name, LinkedMention?[] linked, int index)
    {
        TextSpan span = _text.Tokenized.SpanOf(name.First, name.Last);
        string form = _reader.BaseForm(name, span);
        Referent? nearest = null;
        char sex = _reader.SexBefore(name.First);
        for (int i = index - 1; i >= 0 && nearest is null; i--)
            nearest = Bears(linked[i], form, sex) ? linked[i]!.Referent : null; // Bears tells no null
        for (int i = index + 1; i < linked.Length && nearest is null; i++)
            nearest = Bears(linked[i], form, sex) ? linked[i]!.Referent : null;
        nearest = nearest is null ? null : HolderBefore(linked, name.First, form) ?? nearest;
        if (nearest is not null)
            return new LinkedMention(name.First, name.Last, span, nearest, MentionKind.Name, form, "surname in the article");
        int known = _surnames.Of(form, name);
        if (known >= 0)
            return new LinkedMention(name.First, name.Last, span, OfKnown(known), MentionKind.Name, form, "surname of a known person");
        if (_tables.OtherNames.TryGet(form, out int other) && !_tables.Lists.IsSurname(form) && !_tables.Lists.IsGiven(form))
            return new LinkedMention(name.First, name.Last, span, OfKnown(other), MentionKind.Name, form, "name in another land");
        string id = IdOf(name, form);
        if (!_byId.TryGetValue(id, out Referent? referent))
        {
            _byId.Add(id, referent = new Referent(id, name.Type, form, null) { Sex = name.Type == EntityType.Person ? _reader.SexOf(name) : '\0' });
            if (name.Type == EntityType.Person)
                _people.Add(referent);
        }

        return new LinkedMention(name.First, name.Last, span, referent, MentionKind.Name, form, "single name");
    }

    /// <summary>Of several known people with a surname the one who holds the office that stands before it at the day: "President Lee"; null where none or several do.</summary>
    private Referent? HolderBefore(LinkedMention?[] linked, int first, string form)
    {
        if (first == 0 || names.Referring(first - 1).Role is not (NameTables.RoleWord role, _))
            return null;
        Referent? holder = null;
        foreach (LinkedMention? mention in linked)
        {
            if (!Bears(mention, form, role.Sex) || mention!.Referent == holder) // Bears tells no null
                continue;
            if (mention.Referent.Known is not KnownEntity known || !Array.Exists(known.Offices, term => term.Covers(day) && role.Offices.Contains(term.Office, StringComparer.Ordinal)))
                continue;
            if (holder is not null)
                return null;
            holder = mention.Referent;
        }

        return holder;
    }

    /// <summary>A body by one word that may be short for another one's name: "Union" where "1. FC Union Berlin" plays.</summary>
    private LinkedMention LinkShortBody(FoundName name, LinkedMention?[] linked)
    {
        TextSpan span = _text.Tokenized.SpanOf(name.First, name.Last);
        string form = _reader.BaseForm(name, span);
        // a common word is no short form by itself, and a known one stays what it is where the article names that in full
        int known = Best(_tables.Gazetteer.EntriesOf(name.State), EntityType.Organization);
        bool canBeShort = !_shortForms.ContainsKey(form) && (known >= 0 || (names.Word(name.First) is { Generic: 0, Origin: not (FormOrigin.Known or FormOrigin.OtherCase) }));
        Referent? whole = null;
        foreach (LinkedMention? mention in canBeShort ? linked : [])
        {
            if (mention is not { Referent.Type: EntityType.Organization } || mention.Form.Length <= form.Length || !IsPartOf(form, mention.Form))
                continue;
            if ((whole is not null && whole != mention.Referent) || (known >= 0 && mention.Referent.Known is { Kind: not ("team" or "firm") }))
                return Link(name);
            whole = mention.Referent;
        }

        bool isKnownHere = known >= 0 && _byId.ContainsKey(_tables.Entities[known].Id);
        return whole is null || isKnownHere ? Link(name) : new LinkedMention(name.First, name.Last, span, whole, MentionKind.Name, form, "short for a name in the article");
    }

    /// <summary>Whether the mention's person can be meant by a surname with these words before it; who differs in sex is another.</summary>
    private static bool Bears(LinkedMention? mention, string form, char sex) =>
        mention is { Referent.Type: EntityType.Person } && (sex == '\0' || mention.Referent.Sex == '\0' || mention.Referent.Sex == sex) && IsPartOf(form, mention.Form);

    /// <summary>Whether the short name is the surname (or, for family names first, the first word) or a part of the whole one.</summary>
    private static bool IsPartOf(string form, string whole)
    {
        if (whole.Length <= form.Length)
            return string.Equals(whole, form, StringComparison.Ordinal);
        // "Von der Leyen" at the head of a sentence
        bool isLed = form.IndexOfAny([' ', '-']) is > 0 and var end && PersonName.IsParticle(form.AsSpan(0, end));
        int at = whole.IndexOf(form, isLed ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        return at >= 0 && (at == 0 || whole[at - 1] is ' ' or '-') && (at + form.Length == whole.Length || whole[at + form.Length] is ' ' or '-');
    }

    /// <summary>One id for all spellings, also where the finder takes a person for a body in one place.</summary>
    private string IdOf(FoundName name, string form)
    {
        NameSpelling spelling = names.Lexicon.Spelling(form);
        bool isShortForm = name.Type == EntityType.Organization && name.Last - name.First == 1 && form.Length < LongestShortForm && form.All(char.IsUpper);
        bool isPersonal = !isShortForm && (name.Type is not (EntityType.Organization or EntityType.Other) || form[0] >= '\u0370' || names.Person(name.First).OpensName || (name.Last - name.First == 1 && spelling.IsTranscribed(names.Lexicon.Describe(form))));
        NameForm parts = isPersonal ? spelling.AsPerson : spelling.AsOther;
        string id = EntityId.Of(parts.Id.Length > 0 ? parts.Id : form);
        // spellings that one article mixes are one, under the id of the first
        return parts.Key.Length == 0 || _idByKey.TryAdd(parts.Key, id) ? id : _idByKey[parts.Key];
    }
}
