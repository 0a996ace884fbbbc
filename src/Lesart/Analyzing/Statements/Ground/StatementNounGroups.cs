using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Reads groups of nouns from left to right: article, adjectives, noun, name, and what belongs to them.</summary>
internal static class StatementNounGroups
{
    private const int LongestBracket = 10;

    /// <summary>End of the plain group that begins at <paramref name="start"/>; <paramref name="start"/> itself where none does.</summary>
    public static int End(StatementText text, int start, int limit)
    {
        int i = start;
        if (i < limit && text.Is(i, WordClass.SubjectPronoun) && !(text.Is(i, WordClass.NominativeArticle) && i + 1 < limit && IsInside(text, i + 1) && !text.IsFinite(i + 1)))
            return i + 1;
        while (i < limit && (text.Is(i, WordClass.NominativeArticle | WordClass.ObliqueArticle | WordClass.Honorific) || (text.IsAdjective(i) && !text.IsNoun(i)) || (i > start && IsInside(text, i) && !text.IsNoun(i) && !text.IsPunctuation(i))))
            i++;
        int noun = i;
        while (i < limit)
        {
            if (text.IsNoun(i) || text.Is(i, WordClass.Honorific) || (i > noun && text.Tagged.Token(i).Kind is TokenKind.Number or TokenKind.Ordinal && !(i + 1 < limit && text.IsNoun(i + 1))))
                i++; // "Artikel 5", but not "nach Angaben der Polizei 800 Menschen": there a group of its own begins
            else if (i + 1 < limit && QuotedNameEnd(text, i, limit) is int end && end > i)
                i = end;
            else if (i > noun && i + 1 < limit && IsHyphen(text, i))
                i += 2; // "Jean-Luc", where the hyphen is a word of its own
            else if (i > noun && i + 1 < limit && IsNameParticle(text, i) && text.IsNoun(i + 1) && text.Tag(i + 1).Upos is Upos.Propn or Upos.X && text.Tag(i - 1).Upos is Upos.Propn && text.Tag(i).Upos is Upos.Propn)
                i++;
            else
                break;
        }

        if (i == noun && noun > start && text.Is(noun - 1, WordClass.Honorific))
            return noun; // "the president"
        if (i == noun && noun > start && text.Tag(noun - 1).Upos is Upos.Adj or Upos.Num or Upos.Pron or Upos.Det && text.Is(start, WordClass.NominativeArticle | WordClass.ObliqueArticle))
            return noun; // "der 71-Jährige", "die beiden"
        return i == noun ? start : i;
    }

    /// <summary>The group with its brackets, genitives, attributes with prepositions, appositions and coordinated groups.</summary>
    public static int EndWithAttributes(StatementText text, int start, int limit)
    {
        int end = End(text, start, limit);
        if (end == start || text.Is(start, WordClass.SubjectPronoun) && end == start + 1)
            return end;
        while (end < limit)
        {
            if (text.Is(end, WordClass.GenitiveArticle) && IsBareName(text, start, end))
                break; // "wurde laut Anna Kern der Sprecher entlassen": a name has no genitive behind it
            int next = Attribute(text, end, limit);
            if (next == end)
                break;
            end = next;
        }

        return end;
    }

    /// <summary>Whether a group is a name of two words or more without an article.</summary>
    private static bool IsBareName(StatementText text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (text.Tag(i).Upos is not Upos.Propn)
                return false;
        }

        return end - start >= 2;
    }

    /// <summary>Whether a group that begins here can be a subject by its first word.</summary>
    public static bool CanBeSubject(StatementText text, int start)
    {
        if (text.Is(start, WordClass.SubjectPronoun))
            return true;
        WordClass found = text.Class(start);
        if ((found & WordClass.NominativeArticle) != WordClass.None)
            return text.Tag(start).Case is not (GrammaticalCase.Dative or GrammaticalCase.Genitive) || !text.Lexicon.IsVerbFinal;
        return (found & WordClass.ObliqueArticle) == WordClass.None || ((found & WordClass.GenitiveArticle) != WordClass.None && start + 1 < text.Count && text.Is(start + 1, WordClass.GenitiveArticle)); // "einer der Zeugen"
    }

    private static int Attribute(StatementText text, int at, int limit)
    {
        if (text.Mark(at) is '(' or '[')
        {
            for (int i = at + 1; i < limit && i < at + LongestBracket; i++)
            {
                if (text.Mark(i) is ')' or ']')
                    return i + 1;
            }

            return at;
        }

        // "the company's chief executive"
        if (text.Tag(at).Upos is Upos.Part && text.Tagged.Text[text.Tagged.Token(at).Start] is '\'' or '’' && at + 1 < limit)
            return End(text, at + 1, limit) is int owned && owned > at + 1 ? owned : at;
        if (text.Is(at, WordClass.GenitiveArticle))
            return End(text, at, limit) is int group && IsNominative(text, at, group, limit) ? at : group;
        if (text.Is(at, WordClass.AttributePreposition) && at + 1 < limit && (text.Is(at, WordClass.Of) || text.Tag(at - 1).Upos is not Upos.Propn))
        {
            int end = End(text, at + 1, limit);
            return end > at + 1 ? end : at;
        }

        if (text.Is(at, WordClass.Coordinator) && at + 1 < limit)
        {
            int end = End(text, at + 1, limit);
            return end > at + 1 && !(end < limit && text.IsFinite(end)) ? end : at;
        }

        return text.Mark(at) == ',' ? Apposition(text, at, limit) : at;
    }

    /// <summary>Whether an adjective behind an article that may be a genitive shows by its ending that it is none ("der 58 Jahre alte Fahrer", "der 58 Jahre alten Fahrerin").</summary>
    private static bool IsNominative(StatementText text, int article, int end, int limit)
    {
        if (text.Lexicon.NominativeEnding.Length == 0)
            return false;
        bool hasMeasure = article + 2 < end && text.Tagged.Token(article + 1).Kind is TokenKind.Number && end + 1 < limit && text.IsNoun(end + 1);
        int adjective = hasMeasure ? end : article + 1;
        return adjective + 1 < limit && text.IsAdjective(adjective) && !text.IsNoun(adjective) && text.Lower(adjective).EndsWith(text.Lexicon.NominativeEnding, StringComparison.Ordinal)
            && (hasMeasure || text.IsNoun(adjective + 1));
    }

    private static int Apposition(StatementText text, int comma, int limit)
    {
        int start = comma + 1;
        int end = End(text, start, limit);
        if (end == start || text.Is(start, WordClass.SubjectPronoun) || (text.Is(start, WordClass.ObliqueArticle) && text.Tag(start).Case is not GrammaticalCase.Nominative))
            return comma;
        while (end < limit && text.Mark(end) != ',')
        {
            int next = Attribute(text, end, limit);
            if (next == end && text.Is(end, WordClass.Preposition))
                next = Math.Max(end, End(text, end + 1, limit) is int after && after > end + 1 ? after : end);
            if (next == end)
                break;
            end = next;
        }

        bool closes = end >= limit || text.Mark(end) is ',' or '.' or ':' or '!' or '?';
        return closes ? end : comma;
    }

    /// <summary>Whether a hyphen joins the words on both sides of it.</summary>
    private static bool IsHyphen(StatementText text, int i) =>
        text.Mark(i) == '-' && text.Tagged.Token(i - 1).End == text.Tagged.Token(i).Start && text.Tagged.Token(i).End == text.Tagged.Token(i + 1).Start && text.Tagged.Token(i + 1).Kind is TokenKind.Word;

    private static bool IsInside(StatementText text, int i) => text.IsNoun(i) || (text.IsAdjective(i) && !text.IsPunctuation(i));

    private static bool IsNameParticle(StatementText text, int i) => !text.IsPunctuation(i);

    /// <summary>End of a short quoted name inside a group ("die Zeitung „Die Woche“").</summary>
    private static int QuotedNameEnd(StatementText text, int i, int limit)
    {
        if (text.QuotationAt[i] < 0)
            return i;
        Quotation quotation = text.Quotations[text.QuotationAt[i]];
        return quotation.First == i && quotation.Words <= 5 && text.IsCapital(quotation.InnerFirst) && !quotation.IsOpaque && quotation.Last <= limit ? quotation.Last : i;
    }

    /// <summary>Start of the group of nouns that ends right before <paramref name="at"/>; <paramref name="at"/> where none does.</summary>
    public static int StartOf(StatementText text, int from, int at)
    {
        for (int i = from; i < at; i++)
        {
            if (text.Is(i, WordClass.Preposition) && !text.IsNoun(i))
                continue;
            int end = EndWithAttributes(text, i, at);
            if (end == at && (i == from || !text.Is(i, WordClass.GenitiveArticle) || !text.IsNoun(i - 1)))
                return i;
        }

        return at;
    }
}
