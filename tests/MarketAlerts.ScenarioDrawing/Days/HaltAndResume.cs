namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>A stock falls, is halted for five minutes, and resumes lower; one print in between is only indicative.</summary>
internal static class HaltAndResume
{
    private const string Date = "2025-05-14",
        Halted = "XRAY";
    private const int Halt = 65,
        Resume = 71,
        Indicative = 67;

    public static void Draw(Folder folder)
    {
        Session session = Session.Summer(Date);
        var day = new PlannedDay(folder, Date, 20250514);
        IEnumerable<Tape> tapes = day.Tapes(session).Select(tape => tape.Symbol == Halted ? tape.Frozen(Halt, Resume) : tape);
        folder.WriteQuotes(Tape.Rows([.. tapes], session, 0, session.Length).Select(WithIndicativePrint));
        day.WriteHistory();
        folder.WriteEvents([new("2025-05-14T14:35:01Z", Halted, "halt", "LUDP"), new("2025-05-14T14:40:01Z", Halted, "resume", "")]);
    }

    private static QuoteRow WithIndicativePrint(QuoteRow row) =>
        row is { Symbol: Halted, Minute: Indicative } ? row with { Last = row.Last * 80 / 100 } : row;
}
