using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Tests.Collating;

public sealed class AgeTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    [Theory]
    [InlineData("Gefunden hat die Höhle die 36-jährige Wirtin Ida Ravnsborg.", "Das Wetter war gut. Ida Ravnsborg, 63, lud zum Essen.", "36-jährige (a) gegen 63 (b)")] // whatever the clauses tell
    [InlineData("Gefunden hat die Höhle die 36-jährige Ida Ravnsborg.", "Das Wetter war gut. Jörn Hallweg (63) lud zum Essen.", null)]
    [InlineData("Gefunden hat die Höhle die 36-jährige Ida Ravnsborg.", "Ida Ravnsborg (63) war mit ihrer Nichte Ida Ravnsborg (36) da.", null)] // two of one name
    [InlineData("Am Falkenpass ist ein 36-jähriger Mann von einem Felsen gestürzt.", "Am Falkenpass ist ein 63 Jahre alter Mann von einem Felsen gestürzt.", "36-jähriger (a) gegen 63 Jahre alter (b)")]
    [InlineData("Am Falkenpass ist ein 36-jähriger Mann von einem Felsen gestürzt.", "Am Falkenpass ist ein 63-jähriger Mann von einem Felsen gestürzt. Sein Begleiter, ein 36-jähriger Bäcker, kam davon.", null)] // who gives both tells of two
    [InlineData("Am Falkenpass ist ein 36-jähriger Mann von einem Felsen gestürzt.", "Am Falkenpass ist Jörn Hallweg (63) von einem Felsen gestürzt.", null)] // nothing says that he is the man
    [InlineData("Gefunden hat die Höhle die 36-jährige Ida Ravnsborg.", "Das Wetter war gut. Ida Ravnsborg, 38, lud zum Essen.", "36-jährige (a) gegen 38 (b)")]
    [InlineData("Gefunden hat die Höhle Ida Ravnsborg (36, parteilos).", "Das Wetter war gut. Ida Ravnsborg, 38, lud zum Essen.", "36 (a) gegen 38 (b)")]
    [InlineData("Gefunden hat die Höhle Ida R. (36) aus Kallholm.", "Das Wetter war gut. Ida R. (38) lud zum Essen.", "36 (a) gegen 38 (b)")] // the initial ends no sentence
    [InlineData("Gefunden hat die Höhle Ida Ravnsborg. Die 36-Jährige freut sich.", "Das Wetter war gut. Ida Ravnsborg, 38, lud zum Essen.", "36-Jährige (a) gegen 38 (b)")]
    [InlineData("Gefunden haben die Höhle Ida Ravnsborg und Jörn Hallweg. Die 36-Jährige freut sich.", "Das Wetter war gut. Ida Ravnsborg, 38, lud zum Essen.", null)] // either may be meant
    [InlineData("Am Falkenpass ist ein 36-jähriger Mann gestürzt.", "Das Wetter war gut. Die Bergwacht trug einen 63 Jahre alten Mann ins Tal.", "36-jähriger (a) gegen 63 Jahre alten (b)")] // swapped digits, whatever the clauses tell
    [InlineData("Am Falkenpass ist ein 36-jähriger Mann gestürzt.", "Das Wetter war gut. Die Bergwacht trug einen 65 Jahre alten Mann ins Tal.", null)]
    [InlineData("Am Falkenpass sind ein 36-jähriger Mann und ein 58-jähriger Mann von einem Felsen gestürzt.", "Am Falkenpass sind zwei Wanderer, darunter ein 38 Jahre alter Mann, von einem Felsen gestürzt.", "36-jähriger (a) gegen 38 Jahre alter (b)")] // of two the nearer
    [InlineData("Am Falkenpass ist eine 36-jährige Frau ums Leben gekommen.", "Das Wetter war gut. Jetzt ist Ida R. (41) tot.", "36-jährige (a) gegen 41 (b)")] // the one who died, named or not
    [InlineData("Am Falkenpass ist eine 36-jährige Frau ums Leben gekommen.", "Das Wetter war gut. Jetzt ist Ida R. (41) tot. Die Lawine hat zwei Menschenleben gefordert.", null)] // of two either
    [InlineData("Am Falkenpass ist eine 36-jährige Frau ums Leben gekommen.", "Das Wetter war gut. Jetzt ist Ida R. (41) tot. Im Spital starb ein 20-jähriger Träger.", null)]
    [InlineData("Am Falkenpass ist eine 36-jährige Frau ums Leben gekommen.", "Das Wetter war gut. Ida R. (41) wird vermisst.", null)] // something else became of her
    public void An_age_belongs_to_one_person(string first, string second, string? note) =>
        Collate(Read("a", first, "de"), Read("b", second, "de")).Differences.Where(static difference => difference.Slot == DifferenceSlot.Quantity).Select(static difference => difference.Note).SingleOrDefault().ShouldBe(note);

    [Theory]
    [InlineData("The suspect, 38, was held near the lighthouse of Kallholm.", "Police held three people near the lighthouse of Kallholm.")]
    [InlineData("The women, who were 61 and 48 years old, lived near the lighthouse of Kallholm.", "Five women lived near the lighthouse of Kallholm.")]
    [InlineData("Police held a 38-year-old near the lighthouse of Kallholm.", "Police held 12 near the lighthouse of Kallholm.")]
    public void An_age_parts_from_no_count(string first, string second) =>
        Collate(Read("a", first, "en"), Read("b", second, "en")).Differences.ShouldNotContain(static difference => difference.Slot == DifferenceSlot.Quantity);

    [Fact]
    public void A_figure_in_the_midst_of_a_word_is_no_age()
    {
        Account account = Read("a", "The keeper of Kallholm, x38, lit the lamp.", "en");
        account = account with { Quantities = [new Quantity { Start = 25, End = 27, Value = 38 }] };
        Collate(account, Read("b", "The keeper of Kallholm lit the lamp.", "en")).Differences.ShouldBeEmpty();
    }

    private static Account Read(string id, string text, string language) =>
        BuiltIn.Engine.Analyze(new Article { Id = id, Source = id, Outlet = id, Language = language, Published = PublicationTime.OfDay(new DateOnly(2026, 3, 4)), Text = text }).Value.ShouldNotBeNull();

    private static Collation Collate(params Account[] accounts) => new Collator(Packs, "de").Collate(new Story("s", [.. accounts]), []);
}
