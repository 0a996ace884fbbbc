using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Sets of a model's tags, a bit each.</summary>
internal sealed class TagGroups
{
    public TagGroups(TokenTag[] tags)
    {
        for (int i = 0; i < tags.Length; i++)
        {
            uint bit = 1u << i;
            Finite |= tags[i].VerbForm == VerbForm.Finite ? bit : 0;
            Particle |= tags[i].Upos == Upos.Part ? bit : 0;
            Coordinator |= tags[i].Upos == Upos.Cconj ? bit : 0;
            Subordinator |= tags[i].Upos == Upos.Sconj ? bit : 0;
            switch (tags[i].Upos)
            {
                case Upos.Adp or Upos.Aux or Upos.Cconj or Upos.Det or Upos.Part or Upos.Pron or Upos.Sconj or Upos.Intj:
                    Closed |= bit;
                    break;
                case Upos.Num:
                    Closed |= bit;
                    Number |= bit;
                    break;
                case Upos.X:
                    Foreign |= bit;
                    break;
                case Upos.Punct:
                    Punctuation |= bit;
                    break;
                case Upos.Sym:
                    Symbol |= bit;
                    break;
                default:
                    Open |= bit;
                    break;
            }
        }
    }

    /// <summary>Nouns, names, adjectives, adverbs, full verbs.</summary>
    public uint Open { get; }

    /// <summary>Tags that a word gets only where the dictionary proposes them.</summary>
    public uint Closed { get; }

    /// <summary>Finite verbs.</summary>
    public uint Finite { get; }

    public uint Particle { get; }

    public uint Coordinator { get; }

    public uint Subordinator { get; }

    public uint Number { get; }

    public uint Foreign { get; }

    public uint Punctuation { get; }

    public uint Symbol { get; }

    /// <summary>What a token may be by its kind; all bits for words.</summary>
    public uint Of(TokenKind kind) => kind switch
    {
        TokenKind.QuotationMark => Punctuation,
        TokenKind.Punctuation => Punctuation | Symbol,
        TokenKind.Number => Number,
        TokenKind.Symbol => Symbol | Punctuation | Open | Closed,
        TokenKind.Ordinal => Open | Number,
        TokenKind.Address => Open | Foreign | Symbol,
        _ => uint.MaxValue,
    };
}
