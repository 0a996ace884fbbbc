using System.Collections.Concurrent;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Collects known people by name, for <see cref="PersonIndex"/>.</summary>
internal sealed class PersonIndexBuilder
{
    // the same spellings stand in the tables of every language, and taking one apart costs more than all the rest
    private static readonly ConcurrentDictionary<string, NameForm> Forms = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly SortedDictionary<char, List<PersonIndex.Spelling>> _byLetter = [];
    private readonly SortedDictionary<string, List<int>> _bySurname = new(StringComparer.Ordinal);

    /// <summary>Adds a spelling of a person's whole name; those of one person come one after the other.</summary>
    public void Add(string name, int entity)
    {
        NameForm form = Forms.GetOrAdd(name, static name => NameForm.Of(name));
        // a key that two people share means neither
        if (form.Key.Length > 0 && !_byKey.TryAdd(form.Key, entity) && _byKey[form.Key] != entity)
            _byKey[form.Key] = PersonIndex.Nobody;
        if (form.Surname.Length == 0)
            return;
        char letter = PersonIndex.Letter(form.Surname);
        List<PersonIndex.Spelling> bucket = _byLetter.TryGetValue(letter, out List<PersonIndex.Spelling>? known) ? known : _byLetter[letter] = [];
        // whose names these are: one after the other
        int last = bucket.Count - 1;
        while (last >= 0 && bucket[last].Entity == entity && bucket[last].Form.Key != form.Key)
            last--;
        if (last < 0 || bucket[last].Entity != entity)
            bucket.Add(new PersonIndex.Spelling(entity, form));
        if (form.Kind is NameKind.Transcribed or NameKind.Consonants && form.Given.Length > 0 && form.Surname.Length > 4)
        {
            List<int> bearers = _bySurname.TryGetValue(form.Surname, out List<int>? others) ? others : _bySurname[form.Surname] = [];
            if (!bearers.Contains(entity))
                bearers.Add(entity);
        }
    }

    /// <summary>Writes the index.</summary>
    public void Write(TableWriter file)
    {
        HashTable keys = new(_byKey.Count), letters = new(_byLetter.Count), surnames = new(_bySurname.Count);
        List<List<int>> buckets = [];
        using MemoryStream forms = new();
        foreach ((string key, int entity) in _byKey)
            keys.At(key) = entity + PersonIndex.FirstEntity;
        foreach ((char letter, List<PersonIndex.Spelling> bucket) in _byLetter)
        {
            List<int> places = [];
            foreach ((int entity, NameForm form) in bucket)
            {
                places.Add(entity);
                places.Add((int)forms.Length);
                NameFormBytes.Write(forms, form);
            }

            buckets.Add(places);
            letters.At(PersonIndex.LetterKey(letter)) = buckets.Count;
        }

        int number = 0;
        foreach (string surname in _bySurname.Keys)
            surnames.At(surname) = ++number;
        keys.Write(file);
        letters.Write(file);
        NumberLists.Write(file, buckets);
        file.Add<byte>(forms.ToArray());
        surnames.Write(file);
        NumberLists.Write(file, [.. _bySurname.Values]);
    }
}
