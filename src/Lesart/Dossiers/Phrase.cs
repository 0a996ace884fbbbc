using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>One text in every language of the interface, in the order of <see cref="InterfaceTexts.Languages"/>.</summary>
internal readonly struct Phrase(ImmutableArray<string> texts)
{
    private readonly ImmutableArray<string> _texts = texts;

    /// <summary>The text in a language.</summary>
    public string this[int language] => _texts[language];

    /// <summary>Whether it reads the same in all of them.</summary>
    public bool IsSame
    {
        get
        {
            foreach (string text in _texts)
            {
                if (text != _texts[0])
                    return false;
            }

            return true;
        }
    }

    /// <summary>Both, one after the other, in each language.</summary>
    public static Phrase operator +(Phrase left, Phrase right) => left.Zip(right, static (a, b) => a + b);

    private Phrase Zip(Phrase other, Func<string, string, string> join)
    {
        ImmutableArray<string>.Builder joined = ImmutableArray.CreateBuilder<string>(_texts.Length);
        for (int i = 0; i < _texts.Length; i++)
            joined.Add(join(_texts[i], other[i]));
        return new Phrase(joined.MoveToImmutable());
    }
}
