using System.Collections.Immutable;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Specs;

/// <summary>One example of a spec page: a text and what is expected of it.</summary>
public sealed class SpecExample
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;
    private static readonly Engine Engine = BuiltIn.Engine;

    private readonly Lazy<TokenizedText> _tokenized;
    private readonly Lazy<TaggedText> _tagged;
    private readonly Lazy<Account> _account;

    public SpecExample(string file, int line, string language, string text, string? published, ImmutableArray<string> expected)
    {
        (File, Line, Language, Text, Published, Expected) = (file, line, language, text, published, expected);
        _tokenized = new(() => Tokenizer.Tokenize(Text, Pack));
        _tagged = new(() => Tagger.Tag(_tokenized.Value));
        _account = new(() => Engine.Analyze(new Article { Id = "spec", Text = Text, Language = Language, Published = Published is null ? null : PublicationTime.TryParse(Published, out PublicationTime time) ? time : throw new FormatException($"{File}:{Line}: {Published}") }).Value!);
    }

    /// <summary>Path below the repository's root.</summary>
    public string File { get; }

    /// <summary>Line of the text, from 1.</summary>
    public int Line { get; }

    public string Language { get; }

    public string Text { get; }

    /// <summary>As written behind the text: <c>(published 2024-06-20)</c>.</summary>
    public string? Published { get; }

    /// <summary>The lines of one keyword, outer blanks removed.</summary>
    public ImmutableArray<string> Expected { get; }

    internal LanguagePack Pack => Packs.TryGet(Language, out LanguagePack? pack) ? pack : throw new InvalidOperationException($"no pack '{Language}'");

    internal TokenizedText Tokenized => _tokenized.Value;

    internal TaggedText Tagged => _tagged.Value;

    /// <summary>The whole reading, as the engine gives it.</summary>
    internal Account Account => _account.Value;

    public override string ToString() => $"{File}:{Line} {(Text.Length > 60 ? Text[..60] : Text)}";
}
