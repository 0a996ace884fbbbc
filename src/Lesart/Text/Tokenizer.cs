using System.Collections.Immutable;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Cuts a text into tokens and sentences with exact offsets.</summary>
internal static class Tokenizer
{
    public static TokenizedText Tokenize(string text, LanguagePack pack)
    {
        ImmutableArray<Token>.Builder tokens = ImmutableArray.CreateBuilder<Token>(text.Length / 5);
        Dictionary<string, int> lexemes = new(StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byForm = lexemes.GetAlternateLookup<ReadOnlySpan<char>>();
        ImmutableArray<string>.Builder forms = ImmutableArray.CreateBuilder<string>();
        for (int at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            int start = at++;
            bool isWord = char.IsLetterOrDigit(text[start]);
            while (isWord && at < text.Length && (char.IsLetterOrDigit(text[at]) || (text[at] is '-' or '\'' or '’' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]))))
                at++;
            ReadOnlySpan<char> form = text.AsSpan(start, at - start);
            if (!byForm.TryGetValue(form, out int lexeme))
            {
                lexeme = forms.Count;
                forms.Add(form.ToString());
                lexemes.Add(forms[lexeme], lexeme);
            }

            TokenKind kind = char.IsDigit(form[0]) ? TokenKind.Number : isWord ? TokenKind.Word : TokenKind.Punctuation;
            tokens.Add(new Token(start, at, kind, lexeme));
        }

        return new TokenizedText(text, pack, tokens.ToImmutable(), Split(text, tokens), forms.ToImmutable());
    }

    private static ImmutableArray<Sentence> Split(string text, ImmutableArray<Token>.Builder tokens)
    {
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>();
        int first = 0, paragraph = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            bool isLast = i + 1 == tokens.Count;
            bool breaks = !isLast && text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End).Contains('\n');
            bool closes = text[tokens[i].Start] is '.' or '!' or '?';
            if (!isLast && !breaks && !(closes && tokens[i + 1].Start > tokens[i].End && char.IsUpper(text[tokens[i + 1].Start])))
                continue;
            sentences.Add(new Sentence(first, i + 1, paragraph, breaks && !closes));
            first = i + 1;
            paragraph += breaks ? 1 : 0;
        }

        return sentences.ToImmutable();
    }
}
