using System.Collections.Immutable;
using System.Text;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tokens in the terms of Universal Dependencies.</summary>
internal static class TokenReadings
{
    private const string Hyphens = "-\u2010\u2011";

    /// <summary>All tokens; a compound with hyphens, one token to us, stands as its parts in a language whose treebanks part all of them, and so do repeated marks ("!!!") where the language's treebanks part them.</summary>
    public static ImmutableArray<TokenReading> Of(TaggedText text)
    {
        ImmutableArray<TokenReading>.Builder readings = ImmutableArray.CreateBuilder<TokenReading>(text.Count);
        bool partsStandAlone = text.Tokenized.Pack.Setting("hyphens") != "cut";
        bool marksStandAlone = text.Tokenized.Pack.Setting("repeated-marks") == "apart";
        for (int i = 0; i < text.Count; i++)
        {
            Token token = text.Token(i);
            ReadOnlySpan<char> form = text.Form(i);
            if (partsStandAlone && token.Kind == TokenKind.Word && form.Length > 1 && form.ContainsAny(Hyphens) && char.IsLetterOrDigit(form[0]))
                AddParts(readings, text, i, form);
            else if (marksStandAlone && token.Kind == TokenKind.Punctuation && form[0] is '!' or '?')
                AddMarks(readings, token.Start, form);
            else
                readings.Add(new TokenReading(token.Start, token.End, Name(text.Tags[i].Upos), text.Lemmas[i], Feats(text.Tags[i])));
        }

        return readings.DrainToImmutable();
    }

    private static void AddMarks(ImmutableArray<TokenReading>.Builder readings, int start, ReadOnlySpan<char> form)
    {
        for (int k = 0; k < form.Length; k++)
            readings.Add(new TokenReading(start + k, start + k + 1, Name(Upos.Punct), form[k].ToString(), "_"));
    }

    private static void AddParts(ImmutableArray<TokenReading>.Builder readings, TaggedText text, int token, ReadOnlySpan<char> form)
    {
        TaggerModel model = text.Tokenized.Pack.Table(TaggerModel.Load);
        TokenTag tag = text.Tags[token];
        int offset = text.Token(token).Start;
        for (int start = 0; start < form.Length;)
        {
            int length = form[start..].IndexOfAny(Hyphens);
            int end = length < 0 ? form.Length : start + length;
            if (end == form.Length)
            {
                string lemma = text.Lemmas[token];
                readings.Add(new TokenReading(offset + start, offset + end, Name(tag.Upos), lemma[(lemma.AsSpan().LastIndexOfAny(Hyphens) + 1)..], Feats(tag)));
                return;
            }

            if (end > start)
            {
                bool isHead = end == form.Length - 1;
                string part = form[start..end].ToString();
                Upos upos = isHead ? tag.Upos : PartOf(model.Describe(part), tag, IsName(text, part));
                // nouns in front stand in the head's case and number
                TokenTag own = isHead ? tag : upos is Upos.Noun or Upos.Propn ? new TokenTag(upos, Number: tag.Number, Case: tag.Case) : new TokenTag(upos);
                readings.Add(new TokenReading(offset + start, offset + end, Name(upos), part, Feats(own)));
            }

            readings.Add(new TokenReading(offset + end, offset + end + 1, Name(Upos.Punct), form[end].ToString(), "_"));
            start = end + 1;
        }
    }

    // The first parts of a compound: figures, nouns of the dictionary, adjectives; names otherwise.
    private static Upos PartOf(WordInfo word, TokenTag head, bool isName) =>
        word.Shape == WordShape.Figures && char.IsDigit(word.Form[0]) ? Upos.Num
        : head.Upos == Upos.Propn ? Upos.Propn
        : word.Shape == WordShape.Capital && word.Form.Length == 1 ? Upos.Noun
        : isName ? Upos.Propn
        : word.Readings.Any(static reading => reading.Tag.Upos == Upos.Noun) ? Upos.Noun
        : word.Shape == WordShape.Small && word.Readings.Length > 0 ? word.Readings[0].Tag.Upos
        : word.Shape == WordShape.Small ? Upos.X
        : Upos.Propn;

    // "SPD-Parteitag": a body's or a place's name.
    private static bool IsName(TaggedText text, string part)
    {
        NameTables names = NameTables.Of(text.Tokenized.Pack);
        return Array.Exists(names.Gazetteer.EntriesOf(part), entry => entry.Kind is not (KnownNameKind.Adjective or KnownNameKind.Inhabitant or KnownNameKind.Surname) && names.Entities[entry.Entity].Type != EntityType.Person);
    }

    private static string Name(Upos upos) => upos.ToString().ToUpperInvariant();

    private static string Feats(TokenTag tag)
    {
        StringBuilder feats = new();
        Add(feats, "Case", tag.Case switch { GrammaticalCase.Nominative => "Nom", GrammaticalCase.Accusative => "Acc", GrammaticalCase.Dative => "Dat", GrammaticalCase.Genitive => "Gen", _ => "" });
        Add(feats, "Gender", tag.Gender switch { Gender.Masculine => "Masc", Gender.Feminine => "Fem", Gender.Neuter => "Neut", _ => "" });
        Add(feats, "Mood", tag.Mood switch { Mood.Indicative => "Ind", Mood.SubjunctiveI or Mood.SubjunctiveII => "Sub", Mood.Imperative => "Imp", _ => "" });
        Add(feats, "Number", tag.Number switch { GrammaticalNumber.Singular => "Sing", GrammaticalNumber.Plural => "Plur", _ => "" });
        Add(feats, "Person", tag.Person is >= 1 and <= 3 ? ((char)('0' + tag.Person)).ToString() : "");
        Add(feats, "Tense", tag.Tense switch { Tense.Present => "Pres", Tense.Past => "Past", _ => "" });
        Add(feats, "VerbForm", tag.VerbForm switch { VerbForm.Finite => "Fin", VerbForm.Infinitive or VerbForm.ZuInfinitive => "Inf", VerbForm.Participle => "Part", _ => "" });
        return feats.Length == 0 ? "_" : feats.ToString();
    }

    private static void Add(StringBuilder feats, string name, string value)
    {
        if (value.Length == 0)
            return;
        if (feats.Length > 0)
            feats.Append('|');
        feats.Append(name).Append('=').Append(value);
    }
}
