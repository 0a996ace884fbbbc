using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Who is accused, who speaks for them, and by which words accusations and silence are told (<c>replies.tsv</c>).</summary>
internal sealed class ReplySides
{
    private const int PhraseReach = 7; // words between the first and the last of a phrase
    private const double MaxFrequency = 0.2;
    private const int MinName = 4;
    private const int MaxBeforeAccused = 3; // words
    private const int UnrealReach = 2; // words
    private const int PronounReach = 2; // sentences

    private readonly Dictionary<int, (int First, int Next, string Entity)[]> _named = [];
    private readonly ILookup<string, Entity> _entities;
    private readonly HashSet<string> _people;
    private readonly Dictionary<Statement, HashSet<string>> _keys = new(ReferenceEqualityComparer.Instance);

    public ReplySides(IReadOnlyList<AccountText> texts, StoryNouns nouns)
    {
        ILookup<int, (int, int, string)> links = nouns.Links.ToLookup(static link => link.Key.Account, static link => (link.Key.Head, link.Key.Head + 1, link.Value));
        foreach (AccountText text in texts)
        {
            _named[text.Index] =
            [
                .. nouns.Places[text.Index].Select(static place => (place.First, place.Next, place.Entity)).Concat(links[text.Index])
                    .Concat(text.Account.Mentions.Where(static mention => mention.Kind is not MentionKind.Name).Select(mention => (text.WordAt(mention.Start), text.WordAt(mention.End), mention.Entity))).Order(),
            ];
        }

        _entities = texts.SelectMany(static text => text.Account.Entities).ToLookup(static entity => entity.Id, StringComparer.Ordinal);
        _people = [.. _entities.Where(static entities => entities.Any(static entity => entity.Type is EntityType.Person)).Select(static entities => entities.Key)];
    }

    /// <summary>The accused: who is named behind the cue, else before it, but not as the source.</summary>
    public string? AccusedOf(AccountText text, Statement statement)
    {
        TextSpan anchor = statement.Cue.Length > 0 ? statement.Cue[0] : statement.Content[0];
        TextSpan sentence = text.SentenceOf(Math.Min(text.WordAt(anchor.Start), text.Words.Length - 1));
        (int First, int Next, string Entity)[] able = [.. _named[text.Index].Where(place => place.First >= sentence.Start && place.First < sentence.End && place.Entity != statement.Speaker && !statement.Source.Any(source => source.Contains(text.Words[place.First].Start)))];
        int cue = text.WordAt(anchor.Start);
        able = [.. able.Where(place => !IsDeepIn(text, statement, place.First))];
        int source = statement.Source.IsEmpty ? -1 : text.WordAt(statement.Source[^1].End);
        able = [.. able.Where(place => place.First != source)]; // "the public prosecutor's office Neuburg"
        // "der dem Werk vorwirft", "Dem Werk wirft er vor"; who stands before an accuser before the cue is no accused ("in Neuburg the owner blamed the weather")
        int end = text.WordAt(statement.Content[^1].End); // "accused a former aide, he said on Twitter"
        if (able.FirstOrDefault(place => place.First >= cue && place.First < end) is { Entity: string named } behind)
            return IsOwnerAt(text, behind.Next) ? null : named;
        return text.HasFixedOrder ? null : able.Where(place => place.First < cue && (source > cue || place.First > source)).Select(static place => place.Entity).LastOrDefault();
    }

    /// <summary>Whether a name only says whose the noun behind it is: "a Muster aide", "Muster's wife".</summary>
    private static bool IsOwnerAt(AccountText text, int next) => text.HasFixedOrder && next < text.Words.Length && text.Words[next] is Word behind && !text.HasMarkBefore(next)
        && (text.Text[behind.Start] is '\'' or '’' || (behind.Term is { CanBeNoun: true, IsFunctionWord: false, IsVerb: false } && char.IsAsciiLetterLower(text.Text[behind.Start])));

    // "accused Muster of ..." names the accused first; who is named further on is part of what is held against them
    private static bool IsDeepIn(AccountText text, Statement statement, int word) =>
        statement.Content.Any(span => span.Contains(text.Words[word].Start) && (statement.Content[0].Start != span.Start || word - text.WordAt(span.Start) > MaxBeforeAccused));

    /// <summary>Who the statement is said by, where that is one of the named; null for nobody or an unknown.</summary>
    public string? SideOf(AccountText text, Statement statement) => statement.Speaker ?? NamedIn(text, statement.Source).FirstOrDefault();

    /// <summary>Whether the statement is the accused's own, or that of somebody who speaks for them.</summary>
    public bool SpeaksFor(AccountText text, Statement statement, string accused)
    {
        if (statement.Speaker == accused || NamedIn(text, statement.Source).Contains(accused, StringComparer.Ordinal))
            return true;
        string source = string.Join(' ', statement.Source.Select(span => span.In(text.Text).ToString()));
        if (_entities[accused].Any(entity => entity.Name.Length >= MinName && source.Contains(entity.Name, StringComparison.OrdinalIgnoreCase)))
            return true; // "Salvaris-Sprecher"
        if (statement.Speaker is null && _people.Contains(accused) && statement.Source.SelectMany(span => WordsOf(text, span)).Any(word => PersonBySurname(text, word) == accused))
            return true;
        if (statement.Source.IsEmpty || !statement.Source.Any(span => WordsOf(text, span).Any(word => SpeaksForOthers(text, word))) || NamedIn(text, statement.Source).Any(named => named != statement.Speaker) || (statement.Speaker is string body && !_people.Contains(body)))
            return false;
        return IsSpokenOfLast(text, text.WordAt(statement.Source.Min(static span => span.Start)), accused);
    }

    /// <summary>Whether the last named before a word, other people left out, is the accused: for them speak "Konzernsprecher Jens Marbach" and "the company".</summary>
    public bool IsSpokenOfLast(AccountText text, int first, string accused) => _named[text.Index]
        .Where(place => place.First < first && (place.Entity == accused || !(_people.Contains(place.Entity) || (_people.Contains(accused) && _entities[place.Entity].All(static entity => entity.Type is EntityType.GeoPolitical or EntityType.Location))))).Select(static place => place.Entity).LastOrDefault() == accused;

    /// <summary>Who says a statement: by name, by the last name of a person, or by the person whom a pronoun means; else by the words for them. Null where the text gives neither.</summary>
    public Party? PartyOf(AccountText text, Statement statement)
    {
        if (statement.Source.IsEmpty)
            return statement.Speaker is string speaker ? new Party(speaker, "") : null;
        int[] words = [.. statement.Source.SelectMany(span => WordsOf(text, span))];
        if (words.Length > 0 && Words(text)?.Complements.Contains(text.Words[words[^1]].Term.Folded) == true)
            return null; // "a committee that"
        words = [.. words.Where(word => !text.Words[word].Term.IsFunctionWord)];
        string called = string.Join(' ', words.Select(word => text.Words[word].Term.Folded));
        if ((SideOf(text, statement) ?? words.Select(word => PersonBySurname(text, word)).FirstOrDefault(static person => person is not null)) is string side)
            return new Party(side, called);
        if (words.Length > 0)
            return new Party(null, called);
        int first = text.WordAt(statement.Source[0].Start);
        int near = text.WordAt(text.Sentences[Math.Max(0, text.SentenceAt(statement.Source[0].Start) - PronounReach)].Start);
        return _named[text.Index].Where(place => place.First >= near && place.First < first && _people.Contains(place.Entity)).Select(static place => (Party?)new Party(place.Entity, "")).LastOrDefault();
    }

    /// <summary>Whether a stretch of one account shares a word that says something, names left out, with a stretch of another.</summary>
    public bool Shares(AccountText text, IEnumerable<TextSpan> spans, AccountText other, params IEnumerable<TextSpan> others) => KeysOf(text, spans).Overlaps(KeysOf(other, others));

    /// <summary>Whether a stretch of one account holds a noun that calls a source of another: it, or the beginning of it ("Reederei", "Reederei-Chef").</summary>
    public static bool Calls(AccountText text, TextSpan span, AccountText other, IEnumerable<TextSpan> source)
    {
        string[] called = [.. source.SelectMany(part => WordsOf(other, part)).Where(word => other.Words[word].Term.CanBeNoun).Select(other.FormOf)];
        return WordsOf(text, span).Where(word => text.Words[word].Term.CanBeNoun && !text.Words[word].Term.IsFunctionWord).Select(text.FormOf).Any(form => Array.Exists(called, word => Calls(form, word)));
    }

    /// <summary>Whether a noun is another that calls a source, or the beginning of it; short ones begin too much.</summary>
    public static bool Calls(string form, string called) => form.Length > MinName && called.StartsWith(form, StringComparison.OrdinalIgnoreCase);

    private string? PersonBySurname(AccountText text, int word)
    {
        string form = text.FormOf(word);
        string[] people = form.Length < MinName || !char.IsUpper(form[0]) ? [] : [.. _people.Where(person => _entities[person].Any(entity => entity.Name.EndsWith(form, StringComparison.Ordinal) && entity.Name.Length > form.Length && entity.Name[^(form.Length + 1)] == ' '))];
        return people is [string one] ? one : null;
    }

    /// <summary>Where those who can be accused and answer are named, from one word to before another.</summary>
    public IEnumerable<(int First, int Next, string Entity)> PartiesIn(AccountText text, int first, int next) => _named[text.Index].Where(place => place.First >= first && place.First < next
        && _entities[place.Entity].Any(static entity => entity.Type is EntityType.Person or EntityType.Organization or EntityType.GeoPolitical));

    /// <summary>Whether a lawyer says it.</summary>
    public bool IsDefence(AccountText text, Statement statement) => statement.Source.SelectMany(span => WordsOf(text, span)).Any(word => Words(text)?.Defenders.Contains(text.Words[word].Term.Lemma) == true);

    /// <summary>Whether a clause only thinks of denying ("could be ruled out").</summary>
    public static bool IsThoughtOf(AccountText text, Unit unit)
    {
        (int first, int next) = (text.WordAt(unit.Span.Start), text.WordAt(unit.Span.End));
        return text.Denials?.Read(text, first, next, unit.NamesCharge).Words is { Count: > 0 } denying && Enumerable.Range(Math.Max(first, denying.Min() - UnrealReach), Math.Min(UnrealReach, denying.Min() - first)).Any(word => Words(text)?.Unreal.Contains(text.FormOf(word)) == true);
    }

    /// <summary>Whether a statement's cue only thinks of saying it ("could deny").</summary>
    public static bool IsThoughtOf(AccountText text, Statement statement)
    {
        if (statement.Cue.IsEmpty || Words(text) is not ReplyWords words)
            return false;
        int cue = text.WordAt(statement.Cue[0].Start), next = text.WordAt(statement.Cue[0].End);
        return Enumerable.Range(Math.Max(0, cue - 1), next - Math.Max(0, cue - 1)).Any(word => words.Unreal.Contains(text.FormOf(word)));
    }

    /// <summary>Whether a statement denies, asks or wants: what can be answered, but is no claim that somebody could deny.</summary>
    public static bool IsNoClaim(Statement statement) => statement.Stance is Stance.Questioned || statement.CueClass is "denies" or "rejects" or "asks" or "demands" or "promises" or "decides" or "predicts" or "announces";

    /// <summary>Whom the content speaks of.</summary>
    public IEnumerable<string> About(AccountText text, Statement statement) => NamedIn(text, statement.Content).Distinct(StringComparer.Ordinal);

    /// <summary>Who can be accused and is named first in a content; null where nobody is.</summary>
    public string? FirstIn(AccountText text, IEnumerable<TextSpan> content) => content.SelectMany(span => PartiesIn(text, text.WordAt(span.Start), text.WordAt(span.End))).Select(static place => place.Entity).FirstOrDefault();

    public bool IsNamedIn(AccountText text, TextSpan span, string entity) => NamedIn(text, [span]).Contains(entity, StringComparer.Ordinal);

    /// <summary>Whether the denial calls what it denies an accusation.</summary>
    public bool NamesCharge(AccountText text, Statement denial) => denial.Content.Concat(denial.Cue).Any(span => WordsOf(text, span).Any(word => Words(text)?.Charges.Contains(text.Words[word].Term.Lemma) == true));

    /// <summary>Whether the sentence at a place says that somebody doesn't answer.</summary>
    public bool IsSilence(AccountText text, int offset) => text.SentenceAt(offset) is >= 0 and int at && IsSilence(text, text.Sentences[at]);

    /// <summary>Sentences that say so.</summary>
    public IEnumerable<TextSpan> Silences(AccountText text) => text.Sentences.Where(sentence => IsSilence(text, sentence));

    /// <summary>What a statement says beside names: words, meanings, parts of compounds.</summary>
    public HashSet<string> KeysOf(AccountText text, Statement statement)
    {
        if (!_keys.TryGetValue(statement, out HashSet<string>? keys))
            _keys[statement] = keys = KeysOf(text, statement.Content);
        return keys;
    }

    /// <summary>What stretches of text say beside names: words, meanings, parts of compounds.</summary>
    public HashSet<string> KeysOf(AccountText text, IEnumerable<TextSpan> spans)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (int i in spans.SelectMany(span => WordsOf(text, span)))
        {
            Term term = text.Words[i].Term;
            if (term.IsFunctionWord || term.Frequency > MaxFrequency || text.Words[i].IsNumber || Array.Exists(_named[text.Index], place => i >= place.First && i < place.Next) || Words(text)?.Charges.Contains(term.Lemma) == true)
                continue;
            // one key a word: its meaning, shared by languages, else itself
            keys.Add(term.Meanings.Length > 0 ? "m:" + term.Meanings[0] : term.PartMeanings.Length > 0 ? "m:" + term.PartMeanings[^1] : text.Language + ":" + (term.Parts.Length > 0 ? term.Parts[^1] : term.Concept));
        }

        return keys;
    }

    private static bool IsSilence(AccountText text, TextSpan sentence)
    {
        if (Words(text) is not ReplyWords words)
            return false;
        int first = text.WordAt(sentence.Start), next = text.WordAt(sentence.End);
        foreach (string[] phrase in words.Silences)
        {
            int low = int.MaxValue, high = -1;
            foreach (string word in phrase)
            {
                int at = Enumerable.Range(first, next - first).FirstOrDefault(i => text.Words[i].Term.Stem == word || text.Words[i].Term.Folded == word, -1);
                (low, high) = at < 0 ? (0, int.MaxValue) : (Math.Min(low, at), Math.Max(high, at));
            }

            if (high - low <= PhraseReach)
                return true;
        }

        return false;
    }

    /// <summary>Whether the words for a source call people or a body, as far as its nouns are known.</summary>
    public static bool CanSpeak(AccountText text, Statement statement)
    {
        NounFamily[][] known = [.. statement.Source.SelectMany(span => WordsOf(text, span)).Where(word => !text.Words[word].Term.IsFunctionWord).Select(word => text.Families?.Of(text.Words[word].Term) ?? []).Where(static families => families.Length > 0)];
        return known.Length == 0 || Array.Exists(known, static families => Array.Exists(families, static family => family.Kind is NounKind.Person or NounKind.Body)) || statement.Source.Any(span => WordsOf(text, span).Any(word => SpeaksForOthers(text, word)));
    }

    /// <summary>Whether a word calls somebody who speaks for another, or a body by what it is ("Konzernspitze", "the company").</summary>
    public static bool SpeaksForOthers(AccountText text, int word) => Words(text) is ReplyWords words && text.Words[word].Term is Term term
        && (words.Spokespeople.Contains(term.Lemma) || words.Spokespeople.Contains(term.HeadLemma) || words.Bodies.Contains(term.Lemma) || words.Bodies.Contains(term.Folded));

    private IEnumerable<string> NamedIn(AccountText text, IEnumerable<TextSpan> spans) =>
        spans.SelectMany(span => _named[text.Index].Where(place => place.First < text.Words.Length && span.Contains(text.Words[place.First].Start)).Select(static place => place.Entity));

    private static IEnumerable<int> WordsOf(AccountText text, TextSpan span)
    {
        for (int i = text.WordAt(span.Start); i < text.Words.Length && text.Words[i].Start < span.End; i++)
            yield return i;
    }

    private static ReplyWords? Words(AccountText text) => text.Replies;
}
