using Lesart.Collating;
using Lesart.Text;

namespace Lesart.Tests.Collating;

public sealed class GlossPickerTests
{
    private const string Plain = "Die Elbbrücke wurde am Montag gesperrt.";

    [Theory]
    [InlineData("de", "Sie wurde am Montag für alle Wagen gesperrt.", Plain)]
    [InlineData("de", "Am Montag habe man die Brücke gesperrt, so er.", Plain)] // who speaks is a pronoun
    [InlineData("de", "Und die Elbbrücke wurde am Montag gesperrt.", Plain)]
    [InlineData("de", "„Wir sperren die Elbbrücke am Montag ganz.", Plain)] // the quotation goes on behind it
    [InlineData("de", "Wurde die Elbbrücke am Montag gesperrt?", Plain)]
    [InlineData("en", "They closed the bridge on Monday night.", "The harbour office closed the bridge on Monday.")]
    [InlineData("en", "This was done on Monday night, all agree.", "The harbour office closed the bridge on Monday.")]
    public void The_plainer_of_two_sentences_stands_for_a_point(string language, string first, string second) => Shown(language, first, second).ShouldBe(second);

    [Theory]
    [InlineData("Das Werk wurde am Montag ganz geschlossen.")] // an article
    [InlineData("Moskau und Peking sperren die Brücke am Montag.")] // joins no sentence to the last one
    [InlineData("„Wir sperren die Elbbrücke“, sagte Ute Rehm.")]
    public void Of_two_plain_sentences_the_first_stands_for_it(string first) => Shown("de", first, Plain).ShouldBe(first);

    [Fact]
    public void A_denial_that_says_nothing_else_stands_for_no_point_that_has_another_sentence() =>
        Shown("de", "Das Hafenamt in Elbstedt bestritt das am Montag.", Plain, static (unit, i) => i == 0 ? unit with { IsBare = true } : unit).ShouldBe(Plain);

    [Fact]
    public void A_sentence_stands_for_two_points_only_where_one_has_no_other()
    {
        (GlossPicker picker, Unit[] units) = Picker("de", "Die Elbbrücke wurde am Montag gesperrt, und der Hafen auch.", "Der Hafen wurde am Montag wie die Brücke gesperrt.");
        picker.Pick([.. units]).ShouldBe(units[0]);
        picker.Pick([.. units]).ShouldBe(units[1]);
        picker.Pick([units[0]]).ShouldBe(units[0]);
    }

    private static string Shown(string language, string first, string second, Func<Unit, int, Unit>? with = null)
    {
        (GlossPicker picker, Unit[] units) = Picker(language, first, second);
        if (with is not null)
            units = [.. units.Select(with)];
        return picker.Pick([.. units]).Account == 0 ? first : second;
    }

    // An account each; a source behind "so" is who says it.
    private static (GlossPicker Picker, Unit[] Units) Picker(string language, params string[] sentences)
    {
        AccountText[] texts = [.. sentences.Select((text, i) => AccountText.Of(i, new Account { Id = $"{i}", Text = text, Language = language }, BuiltIn.Packs, new TermIds()))];
        Alignment alignment = new([], new PairTable(new PairRows(8, []), []), new PairReader([]), new AnsweredClaims([], static (_, _) => 0));
        Unit[] units =
        [
            .. sentences.Select((text, i) => new Unit
            {
                Index = i,
                Account = i,
                Sentence = 0,
                Span = new TextSpan(0, text.Length),
                Whole = new TextSpan(0, text.Length),
                Terms = [],
                Language = language,
                IsFinite = true,
                Statement = text.IndexOf(", so ", StringComparison.Ordinal) is > 0 and int at ? new Statement { Id = "s1", Kind = StatementKind.Indirect, Stance = Stance.Asserted, Content = [new TextSpan(0, at)], Source = [new TextSpan(at + 5, text.Length - 1)] } : null,
            }),
        ];
        return (new GlossPicker(BuiltIn.Packs, texts, alignment, language), units);
    }
}
