using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Who is accused, who speaks for them, and by which words accusations and silence are told (<c>replies.tsv</c>).</summary>
internal sealed class ReplySides
{
    private const int PhraseReach = 7; // words between the first and the last of a phrase
    private const double MaxFrequency = 0.2;
    private const int MinName = 4;
    private const int MaxBeforeAccused = 3; // words

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
                .. nouns.Places.ByAccount[text.Index].Select(static place => (place.First, place.Next, place.Entity)).Concat(links[text.Index])
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
        return able.Where(place => place.First >= cue).Select(static place => place.Entity).FirstOrDefault() ?? able.Where(place => place.First < cue).Select(static place => place.Entity).LastOrDefault();
    }

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
        if (statement.Source.IsEmpty || !statement.Source.Any(span => WordsOf(text, span).Any(word => SpeaksForOthers(text, word))) || NamedIn(text, statement.Source).Any(named => named != statement.Speaker))
            return false;
        return IsSpokenOfLast(text, text.WordAt(statement.Source.Min(static span => span.Start)), accused);
    }

    /// <summary>Whether the last named before a word, other people left out, is the accused: for them speak "Konzernsprecher Jens Marbach" and "the company".</summary>
    public bool IsSpokenOfLast(AccountText text, int first, string accused) => _named[text.Index].Where(place => place.First < first && (place.Entity == accused || !_people.Contains(place.Entity))).Select(static place => place.Entity).LastOrDefault() == accused;

    /// <summary>Where those who can be accused and answer are named, from one word to before another.</summary>
    public IEnumerable<(int First, int Next, string Entity)> PartiesIn(AccountText text, int first, int next) => _named[text.Index].Where(place => place.First >= first && place.First < next
        && _entities[place.Entity].Any(static entity => entity.Type is EntityType.Person or EntityType.Organization or EntityType.GeoPolitical));

    /// <summary>Whom the content speaks of.</summary>
    public IEnumerable<string> About(AccountText text, Statement statement) => NamedIn(text, statement.Content).Distinct(StringComparer.Ordinal);

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
