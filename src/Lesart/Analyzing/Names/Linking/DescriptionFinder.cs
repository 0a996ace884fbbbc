using System.Globalization;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds descriptions of people named before: by age ("der 71-Jährige"), by a calling that the article gave ("der Militärexperte"), as the other of two ("sein Gastgeber").</summary>
internal static class DescriptionFinder
{
    /// <summary>Adds the descriptions that fit one person alone.</summary>
    public static void Add(NameText words, NameResolver resolver, List<LinkedMention> mentions)
    {
        TaggedText text = words.Tagged;
        LinkedMention?[] at = At(text, mentions);
        NoteAgesAndCallings(words, at, mentions);
        List<LinkedMention> added = [];
        foreach (Sentence sentence in text.Sentences)
        {
            for (int i = sentence.First; i + 1 < sentence.Last; i++)
            {
                if (!words.May(i, WordWays.Article | WordWays.Owner) && !words.May(i + 1, WordWays.Digit))
                    continue;
                LinkedMention? found = at[i] is not null || (at[i + 1] is LinkedMention taken && !IsPartOfCompound(text, taken)) ? null
                    : OfAge(words, resolver, mentions, sentence, at, i) ?? OfCalling(words, resolver, sentence, at, i) ?? OfOther(words, sentence, at, i);
                if (found is null)
                    continue;
                // the whole word means the person, not the party in front of its hyphen
                if (at[found.First] is LinkedMention part)
                    mentions.Remove(part);
                added.Add(found);
                Array.Fill(at, found, found.First, found.Last - found.First);
                i = found.Last - 1;
            }
        }

        mentions.AddRange(added);
    }

    private static LinkedMention?[] At(TaggedText text, List<LinkedMention> mentions)
    {
        LinkedMention?[] at = new LinkedMention?[text.Count];
        foreach (LinkedMention mention in mentions)
            Array.Fill(at, mention, mention.First, mention.Last - mention.First);
        return at;
    }

    /// <summary>Whether a name stands in front of a hyphen: "CDU-Politikerin".</summary>
    private static bool IsPartOfCompound(TaggedText text, LinkedMention mention) =>
        mention.Kind == MentionKind.Nominal && mention.Last == mention.First + 1 && mention.Span.Start == text.Token(mention.First).Start && mention.Span.End < text.Token(mention.First).End;

    private static bool IsPerson(LinkedMention? mention) => mention is { Referent.Type: EntityType.Person };

    /// <summary>What stands right at a name: a calling before it, an age before it or in brackets or commas behind it.</summary>
    private static void NoteAgesAndCallings(NameText words, LinkedMention?[] at, List<LinkedMention> mentions)
    {
        TaggedText text = words.Tagged;
        foreach (LinkedMention mention in mentions)
        {
            if (mention.Kind != MentionKind.Name || !IsPerson(mention))
                continue;
            Referent person = mention.Referent;
            for (int i = mention.First - 1; i >= 0 && i >= mention.First - 5 && text.Token(i).Kind != TokenKind.Punctuation; i--)
            {
                if (i == mention.First - 1 && CallingOf(words, i) is string calling)
                    person.Callings.Add(calling);
                if (AgeAt(words, i) is int before)
                    person.Age ??= before;
            }

            NoteApposition(words, at, mention);
            int next = mention.Last;
            if (next + 2 < text.Count && text.Form(next) is "(" or "," && text.Form(next + 2) is ")" or "," && TryAge(text.Form(next + 1), out int age))
                person.Age ??= age;
        }
    }

    /// <summary>A calling set off by a comma: "the mayor, Anna Kern,", "Anna Kern, Vorsitzende des Rats".</summary>
    private static void NoteApposition(NameText words, LinkedMention?[] at, LinkedMention mention)
    {
        TaggedText text = words.Tagged;
        bool isClosed = mention.Last >= text.Count || text.Token(mention.Last).Kind == TokenKind.Punctuation;
        if (isClosed && mention.First > 2 && text.Form(mention.First - 1) is "," && at[mention.First - 2] is null && CallingOf(words, mention.First - 2) is string before && words.Referring(mention.First - 3).ArticleSex is not null)
            mention.Referent.Callings.Add(before);
        int last = mention.Last + 1;
        if (last >= text.Count || text.Form(mention.Last) is not ",")
            return;
        while (last + 1 < text.Count && at[last] is null && text.Tags[last].Upos is Upos.Det or Upos.Adj)
            last++;
        if (at[last] is null && CallingOf(words, last) is string behind && !(last + 1 < text.Count && (IsPerson(at[last + 1]) || text.Tags[last + 1].Upos is Upos.Propn or Upos.Aux or Upos.Verb)))
            mention.Referent.Callings.Add(behind);
    }

    private static string? CallingOf(NameText text, int token) =>
        text.Referring(token).IsCalling && text.Tagged.Token(token).Kind == TokenKind.Word ? text.Word(token).Form : null;

    /// <summary>The age in "71-jährige", "71-Jähriger", "71-year-old".</summary>
    private static int? AgeAt(NameText text, int token)
    {
        ReadOnlySpan<char> form = text.Tagged.Form(token);
        int digits = form.IndexOfAnyExceptInRange('0', '9');
        return TryAge(digits < 0 ? form : form[..digits], out int age) && EndsAge(text, token) ? age : null;
    }

    private static bool EndsAge(NameText text, int token) => text.Descriptions.Ages.Any(word => IsEnding(text.Tagged, token, word.Ending, out _));

    private static bool TryAge(ReadOnlySpan<char> digits, out int age) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out age) && age is > 9 and < 120;

    /// <summary>Whether the text goes on behind the digits of a token with this ending, to the end of a token.</summary>
    private static bool IsEnding(TaggedText text, int token, ReadOnlySpan<char> ending, out int last)
    {
        int start = text.Token(token).Start;
        ReadOnlySpan<char> rest = text.Text.AsSpan(start).TrimStart("0123456789");
        int end = text.Text.Length - rest.Length + ending.Length;
        last = token;
        if (!rest.StartsWith(ending, StringComparison.Ordinal))
            return false;
        while (last < text.Count && text.Token(last).End < end)
            last++;
        return last < text.Count && text.Token(last++).End == end;
    }

    private static LinkedMention? OfAge(NameText words, NameResolver resolver, List<LinkedMention> mentions, Sentence sentence, LinkedMention?[] at, int article)
    {
        TaggedText text = words.Tagged;
        int first = article + 1;
        if (!char.IsAsciiDigit(text.Form(first)[0]))
            return null;
        ReadOnlySpan<char> form = text.Form(first);
        int digits = form.IndexOfAnyExceptInRange('0', '9');
        if (!TryAge(digits < 0 ? form : form[..digits], out int age))
            return null;
        foreach (DescriptionTable.AgeWord word in words.Descriptions.Ages)
        {
            if (!text.Form(article).Equals(word.Article, StringComparison.OrdinalIgnoreCase) || !IsEnding(text, first, word.Ending, out int last))
                continue;
            bool hasNoun = last < sentence.Last && at[last] is null && text.Tags[last].Upos == Upos.Noun;
            if (word.NeedsNoun != hasNoun)
                continue;
            last += word.NeedsNoun ? 1 : 0;
            // the noun leads to a name: the role of somebody who is named here
            if (last < sentence.Last && IsPerson(at[last]))
                return null;
            Referent? referent = Aged(words, resolver, mentions, article, word.Sex, age);
            return referent is null ? null : new LinkedMention(first, last, text.Tokenized.SpanOf(first, last), referent, MentionKind.Nominal, "", "age");
        }

        return null;
    }

    /// <summary>The one person named before who is of this age, or who is the only one and may be.</summary>
    private static Referent? Aged(NameText words, NameResolver resolver, List<LinkedMention> mentions, int article, char sex, int age)
    {
        Referent[] people = [.. resolver.People.Where(person => (sex == '\0' || person.Sex == '\0' || person.Sex == sex) && FirstNamed(mentions, person) < words.Tagged.Token(article).Start)];
        Referent[] aged = [.. people.Where(person => IsOfAge(person, age, resolver.Day))];
        if (aged.Length == 1)
            return aged[0];
        return aged.Length == 0 && resolver.People.Count == 1 && people.Length == 1 && MayBeOfAge(people[0], resolver.Day) && !IsIntroduced(words, article, age) ? people[0] : null;
    }

    private static int FirstNamed(List<LinkedMention> mentions, Referent person)
    {
        int first = int.MaxValue;
        foreach (LinkedMention mention in mentions)
            first = mention.Referent == person ? Math.Min(first, mention.Span.Start) : first;
        return first;
    }

    private static bool IsOfAge(Referent person, int age, DateOnly? day)
    {
        if (person.Age is int told)
            return told == age;
        return person.Known?.Born is int born && day is DateOnly known && known.Year - born - age is 0 or 1;
    }

    private static bool MayBeOfAge(Referent person, DateOnly? day) => person.Age is null && (person.Known?.Born is null || day is null);

    /// <summary>Whether someone of this age came into the text without a name: "ein 20-Jähriger".</summary>
    private static bool IsIntroduced(NameText text, int end, int age)
    {
        for (int i = 1; i < end; i++)
        {
            if (AgeAt(text, i) == age && text.Tables.Indefinites.Contains(text.Word(i - 1).Form))
                return true;
        }

        return false;
    }

    /// <summary>An article and a calling that one person alone has, whole or by the end of the compound.</summary>
    private static LinkedMention? OfCalling(NameText words, NameResolver resolver, Sentence sentence, LinkedMention?[] at, int article)
    {
        TaggedText text = words.Tagged;
        int noun = article + 1;
        if (words.Referring(article).ArticleSex is not char sex || CallingOf(words, noun) is not string calling || text.Tags[noun].Number == GrammaticalNumber.Plural)
            return null;
        if (noun + 1 < sentence.Last && (IsPerson(at[noun + 1]) || text.Tags[noun + 1].Upos == Upos.Propn || text.Tags[noun + 1].Case == GrammaticalCase.Genitive || words.Tables.RoleLinks.Contains(words.Word(noun + 1).Form)))
            return null;
        Referent[] called = Called(resolver, calling, sex);
        return called.Length == 1 && IsNamedBefore(at, called[0], article) ? new LinkedMention(noun, noun + 1, text.Tokenized.SpanOf(noun, noun + 1), called[0], MentionKind.Nominal, "", "calling given in the article") : null;
    }

    private static Referent[] Called(NameResolver resolver, string calling, char sex) =>
        [.. resolver.People.Where(person => (sex == '\0' || person.Sex == '\0' || person.Sex == sex) && person.Callings.Exists(own => IsSameCalling(own, calling)))];

    /// <summary>"Militärexperte" and "Experte", in any of their forms.</summary>
    private static bool IsSameCalling(string own, string calling)
    {
        int letters = Math.Min(own.Length, calling.Length);
        if (own.AsSpan(0, letters).Equals(calling.AsSpan(0, letters), StringComparison.OrdinalIgnoreCase) && Math.Abs(own.Length - calling.Length) <= 2)
            return true;
        return own.Length > calling.Length + 2 && own.EndsWith(calling, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsNamedBefore(LinkedMention?[] at, Referent person, int end)
    {
        for (int i = 0; i < end; i++)
        {
            if (at[i]?.Referent == person)
                return true;
        }

        return false;
    }

    /// <summary>"sein Gastgeber": of the two people of this sentence and the one before, the one who is not the subject of this.</summary>
    private static LinkedMention? OfOther(NameText words, Sentence sentence, LinkedMention?[] at, int owner)
    {
        if (!words.Referring(owner).IsOwner)
            return null;
        TaggedText text = words.Tagged;
        int noun = owner + 1;
        while (noun + 1 < sentence.Last && at[noun] is null && text.Tags[noun].Upos == Upos.Adj)
            noun++;
        if (!words.Descriptions.Others.TryGetValue(words.Word(noun).Form, out char sex) || (noun + 1 < sentence.Last && IsPerson(at[noun + 1])))
            return null;
        int index = text.Tokenized.SentenceOf(owner), from = text.Sentences[Math.Max(0, index - 1)].First;
        List<Referent> people = [];
        Referent? possessor = null;
        for (int i = from; i < owner; i++)
        {
            if (at[i] is not { Referent.Type: EntityType.Person } mention)
                continue;
            if (!people.Contains(mention.Referent))
                people.Add(mention.Referent);
            if (i >= sentence.First)
                possessor ??= mention.Referent;
        }

        if (people.Count != 2)
            return null;
        // a sentence without a name goes on with the first of the one before
        Referent other = people[people[0] == (possessor ?? people[0]) ? 1 : 0];
        return sex == '\0' || other.Sex == '\0' || other.Sex == sex ? new LinkedMention(noun, noun + 1, text.Tokenized.SpanOf(noun, noun + 1), other, MentionKind.Nominal, "", "the other of two") : null;
    }
}
