using System.Collections.Immutable;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds numbers and measures outside temporal expressions, with what is counted or measured.</summary>
/// <remarks>The decisions stand in the pack's <c>quantities.rules</c>. Ordinals, numbers of paragraphs, telephones and versions are none.</remarks>
internal static class QuantityTagger
{
    private const int MostBefore = 5;

    /// <summary>The quantities in text order, without overlap with each other or with <paramref name="except"/>.</summary>
    public static ImmutableArray<Quantity> Tag(TaggedText text, ImmutableArray<TimeExpression> except, AnalysisOptions options)
    {
        RuleSet rules = text.Tokenized.Pack.Table(static pack => new QuantityRules(pack)).Rules;
        WordLattice lattice = new(text, rules.Vocabulary);
        RuleMatcher matcher = new(rules, lattice);
        QuantityScope scope = new();
        matcher.Prepare(scope);
        ImmutableArray<Quantity>.Builder found = ImmutableArray.CreateBuilder<Quantity>();
        int done = 0, time = 0;
        foreach (int start in lattice.Live)
        {
            while (time < except.Length && except[time].End <= lattice[start].Start)
                time++;
            if (start < done || (time < except.Length && except[time].Start <= lattice[start].Start))
                continue;
            foreach (RuleCandidate candidate in matcher.Report(start).ToArray())
            {
                // ages are told as times too: "24 Jahre"
                if (time < except.Length && except[time].Start < lattice[candidate.End - 1].End)
                    continue;
                if (!TryRead(rules, matcher, lattice, scope, candidate, options, out ImmutableArray<Quantity> quantities, out int end))
                    continue;
                found.AddRange(quantities);
                done = end;
                break;
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Names what is counted where it is an entity, once names are known.</summary>
    public static ImmutableArray<Quantity> WithEntities(ImmutableArray<Quantity> quantities, MentionLayer mentions)
    {
        if (mentions.Mentions.Length == 0)
            return quantities;
        ImmutableArray<Quantity>.Builder linked = ImmutableArray.CreateBuilder<Quantity>(quantities.Length);
        foreach (Quantity quantity in quantities)
        {
            // "US-Soldaten", "U.S. troops": the name may stand before the noun or within it
            Mention? mention = quantity.OfSpan is TextSpan span && quantity.End < span.End
                ? mentions.Mentions.FirstOrDefault(candidate => Names(candidate, span) && candidate.Span.Overlaps(new TextSpan(quantity.End, span.End)))
                : null;
            linked.Add(mention is null ? quantity : quantity with { OfEntity = mention.Entity });
        }

        return linked.MoveToImmutable();
    }

    // a name, or a part of the noun that stands for one; the noun itself ("zwei Minister") only tells a role
    private static bool Names(Mention mention, TextSpan noun) =>
        mention.Kind is MentionKind.Name || (mention.Kind is MentionKind.Nominal && mention.Span != noun && mention.Span.Start >= noun.Start && mention.Span.End <= noun.End);

    private static bool TryRead(RuleSet rules, RuleMatcher matcher, WordLattice lattice, QuantityScope scope, RuleCandidate candidate, AnalysisOptions options, out ImmutableArray<Quantity> quantities, out int end)
    {
        quantities = [];
        end = candidate.End;
        Rule rule = rules.Pattern(candidate.Pattern).Rule;
        if (!matcher.TryBind(candidate, scope, out (int Start, int End)[] spans))
            return false;
        if (rule.Rejects)
            return true;
        ImmutableArray<Quantity>.Builder built = ImmutableArray.CreateBuilder<Quantity>(spans.Length);
        for (int k = 0; k < spans.Length; k++)
        {
            if (spans[k].Start < 0)
                continue;
            string key = k == 0 ? "value" : "value" + (k + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!rule.Formulas.TryGetValue(key, out RuleFormula? formula) || formula.Evaluate(scope) is not QuantityReading reading)
                return false;
            TextSpan? noun = spans.Length == 1 ? Noun(rules, lattice, spans[k].End, reading.Unit is not null && rule.Setting("of", "") != "next") : null;
            string? lemma = noun is TextSpan place ? Lemma(lattice.Source, place) : null;
            built.Add(new Quantity
            {
                Start = lattice[spans[k].Start].Start,
                End = lattice[spans[k].End - 1].End,
                Value = Rounded(reading.Value),
                Low = Rounded(reading.Low),
                High = Rounded(reading.High),
                Unit = reading.Unit ?? lemma,
                Approximate = reading.IsApproximate,
                Of = lemma,
                OfSpan = noun,
                Explain = options.Explain ? "rule " + rule.Name : null,
            });
            end = spans[k].End;
        }

        quantities = built.ToImmutable();
        return true;
    }

    // a third of a hundred has no end; the division takes zeros behind the point away
    private static decimal? Rounded(decimal? number) => number is decimal exact ? Math.Round(exact, 6) / 1.0000000000000000000000000000m : null;

    // the noun that is counted: after adjectives and, where only a part of it is meant, after a word like "of" or an article in the genitive; of a measure only
    // where it follows at once or after such a word
    private static TextSpan? Noun(RuleSet rules, WordLattice lattice, int atom, bool isMeasure)
    {
        if (atom >= lattice.Count || lattice[atom].Gap == AtomGap.Break)
            return null;
        TaggedText text = lattice.Source;
        int token = lattice[atom].Token;
        if (text.Token(token).Start < lattice[atom].Start)
            return RestOfCompound(text, token, lattice[atom].Start);
        int last = text.Sentences[text.Tokenized.SentenceOf(token)].Last;
        bool hasOf = rules.Vocabulary.HasClass("of"), nounsAreCapital = text.Tokenized.Pack.Setting("nouns") == "capital";
        bool isPart = hasOf && lattice.Has(atom, rules.Vocabulary.ClassOf("of"));
        if (isPart)
            token++;
        else if (isMeasure && hasOf)
            return null;
        int first = token;
        for (; token < last && token - first <= MostBefore; token++)
        {
            if (text.Token(token).Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Abbreviation))
                return null;
            bool isCapital = char.IsUpper(text.Form(token)[0]), isPlainNoun = text.Tags[token].Upos is Upos.Noun or Upos.Propn && (isCapital || !nounsAreCapital);
            if (isPlainNoun || (text.Tags[token].Upos is Upos.X && (isCapital || hasOf)))
            {
                // "100 km/h Viernheim" measures nothing
                return isMeasure && !isPart && (token - first > 1 || text.Tags[token].Upos is Upos.Propn) ? null : LastOfCompound(text, token, last, hasOf);
            }

            if (IsOfClass(rules, lattice, atom, token, "per"))
                return null;
            if (!isPart && IsOfClass(rules, lattice, atom, token, "partitive"))
                isPart = true;
            else if (!MayStandBefore(text, token, last, isPart, nounsAreCapital && !isCapital))
                return null;
        }

        return null;
    }

    // what may stand between a number and its noun: adjectives, participles, adverbs before them, numbers, and within a part of a whole its article
    private static bool MayStandBefore(TaggedText text, int token, int last, bool isPart, bool isNoNoun) => text.Tags[token].Upos switch
    {
        Upos.Adj or Upos.Num => true,
        Upos.Verb => text.Tags[token].VerbForm is VerbForm.Participle,
        Upos.Adv => token + 1 < last && (text.Tags[token + 1].Upos is Upos.Adj || text.Tags[token + 1] is { Upos: Upos.Verb, VerbForm: VerbForm.Participle } || (isNoNoun && isPart)),
        Upos.Det or Upos.Pron => isPart,
        Upos.Noun or Upos.Propn => isNoNoun,
        _ => false,
    };

    private static bool IsOfClass(RuleSet rules, WordLattice lattice, int atom, int token, string name)
    {
        if (!rules.Vocabulary.HasClass(name))
            return false;
        int number = rules.Vocabulary.ClassOf(name);
        while (atom < lattice.Count && lattice[atom].Token < token)
            atom++;
        return atom < lattice.Count && lattice[atom].Token == token && lattice.Has(atom, number);
    }

    // "155-Millimeter-Granaten": what is measured is the rest of the same word
    private static TextSpan? RestOfCompound(TaggedText text, int token, int at)
    {
        int start = text.Text[at] == '-' ? at + 1 : at;
        return start < text.Token(token).End && char.IsLetter(text.Text[start]) ? new TextSpan(start, text.Token(token).End) : null;
    }

    // "oil workers": where nouns stand side by side the last one is counted
    private static TextSpan LastOfCompound(TaggedText text, int token, int last, bool nounsStandApart)
    {
        int end = token;
        while (nounsStandApart && end + 1 < last && text.Tags[end].Number is not GrammaticalNumber.Plural && text.Tags[end].Upos is Upos.Noun or Upos.Propn && text.Tags[end + 1].Upos is Upos.Noun && text.Token(end + 1).Start == text.Token(end).End + 1)
            end++;
        return text.Token(end).Span;
    }

    // of a word that begins within a compound, the last part of the compound's lemma
    private static string Lemma(TaggedText text, TextSpan span)
    {
        int token = text.Tokenized.TokenAt(span.Start);
        string lemma = text.Lemmas[token];
        return text.Token(token).Start == span.Start ? lemma : lemma[(lemma.LastIndexOf('-') + 1)..];
    }
}

/// <summary>A language's compiled quantity rules.</summary>
internal sealed class QuantityRules(LanguagePack pack)
{
    public RuleSet Rules { get; } = RuleSet.Load(pack, "quantities.rules", QuantityFunctions.All);
}
