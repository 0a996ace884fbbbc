using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>An account as a column of its story.</summary>
/// <param name="Number">Unique in the dossier, from 1: the page's anchors are built from it.</param>
/// <param name="Account">The account.</param>
/// <param name="Strand">Its strand.</param>
/// <param name="Label">The outlet, told apart from other accounts of the same outlet by a number.</param>
internal sealed record AccountView(int Number, Account Account, StrandView Strand, string Label)
{
    private ImmutableArray<TextSpan>? _sentences;

    /// <summary>The words of a span, cut to the text where it reaches beyond.</summary>
    public string Words(TextSpan span)
    {
        TextSpan inside = Inside(span);
        return Account.Text[inside.Start..inside.End];
    }

    /// <summary>The words of one side of a difference, of the text or of the title.</summary>
    public string Words(DifferingReading reading)
    {
        if (!reading.InTitle)
            return Words(new TextSpan(reading.Start, reading.End));
        string title = Account.Title ?? "";
        int start = Math.Clamp(reading.Start, 0, title.Length);
        return title[start..Math.Clamp(reading.End, start, title.Length)];
    }

    /// <summary>The part of a span that lies in the text.</summary>
    public TextSpan Inside(TextSpan span)
    {
        int start = Math.Clamp(span.Start, 0, Account.Text.Length);
        return new TextSpan(start, Math.Clamp(span.End, start, Account.Text.Length));
    }

    /// <summary>The sentences that the page wraps, in text order, without overlap; a paragraph where the account has none.</summary>
    public ImmutableArray<TextSpan> Sentences => _sentences ??= Ordered(Account.Sentences);

    /// <summary>Number of the sentence that holds the offset, or of the last one before it; from 0.</summary>
    public int SentenceAt(int offset)
    {
        ImmutableArray<TextSpan> sentences = Sentences;
        int low = 0, high = sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (sentences[middle].Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    /// <summary>The page's name for a sentence.</summary>
    public string Anchor(int sentence) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a{Number}-{sentence + 1}");

    /// <summary>The paragraphs, in text order, without overlap; they cover all letters of the text.</summary>
    public ImmutableArray<TextBlock> Paragraphs()
    {
        ImmutableArray<TextBlock>.Builder paragraphs = ImmutableArray.CreateBuilder<TextBlock>();
        int at = 0;
        foreach (TextBlock block in Account.Blocks)
        {
            if (block.Start < at || block.End <= block.Start || block.End > Account.Text.Length)
                continue;
            AddPlain(paragraphs, at, block.Start);
            paragraphs.Add(block);
            at = block.End;
        }

        AddPlain(paragraphs, at, Account.Text.Length);
        return paragraphs.ToImmutable();
    }

    private void AddPlain(ImmutableArray<TextBlock>.Builder paragraphs, int start, int end)
    {
        while (start < end)
        {
            int gap = Account.Text.AsSpan(start, end - start).IndexOf("\n\n");
            int stop = gap < 0 ? end : start + gap;
            if (!Account.Text.AsSpan(start, stop - start).IsWhiteSpace())
                paragraphs.Add(new TextBlock(start, stop, BlockKind.Paragraph));
            start = gap < 0 ? end : stop + 2;
        }
    }

    private ImmutableArray<TextSpan> Ordered(ImmutableArray<TextSpan> spans)
    {
        ImmutableArray<TextSpan>.Builder ordered = ImmutableArray.CreateBuilder<TextSpan>(spans.Length);
        int at = 0;
        foreach (TextSpan span in spans)
        {
            if (span.Start < at || span.End <= span.Start || span.End > Account.Text.Length)
                continue;
            ordered.Add(span);
            at = span.End;
        }

        if (ordered.Count == 0)
            ordered.AddRange(Paragraphs().Select(static block => new TextSpan(block.Start, block.End)));
        return ordered.ToImmutable();
    }
}
