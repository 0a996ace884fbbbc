using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What a found name is by the words in it and before it: its form without the ending of a genitive, the sex of its person.</summary>
internal sealed class FoundNameReader(NameText names)
{
    private readonly TaggedText _text = names.Tagged;
    private readonly NameTables _tables = names.Tables;

    /// <summary>The name without the ending of its genitive where the text or the tables know it without.</summary>
    public string BaseForm(FoundName name, TextSpan span)
    {
        string form = _text.Text[span.Start..span.End].ReplaceLineEndings(" ");
        string genitive = _tables.Genitive;
        if (genitive.Length > 0 && form.Length > 3 && form[^1] is '\'' or '’')
            return form[..^1]; // "Merz' Rede"
        if (genitive.Length == 0 || !form.EndsWith(genitive, StringComparison.Ordinal) || form.Length < genitive.Length + 3)
            return form;
        string last = _text.Tokenized.Lexeme(name.Last - 1);
        if (last.Length <= genitive.Length + 1)
            return form;
        string stem = last[..^genitive.Length].TrimEnd('\'', '’');
        bool hasOwnEntry = _tables.Gazetteer.EntriesOf(last).Length > 0;
        bool isKnown = name.State != 0 && _tables.Gazetteer.EntriesOf(name.State).Length > 0 && !hasOwnEntry;
        if (isKnown || (!hasOwnEntry && (_text.Tokenized.Holds(stem) || _tables.Gazetteer.EntriesOf(stem).Length > 0)))
            return form[..^(last.Length - stem.Length)];
        return form;
    }

    /// <summary>The sex of a person by the given name, else by what stands before it; '\0' where neither tells.</summary>
    public char SexOf(FoundName name) =>
        _tables.Lists.TryGetGiven(_text.Tokenized.Lexeme(name.First), out char sex) && sex != '\0' ? sex : SexBefore(name.First);

    /// <summary>The sex that titles, callings and roles before a name tell: "Frau Dr. Kern", "Außenministerin Kern"; '\0' where none does.</summary>
    public char SexBefore(int first)
    {
        for (int i = first - 1; i >= 0 && i >= first - 3; i--)
        {
            string word = _text.Tokenized.Lexeme(i);
            if (_tables.Titles.TryGetValue(word, out NameTables.TitleWord title))
            {
                if (title.Sex != '\0')
                    return title.Sex;
                continue;
            }

            return names.Referring(i).Role is (NameTables.RoleWord role, _) ? role.Sex : '\0';
        }

        return '\0';
    }
}
