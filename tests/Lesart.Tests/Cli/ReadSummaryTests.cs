using System.Text;
using Lesart.Cli;
using Lesart.Dossiers;
using Lesart.Tests.Dossiers;

namespace Lesart.Tests.Cli;

public sealed class ReadSummaryTests
{
    [Fact]
    public void The_summary_counts_and_names_where_a_story_parts() =>
        Print(DossierSketches.Crane()).ShouldBe(
            """
            stories          1
            accounts         5   4 de, 1 en
            strands          4
            points           5   4 in more than one strand
            differences      3
            speak most   Nordkai (4), Enno Tjarks (3), Feuerwehr Emden (3)
            not read         1

            Containerkran stürzt in Emden ins Hafenbecken
              5 accounts · 4 strands · 5 points · 3 differences
              ≠ Drei Arbeiter wurden nach Angaben der Feuerwehr verletzt
                drei (Küstenbote) gegen fünf (Ems-Kurier)
              ≠ sie habe Warnungen missachtet
                mit Vorbehalt (Ems-Kurier) gegen bestritten (Küstenbote)
              ≠ Den Schaden schätzt sie auf 14 Millionen Euro
                14 Millionen (Küstenbote) gegen mehr als 30 Millionen (Ems-Kurier)

            dossier      out/dossier.html
            records      out/lesart.json

            """);

    [Fact]
    public void A_title_cannot_steer_the_terminal()
    {
        Dossier dossier = DossierSketches.Crane();
        dossier = dossier with { Collations = [dossier.Collations[0] with { Title = "rot\u001b[31m\r\u202Eum" }] };
        Print(dossier).ShouldContain("rot\uFFFD[31m\uFFFD\uFFFDum");
    }

    [Fact]
    public void Signs_beyond_the_basic_plane_are_printed()
    {
        Dossier dossier = DossierSketches.Crane();
        Print(dossier with { Collations = [dossier.Collations[0] with { Title = "Feuer 🔥\tim Hafen, halbes \uD83D Zeichen" }] }).ShouldContain("Feuer 🔥 im Hafen, halbes \uFFFD Zeichen\n");
    }

    [Fact]
    public void A_title_is_not_cut_inside_a_sign()
    {
        Dossier dossier = DossierSketches.Crane();
        Print(dossier with { Collations = [dossier.Collations[0] with { Title = "x" + string.Concat(Enumerable.Repeat("🔥", 100)) }] }).ShouldNotContain("\uFFFD");
        Print(dossier with { Collations = [dossier.Collations[0] with { Title = string.Concat(Enumerable.Repeat("🔥", 100)) }] }).EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
    }

    [Fact]
    public void A_long_note_goes_on_below_so_that_every_side_is_seen()
    {
        Dossier dossier = DossierSketches.Crane();
        string outlets = string.Join(", ", Enumerable.Range(1, 14).Select(static number => $"Morgenblatt {number}"));
        Difference difference = dossier.Collations[0].Differences[0] with { Note = $"drei ({outlets}) gegen fünf (Ems-Kurier)" };
        dossier = dossier with { Collations = [dossier.Collations[0] with { Differences = [difference] }] };
        string[] lines = [.. Print(dossier).Split('\n').SkipWhile(static line => !line.StartsWith("  ≠", StringComparison.Ordinal)).TakeWhile(static line => line.Length > 0)];
        lines.Length.ShouldBe(4);
        lines.ShouldAllBe(static line => line.Length <= 114);
        string.Join(' ', lines.Skip(1).Select(static line => line[4..])).ShouldBe(difference.Note);
    }

    [Fact]
    public void A_note_is_cut_between_letters_never_within_one()
    {
        Dossier dossier = DossierSketches.Crane();
        Difference difference = dossier.Collations[0].Differences[0] with { Note = new string('x', 109) + string.Concat(Enumerable.Repeat("🚢", 400)) };
        Print(dossier with { Collations = [dossier.Collations[0] with { Differences = [difference] }] }).EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
    }

    [Fact]
    public void A_story_without_a_title_is_named_by_how_it_begins()
    {
        Dossier dossier = DossierSketches.Crane();
        Collation untitled = dossier.Collations[0] with { Title = null, Accounts = [.. dossier.Collations[0].Accounts.Select(static account => account with { Title = null })] };
        Print(dossier with { Collations = [untitled] }).ShouldContain("EMDEN (nda) - Im Hafen von Emden ist am Donnerstagmorgen ein Containerkran …");
    }

    [Fact]
    public void A_run_that_read_nothing_says_so_and_leaves_the_reasons_to_the_messages_and_the_records() =>
        Print(new Dossier([], [], [new Problem("leer", null, "the folder holds no files"), new Problem("a\u001b.html", 3, "no article")])).ShouldBe(
            """
            Nothing could be read.
            not read         2

            records      out/lesart.json

            """);

    [Fact]
    public void Differences_come_in_the_order_of_the_dossier()
    {
        Dossier dossier = DossierSketches.Crane();
        Collation collation = dossier.Collations[0];
        string[] inOrder = Notes(dossier);
        inOrder.Length.ShouldBe(3);
        Notes(dossier with { Collations = [collation with { Differences = [.. collation.Differences.Reverse()] }] }).ShouldBe(inOrder);

        static string[] Notes(Dossier dossier) => [.. Print(dossier).Split('\n').Where(static line => line.StartsWith("  ≠", StringComparison.Ordinal))];
    }

    [Fact]
    public void An_article_that_tells_of_a_denial_is_not_left_as_the_one_who_denies()
    {
        Dossier dossier = DossierSketches.Crane();
        Account bote = dossier.Accounts[0];
        DifferingReading denied = dossier.Collations[0].Differences[2].Readings[0];
        Reply reply = new() { Accused = "nordkai", Accusations = [], Answers = [new Answer(bote.Id, "s3", "nordkai", Stance.Denied, [new TextSpan(denied.Start, denied.End)], AnswerKind.Denial)] };
        dossier = dossier with { Collations = [dossier.Collations[0] with { Replies = [reply] }] };
        Print(dossier).ShouldContain("gegen bestritten (Küstenbote)\n    denied by Nordkai, Küstenbote\n");
        Difference named = dossier.Collations[0].Differences[2] with { Note = "mit Vorbehalt (Ems-Kurier) gegen zurückgewiesen von Nordkai (Küstenbote)" };
        Print(dossier with { Collations = [dossier.Collations[0] with { Differences = [named] }] }).ShouldNotContain("denied by");
    }

    [Fact]
    public void Of_stories_with_as_many_accounts_those_that_part_come_first()
    {
        Dossier dossier = DossierSketches.Crane();
        Collation even = dossier.Collations[0] with { Story = "even", Title = "Ohne Streit", Differences = [] };
        string shown = Print(dossier with { Collations = [even, dossier.Collations[0]] });
        shown.IndexOf("Containerkran stürzt", StringComparison.Ordinal).ShouldBeLessThan(shown.IndexOf("Ohne Streit", StringComparison.Ordinal));
    }

    [Fact]
    public void Colours_come_only_where_they_are_asked_for()
    {
        Print(DossierSketches.Crane()).ShouldNotContain("\u001b");
        Print(DossierSketches.Crane(), usesColor: true).ShouldContain("\u001b[1mContainerkran");
    }

    private static string Print(Dossier dossier, bool usesColor = false)
    {
        using StringWriter output = new() { NewLine = "\n" };
        ReadSummary.Print(output, dossier.Accounts, dossier.Collations, dossier.Problems, "out/dossier.html", "out/lesart.json", usesColor);
        return output.ToString();
    }
}
