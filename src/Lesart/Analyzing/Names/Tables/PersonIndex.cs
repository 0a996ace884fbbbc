using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Known people by name: by key, and by score among those whose surname begins alike.</summary>
internal sealed class PersonIndex
{
    /// <summary>In the place of an entity where two people share a key.</summary>
    public const int Nobody = -1;

    /// <summary>What stands for the first entity in a table.</summary>
    public const int FirstEntity = 2;

    private readonly HashTable _byKey;
    private readonly HashTable _byLetter;
    // of each letter: by turns an entity, and where the spelling begins in the forms
    private readonly NumberLists _places;
    private readonly LargeMemory _forms;
    private readonly Spelling[]?[] _buckets;
    private readonly HashTable _bySurname;
    private readonly NumberLists _bearers;

    /// <summary>The next tables of a file, as <see cref="PersonIndexBuilder"/> writes them.</summary>
    public PersonIndex(TableFile file)
    {
        _byKey = new HashTable(file);
        _byLetter = new HashTable(file);
        _places = new NumberLists(file);
        _forms = file.Next();
        _buckets = new Spelling[]?[_places.Count];
        _bySurname = new HashTable(file);
        _bearers = new NumberLists(file);
    }

    /// <summary>A spelling of a person.</summary>
    public readonly record struct Spelling(int Entity, NameForm Form);

    /// <summary>The one whose name this is.</summary>
    /// <param name="form">A whole name.</param>
    /// <param name="entity">Index into the tables.</param>
    /// <param name="because">What spoke for it.</param>
    /// <returns>False where nobody fits, or two do nearly as well.</returns>
    public bool TryGet(NameForm form, out int entity, out string because)
    {
        because = "key";
        if (_byKey.TryGetValue(form.Key, out entity))
        {
            entity -= FirstEntity;
            return entity != Nobody;
        }

        entity = Nobody;
        double best = 0, second = 0;
        NameForm? like = null;
        if (form.Surname.Length == 0 || !_byLetter.TryGetValue(LetterKey(Letter(form.Surname)), out int bucket))
            return false;
        foreach ((int known, NameForm spelling) in _buckets[bucket - 1] ??= Read(bucket - 1))
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
    public int[] Bearers(NameForm surname)
    {
        if (!_bySurname.TryGetValue(surname.Surname, out int list))
            return [];
        int[] bearers = _bearers.Of(list - 1).ToArray();
        GC.KeepAlive(this);
        return bearers;
    }

    /// <summary>A letter's key in a table; no key is 0.</summary>
    public static ulong LetterKey(char letter) => letter + 1ul;

    /// <summary>The first letter, those that papers mix as one.</summary>
    public static char Letter(string surname)
    {
        foreach (char letter in surname)
        {
            if (letter is not ('a' or 'e' or 'i' or 'o' or 'u'))
                return letter is 'g' or 'k' ? 'h' : letter == 'f' ? 'v' : letter;
        }

        return surname[0];
    }

    // threads may do the same work twice; the answer is the same
    private Spelling[] Read(int bucket)
    {
        ReadOnlySpan<int> places = _places.Of(bucket);
        Spelling[] spellings = new Spelling[places.Length / 2];
        for (int i = 0; i < spellings.Length; i++)
            spellings[i] = new Spelling(places[2 * i], NameFormBytes.Read(_forms.Bytes[places[2 * i + 1]..]));
        GC.KeepAlive(this);
        return spellings;
    }
}
