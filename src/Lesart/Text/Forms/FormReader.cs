using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Where the readings of a form come from.</summary>
internal enum FormOrigin : byte
{
    /// <summary>Nothing is known about it.</summary>
    Unknown,

    /// <summary>The dictionary knows it as it stands.</summary>
    Known,

    /// <summary>The dictionary knows it in small letters, or with a capital at most.</summary>
    OtherCase,

    /// <summary>The dictionary knows what stands behind its last hyphen, or the head of the compound that it is.</summary>
    Head,

    /// <summary>Its ending was looked up (<c>guesses.tsv</c>).</summary>
    Guessed,
}

/// <summary>All readings of a form: from the dictionary, else from its parts, else from its ending.</summary>
internal sealed class FormReader
{
    private const int LongestEnding = 8;

    private readonly FormDictionary _forms;
    private readonly CompoundSplitter _compounds;
    private readonly (string Written, string Known)[] _spellings;
    private readonly string[] _clitics;
    private readonly bool _readsSigns;
    private readonly Dictionary<string, List<Guess>> _guesses = new(StringComparer.Ordinal);

    private FormReader(LanguagePack pack)
    {
        _forms = pack.Table(FormDictionary.Load);
        _compounds = pack.Table(CompoundSplitter.Load);
        _spellings = Array.ConvertAll(pack.Setting("spellings").Split(' ', StringSplitOptions.RemoveEmptyEntries), static pair => (pair[..pair.IndexOf('=', StringComparison.Ordinal)], pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        _clitics = pack.Setting("verb-clitics").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _readsSigns = pack.Setting("signs") == "read";
        foreach (DataRow row in pack.Data.Rows("guesses.tsv"))
        {
            // ending, letters cut off, letters added, part of speech, features
            if (!int.TryParse(row[1], out int cut) || !TagCode.TryParse(row[3], row[4], out TokenTag tag))
                throw row.Error($"'{row[1]}', '{row[3]}' or '{row[4]}' can't be read");
            if (!_guesses.TryGetValue(row[0], out List<Guess>? list))
                _guesses.Add(row[0], list = []);
            list.Add(new Guess(cut, row[2], tag));
        }
    }

    private readonly record struct Guess(int Cut, string Add, TokenTag Tag);

    public static FormReader Load(LanguagePack pack) => new(pack);

    /// <summary>Adds all readings of a form to <paramref name="readings"/>.</summary>
    public FormOrigin Read(ReadOnlySpan<char> form, List<FormReading> readings)
    {
        if (form.Length is 0 or > 60)
            return FormOrigin.Unknown;
        if (!ContainsLetter(form))
            return _readsSigns && _forms.Read(form, readings) ? FormOrigin.Known : FormOrigin.Unknown;
        if (LetterComposer.HasMarks(form))
            form = LetterComposer.Compose(form.ToString());
        bool isCapital = char.IsUpper(form[0]);
        bool isKnown = _forms.Read(form, readings);
        bool isFolded = ReadOtherCase(form, isCapital, readings);
        if (isKnown || isFolded)
            return isKnown ? FormOrigin.Known : FormOrigin.OtherCase;
        if (ReadOtherSpelling(form, isCapital, readings) || ReadWithPronoun(form, readings))
            return FormOrigin.OtherCase;
        int hyphen = form.LastIndexOf('-');
        if (hyphen > 0 && hyphen < form.Length - 1)
            return ReadHead(form, hyphen + 1, isCapital && char.IsUpper(form[hyphen + 1]), readings) ? FormOrigin.Head : FormOrigin.Unknown;
        if (hyphen == form.Length - 1)
            return ReadHanging(form[..^1], isCapital, readings) ? FormOrigin.Head : FormOrigin.Unknown;
        if (_compounds.TrySplit(form, out int start, out string head) && ReadHead(form, start, isCapital, readings, head))
            return FormOrigin.Head;
        return ReadEnding(form, readings) ? FormOrigin.Guessed : FormOrigin.Unknown;
    }

    private bool ReadOtherCase(ReadOnlySpan<char> form, bool isCapital, List<FormReading> readings)
    {
        if (!isCapital)
            return false;
        Span<char> folded = stackalloc char[form.Length];
        form.ToLowerInvariant(folded);
        bool isKnown = _forms.Read(folded, readings);
        if (form.Length > 1 && char.IsUpper(form[1]))
        {
            folded[0] = form[0];
            isKnown |= _forms.Read(folded, readings);
        }

        return isKnown;
    }

    // "mußte", "Strasse": as other times and lands spell.
    private bool ReadOtherSpelling(ReadOnlySpan<char> form, bool isCapital, List<FormReading> readings)
    {
        foreach ((string written, string known) in _spellings)
        {
            if (!form.Contains(written, StringComparison.Ordinal))
                continue;
            string other = form.ToString().Replace(written, known, StringComparison.Ordinal);
            bool isKnown = _forms.Read(other, readings);
            return ReadOtherCase(other, isCapital, readings) || isKnown;
        }

        return false;
    }

    // "ist's", "ging’s": a verb with what is left of a pronoun
    private bool ReadWithPronoun(ReadOnlySpan<char> form, List<FormReading> readings)
    {
        foreach (string clitic in _clitics)
        {
            if (form.Length <= clitic.Length + 1 || !form.EndsWith(clitic, StringComparison.Ordinal))
                continue;
            List<FormReading> verbs = [];
            _forms.Read(form[..^clitic.Length], verbs);
            ReadOtherCase(form[..^clitic.Length], char.IsUpper(form[0]), verbs);
            verbs.RemoveAll(static reading => reading.Tag.VerbForm != VerbForm.Finite);
            readings.AddRange(verbs);
            return verbs.Count > 0;
        }

        return false;
    }

    // "Rohstoff- und Energiekosten": a compound's first part, with or without what links it to the rest, has no case of its own.
    private bool ReadHanging(ReadOnlySpan<char> form, bool isCapital, List<FormReading> readings)
    {
        List<FormReading> inner = [];
        if (!isCapital || form.Length < 2 || (Read(form, inner) == FormOrigin.Unknown && Read(form[..^1], inner) == FormOrigin.Unknown))
            return false;
        foreach (FormReading reading in inner)
        {
            if (reading.Tag.Upos is Upos.Noun or Upos.Propn && !readings.Exists(known => known.Tag.Upos == reading.Tag.Upos))
                readings.Add(new FormReading(new TokenTag(reading.Tag.Upos), string.Concat(form, "-")));
        }

        return readings.Count > 0;
    }

    private bool ReadHead(ReadOnlySpan<char> form, int start, bool isCapital, List<FormReading> readings, string? head = null)
    {
        head ??= form[start..].ToString();
        int first = readings.Count;
        if (!_forms.Read(head, readings) && head.Length > 3 && head.Contains('-', StringComparison.Ordinal) is false)
        {
            List<FormReading> inner = [];
            if (Read(head, inner) is FormOrigin.Head or FormOrigin.OtherCase)
                readings.AddRange(inner);
        }

        string modifier = form[..start].ToString();
        int kept = first;
        for (int i = first; i < readings.Count; i++)
        {
            FormReading reading = readings[i];
            bool fits = isCapital ? reading.Tag.Upos is Upos.Noun or Upos.Propn : reading.Tag.Upos is Upos.Adj or Upos.Verb or Upos.Adv || (reading.Tag.Upos is Upos.Noun && start > 0 && form[start - 1] == '-');
            if (!fits)
                continue;
            string lemma = form[start - 1] == '-' ? reading.Lemma : char.ToLowerInvariant(reading.Lemma[0]) + reading.Lemma[1..];
            readings[kept++] = new FormReading(reading.Tag, modifier + lemma);
        }

        readings.RemoveRange(kept, readings.Count - kept);
        return kept > first;
    }

    private bool ReadEnding(ReadOnlySpan<char> form, List<FormReading> readings)
    {
        Dictionary<string, List<Guess>>.AlternateLookup<ReadOnlySpan<char>> guesses = _guesses.GetAlternateLookup<ReadOnlySpan<char>>();
        bool isCapital = char.IsUpper(form[0]);
        int first = readings.Count;
        for (int length = Math.Min(LongestEnding, form.Length - 2); length >= 1; length--)
        {
            if (!guesses.TryGetValue(form[^length..], out List<Guess>? found))
                continue;
            foreach (Guess guess in found)
            {
                if (guess.Cut < form.Length && (!isCapital || guess.Tag.Upos is Upos.Noun or Upos.Propn))
                    readings.Add(new FormReading(guess.Tag, string.Concat(form[..^guess.Cut], guess.Add)));
            }

            if (readings.Count > first)
                return true;
        }

        return false;
    }

    private static bool ContainsLetter(ReadOnlySpan<char> form)
    {
        foreach (char c in form)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }
}
