using System.Collections.Immutable;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Tests.Collating;

public sealed class PairReaderTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;
    private static readonly Engine Engine = Lesart.Engine.Create();

    [Theory]
    [InlineData("Der Pachtvertrag läuft achtzehn Monate.", "The lease is for a term of 18 months.", 1)]
    [InlineData("Der Pachtvertrag läuft anderthalb Jahre.", "The lease is for a term of 18 months.", 1)] // by days
    [InlineData("Der Kahn sank um 4.35 Uhr.", "The barge went down at 4:35 a.m.", 1)]
    [InlineData("Der Kahn sank um 4.35 Uhr.", "The barge went down at 6:10 a.m.", 0)]
    [InlineData("Der Pachtvertrag läuft achtzehn Monate.", "The lease is for a term of 40 months.", 0)]
    public void Clock_times_and_lengths_of_time_are_figures(string left, string right, double same) => Read(Told("a", "de", left), Told("b", "en", right))(PairFeature.SameFigure).ShouldBe(same);

    [Theory]
    [InlineData("Am 11. Februar 2031 schloss die Zeche.", "Im Februar 2031 schloss die Zeche.", 1)] // a day lies in its month
    [InlineData("Im Februar 2031 schloss die Zeche.", "2031 schloss die Zeche.", 1)]
    [InlineData("Am 11. Februar 2031 schloss die Zeche.", "Am 12. Februar 2031 schloss die Zeche.", 1)] // and two days of one month are near
    [InlineData("Im Februar 2031 schloss die Zeche.", "Im März 2033 schloss die Zeche.", 0)]
    public void Days_are_met_by_what_they_lie_in(string left, string right, double same) => Read(Told("a", "de", left), Told("b", "de", right))(PairFeature.SameDay).ShouldBe(same);

    [Fact]
    public void Figures_that_are_nearly_the_same_are_told_from_others()
    {
        Account rounded = Told("a", "de", "Die Polizei zählte 4.800 Zuschauer im Stadion.");
        double near = Read(rounded, Told("b", "de", "Die Polizei zählte 5.300 Zuschauer im Stadion."))(PairFeature.NearFigure);
        near.ShouldBeInRange(0.8, 0.9);
        Read(rounded, Told("b", "de", "Die Polizei zählte 900 Zuschauer im Stadion."))(PairFeature.NearFigure).ShouldBe(0);
        Read(rounded, rounded with { Id = "b" })(PairFeature.NearFigure).ShouldBe(0); // the same is no near one
    }

    [Fact]
    public void What_a_clause_leaves_out_is_found_around_it()
    {
        const string Other = " Das Wetter bleibt regnerisch. Im Kurpark blühen Kirschbäume.";
        Account full = Told("a", "de", "Die Reederei bestreitet das Leck im Öltank." + Other);
        Account spread = Told("b", "de", "Aus dem Öltank lief nach Angaben der Taucher Diesel. Die Reederei bestreitet das." + Other);
        Account apart = Told("b", "de", "Aus dem Öltank lief nach Angaben der Taucher Diesel." + Other + " Die Reederei bestreitet das.");
        Unit Denial(ImmutableArray<Unit> units) => units.Single(unit => unit.Account == 1 && unit.Terms.Length <= 2 && unit.Sentence is 1 or 3);
        Read(full, spread, static units => units[0], Denial)(PairFeature.AroundContent).ShouldBeGreaterThan(0.5);
        Read(full, apart, static units => units[0], Denial)(PairFeature.AroundContent).ShouldBe(0);
    }

    [Fact]
    public void A_piece_of_a_sentence_is_met_by_what_tells_the_whole()
    {
        Account whole = Told("a", "de", "Der Bagger begrub einen Lastwagen in der Grube am Steinbruch.");
        Account cut = Told("b", "de", "Der Bagger stürzte in die Grube am Steinbruch, er begrub dort einen Lastwagen, der Fahrer lachte darüber laut.");
        Func<PairFeature, double> piece = Read(whole, cut, static units => units[0], static units => units[2]), other = Read(whole, cut, static units => units[0], static units => units[^1]);
        piece(PairFeature.InSentence).ShouldBeGreaterThan(0.5);
        other(PairFeature.InSentence).ShouldBe(0); // it stands in the sentence that tells it, too, and tells something else
    }

    [Fact]
    public void A_large_figure_that_both_give_says_more_than_a_small_one()
    {
        double large = Order("Die Halle fasst 14.200 Zuschauer.", "In die Halle passen 14.000 Leute.");
        large.ShouldBeGreaterThan(4);
        large.ShouldBeGreaterThan(Order("Der Verein stellte zwei Trainer vor.", "In der Halle gibt es zwei Küchen.") + 3);
        Order("Die Halle fasst 14.200 Zuschauer.", "In die Halle passen 9.800 Leute.").ShouldBe(0);

        static double Order(string left, string right) => Read(Told("a", "de", left), Told("b", "de", right))(PairFeature.FigureOrder);
    }

    [Theory]
    [InlineData("Die Halle fasst 14.200 Zuschauer.", 1)]
    [InlineData("Die Halle fasst rund 14.000 Zuschauer.", 0)]
    public void A_figure_that_both_give_to_the_last_digit_is_told_from_a_rounded_one(string other, double isExact) =>
        Read(Told("a", "de", "In die Halle passen 14.200 Leute."), Told("b", "de", other))(PairFeature.ExactFigure).ShouldBe(isExact);

    [Fact]
    public void What_stands_first_is_told_from_what_comes_later()
    {
        const string Rest = " Das Wetter bleibt regnerisch. Im Kurpark blühen Kirschbäume.";
        Account left = Told("a", "de", "Das Lagerhaus brannte nieder." + Rest), right = Told("b", "de", "Die Feuerwehr löschte bis Mitternacht." + Rest);
        Func<PairFeature, double> leads = Read(left, right, static units => units[0], static units => units[3]), across = Read(left, right, static units => units[0], static units => units[^1]);
        leads(PairFeature.BothFirst).ShouldBeGreaterThan(0.8);
        (leads(PairFeature.OneFirst), leads(PairFeature.LaterPlace)).ShouldBe((0, 0));
        (across(PairFeature.BothFirst), across(PairFeature.OneFirst), across(PairFeature.EarlierPlace), across(PairFeature.LaterPlace)).ShouldBe((0, 1, 0, 1));
        Read(left, left with { Id = "b" }, static units => units[0], static units => units[3])(PairFeature.BothFirst).ShouldBeLessThan(0.01); // leads that say the same are one point
    }

    [Theory]
    [InlineData("Zwölf Fahrgäste wurden schwer verletzt.", "Dreißig wurden verletzt.")] // a phrase of the table and one of its words
    [InlineData("Der Kapitän schwieg.", "Der Kapitän sagte kein Wort.")]
    [InlineData("Die Behörde nahm am Abend Ermittlungen auf.", "Die Behörde leitete ein Verfahren ein.")] // verbs stand anywhere
    public void Phrases_are_met_as_a_whole_and_by_their_words(string left, string right) => Met(left, right).ShouldBeGreaterThan(0);

    [Theory]
    [InlineData("Der Redner schwieg.", "Seine Worte drangen an kein Ohr.")] // "kein Wort" in another order
    [InlineData("Der Redner schwieg.", "Sie hatten nach eigenen Angaben im Sommer damals keine Boote.")]
    public void Words_of_a_phrase_that_stand_apart_are_none(string left, string right) => Met(left, right).ShouldBe(0);

    [Fact]
    public void A_run_of_the_same_words_is_told_from_the_same_words_apart()
    {
        const string Quoted = "So lange war es hier noch nie so still.";
        Read(Told("a", "de", Quoted), Told("b", "de", "Die Wirtin klagte: So lange war es hier noch nie so still."))(PairFeature.RunPart).ShouldBe(1);
        Func<PairFeature, double> apart = Read(Told("a", "de", Quoted), Told("b", "de", "Still war es noch hier, nie lange so."));
        apart(PairFeature.RunPart).ShouldBeLessThan(0.3);
        apart(PairFeature.SharedRun).ShouldBeLessThan(Math.Log(3));
        Read(Told("a", "de", Quoted), Told("b", "en", Quoted))(PairFeature.SharedRun).ShouldBe(0); // another language
    }

    [Theory]
    [InlineData("2031-02-03T04:35", 4, 35)]
    [InlineData("T23:05", 23, 5)]
    public void A_clock_time_is_read_from_its_value(string value, int hour, int minute) => TimeLength.ClockOf(value).ShouldBe((hour, minute));

    [Theory]
    [InlineData("P2W", 14)]
    [InlineData("P2Y", 730.5)]
    [InlineData("PT12H", 0.5)]
    [InlineData("P1W2DT6H", 9.25)]
    public void A_length_of_time_is_read_in_days(string value, double days) => ((double?)TimeLength.DaysOf(value)).ShouldBe(days);

    [Theory]
    [InlineData("PXD")]
    [InlineData("P")]
    [InlineData("2031-02-03")]
    public void What_gives_no_number_has_no_length(string value)
    {
        TimeLength.DaysOf(value).ShouldBeNull();
        TimeLength.ClockOf(value).ShouldBeNull();
    }

    [Fact]
    public void What_the_other_account_tells_elsewhere_is_told_from_what_it_never_tells()
    {
        Account left = Told("a", "de", "Der Bagger begrub einen Lastwagen im Steinbruch.");
        Func<PairFeature, double> elsewhere = Read(left, Told("b", "de", "Im Steinbruch standen Lastwagen. Ein Bagger kippte um.")), never = Read(left, Told("b", "de", "Es regnete lange. Ein Bagger kippte um."));
        elsewhere(PairFeature.Elsewhere).ShouldBeGreaterThan(0.4);
        never(PairFeature.Elsewhere).ShouldBe(0);
        never(PairFeature.OwnPart).ShouldBeGreaterThan(elsewhere(PairFeature.OwnPart));
    }

    [Fact]
    public void A_word_that_every_account_tells_once_says_more_than_one_that_comes_again()
    {
        Account left = Told("a", "de", "Der Bagger kippte um.");
        Func<PairFeature, double> once = Read(left, Told("b", "de", "Im Kurpark blühen Kirschbäume. Der Bagger sank ein.")), twice = Read(left, Told("b", "de", "Den Bagger fuhr ein Lehrling. Der Bagger sank ein."));
        once(PairFeature.Once).ShouldBeGreaterThan(0);
        once(PairFeature.HeldTimes).ShouldBe(1);
        twice(PairFeature.Once).ShouldBe(0);
        twice(PairFeature.HeldTimes).ShouldBe(1.5); // three clauses of two accounts
    }

    [Fact]
    public void Denials_negations_charges_and_own_words_are_counted()
    {
        Func<PairFeature, double> pair = Read(Told("a", "de", "Die Staatsanwaltschaft wirft dem Reeder Betrug vor."), Told("b", "de", "Der Reeder wies den Vorwurf zurück, er habe nicht betrogen."));
        pair(PairFeature.Accusations).ShouldBe(2);
        Read(Told("a", "de", "Der Reeder betrog die Bank."), Told("b", "de", "Der Reeder betrog die Bank nicht."))(PairFeature.Negations).ShouldBe(1);
        Read(Told("a", "de", "Der Reeder betrog die Bank."), Told("b", "de", "Der Reeder wies den Vorwurf des Betrugs zurück."))(PairFeature.Rejections).ShouldBe(1);
        Read(Told("a", "de", "Der Reeder betrog die Bank."), Told("b", "de", "Der Reeder habe die Bank betrogen, sagte der Richter."))(PairFeature.Narrated).ShouldBe(1);
    }

    private static double Met(string left, string right) => Read(Told("a", "de", left + " Im Kurpark blühen Kirschbäume."), Told("b", "de", right), static units => units[0], static units => units[^1])(PairFeature.SharedContent);

    private static Func<PairFeature, double> Read(Account left, Account right) => Read(left, right, static units => units[0], static units => units[^1]);

    private static Func<PairFeature, double> Read(Account left, Account right, Func<ImmutableArray<Unit>, Unit> one, Func<ImmutableArray<Unit>, Unit> other)
    {
        ImmutableArray<Unit> units = UnitsOf(left, right);
        double[] features = new PairReader(units).Read(one(units), other(units));
        return feature => features[(int)feature];
    }

    private static ImmutableArray<Unit> UnitsOf(params Account[] accounts)
    {
        TermIds ids = new();
        return new UnitReader(Packs, ids).Read([.. accounts.Select((account, i) => AccountText.Of(i, account, Packs, ids))]);
    }

    private static Account Told(string id, string language, string text) =>
        Engine.Analyze(new Article { Id = id, Source = id, Outlet = id, Language = language, Text = text }).Value.ShouldNotBeNull();
}
