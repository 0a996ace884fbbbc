using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>A clause of an account with what it says, who says it and how firmly: what points are made of.</summary>
internal sealed record Unit
{
    /// <summary>Place among the story's units: by account, then by text order; headings behind all others.</summary>
    public required int Index { get; init; }

    /// <summary>Whether it is a line of the text without a full stop: it makes no point, but may stand in one that others make.</summary>
    public bool IsHeading { get; init; }

    public required int Account { get; init; }

    public required int Sentence { get; init; }

    /// <summary>The clause.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The whole sentence.</summary>
    public required TextSpan Whole { get; init; }

    public required ImmutableArray<UnitTerm> Terms { get; init; }

    /// <summary>Numbers of its words as they are written, in the order of the text, without those that say who says it.</summary>
    public int[] Words { get; init; } = [];

    /// <summary>Null where no statement covers the clause.</summary>
    public Statement? Statement { get; init; }

    public Stance Stance { get; init; }

    public StatementKind Kind { get; init; } = StatementKind.Narrated;

    public string? Speaker { get; init; }

    public ImmutableArray<TimeExpression> Times { get; init; } = [];

    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>For each of <see cref="Quantities"/>, keys of what it counts or measures.</summary>
    public ImmutableArray<int[]> Counted { get; init; } = [];

    /// <summary>What is measured or counted in it, in base units, and how long things take.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>Whether it holds words of denying ("wies zurück", "unfounded").</summary>
    public bool Denies { get; init; }

    /// <summary>Whether it holds a word that tells with reserve ("offenbar", "may").</summary>
    public bool IsHedged { get; init; }

    /// <summary>Whether its statement is denied though none of its words negates: the cue does.</summary>
    public bool IsDeniedByCue { get; init; }

    /// <summary>Whether it denies, by a word of its own or by its cue.</summary>
    public bool IsDenial => Denies || IsDeniedByCue;

    /// <summary>Whether it holds a word that turns something down: a claim, or an offer ("dismissed").</summary>
    public bool Refuses { get; init; }

    /// <summary>Whether a word or the verb of its statement says that something is not so, or turns down what may be a claim; a negation alone does not.</summary>
    public bool Rejects => Denies || Refuses || (IsDeniedByVerb && !IsOfFavour);

    /// <summary>Whether the verb that tells its statement denies it.</summary>
    public bool IsDeniedByVerb => (Stance is Stance.Denied || Counters) && Kind is (StatementKind.Indirect or StatementKind.Reported) && (IsDeniedByCue || Statement?.CueClass is "denies" or "doubts" or "rejects");

    /// <summary>Keys of the words that its negations deny.</summary>
    public int[] Negated { get; init; } = [];

    /// <summary>Keys of the words by which it denies ("dismissed").</summary>
    public int[] Denying { get; init; } = [];

    /// <summary>Sides of pairs of opposites that its words take; where a negation stands, those of its own part of the clause.</summary>
    public ImmutableArray<Pole> Poles { get; init; } = [];

    /// <summary>Whether its negations speak of figures and times alone ("not before April").</summary>
    public bool NegatesMeasure { get; init; }

    /// <summary>The family name of the person who says it, folded; null where the text names none.</summary>
    public string? SaidBy { get; init; }

    /// <summary>Whether it does no more than say who says something.</summary>
    public bool IsSource { get; init; }

    /// <summary>Whether it begins with a word that joins it to what stands before ("and").</summary>
    public bool IsCoordinated { get; init; }

    /// <summary>Whether it has a finite verb beside those that tell who says it.</summary>
    public bool IsFinite { get; init; }

    /// <summary>Whether it denies what stands before it, by a pronoun ("denied this"), or any part in it.</summary>
    public bool PointsBack { get; init; }

    /// <summary>Whether it is a denial of any part in something ("denied any involvement"): of what may stand anywhere.</summary>
    public bool DeniesPart { get; init; }

    /// <summary>Whether the verb that denies turns down something asked for ("was denied a permit").</summary>
    public bool IsOfFavour { get; init; }

    /// <summary>Whether it gives behind a colon what holds instead of what its speaker denies ("He denied the charge: ...").</summary>
    public bool Counters { get; init; }

    /// <summary>Whether it holds a negation that is no part of a phrase and not taken back ("not only").</summary>
    public bool IsNegated { get; init; }

    /// <summary>Whether it holds any word that negates.</summary>
    public bool HoldsNegation { get; init; }

    /// <summary>Whether it denies and says nothing else: what is denied stands before it ("He called that a lie").</summary>
    public bool IsBare { get; init; }

    /// <summary>Nouns of a bare denial beside those that deny and those for who does, where the text says who: who is contradicted, where they call who says something elsewhere ("contradicted the shipping company").</summary>
    public ImmutableArray<string> Contradicted { get; init; } = [];

    /// <summary>Nouns that call who says it.</summary>
    public ImmutableArray<string> SourceNouns { get; init; } = [];

    /// <summary>Whether it is a denial and shuts out what may come ("schloss einen Rücktritt aus"): nobody needs to have claimed that.</summary>
    public bool RulesOut { get; init; }

    /// <summary>Words of a denial beside those that deny, name who does, or call what is denied an accusation; 0 for any other clause.</summary>
    public int OwnWords { get; init; }

    /// <summary>Whether it holds something against somebody, by its cue or by a word ("on suspicion of").</summary>
    public bool Accuses { get; init; }

    /// <summary>Whether it begins with a word that makes it what another clause speaks of ("dass", "that").</summary>
    public bool IsComplement { get; init; }

    /// <summary>Whether it begins with a word that makes it a condition of another clause ("sobald", "unless"): it states nothing.</summary>
    public bool IsCondition { get; init; }

    /// <summary>Whether it holds a noun that calls something an accusation ("Vorwürfe").</summary>
    public bool NamesCharge { get; init; }

    /// <summary>Whether it is a denial and holds a noun for what somebody said ("the director's account").</summary>
    public bool NamesTelling { get; init; }

    /// <summary>Whether a noun that calls something an accusation is a plural.</summary>
    public bool NamesCharges { get; init; }

    /// <summary>Whether it begins with a word that asks ("how it came about").</summary>
    public bool Asks { get; init; }

    /// <summary>Named entities of the clause, by first mention.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>Whether most of its words stand in quotation marks.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>The account's language.</summary>
    public required string Language { get; init; }

    /// <summary>Where in its account it stands: 0 for the first sentence, 1 for the last.</summary>
    public double Position { get; init; }

    /// <summary>How much the whole clause says, in nats.</summary>
    public double Weight { get; init; }

    /// <summary>Where its words stand together, as seen from the middle of the story; null where none of them is known.</summary>
    public WordVector? Vector { get; init; }

    /// <summary>The clauses among the units of a story: all but its headings.</summary>
    public static ImmutableArray<Unit> Told(ImmutableArray<Unit> units) => [.. units.TakeWhile(static unit => !unit.IsHeading)];

    /// <summary>Whether a denial names who says this clause as the one who is contradicted: by the noun for them, or its beginning ("Reederei" beside "Reederei-Chef").</summary>
    public bool IsContradictedBy(Unit denial) => denial.Contradicted.Any(called => SourceNouns.Any(noun => ReplySides.Calls(called, noun)));

    /// <summary>Keys of what one of its quantities counts; empty where the text gives none.</summary>
    public int[] CountedKeys(Quantity quantity) => Quantities.IndexOf(quantity) is >= 0 and int at && at < Counted.Length ? Counted[at] : [];
}

/// <summary>A figure of a clause.</summary>
/// <param name="Unit">A base unit; "#" for what is counted, and "d" for days.</param>
/// <param name="Value">In that unit.</param>
internal readonly record struct Figure(string Unit, decimal Value);

/// <summary>A word, name, figure or day of a unit: it matches another that shares one of its keys.</summary>
/// <param name="Keys">Sorted.</param>
/// <param name="Parts">Keys of a compound's parts, sorted: a match by them counts less.</param>
/// <param name="Information">How much it says in any article: 0 for what all of them hold, 1 for a rare word.</param>
/// <param name="Kind">What it is: names alone make no two clauses alike.</param>
/// <param name="IsPredicate">Whether it is a verb, or a phrase that stands for one.</param>
internal readonly record struct UnitTerm(int[] Keys, int[] Parts, double Information, UnitTermKind Kind, bool IsPredicate)
{
    /// <summary>For each of <see cref="Keys"/>, how many nats it tells that a clause of this account holds it.</summary>
    public double[] KeySurprise
    {
        get;
        init
        {
            field = value;
            Weight = Information * (value.Length > 0 ? value.Max() : 0);
        }
    } = [];

    /// <summary>The same for <see cref="Parts"/>.</summary>
    public double[] PartSurprise { get; init; } = [];

    /// <summary>Where the word stands in the word vectors; null where they lack it, and for what is no word.</summary>
    public WordVector? Vector { get; init; }

    /// <summary>What a match says at most.</summary>
    public double Weight { get; private init; }
}

/// <summary>Kinds of what is matched.</summary>
internal enum UnitTermKind
{
    /// <summary>A word that says what happens, to what, how.</summary>
    Content,

    /// <summary>A name, a speaker, a pronoun that stands for one.</summary>
    Name,

    /// <summary>A figure with what it measures.</summary>
    Figure,

    /// <summary>A day or month.</summary>
    Day,

    /// <summary>What a figure is measured in.</summary>
    Measure,

    /// <summary>What a figure counts; it stands among the words, too.</summary>
    Counted,
}
