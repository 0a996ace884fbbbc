using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What the tables say of one form as a word of names. Made once a form, shared by texts and threads.</summary>
internal sealed class NameWord : FormEntry
{
    private NameSums? _sums;

    /// <summary>In small letters.</summary>
    public required string Lower { get; init; }

    /// <summary>Without the ending of a name's genitive; the form itself where it has none.</summary>
    public required string Stem { get; init; }

    public required bool IsCapital { get; init; }

    /// <summary>How it is written (<see cref="NameFeatures.ShapeOf"/>).</summary>
    public required uint Shape { get; init; }

    /// <summary>Hash of the form, and of <see cref="Lower"/>.</summary>
    public required uint Hash { get; init; }

    public required uint LowerHash { get; init; }

    /// <summary>Hash of lists, origin and shape: one for all words that are alike to the tables.</summary>
    public required uint Kind { get; init; }

    /// <summary>The kinds of place or body that the word means by itself (<see cref="GenericWords.KindsOf"/>).</summary>
    public required uint Generic { get; init; }

    /// <summary>The class of words that are used like it (<see cref="WordClasses"/>); 0 for none.</summary>
    public required uint Group { get; init; }

    /// <summary>Where the dictionary knows it from.</summary>
    public required FormOrigin Origin { get; init; }

    /// <summary>The gazetteer's number of the form, and of it without a genitive's ending; 0 where no name holds it.</summary>
    public required (int Form, int Stem) Numbers { get; init; }

    /// <summary>The gazetteer's states after the form alone, and after it without a genitive's ending; 0 for none.</summary>
    public required (int Form, int Stem) States { get; init; }

    /// <summary>What a name of this word alone can mean.</summary>
    public required NameGazetteer.Entry[] Entries { get; init; }

    /// <summary>Whether other lands call a known body or place so, wherever the word stands.</summary>
    public required bool IsOtherName { get; init; }

    /// <summary>What it can be in a person's name; worked out where it is first asked for.</summary>
    public PersonWord? Person { get; set; }

    /// <summary>How it can speak of someone or something known; worked out where it is first asked for.</summary>
    public ReferringWord? Referring { get; set; }

    /// <summary>What it can do in a text, in bits; none where that is not yet worked out.</summary>
    public WordWays Ways { get; set; }

    /// <summary>The country whose adjective it is; null for none.</summary>
    public required string? Adjective { get; init; }

    /// <summary>A model's weights that depend on the form alone; worked out where they are first asked for.</summary>
    public NameSums SumsOf(NameModel model, NameText text)
    {
        // threads may do the same work twice; the answer is the same
        NameSums? known = _sums;
        if (known is null || known.Model != model)
            _sums = known = model.SumForm(NameFeatures.OfForm(this, text.Tables, text.Tagged.Tokenized.Pack.Table(TaggerModel.Load)));
        return known;
    }

    /// <summary>Says that the weights are asked for soon.</summary>
    public void PrefetchSums() => _sums?.Prefetch();
}
