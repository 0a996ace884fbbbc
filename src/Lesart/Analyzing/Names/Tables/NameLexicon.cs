using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What is known of a language's forms as words of names, each looked up once.</summary>
internal sealed class NameLexicon
{
    private const int ShortestStem = 4;
    private const int ShortestHeading = 4;

    private readonly NameTables _tables;
    private readonly TaggerModel _tagger;
    private readonly FormTable<NameWord> _words;
    private readonly FormTable<NameSpelling> _spellings = new(static name => new NameSpelling { Form = name });

    private NameLexicon(LanguagePack pack) => (_tables, _tagger, _words) = (NameTables.Of(pack), pack.Table(TaggerModel.Load), new FormTable<NameWord>(Make));

    /// <summary>The pack's, built on first use.</summary>
    public static NameLexicon Of(LanguagePack pack) => pack.Table(static pack => new NameLexicon(pack));

    /// <summary>What is known of a form.</summary>
    public NameWord Describe(string form) => _words.Get(form);

    /// <summary>What is known of a text's forms, in the order of its lexemes.</summary>
    public NameWord[] DescribeAll(TokenizedText text) => _words.GetAll(text);

    /// <summary>A whole name, of which what is worked out is kept.</summary>
    public NameSpelling Spelling(string name) => _spellings.Get(name);

    private static bool IsAllCapitals(string form)
    {
        foreach (char letter in form)
        {
            if (!char.IsUpper(letter))
                return false;
        }

        return true;
    }

    private NameWord Make(string form)
    {
        string genitive = _tables.Genitive;
        bool hasGenitive = genitive.Length > 0 && form.EndsWith(genitive, StringComparison.Ordinal);
        int number = _tables.Gazetteer.WordOf(form), stemNumber = 0;
        // "WIEN", "BRUSSELS" in datelines and headings
        if (number == 0 && form.Length >= ShortestHeading && IsAllCapitals(form))
            number = _tables.Gazetteer.WordOf(char.ToUpperInvariant(form[0]) + form[1..].ToLowerInvariant());
        if (hasGenitive && form.Length > genitive.Length + 2)
        {
            ReadOnlySpan<char> bare = form.AsSpan(0, form.Length - genitive.Length);
            stemNumber = _tables.Gazetteer.WordOf(bare is [.., '\'' or '’'] ? bare[..^1] : bare);
            // "Griechenlandes"
            if (stemNumber == 0 && bare is [_, _, _, _, .., 'e'])
                stemNumber = _tables.Gazetteer.WordOf(bare[..^1]);
        }

        // "Merz'", "Scholz’"
        bool hasApostrophe = genitive.Length > 0 && !hasGenitive && form.Length > genitive.Length + 3 && form[^1] is '\'' or '’' && char.IsLetter(form[^2]);
        if (hasApostrophe)
            stemNumber = _tables.Gazetteer.WordOf(form.AsSpan(0, form.Length - 1));
        (int Form, int Stem) states = (_tables.Gazetteer.Next(0, number), _tables.Gazetteer.Next(0, stemNumber));
        string stem = hasGenitive && form.Length > ShortestStem ? form[..^genitive.Length] : hasApostrophe ? form[..^1] : form;
        WordInfo info = _tagger.Describe(form);
        FormOrigin origin = info.Origin;
        uint shape = NameFeatures.ShapeOf(form);
        string lower = form.ToLowerInvariant();
        NameGazetteer.Entry[] entries = _tables.Gazetteer.EntriesOf(states.Form);
        int adjective = Array.FindIndex(entries, static entry => entry.Kind == KnownNameKind.Adjective);
        return new NameWord
        {
            Form = form,
            Lower = lower,
            Stem = stem,
            IsCapital = char.IsUpper(form[0]),
            Shape = shape,
            Hash = NameFeatures.Hash(1, form),
            LowerHash = NameFeatures.Hash(1, lower),
            Kind = NameFeatures.KindOf(NameFeatures.ListsOf(form, stem, _tables), origin, shape),
            Generic = GenericWords.Instance.KindsOf(form),
            Group = _tables.Classes.ClassOf(form, info.Readings.Length > 0 ? info.Readings[0].Lemma : null, stem),
            Origin = origin,
            Numbers = (number, stemNumber),
            States = states,
            Entries = entries,
            Adjective = adjective < 0 ? null : _tables.Entities[entries[adjective].Entity].Country,
            IsOtherName = _tables.OtherNames.IsFound(form) && char.IsUpper(form[0]) && origin is not (FormOrigin.Known or FormOrigin.OtherCase) && !_tables.Lists.IsGiven(form) && !_tables.Lists.IsSurname(form),
        };
    }
}
