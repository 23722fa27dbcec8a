namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>New York puts the clocks forward between Friday's and Monday's session.</summary>
internal static class ClockChangeMonday
{
    private const string Friday = "2025-03-07",
        Monday = "2025-03-10";

    public static void Draw(Folder folder)
    {
        var day = new PlannedDay(folder, Friday, 20250307);
        Session friday = Session.Winter(Friday),
            monday = Session.Summer(Monday);
        List<Tape> end = day.Tapes(friday, "friday.csv"),
            start = day.Tapes(monday, "monday.csv", day: 3);
        folder.WriteQuotes([
            .. BeforeTheOpen(friday, end.Single(tape => tape.Symbol == "CRUX")),
            .. Tape.Rows(end, friday, 0, friday.Length),
            .. Tape.Rows(start, monday, 0, monday.Length),
        ]);
        day.WriteHistory("friday.csv");
    }

    /// <summary>At 13:45 UTC on Friday it is 08:45 in New York: a fall of 6 % before the open.</summary>
    private static IEnumerable<QuoteRow> BeforeTheOpen(Session session, Tape tape)
    {
        int cents = tape.PreviousClose * 94 / 100;
        return Enumerable
            .Range(-45, 11)
            .Select(minute => new QuoteRow(
                session.At(minute),
                minute,
                tape.Symbol,
                cents,
                new Figure(cents, cents, cents, 0, 100 * (minute + 46)),
                tape.PreviousClose
            ));
    }
}
