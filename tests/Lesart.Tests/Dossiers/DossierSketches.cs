using System.Collections.Immutable;
using System.Globalization;
using Lesart.Dossiers;

namespace Lesart.Tests.Dossiers;

/// <summary>Dossiers drawn by hand, with invented outlets, people and events.</summary>
internal static class DossierSketches
{
    /// <summary>Five accounts of a fallen crane: two share an agency's text, one is in English, one breaks off; figures, a date and a cause differ.</summary>
    public static Dossier Crane()
    {
        AccountSketch[] sketches =
        [
            Named(new AccountSketch("kuestenbote", "Küstenbote", "2027-03-04T14:20:00+01:00", "de", "Containerkran stürzt in Emden ins Hafenbecken",
                """
                EMDEN (nda) - Im Hafen von Emden ist am Donnerstagmorgen ein Containerkran umgestürzt und ins Hafenbecken gefallen. Drei Arbeiter wurden nach Angaben der Feuerwehr verletzt, einer von ihnen schwer.

                "Wir hatten die Windwarnung um sechs Uhr auf dem Tisch", sagte Hafenkapitän Enno Tjarks. Der Betrieb sei trotzdem nicht eingestellt worden.

                Die Betreiberfirma Nordkai wies den Vorwurf zurück, sie habe Warnungen missachtet. Den Schaden schätzt sie auf 14 Millionen Euro. Der Kran war erst im Jahr 2019 aufgestellt worden.
                """, "nda"))
                .Says("s1", StatementKind.Indirect, Stance.Asserted, "feuerwehr-emden", "der Feuerwehr", "nach Angaben", "Drei Arbeiter wurden", "emden")
                .Says("s2", StatementKind.Direct, Stance.Asserted, "enno-tjarks", "Hafenkapitän Enno Tjarks", "sagte", "Wir hatten die Windwarnung um sechs Uhr auf dem Tisch", "nordkai")
                .Says("s3", StatementKind.Indirect, Stance.Denied, "nordkai", "Die Betreiberfirma Nordkai", "wies den Vorwurf zurück", "sie habe Warnungen missachtet", "enno-tjarks")
                .Says("s4", StatementKind.Indirect, Stance.Asserted, "nordkai", "sie auf", "schätzt", "14 Millionen Euro"),
            Named(new AccountSketch("deichblatt", "Deichblatt", "2027-03-04T16:05:00+01:00", "de", "Kran kippt um: Drei Verletzte im Emder Hafen",
                """
                EMDEN (nda/db) - Im Hafen von Emden ist am Donnerstagmorgen ein riesiger Containerkran umgestürzt und ins Hafenbecken gefallen. Drei Arbeiter wurden nach Angaben der Feuerwehr verletzt.

                "Wir hatten die Windwarnung um sechs Uhr auf dem Tisch", sagte Hafenkapitän Enno Tjarks. Der Betrieb sei trotzdem nicht eingestellt worden.

                Den Schaden schätzt die Betreiberfirma Nordkai auf 14 Millionen Euro. Der Kran war erst im Jahr 2019 aufgestellt worden.
                """, "nda"))
                .Says("s1", StatementKind.Indirect, Stance.Asserted, "feuerwehr-emden", "der Feuerwehr", "nach Angaben", "Drei Arbeiter wurden", "emden")
                .Says("s2", StatementKind.Direct, Stance.Asserted, "enno-tjarks", "Hafenkapitän Enno Tjarks", "sagte", "Wir hatten die Windwarnung um sechs Uhr auf dem Tisch", "nordkai")
                .Says("s4", StatementKind.Indirect, Stance.Asserted, "nordkai", "die Betreiberfirma Nordkai", "schätzt", "14 Millionen Euro"),
            Named(new AccountSketch("ems-kurier", "Ems-Kurier", "2027-03-05T05:30:00+01:00", "de", "Der Wind, der Kran und die Frage nach der Warnung",
                """
                Fünf Verletzte, ein Kran im Wasser und viele offene Fragen: Nach dem Unglück im Emder Hafen ermittelt die Staatsanwaltschaft. Die Hafengesellschaft Nordkai soll zwei Warnungen ignoriert haben, wie ein Kranführer dem Ems-Kurier berichtete.

                Nordkai-Sprecherin Swantje Ulfers bestreitet das. "Es gab keine Warnung, die uns erreicht hätte", sagte sie. Gutachter rechnen mit einem Schaden von mehr als 30 Millionen Euro. War der Koloss von 2017 überhaupt für solche Böen gebaut?

                Am Montag will der Verkehrsausschuss des Landtags über den Fall beraten.
                """))
                .Says("s1", StatementKind.Indirect, Stance.Hedged, null, "ein Kranführer", "berichtete", "Die Hafengesellschaft Nordkai soll zwei Warnungen ignoriert haben", "nordkai")
                .Says("s2", StatementKind.Direct, Stance.Denied, "swantje-ulfers", "sie.", "sagte", "Es gab keine Warnung, die uns erreicht hätte", "nordkai")
                .Says("s3", StatementKind.Indirect, Stance.Asserted, null, "Gutachter", "rechnen", "einem Schaden von mehr als 30 Millionen Euro", "nordkai")
                .Says("s4", StatementKind.Narrated, Stance.Questioned, null, null, null, "War der Koloss von 2017 überhaupt für solche Böen gebaut?"),
            Named(new AccountSketch("north-sea-post", "North Sea Post", "2027-03-05T09:00:00Z", "en", "Port crane collapses into harbour at Emden",
                """
                A container crane collapsed into the harbour at Emden, northern Germany, early on Thursday, injuring three workers, the fire brigade said.

                Harbour master Enno Tjarks said a wind warning had been issued at 6am. Operator Nordkai denied ignoring it. "No warning reached us," spokeswoman Swantje Ulfers said.

                The company put the damage at 14 million euros.
                """))
                .Says("s1", StatementKind.Indirect, Stance.Asserted, "feuerwehr-emden", "the fire brigade", "said", "injuring three workers", "emden")
                .Says("s2", StatementKind.Indirect, Stance.Asserted, "enno-tjarks", "Harbour master Enno Tjarks", "said", "a wind warning had been issued at 6am", "nordkai")
                .Says("s3", StatementKind.Direct, Stance.Denied, "swantje-ulfers", "spokeswoman Swantje Ulfers", "said", "No warning reached us", "nordkai")
                .Says("s4", StatementKind.Indirect, Stance.Asserted, "nordkai", "The company", "put", "the damage at 14 million euros"),
            Named(new AccountSketch("welle-nord", "Welle Nord", "2027-03-05", "de", "Nach Kransturz: Hafen bleibt gesperrt",
                """
                Der Emder Hafen bleibt nach dem Sturz eines Krans bis Freitag gesperrt. Mehr lesen Abonnenten.
                """)),
        ];
        Account[] accounts = [.. sketches.Select(static (sketch, number) => sketch.Draw("kran", isIncomplete: number == 4))];
        Reading Read(int account, string? statement, string words, Stance stance, StatementKind kind, string? speaker) => new()
        {
            Account = accounts[account].Id,
            Statement = statement,
            Spans = [sketches[account].Find(words)],
            Stance = stance,
            Kind = kind,
            Speaker = speaker,
        };
        DifferingReading Part(int account, string words, string value) => new(accounts[account].Id, sketches[account].Find(words).Start, sketches[account].Find(words).End, value);
        AccountSpan Span(int account, string words) => new(accounts[account].Id, sketches[account].Find(words).Start, sketches[account].Find(words).End);
        WordingTerm Term(int account, string words, int quoted = 0) => new(accounts[account].Id, words, 1, [sketches[account].Find(words)]) { Quoted = quoted };

        Collation collation = new()
        {
            Story = "kran",
            Title = accounts[0].Title,
            From = accounts[0].Published,
            To = accounts[3].Published,
            Accounts = [.. accounts.Select(static (account, number) => new CollatedAccount(account.Id, account.Outlet, account.Title, account.Published, account.Url, account.Language, number < 2 ? "1" : $"{number}") { Incomplete = account.Incomplete })],
            Strands =
            [
                new Strand("1", ["kuestenbote", "deichblatt"], "nda"), new Strand("2", ["ems-kurier"], null), new Strand("3", ["north-sea-post"], null), new Strand("4", ["welle-nord"], null),
            ],
            Passages =
            [
                new Passage([Span(0, "Im Hafen von Emden ist am Donnerstagmorgen ein Containerkran umgestürzt und ins Hafenbecken gefallen."), Span(1, "Im Hafen von Emden ist am Donnerstagmorgen ein riesiger Containerkran umgestürzt und ins Hafenbecken gefallen.")], 15, PassageKind.Wire) { Likeness = 0.94m },
                new Passage([Span(0, "Wir hatten die Windwarnung um sechs Uhr auf dem Tisch"), Span(1, "Wir hatten die Windwarnung um sechs Uhr auf dem Tisch")], 10, PassageKind.Quotation),
            ],
            Points =
            [
                new Point
                {
                    Id = "p1", Gloss = "Drei Arbeiter wurden nach Angaben der Feuerwehr verletzt", Relation = Relation.Contradict, Strands = 3, Silent = [],
                    Readings = [Read(0, "s1", "Drei Arbeiter wurden", Stance.Asserted, StatementKind.Indirect, "feuerwehr-emden"), Read(1, "s1", "Drei Arbeiter wurden", Stance.Asserted, StatementKind.Indirect, "feuerwehr-emden"), Read(2, null, "Fünf Verletzte", Stance.Asserted, StatementKind.Narrated, null), Read(3, "s1", "injuring three workers", Stance.Asserted, StatementKind.Indirect, "feuerwehr-emden")],
                },
                new Point
                {
                    Id = "p2", Gloss = "sie habe Warnungen missachtet", Relation = Relation.Contradict, Strands = 3, Silent = ["deichblatt"],
                    Readings = [Read(0, "s3", "sie habe Warnungen missachtet", Stance.Denied, StatementKind.Indirect, "nordkai"), Read(2, "s1", "Die Hafengesellschaft Nordkai soll zwei Warnungen ignoriert haben", Stance.Hedged, StatementKind.Indirect, null), Read(2, "s2", "Es gab keine Warnung, die uns erreicht hätte", Stance.Denied, StatementKind.Direct, "swantje-ulfers"), Read(3, "s3", "No warning reached us", Stance.Denied, StatementKind.Direct, "swantje-ulfers")],
                },
                new Point
                {
                    Id = "p3", Gloss = "Den Schaden schätzt sie auf 14 Millionen Euro", Relation = Relation.Differ, Strands = 3, Silent = [],
                    Readings = [Read(0, "s4", "14 Millionen Euro", Stance.Asserted, StatementKind.Indirect, "nordkai"), Read(1, "s4", "14 Millionen Euro", Stance.Asserted, StatementKind.Indirect, "nordkai"), Read(2, "s3", "mehr als 30 Millionen Euro", Stance.Asserted, StatementKind.Indirect, null), Read(3, "s4", "14 million euros", Stance.Asserted, StatementKind.Indirect, "nordkai")],
                },
                new Point
                {
                    Id = "p4", Gloss = "Wir hatten die Windwarnung um sechs Uhr auf dem Tisch", Relation = Relation.Agree, Strands = 2, Silent = ["ems-kurier"],
                    Readings = [Read(0, "s2", "Wir hatten die Windwarnung um sechs Uhr auf dem Tisch", Stance.Asserted, StatementKind.Direct, "enno-tjarks"), Read(1, "s2", "Wir hatten die Windwarnung um sechs Uhr auf dem Tisch", Stance.Asserted, StatementKind.Direct, "enno-tjarks"), Read(3, "s2", "a wind warning had been issued at 6am", Stance.Asserted, StatementKind.Indirect, "enno-tjarks")],
                },
                new Point
                {
                    Id = "p5", Gloss = "War der Koloss von 2017 überhaupt für solche Böen gebaut?", Relation = Relation.Single, Strands = 1, Silent = ["north-sea-post"],
                    Readings = [Read(2, "s4", "War der Koloss von 2017 überhaupt für solche Böen gebaut?", Stance.Questioned, StatementKind.Narrated, null)],
                },
            ],
            Differences =
            [
                new Difference { Point = "p1", Slot = DifferenceSlot.Quantity, Note = "drei (Küstenbote) gegen fünf (Ems-Kurier)", Readings = [Part(0, "Drei Arbeiter", "3"), Part(1, "Drei Arbeiter", "3"), Part(2, "Fünf Verletzte", "5"), Part(3, "three workers", "3")] },
                new Difference { Point = "p3", Slot = DifferenceSlot.Quantity, Note = "14 Millionen (Küstenbote) gegen mehr als 30 Millionen (Ems-Kurier)", Readings = [Part(0, "14 Millionen Euro", "14000000 EUR"), Part(1, "14 Millionen Euro", "14000000 EUR"), Part(2, "mehr als 30 Millionen Euro", ">30000000 EUR"), Part(3, "14 million euros", "14000000 EUR")] },
                new Difference { Point = "p2", Slot = DifferenceSlot.Stance, Note = "mit Vorbehalt (Ems-Kurier) gegen bestritten (Küstenbote)", Readings = [Part(0, "wies den Vorwurf zurück", "denied"), Part(2, "soll zwei Warnungen ignoriert haben", "hedged"), Part(3, "denied ignoring it", "denied")] },
            ],
            Wording = [new Wording("kran", [Term(0, "Containerkran"), Term(1, "Containerkran"), Term(2, "Koloss"), Term(3, "container crane")]), new Wording("nordkai", [Term(0, "Betreiberfirma"), Term(1, "Betreiberfirma"), Term(2, "Hafengesellschaft"), Term(3, "Operator", 1)])],
            Timeline =
            [
                new TimelineEntry { Value = "2019", From = new DateOnly(2019, 1, 1), To = new DateOnly(2019, 12, 31), Gloss = "Der Kran war erst im Jahr 2019 aufgestellt worden", Evidence = [Span(0, "im Jahr 2019"), Span(1, "im Jahr 2019")] },
                new TimelineEntry { Value = "2027-03-04TMO", From = new DateOnly(2027, 3, 4), To = new DateOnly(2027, 3, 4), Gloss = "Im Hafen von Emden ist ein Containerkran umgestürzt", Evidence = [Span(0, "am Donnerstagmorgen"), Span(1, "am Donnerstagmorgen"), Span(3, "early on Thursday")] },
                new TimelineEntry { Value = "2027-03-08", From = new DateOnly(2027, 3, 8), To = new DateOnly(2027, 3, 8), Gloss = "will der Verkehrsausschuss des Landtags über den Fall beraten", Evidence = [Span(2, "Am Montag")] },
            ],
        };
        return new Dossier([.. accounts], [collation], [new Problem("scan.pdf", null, "is no text, Markdown or HTML")]);
    }

    /// <summary>One story of many accounts and points, every figure made up from a counter.</summary>
    public static Dossier Large(int accountCount, int pointCount)
    {
        List<Account> accounts = [];
        for (int number = 0; number < accountCount; number++)
        {
            List<TextSpan> sentences = [];
            List<Statement> statements = [];
            List<Mention> mentions = [];
            System.Text.StringBuilder text = new();
            for (int point = 0; point < pointCount; point++)
            {
                if ((number * 7 + point * 3) % 5 != 0)
                    continue;
                if (text.Length > 0)
                    text.Append(sentences.Count % 4 == 0 ? "\n\n" : " ");
                int start = text.Length;
                text.Append(CultureInfo.InvariantCulture, $"Sprecherin Nummer {point % 17} sagte, an Stelle {point} seien {100 + ((point * number) % 3)} Kisten gezählt worden, und die Verwaltung habe davon gewusst.");
                int comma = text.ToString(start, text.Length - start).IndexOf(',', StringComparison.Ordinal) + start;
                sentences.Add(new TextSpan(start, text.Length));
                mentions.Add(new Mention(start, start + 10, $"e{point % 17}", MentionKind.Name));
                statements.Add(new Statement
                {
                    Id = $"s{point}", Kind = (StatementKind)(point % 3), Stance = (Stance)(point % 4), Speaker = $"e{point % 17}", Content = [new TextSpan(comma + 2, text.Length - 1)], About = [$"e{(point + 1) % 17}"],
                });
            }

            accounts.Add(new Account(new Article
            {
                Id = $"account-{number}", Source = $"{number}.txt", Outlet = $"Blatt {number}", Title = $"Bericht {number} über die Kisten", Language = "de", Text = text.ToString(),
                Published = PublicationTime.OfInstant(new DateTimeOffset(2027, 5, 1 + (number % 3), number % 24, 0, 0, TimeSpan.FromHours(2))), Url = $"https://blatt{number}.example/a",
            })
            {
                Story = "kisten",
                Sentences = [.. sentences],
                Mentions = [.. mentions],
                Statements = [.. statements],
                Entities = [.. Enumerable.Range(0, 17).Select(static id => new Entity { Id = $"e{id}", Type = EntityType.Person, Name = $"Person Nummer {id}", Names = [$"Nummer {id}"] })],
            });
        }

        Point PointAt(int point)
        {
            ImmutableArray<Reading> readings = [.. accounts.SelectMany(account => account.Statements.Where(statement => statement.Id == $"s{point}").Select(statement => new Reading
            {
                Account = account.Id, Statement = statement.Id, Spans = statement.Content, Stance = statement.Stance, Kind = statement.Kind, Speaker = statement.Speaker,
            }))];
            HashSet<string> telling = [.. readings.Select(static reading => reading.Account)];
            return new Point
            {
                Id = $"p{point}", Gloss = $"an Stelle {point} seien Kisten gezählt worden", Relation = (Relation)(point % 4), Strands = Math.Max(1, readings.Length / 2), Readings = readings,
                Silent = [.. accounts.Select(static account => account.Id).Where(id => !telling.Contains(id))],
            };
        }

        return new Dossier([.. accounts],
        [
            new Collation
            {
                Story = "kisten", Title = "Die Kisten", From = accounts[0].Published, To = accounts[^1].Published,
                Accounts = [.. accounts.Select(static (account, number) => new CollatedAccount(account.Id, account.Outlet, account.Title, account.Published, account.Url, account.Language, $"{number / 2}"))],
                Strands = [.. accounts.Select(static account => account.Id).Chunk(2).Select(static (ids, number) => new Strand($"{number}", [.. ids], null))],
                Points = [.. Enumerable.Range(0, pointCount).Select(PointAt)],
            },
        ],
        []);
    }

    /// <summary>One article with what people said in it: points whose words reach beyond the quotation marks, and one that is nothing but hers.</summary>
    public static Dossier Quoted()
    {
        AccountSketch sketch = new AccountSketch("kuestenbote", "Küstenbote", "2027-03-04", "de", "Wasser in der Stadt",
            """
            "Die Schleuse bleibt zu", sagte Amtsleiterin Wiebke Harms. Dann sprach sie weiter: „Es war still. Dann kam das Wasser“, sagte Harms. Der Rat erklärte, das Amt habe niemanden gewarnt.
            """).Names("wiebke-harms", EntityType.Person, "Wiebke Harms", "Wiebke Harms", "Harms");
        Account account = sketch.Draw("wasser");
        Point At(string id, string words, StatementKind kind) => new()
        {
            Id = id, Gloss = words, Relation = Relation.Single, Strands = 1,
            Readings = [new Reading { Account = account.Id, Spans = [sketch.Find(words)], Stance = Stance.Asserted, Kind = kind, Speaker = kind is StatementKind.Direct ? "wiebke-harms" : null }],
        };
        return new Dossier([account],
        [
            new Collation
            {
                Story = "wasser", Title = account.Title, Accounts = [new CollatedAccount(account.Id, account.Outlet, account.Title, account.Published, account.Url, account.Language, "1")],
                Strands = [new Strand("1", [account.Id], null)],
                Points = [At("p1", "Die Schleuse bleibt zu\", sagte Amtsleiterin Wiebke Harms", StatementKind.Direct), At("p2", "Dann kam das Wasser“, sagte Harms", StatementKind.Direct), At("p3", "Es war still", StatementKind.Direct), At("p4", "das Amt habe niemanden gewarnt", StatementKind.Indirect)],
            },
        ],
        []);
    }

    /// <summary>The crane with one article that parts from its own title.</summary>
    public static Dossier Inner()
    {
        Dossier crane = Crane();
        Difference inner = new() { Point = "p5", Slot = DifferenceSlot.Quantity, Note = "5 (Titel) gegen 3 (Text), Ems-Kurier", Readings = [new DifferingReading("ems-kurier", 0, 4, "5") { InTitle = true }, new DifferingReading("ems-kurier", 5, 9, "3")] };
        return crane with { Collations = [crane.Collations[0] with { Differences = [inner] }] };
    }

    /// <summary>A run of several stories: the first of many boxes, then the crane, then the hostile one.</summary>
    public static Dossier Several()
    {
        Dossier boxes = Large(accountCount: 7, pointCount: 20), crane = Crane(), hostile = Hostile();
        return new Dossier([.. boxes.Accounts, .. crane.Accounts, .. hostile.Accounts], [.. boxes.Collations, .. crane.Collations, .. hostile.Collations], []);
    }

    /// <summary>One account whose every outside text tries to become markup, script or broken bytes.</summary>
    public static Dossier Hostile()
    {
        const string Attack = "</script><script>window.pwned=1</script><img src=x onerror=\"window.pwned=1\">\u2028\u2029 ]]> <!-- \u202Eevil &amp; '\"";
        AccountSketch sketch = new("hostile", "Blatt" + Attack, "2027-01-01", "de", "Titel" + Attack, "Erster Satz " + Attack + " Ende.\n\nZweiter\r\nSatz mit \0 und \uD800 allein, dann 😀 und </textarea></title></style>.", url: "javascript:window.pwned=1");
        sketch.Names("x\"><script>", EntityType.Person, "Name" + Attack, "Zweiter");
        sketch.Says("s1", StatementKind.Direct, Stance.Asserted, "x\"><script>", "Zweiter", null, "allein, dann 😀", "nobody" + Attack);
        Account account = sketch.Draw("s");
        return new Dossier([account],
        [
            new Collation
            {
                Story = "s", Title = account.Title,
                Accounts = [new CollatedAccount(account.Id, account.Outlet, account.Title, account.Published, account.Url, account.Language, "1")],
                Strands = [new Strand("1", [account.Id], "Agentur" + Attack) { Why = ["weil" + Attack] }],
                Points = [new Point { Id = "p\"" + Attack, Gloss = "Punkt" + Attack, Readings = [new Reading { Account = account.Id, Statement = "s1", Spans = [sketch.Find("allein"), new TextSpan(-5, 100_000)], Speaker = "x\"><script>" }] }],
                Wording = [new Wording("x" + Attack, [new WordingTerm(account.Id, "Wort" + Attack, 1, [sketch.Find("Satz")])])],
                Timeline = [new TimelineEntry { Value = Attack, Gloss = "Zeit" + Attack, Evidence = [new AccountSpan(account.Id, 3, 2), new AccountSpan("unknown", 0, 1)] }],
                Related = [new RelatedStory(Attack, Attack)],
            },
        ],
        [new Problem("datei" + Attack, 3, "Grund" + Attack)]);
    }

    private static AccountSketch Named(AccountSketch sketch) => sketch
        .Names("enno-tjarks", EntityType.Person, "Enno Tjarks", "Enno Tjarks")
        .Names("swantje-ulfers", EntityType.Person, "Swantje Ulfers", "Swantje Ulfers")
        .Names("nordkai", EntityType.Organization, "Nordkai", "Nordkai", "The company")
        .Names("feuerwehr-emden", EntityType.Organization, "Feuerwehr Emden", "der Feuerwehr", "the fire brigade")
        .Names("emden", EntityType.GeoPolitical, "Emden", "Emden", "Emder Hafen")
        .Names("kran", EntityType.Product, "Kran", "Containerkran", "container crane");
}
