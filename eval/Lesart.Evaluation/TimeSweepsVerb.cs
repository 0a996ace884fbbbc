using System.Collections.Immutable;
using System.Globalization;

namespace Lesart.Evaluation;

/// <summary>Reads sentences made by frames from every month, weekday, part of the day and date, told on days at the edges of years and months and on none, and counts those whose
/// time is not the one that the calendar gives.</summary>
/// <remarks>What the calendar gives is worked out here, without the rules: the latest such day that is not yet to come where the verb is in the past, the earliest that is not over where it speaks of what will be.</remarks>
internal static class TimeSweepsVerb
{
    private static readonly DateOnly[] Days =
        [new(2022, 12, 31), new(2023, 1, 1), new(2024, 2, 29), new(2024, 3, 1), new(2024, 6, 20), new(2024, 7, 31), new(2024, 12, 30), new(2025, 1, 6), new(2025, 10, 5), new(2026, 11, 23)];

    private static readonly string[] GermanMonths = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
    private static readonly string[] EnglishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] GermanWeekdays = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
    private static readonly string[] EnglishWeekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly (string De, string En, string Letters)[] Parts = [("morgen", "morning", "MO"), ("nachmittag", "afternoon", "AF"), ("abend", "evening", "EV")];

    // what is no time: ages, scores, telephones, names of papers and programmes
    private static readonly (string Language, string Text)[] Traps =
    [
        ("de", "Die 45-Jährige kam."), ("de", "Eine Frau in ihren Vierzigern floh."), ("de", "Das Spiel endete 3:1."), ("de", "Sie gewann 6:4 und 6:3."), ("de", "Telefon 030/2024 1990 ist besetzt."),
        ("de", "Das schrieb die Welt am Sonntag."), ("de", "Der Prager Frühling scheiterte."), ("de", "Fridays for Future rief dazu auf."), ("de", "Das Freitagsgebet fiel aus."), ("de", "Er ist 12 Jahre alt."),
        ("de", "Es kamen 1984 Menschen."), ("de", "Sie lief 10,5 Kilometer."), ("de", "Der Mannheimer Morgen schrieb es."), ("de", "Er wohnt in Zimmer 2021."), ("de", "Der Roman „1984“ liegt da."), ("de", "Das kostete 2024 Euro."),
        ("en", "The 45-year-old came."), ("en", "A woman in her 40s fled."), ("en", "The match ended 3-1."), ("en", "She won 6-4, 6-3."), ("en", "Call 555-2024 for help."), ("en", "The Sunday Times wrote so."),
        ("en", "He spoke on ABC's \"This Week\" then."), ("en", "The Prague Spring failed."), ("en", "Friday prayers drew thousands."), ("en", "He is 12 years old."), ("en", "They planted 2024 trees."),
        ("en", "May God help us."), ("en", "The march went on."), ("en", "He may go."), ("en", "Room 2021 is free."), ("en", "It cost 2024 dollars."), ("en", "She told Fox News Sunday so."), ("en", "The novel \"1984\" sold well."),
    ];

    private readonly record struct Probe(string Sweep, string Language, string Text, DateOnly? Published, string? Wanted);

    public static int Run(string[] args)
    {
        bool showErrors = args.Contains("--errors", StringComparer.Ordinal);
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        SortedDictionary<string, (int Wrong, int Dated, int All)> counts = new(StringComparer.Ordinal);
        foreach (Probe probe in All())
        {
            PublicationTime? published = probe.Published is DateOnly day ? PublicationTime.OfDay(day) : null;
            if (!engine.Analyze(new Article { Id = "sweep", Language = probe.Language, Text = probe.Text, Published = published }).TryGet(out Account? account, out Problem? problem))
            {
                Console.Error.WriteLine(problem);
                return 1;
            }

            string read = string.Join(' ', account.Times.Select(static time => time.Value));
            bool isRight = read == (probe.Wanted ?? "");
            // a wrong day is worse than none
            bool isDated = !isRight && account.Times.Any(static time => time.From is not null);
            string sweep = $"{probe.Sweep} {probe.Language}";
            (int wrong, int dated, int all) = counts.GetValueOrDefault(sweep);
            counts[sweep] = (wrong + (isRight ? 0 : 1), dated + (isDated ? 1 : 0), all + 1);
            if (!isRight && showErrors)
                Console.WriteLine($"{sweep}  {probe.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no day"}  {probe.Text}  wanted {probe.Wanted ?? "nothing"}, read {(read.Length == 0 ? "nothing" : read)}");
        }

        foreach ((string sweep, (int wrong, int dated, int all)) in counts)
            Console.WriteLine($"{sweep,-34} {wrong} of {all} wrong, {dated} of them a day or month that it is not");
        Console.WriteLine($"{"all",-34} {counts.Values.Sum(static count => count.Wrong)} of {counts.Values.Sum(static count => count.All)} wrong, {counts.Values.Sum(static count => count.Dated)} of them a day or month that it is not");
        return 0;
    }

    private static IEnumerable<Probe> All()
    {
        foreach (DateOnly day in Days)
        {
            foreach (Probe probe in Weekdays(day).Concat(Months(day)).Concat(Dates(day)).Concat(Counted(day)))
                yield return probe;
        }

        foreach (Probe probe in WithoutDay())
            yield return probe;
        foreach ((string language, string text) in Traps)
            yield return new Probe("traps", language, text, Days[4], null);
    }

    private static IEnumerable<Probe> Weekdays(DateOnly day)
    {
        for (int w = 0; w < 7; w++)
        {
            (string de, string en) = (GermanWeekdays[w], EnglishWeekdays[w]);
            DateOnly past = Latest(day, date => Weekday(date) == w), before = Latest(day.AddDays(-1), date => Weekday(date) == w), future = Earliest(day, date => Weekday(date) == w), after = Earliest(day.AddDays(1), date => Weekday(date) == w);
            foreach (string text in (string[])[$"Am {de} sagte sie ab.", $"Sie war am {de} zurückgetreten.", $"Der Rat hat das am {de} beschlossen.", $"Seit {de} ist der Tunnel zu.", $"Die Proteste vom {de} waren laut.", $"Wie am {de} bekannt wurde, ist er krank."])
                yield return new Probe("weekday behind", "de", text, day, Iso(past));
            foreach (string text in (string[])[$"She resigned on {en}.", $"On {en}, the council met.", $"The council has said {en} that it met.", $"The blast on {en} killed two."])
                yield return new Probe("weekday behind", "en", text, day, Iso(past));
            foreach (string text in (string[])[$"Am {de} wird sie sprechen.", $"Sie soll am {de} aussagen.", $"Die Wahl ist für {de} geplant.", $"Die Sitzung wurde auf {de} verschoben."])
                yield return new Probe("weekday ahead", "de", text, day, Iso(future));
            foreach (string text in (string[])[$"She will speak on {en}.", $"The vote is set for {en}.", $"The vote was postponed until {en}.", $"He is expected to resign on {en}."])
                yield return new Probe("weekday ahead", "en", text, day, Iso(future));
            yield return new Probe("weekday behind", "de", $"Am vergangenen {de} kam er.", day, Iso(before));
            yield return new Probe("weekday behind", "en", $"He came last {en}.", day, Iso(before));
            yield return new Probe("weekday ahead", "de", $"Am kommenden {de} kommt er.", day, Iso(after));
            yield return new Probe("weekday ahead", "en", $"He comes next {en}.", day, Iso(after));
            yield return new Probe("night", "de", $"In der Nacht zum {de} brannte es.", day, Iso(past.AddDays(-1)) + "TNI");
            yield return new Probe("night", "de", $"In der Nacht auf {de} brannte ein Haus.", day, Iso(past.AddDays(-1)) + "TNI");
            yield return new Probe("night", "en", $"It burned overnight into {en}.", day, Iso(past.AddDays(-1)) + "TNI");
            foreach ((string partDe, string partEn, string letters) in Parts)
            {
                yield return new Probe("part of the day", "de", $"Am {de}{partDe} sagte sie ab.", day, $"{Iso(past)}T{letters}");
                yield return new Probe("part of the day", "de", $"Am {de}{partDe} wird sie sprechen.", day, $"{Iso(future)}T{letters}");
                yield return new Probe("part of the day", "en", $"She resigned on {en} {partEn}.", day, $"{Iso(past)}T{letters}");
                yield return new Probe("part of the day", "en", $"She will speak on {en} {partEn}.", day, $"{Iso(future)}T{letters}");
            }

            yield return new Probe("clock", "de", $"Am {de} um 14.30 Uhr brach das Feuer aus.", day, $"{Iso(past)} {Iso(past)}T14:30");
            yield return new Probe("clock", "en", $"The fire broke out at 2:30 p.m. on {en}.", day, $"{Iso(past)}T14:30");
        }
    }

    private static IEnumerable<Probe> Months(DateOnly day)
    {
        for (int m = 1; m <= 12; m++)
        {
            (string de, string en) = (GermanMonths[m - 1], EnglishMonths[m - 1]);
            DateOnly past = Latest(day, date => date.Month == m), future = Earliest(day, date => date.Month == m);
            DateOnly over = Latest(day.AddDays(-day.Day), date => date.Month == m);
            foreach (string text in (string[])[$"Im {de} sagte sie ab.", $"Im {de} war sie zurückgetreten.", $"Seit {de} ist der Tunnel zu.", $"Anfang {de} hatte sie abgesagt."])
                yield return new Probe("month behind", "de", text, day, Month(past));
            foreach (string text in (string[])[$"In {en}, she resigned.", $"She has been ill since {en}.", $"The quarrel dates back to {en}.", $"She had resigned in {en} after a quarrel."])
                yield return new Probe("month behind", "en", text, day, Month(past));
            foreach (string text in (string[])[$"Im {de} wird sie antreten.", $"Sie will im {de} kandidieren.", $"Die Wahl ist für {de} geplant.", $"Der Prozess wurde auf {de} vertagt."])
                yield return new Probe("month ahead", "de", text, day, Month(future));
            foreach (string text in (string[])[$"She will run in {en}.", $"The vote is scheduled for {en}.", $"The trial was postponed until {en}.", $"The bridge is due to open in {en}."])
                yield return new Probe("month ahead", "en", text, day, Month(future));
            yield return new Probe("month behind", "en", $"She resigned last {en}.", day, Month(over));
            foreach (int year in (int[])[day.Year - 1, day.Year, day.Year + 1])
            {
                yield return new Probe("month and year", "de", $"Im {de} {year} war das so.", day, $"{year}-{m:00}");
                yield return new Probe("month and year", "en", $"It was so in {en} {year}.", day, $"{year}-{m:00}");
                yield return new Probe("month and year", "de", $"Ende {de} {year} war das so.", day, $"{year}-{m:00}");
                yield return new Probe("month and year", "en", $"It was so in early {en} {year}.", day, $"{year}-{m:00}");
            }
        }
    }

    private static IEnumerable<Probe> Dates(DateOnly day)
    {
        for (int m = 1; m <= 12; m++)
        {
            (string de, string en) = (GermanMonths[m - 1], EnglishMonths[m - 1]);
            foreach (int d in (int[])[1, 9, 17, DateTime.DaysInMonth(2023, m)])
            {
                DateOnly past = Latest(day, date => date.Month == m && date.Day == d), future = Earliest(day, date => date.Month == m && date.Day == d);
                yield return new Probe("date behind", "de", $"Am {d}. {de} trat sie zurück.", day, Iso(past));
                yield return new Probe("date behind", "de", $"Seit dem {d}. {de} ist der Tunnel zu.", day, Iso(past));
                yield return new Probe("date behind", "en", $"On {en} {d}, she resigned.", day, Iso(past));
                yield return new Probe("date behind", "en", $"She has been ill since {en} {d}.", day, Iso(past));
                yield return new Probe("date ahead", "de", $"Am {d}. {de} wird sie antreten.", day, Iso(future));
                yield return new Probe("date ahead", "de", $"Der Prozess wurde auf den {d}. {de} vertagt.", day, Iso(future));
                yield return new Probe("date ahead", "en", $"She will resign on {en} {d}.", day, Iso(future));
                yield return new Probe("date ahead", "en", $"The vote is set for {en} {d}.", day, Iso(future));
                DateOnly exact = new(day.Year, m, d);
                foreach (string text in (string[])[$"Am {d}. {de} {day.Year} war Ruhe.", $"Am {d}.{m}.{day.Year} war Ruhe.", $"Am {d:00}.{m:00}.{day.Year} war Ruhe.", $"Stand {Iso(exact)} war Ruhe."])
                    yield return new Probe("full date", "de", text, day, Iso(exact));
                foreach (string text in (string[])[$"It was quiet on {en} {d}, {day.Year}.", $"It was quiet on {d} {en} {day.Year}.", m == 5 ? $"It was quiet on the {d}th of May, {day.Year}." : $"It was quiet on {en[..3]}. {d}, {day.Year}."])
                    yield return new Probe("full date", "en", text, day, Iso(exact));
            }

            yield return new Probe("range", "de", $"Vom 3. bis 7. {de} {day.Year} war Ruhe.", day, $"{day.Year}-{m:00}-03 {day.Year}-{m:00}-07");
            yield return new Probe("range", "en", $"It was quiet from {en} 3 to {en} 7, {day.Year}.", day, $"{day.Year}-{m:00}-03 {day.Year}-{m:00}-07");
            yield return new Probe("range", "en", $"It was quiet from 3 to 7 {en} {day.Year}.", day, $"{day.Year}-{m:00}-03 {day.Year}-{m:00}-07");
            if (m < 12)
            {
                yield return new Probe("range", "de", $"Von {de} bis {GermanMonths[m]} {day.Year} war Ruhe.", day, $"{day.Year}-{m:00} {day.Year}-{m + 1:00}");
                yield return new Probe("range", "en", $"It was quiet from {en} to {EnglishMonths[m]} {day.Year}.", day, $"{day.Year}-{m:00} {day.Year}-{m + 1:00}");
                yield return new Probe("range", "de", $"Vom 28. {de} bis zum 2. {GermanMonths[m]} {day.Year} war Ruhe.", day, $"{day.Year}-{m:00}-28 {day.Year}-{m + 1:00}-02");
                yield return new Probe("range", "en", $"It was quiet from {en} 28 to {EnglishMonths[m]} 2, {day.Year}.", day, $"{day.Year}-{m:00}-28 {day.Year}-{m + 1:00}-02");
            }
        }
    }

    private static IEnumerable<Probe> Counted(DateOnly day)
    {
        DateOnly month = new(day.Year, day.Month, 1);
        ImmutableArray<(string Language, string Text, string Value)> probes =
        [
            ("de", "Gestern sagte sie ab.", Iso(day.AddDays(-1))), ("de", "Vorgestern sagte sie ab.", Iso(day.AddDays(-2))), ("de", "Morgen wird sie sprechen.", Iso(day.AddDays(1))), ("de", "Heute sagte sie ab.", Iso(day)),
            ("de", "Gestern Abend sagte sie ab.", Iso(day.AddDays(-1)) + "TEV"), ("de", "In der vergangenen Woche sagte sie ab.", Week(day.AddDays(-7))), ("de", "In der kommenden Woche wird sie sprechen.", Week(day.AddDays(7))),
            ("de", "Im vergangenen Monat sagte sie ab.", Month(month.AddMonths(-1))), ("de", "Im kommenden Monat wird sie sprechen.", Month(month.AddMonths(1))), ("de", "Im vergangenen Jahr sagte sie ab.", $"{day.Year - 1}"),
            ("de", "Im kommenden Jahr wird sie sprechen.", $"{day.Year + 1}"), ("de", "In der Nacht zu heute brannte es.", Iso(day.AddDays(-1)) + "TNI"), ("de", "Ende vergangener Woche sagte sie ab.", Week(day.AddDays(-7))),
            ("de", "Anfang kommender Woche wird sie sprechen.", Week(day.AddDays(7))), ("de", "Mitte vergangenen Jahres sagte sie ab.", $"{day.Year - 1}"), ("de", "In den 1990er Jahren war das so.", "199"),
            ("de", "Im Schuljahr 2023/24 fehlten Lehrer.", "2023"), ("de", "Im ersten Quartal 2023 stieg der Umsatz.", "2023-Q1"),
            ("en", "Yesterday she resigned.", Iso(day.AddDays(-1))), ("en", "Tomorrow she will speak.", Iso(day.AddDays(1))), ("en", "She resigned last week.", Week(day.AddDays(-7))), ("en", "She will speak next week.", Week(day.AddDays(7))),
            ("en", "She resigned last month.", Month(month.AddMonths(-1))), ("en", "She will speak next month.", Month(month.AddMonths(1))), ("en", "She resigned last year.", $"{day.Year - 1}"), ("en", "She will speak next year.", $"{day.Year + 1}"),
            ("en", "She resigned three days ago.", Iso(day.AddDays(-3))), ("en", "She resigned two weeks ago.", Week(day.AddDays(-14))), ("en", "She resigned two months ago.", Month(month.AddMonths(-2))), ("en", "She resigned four years ago.", $"{day.Year - 4}"),
            ("en", "She resigned yesterday morning.", Iso(day.AddDays(-1)) + "TMO"), ("en", "She resigned last night.", Iso(day.AddDays(-1)) + "TNI"), ("en", "She will speak tonight.", Iso(day) + "TNI"), ("en", "It was so in the 1990s.", "199"),
            ("en", "It fell in the first quarter of 2023.", "2023-Q1"), ("en", "It grew over the past year.", $"{day.Year - 1}"),
        ];
        foreach ((string language, string text, string value) in probes)
            yield return new Probe("counted from the day", language, text, day, value);
    }

    // of a text whose day nobody tells no time may be dated that does not tell its year
    private static IEnumerable<Probe> WithoutDay()
    {
        for (int w = 0; w < 7; w++)
        {
            yield return new Probe("no day of publication", "de", $"Am {GermanWeekdays[w]} sagte sie ab.", null, $"XXXX-WXX-{w + 1}");
            yield return new Probe("no day of publication", "en", $"She resigned on {EnglishWeekdays[w]}.", null, $"XXXX-WXX-{w + 1}");
            yield return new Probe("no day of publication", "de", $"Am {GermanWeekdays[w]}abend sagte sie ab.", null, $"XXXX-WXX-{w + 1}TEV");
        }

        for (int m = 1; m <= 12; m++)
        {
            yield return new Probe("no day of publication", "de", $"Im {GermanMonths[m - 1]} sagte sie ab.", null, $"XXXX-{m:00}");
            yield return new Probe("no day of publication", "en", $"She resigned in {EnglishMonths[m - 1]}.", null, $"XXXX-{m:00}");
            yield return new Probe("no day of publication", "de", $"Am 9. {GermanMonths[m - 1]} sagte sie ab.", null, $"XXXX-{m:00}-09");
            yield return new Probe("no day of publication", "en", $"She resigned on {EnglishMonths[m - 1]} 9.", null, $"XXXX-{m:00}-09");
            yield return new Probe("no day of publication", "de", $"Am 9. {GermanMonths[m - 1]} 2021 sagte sie ab.", null, $"2021-{m:00}-09");
            yield return new Probe("no day of publication", "en", $"She resigned on {EnglishMonths[m - 1]} 9, 2021.", null, $"2021-{m:00}-09");
        }
    }

    private static int Weekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    private static DateOnly Latest(DateOnly day, Func<DateOnly, bool> holds)
    {
        while (!holds(day))
            day = day.AddDays(-1);
        return day;
    }

    private static DateOnly Earliest(DateOnly day, Func<DateOnly, bool> holds)
    {
        while (!holds(day))
            day = day.AddDays(1);
        return day;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Week(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue)):0000}-W{ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)):00}");
}
