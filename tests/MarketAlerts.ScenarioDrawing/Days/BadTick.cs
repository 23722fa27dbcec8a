namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>One wrong print, one real crash of a lone stock, one of a whole basket.</summary>
internal static class BadTick
{
    private const string Date = "2025-05-22",
        Wrong = "ALFA";
    private const int Tick = 90;

    public static void Draw(Folder folder)
    {
        Session session = Session.Summer(Date);
        var day = new PlannedDay(folder, Date, 20250522);
        folder.WriteQuotes(Tape.Rows(day.Tapes(session), session, 0, session.Length).Select(WithBadTick));
        day.WriteHistory();
    }

    private static QuoteRow WithBadTick(QuoteRow row) =>
        row is { Symbol: Wrong, Minute: Tick } ? row with { Last = row.Last / 10, SoFar = row.SoFar with { Low = row.Last / 10 } } : row;
}
