using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells for each name of one article whom or what it means.</summary>
internal sealed class NameResolver(TaggedText text, NameTables tables, DateOnly? day)
{
    private readonly Dictionary<string, Referent> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _idByKey = new(StringComparer.Ordinal);
    private readonly List<Referent> _people = [];

    /// <summary>The article's people so far, by first whole name.</summary>
    public IReadOnlyList<Referent> People => _people;

    /// <summary>Day of publication; null where it is not known.</summary>
    public DateOnly? Day => day;

    /// <summary>Links every name.</summary>
    public List<LinkedMention> Resolve(ImmutableArray<FoundName> names)
    {
        LinkedMention?[] linked = new LinkedMention?[names.Length];
        // whole names first: a surname in a headline may come before the name it is part of
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].Type != EntityType.Person || IsWhole(names[i]))
                linked[i] = Link(names[i]);
        }

        for (int i = 0; i < names.Length; i++)
            linked[i] ??= LinkSurname(names[i], linked, i);
        return [.. linked.Where(static mention => mention is not null).Select(static mention => mention!)]; // the Where leaves no null
    }

    /// <summary>The referent of a known entity.</summary>
    public Referent OfKnown(int entity)
    {
        KnownEntity known = tables.Entities[entity];
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
        int words = 0;
        for (int i = name.First; i < name.Last; i++)
            words += text.Token(i).Kind is TokenKind.Word or TokenKind.Abbreviation && !PersonName.IsParticle(text.Form(i)) ? 1 : 0;
        return words > 1 || Array.Exists(tables.Gazetteer.EntriesOf(name.State), static entry => entry.Kind == KnownNameKind.Name);
    }

    private LinkedMention Link(FoundName name)
    {
        TextSpan span = text.Tokenized.SpanOf(name.First, name.Last);
        string form = BaseForm(name, span);
        if (TryKnown(name, form, out int entity, out string because))
            return new LinkedMention(name.First, name.Last, span, OfKnown(entity), MentionKind.Name, form, because);
        string id = IdOf(name, form);
        if (!_byId.TryGetValue(id, out Referent? referent))
        {
            _byId.Add(id, referent = new Referent(id, name.Type, form, null));
            if (name.Type == EntityType.Person)
            {
                referent.Sex = SexOf(name);
                _people.Add(referent);
            }
        }

        return new LinkedMention(name.First, name.Last, span, referent, MentionKind.Name, form, "name");
    }

    /// <summary>A known entity of the found type: by the very words, then for people by their key.</summary>
    private bool TryKnown(FoundName name, string form, out int entity, out string because)
    {
        because = "gazetteer";
        entity = Best(tables.Gazetteer.EntriesOf(name.State), name.Type);
        if (entity >= 0)
            return true;
        because = "name in another land";
        if (name.Type != EntityType.Person && tables.OtherNames.TryGet(form, out entity) && (name.Type is EntityType.Organization or EntityType.Other) == (tables.Entities[entity].Type == EntityType.Organization))
            return true;
        if (name.Type != EntityType.Person && !form.Contains(' ', StringComparison.Ordinal))
            return false;
        return tables.People.TryGet(NameForm.Of(form), out entity, out because) || TryWithoutMiddle(form, out entity, out because);
    }

    /// <summary>First and last word of a longer name, or all but the first: "Donald John Trump", "Ferit Orhan Pamuk".</summary>
    private bool TryWithoutMiddle(string form, out int entity, out string because)
    {
        int first = form.IndexOf(' ', StringComparison.Ordinal), last = form.LastIndexOf(' ');
        (entity, because) = (-1, "");
        return first > 0 && last > first && char.IsUpper(form[last + 1])
            && (tables.People.TryGet(NameForm.Of(form[..first] + form[last..]), out entity, out because) || (form[first + 2] != '.' && tables.People.TryGet(NameForm.Of(form[(first + 1)..]), out entity, out because)));
    }

    private int Best(NameGazetteer.Entry[] entries, EntityType type)
    {
        int best = -1;
        foreach (NameGazetteer.Entry entry in entries)
        {
            KnownEntity known = tables.Entities[entry.Entity];
            bool fits = entry.Kind switch
            {
                KnownNameKind.Name => Fold(known.Type) == Fold(type) || (entry.NeedsContext is false && type == EntityType.Other),
                KnownNameKind.Metonym => true,
                _ => false,
            };
            if (fits && (best < 0 || known.Weight > tables.Entities[best].Weight))
                best = entry.Entity;
        }

        return best;
    }

    private static EntityType Fold(EntityType type) => type == EntityType.GeoPolitical ? EntityType.Location : type;

    /// <summary>A surname alone: of a person whom the article names in full, else of a known one who fits at the day.</summary>
    private LinkedMention LinkSurname(FoundName name, LinkedMention?[] linked, int index)
    {
        TextSpan span = text.Tokenized.SpanOf(name.First, name.Last);
        string form = BaseForm(name, span);
        Referent? nearest = null;
        for (int i = index - 1; i >= 0 && nearest is null; i--)
            nearest = Bears(linked[i], form) ? linked[i]!.Referent : null; // Bears tells no null
        for (int i = index + 1; i < linked.Length && nearest is null; i++)
            nearest = Bears(linked[i], form) ? linked[i]!.Referent : null;
        if (nearest is not null)
            return new LinkedMention(name.First, name.Last, span, nearest, MentionKind.Name, form, "surname in the article");
        int known = KnownSurname(form, name);
        if (known >= 0)
            return new LinkedMention(name.First, name.Last, span, OfKnown(known), MentionKind.Name, form, "surname of a known person");
        if (tables.OtherNames.TryGet(form, out int other) && !tables.Surnames.Contains(form) && !tables.GivenNames.ContainsKey(form))
            return new LinkedMention(name.First, name.Last, span, OfKnown(other), MentionKind.Name, form, "name in another land");
        string id = IdOf(name, form);
        if (!_byId.TryGetValue(id, out Referent? referent))
        {
            _byId.Add(id, referent = new Referent(id, EntityType.Person, form, null) { Sex = SexOf(name) });
            _people.Add(referent);
        }

        return new LinkedMention(name.First, name.Last, span, referent, MentionKind.Name, form, "single name");
    }

    private bool Bears(LinkedMention? mention, string form)
    {
        if (mention is null || mention.Referent.Type != EntityType.Person)
            return false;
        foreach (string whole in mention.Referent.Names.Append(mention.Form))
        {
            if (IsPartOf(form, whole))
                return true;
        }

        return false;
    }

    /// <summary>Whether the short name is the surname (or, for family names first, the first word) or a part of the whole one.</summary>
    private static bool IsPartOf(string form, string whole)
    {
        if (whole.Length <= form.Length)
            return string.Equals(whole, form, StringComparison.Ordinal);
        int at = whole.IndexOf(form, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || whole[at - 1] is ' ' or '-') && (at + form.Length == whole.Length || whole[at + form.Length] is ' ' or '-');
    }

    private int KnownSurname(string form, FoundName name)
    {
        int best = -1, bestScore = 0;
        bool isTie = false;
        IEnumerable<int> bearers = tables.Gazetteer.EntriesOf(name.State).Where(static entry => entry.Kind == KnownNameKind.Surname).Select(static entry => entry.Entity);
        if (name.State == 0 && form.Length > 4)
            bearers = tables.People.Bearers(form);
        foreach (int bearer in bearers)
        {
            KnownEntity known = tables.Entities[bearer];
            // in office at the day, then a rare surname; a surname of many says nothing by itself
            int score = known.Offices.Any(term => term.Covers(day)) ? 3 : day is not null && known.Offices.Any(term => Near(term, day.Value)) ? 2 : 1;
            score += tables.Surnames.Contains(form) ? 0 : 2;
            if (score > bestScore)
                (best, bestScore, isTie) = (bearer, score, false);
            else if (score == bestScore)
                isTie = true;
        }

        return bestScore >= 3 && !isTie ? best : -1;
    }

    private static bool Near(OfficeTerm term, DateOnly day) => term.From.AddYears(-2) <= day && (term.To.Year > 9990 || day <= term.To.AddYears(4));

    /// <summary>The name without the ending of its genitive where the text or the tables know it without.</summary>
    private string BaseForm(FoundName name, TextSpan span)
    {
        string form = text.Text[span.Start..span.End].ReplaceLineEndings(" ");
        string genitive = tables.Genitive;
        if (genitive.Length == 0 || !form.EndsWith(genitive, StringComparison.Ordinal) || form.Length < genitive.Length + 3)
            return form;
        string last = text.Tokenized.Lexeme(name.Last - 1);
        if (last.Length <= genitive.Length + 1)
            return form;
        string stem = last[..^genitive.Length].TrimEnd('\'', '’');
        bool hasOwnEntry = tables.Gazetteer.EntriesOf(last).Length > 0;
        bool isKnown = name.State != 0 && tables.Gazetteer.EntriesOf(name.State).Length > 0 && !hasOwnEntry;
        if (isKnown || (!hasOwnEntry && (text.Tokenized.Lexemes.Contains(stem, StringComparer.Ordinal) || tables.Gazetteer.EntriesOf(stem).Length > 0)))
            return form[..^(last.Length - stem.Length)];
        return form;
    }

    private char SexOf(FoundName name)
    {
        if (tables.GivenNames.TryGetValue(text.Tokenized.Lexeme(name.First), out char sex) && sex != '\0')
            return sex;
        return name.First > 0 && tables.Titles.TryGetValue(text.Tokenized.Lexeme(name.First - 1), out NameTables.TitleWord title) ? title.Sex : '\0';
    }

    /// <summary>One id for all spellings, also where the finder takes a person for a body in one place.</summary>
    private string IdOf(FoundName name, string form)
    {
        string first = Transcription.Instance.Bare(text.Tokenized.Lexeme(name.First));
        bool isPersonal = name.Type is not (EntityType.Organization or EntityType.Other) || form[0] >= '\u0370' || tables.GivenNames.ContainsKey(text.Tokenized.Lexeme(name.First))
            || Transcription.Instance.TryGetGiven(first, "", out _) || Transcription.Instance.IsListed("kunya", first)
            || (name.Last - name.First == 1 && Transcription.Instance.WayOf(form.ToLowerInvariant()).Length > 0 && text.Tokenized.Pack.Table(TaggerModel.Load).Describe(form).Origin is not (FormOrigin.Known or FormOrigin.OtherCase or FormOrigin.Head));
        NameForm parts = NameForm.Of(form, isPersonal);
        string id = EntityId.Of(parts.Id.Length > 0 ? parts.Id : form);
        // spellings that one article mixes are one, under the id of the first
        return parts.Key.Length == 0 || _idByKey.TryAdd(parts.Key, id) ? id : _idByKey[parts.Key];
    }
}
