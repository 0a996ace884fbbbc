using System.Collections.Concurrent;

namespace Lesart.Analyzing;

/// <summary>Known people by name: by key, and by score among those whose surname begins alike.</summary>
internal sealed class PersonIndex
{
    private const int Nobody = -1;

    // the same spellings stand in the tables of every language, and taking one apart costs more than all the rest
    private static readonly ConcurrentDictionary<string, NameForm> Forms = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<Spelling>> _byLetter = [];
    private readonly Dictionary<string, List<int>> _bySurname = new(StringComparer.Ordinal);

    private readonly record struct Spelling(int Entity, NameForm Form);

    /// <summary>Adds a spelling of a person's whole name; those of one person come one after the other.</summary>
    public void Add(string name, int entity)
    {
        NameForm form = Forms.GetOrAdd(name, static name => NameForm.Of(name));
        // a key that two people share means neither
        if (form.Key.Length > 0 && !_byKey.TryAdd(form.Key, entity) && _byKey[form.Key] != entity)
            _byKey[form.Key] = Nobody;
        if (form.Surname.Length == 0)
            return;
        List<Spelling> bucket = _byLetter.TryGetValue(Letter(form.Surname), out List<Spelling>? known) ? known : _byLetter[Letter(form.Surname)] = [];
        // whose names these are: one after the other
        int last = bucket.Count - 1;
        while (last >= 0 && bucket[last].Entity == entity && bucket[last].Form.Key != form.Key)
            last--;
        if (last < 0 || bucket[last].Entity != entity)
            bucket.Add(new Spelling(entity, form));
        if (form.Kind is NameKind.Transcribed or NameKind.Consonants && form.Given.Length > 0 && form.Surname.Length > 4)
        {
            List<int> bearers = _bySurname.TryGetValue(form.Surname, out List<int>? others) ? others : _bySurname[form.Surname] = [];
            if (!bearers.Contains(entity))
                bearers.Add(entity);
        }
    }

    /// <summary>The one whose name this is.</summary>
    /// <param name="form">A whole name.</param>
    /// <param name="entity">Index into the tables.</param>
    /// <param name="because">What spoke for it.</param>
    /// <returns>False where nobody fits, or two do nearly as well.</returns>
    public bool TryGet(NameForm form, out int entity, out string because)
    {
        because = "key";
        if (_byKey.TryGetValue(form.Key, out entity))
            return entity != Nobody;
        entity = Nobody;
        double best = 0, second = 0;
        NameForm? like = null;
        if (form.Surname.Length == 0 || !_byLetter.TryGetValue(Letter(form.Surname), out List<Spelling>? bucket))
            return false;
        foreach ((int known, NameForm spelling) in bucket)
        {
            double score = NameScorer.Score(form, spelling);
            if (score > best)
            {
                second = known == entity ? second : best;
                (best, entity, like) = (score, known, spelling);
            }
            else if (known != entity && score > second)
            {
                second = score;
            }
        }

        if (like is null || best < NameScorer.Least || best - second < 0.5)
        {
            entity = Nobody;
            return false;
        }

        List<NameScorer.Share> shares = [];
        NameScorer.Score(form, like, shares);
        because = "spelling: " + NameScorer.Explain(shares);
        return true;
    }

    /// <summary>Those whose transcribed surname sounds like this word.</summary>
    public IReadOnlyList<int> Bearers(NameForm surname) => _bySurname.TryGetValue(surname.Surname, out List<int>? bearers) ? bearers : [];

    /// <summary>The first letter, those that papers mix as one.</summary>
    private static char Letter(string surname)
    {
        foreach (char letter in surname)
        {
            if (letter is not ('a' or 'e' or 'i' or 'o' or 'u'))
                return letter is 'g' or 'k' ? 'h' : letter == 'f' ? 'v' : letter;
        }

        return surname[0];
    }
}
