using Lesart.Languages;

namespace Lesart.Text;

/// <summary>One meaning of a word or a phrase.</summary>
/// <param name="Class">Number of the class.</param>
/// <param name="Value">What the table says the word stands for: a <see cref="decimal"/> or a <see cref="string"/>.</param>
/// <param name="NeedsCapital">Whether the word counts only with a capital letter ("May", "Mai").</param>
/// <param name="Rest">Word numbers that have to follow; empty for a single word.</param>
internal sealed record WordReading(int Class, object? Value, bool NeedsCapital, int[] Rest);

/// <summary>The words that rules speak of, with their classes: from the pack's tables and from the rules themselves.</summary>
/// <remarks>Words are folded to lower case. A form written with a capital in the data counts only with a capital in the text.</remarks>
internal sealed class RuleVocabulary
{
    private const int PartKeyLength = 3;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordsBySpan;
    private readonly List<List<WordReading>> _readings = [];
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>>.AlternateLookup<ReadOnlySpan<char>> _partsByKey;
    private readonly Dictionary<string, string[]> _endings = new(StringComparer.Ordinal);

    public RuleVocabulary()
    {
        _wordsBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _partsByKey = _parts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of classes so far.</summary>
    public int ClassCount => _classes.Count;

    /// <summary>Classes of digits by their length and range.</summary>
    public List<(int Class, int MinLength, int MaxLength, int Low, int High)> DigitClasses { get; } = [];

    /// <summary>The class's number; a new one where the name is new.</summary>
    public int ClassOf(string name)
    {
        if (_classes.TryGetValue(name, out int number))
            return number;
        _classes.Add(name, number = _classes.Count);
        return number;
    }

    public bool HasClass(string name) => _classes.ContainsKey(name);

    /// <summary>Number of a folded word; -1 where no rule speaks of it.</summary>
    public int Word(ReadOnlySpan<char> folded) => _wordsBySpan.TryGetValue(folded, out int number) ? number : -1;

    public List<WordReading> Readings(int word) => _readings[word];

    /// <summary>Names a group of endings (<c>adj: e en er es em</c>), used as <c>vergangen+adj</c>.</summary>
    public void AddEndings(string name, IEnumerable<string> endings) => _endings[name] = [.. endings];

    /// <summary>Adds every form that <paramref name="form"/> stands for.</summary>
    /// <param name="className">Class of the form.</param>
    /// <param name="value">What it stands for.</param>
    /// <param name="form">A word or a phrase; <c>a(b|c)d</c> and <c>stem+endings</c> stand for several.</param>
    /// <param name="isPart">Whether it may stand inside a compound.</param>
    /// <returns>False where the form can't be read.</returns>
    public bool TryAdd(string className, object? value, string form, bool isPart)
    {
        int number = ClassOf(className);
        foreach (string variant in Expand(form))
        {
            List<string> atoms = Atoms(variant);
            if (atoms.Count == 0)
                return false;
            bool needsCapital = char.IsUpper(atoms[0][0]);
            int[] words = new int[atoms.Count];
            for (int i = 0; i < words.Length; i++)
                words[i] = WordNumber(Fold(atoms[i]));
            List<WordReading> readings = _readings[words[0]];
            if (!readings.Exists(reading => reading.Class == number && Equals(reading.Value, value) && reading.Rest.AsSpan().SequenceEqual(words.AsSpan(1))))
                readings.Add(new WordReading(number, value, needsCapital, words[1..]));
            if (isPart && atoms.Count == 1 && atoms[0].Length >= PartKeyLength)
                AddPart(Fold(atoms[0]));
        }

        return true;
    }

    /// <summary>Cuts a word nobody knows as a whole into parts that are known ("mittwoch|abend").</summary>
    /// <param name="folded">The word in lower case.</param>
    /// <param name="ends">End of each part; as long as the word.</param>
    /// <returns>Number of parts; 0 where some of the word remains.</returns>
    public int Split(ReadOnlySpan<char> folded, Span<int> ends) => Split(folded, 0, ends, 0);

    private int Split(ReadOnlySpan<char> folded, int from, Span<int> ends, int depth)
    {
        if (from == folded.Length)
            return depth;
        if (folded.Length - from < PartKeyLength || depth == ends.Length || !_partsByKey.TryGetValue(folded.Slice(from, PartKeyLength), out List<string>? parts))
            return 0;
        foreach (string part in parts)
        {
            if (!folded[from..].StartsWith(part))
                continue;
            ends[depth] = from + part.Length;
            int count = Split(folded, from + part.Length, ends, depth + 1);
            if (count > 0)
                return count;
        }

        return 0;
    }

    /// <summary>Letters, runs of digits and single signs, as the lattice cuts a text.</summary>
    public static List<string> Atoms(string text)
    {
        List<string> atoms = [];
        for (int at = 0; at < text.Length;)
        {
            int end = WordLattice.AtomEnd(text, at);
            if (!char.IsWhiteSpace(text[at]))
                atoms.Add(text[at..end]);
            at = end;
        }

        return atoms;
    }

    public static string Fold(string word) => word.ToLowerInvariant();

    /// <summary>The forms that a form with <c>a(b|c)</c> or <c>+endings</c> stands for.</summary>
    public IEnumerable<string> Expand(string form)
    {
        int open = form.IndexOf('(', StringComparison.Ordinal);
        int close = open < 0 ? -1 : form.IndexOf(')', open);
        if (close > 0)
            return form[(open + 1)..close].Split('|').SelectMany(choice => Expand(form[..open] + choice + form[(close + 1)..]));
        int plus = form.IndexOf('+', 1 <= form.Length ? 1 : 0);
        if (plus < 0)
            return [form];
        int end = plus + 1;
        while (end < form.Length && char.IsLetter(form[end]))
            end++;
        return _endings.TryGetValue(form[(plus + 1)..end], out string[]? endings)
            ? endings.SelectMany(ending => Expand(form[..plus] + ending + form[end..]))
            : throw new DataException($"no endings are named '{form[(plus + 1)..end]}'");
    }

    private int WordNumber(string folded)
    {
        if (_words.TryGetValue(folded, out int number))
            return number;
        _words.Add(folded, _readings.Count);
        _readings.Add([]);
        return _readings.Count - 1;
    }

    private void AddPart(string part)
    {
        string key = part[..PartKeyLength];
        if (!_parts.TryGetValue(key, out List<string>? parts))
            _parts.Add(key, parts = []);
        if (parts.Contains(part))
            return;
        parts.Add(part);
        parts.Sort(static (left, right) => left.Length != right.Length ? right.Length.CompareTo(left.Length) : string.CompareOrdinal(left, right));
    }
}
