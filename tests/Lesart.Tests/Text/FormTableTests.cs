using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Text;

/// <summary>Tables of forms keep what was made and never give one form what is another's.</summary>
public sealed class FormTableTests
{
    private static readonly LanguagePack Pack = new("en", DataFolder.BuiltIn("languages/").Below("en"));

    [Fact]
    public void A_form_whose_set_is_full_drives_no_other_out()
    {
        FormSets<string> sets = new();
        uint[] keys = [.. Enumerable.Range(0, 17).Select(static i => ((uint)i << 20) | 77)]; // all in one set of 16
        foreach (uint key in keys)
            sets.Keep(key, $"entry {key}");
        keys.Count(key => sets.Find(key) == $"entry {key}").ShouldBe(16);
        sets.FindElsewhere(keys[16]).ShouldBe($"entry {keys[16]}");
    }

    [Fact]
    public void Full_sets_give_up_one_entry_for_a_new_one()
    {
        FormSets<string> sets = new();
        uint[] keys = [.. Enumerable.Range(0, 60_000).Select(static i => ((uint)i << 11) | 77)]; // all in one set, and more than the others have room for
        foreach (uint key in keys)
            sets.Keep(key, $"entry {key}");
        keys.Count(key => sets.Find(key) == $"entry {key}" || sets.FindElsewhere(key) == $"entry {key}").ShouldBe(16 << 11);
        sets.Find(keys[^1]).ShouldBe($"entry {keys[^1]}");
    }

    [Fact]
    public void A_key_has_one_entry()
    {
        FormSets<string> sets = new();
        sets.Keep(5, "first");
        sets.Keep(5, "second");
        sets.Find(5).ShouldBe("second");
        sets.Find(6).ShouldNotBe("second");
    }

    [Fact]
    public void Each_form_of_a_text_has_its_own_entry_made_once()
    {
        int made = 0;
        FormTable<Entry> table = new(form =>
        {
            made++;
            return new Entry { Form = form };
        });
        TokenizedText text = Tokenizer.Tokenize(string.Join(' ', Enumerable.Range(0, 3_000).Select(static i => $"w{i}x w{i / 2}y")), Pack);
        table.GetAll(text).Select(static entry => entry.Form).ShouldBe(text.Lexemes);
        made.ShouldBe(text.Lexemes.Length);
        text.Keys.ShouldBe(text.Lexemes.Select(static form => FormCache.Key(form)));
        table.Get("w17x").ShouldBeSameAs(table.Get("w17x"));
    }

    private sealed class Entry : FormEntry;
}
