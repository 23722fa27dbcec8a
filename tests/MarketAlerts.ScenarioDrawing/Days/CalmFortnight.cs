namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>Ten sessions as most are; of each the first half hour, ten minutes at noon and the last ten.</summary>
internal static class CalmFortnight
{
    private const int Noon = 180;
    private const int Long = 30;
    private const int Short = 10;
    private static readonly string[] Days = ["16", "17", "18", "20", "23", "24", "25", "26", "27", "30"];

    public static void Draw(Folder folder)
    {
        var planned = new PlannedDay(folder, $"2025-06-{Days[0]}", 20250616);
        folder.WriteQuotes([.. Days.SelectMany((day, number) => Rows(planned, day, number))]);
        planned.WriteHistory($"june-{Days[0]}.csv");
    }

    private static IEnumerable<QuoteRow> Rows(PlannedDay planned, string day, int number)
    {
        Session session = Session.Summer($"2025-06-{day}");
        List<Tape> tapes = planned.Tapes(session, $"june-{day}.csv", number);
        return
        [
            .. Tape.Rows(tapes, session, 0, Long),
            .. Tape.Rows(tapes, session, Noon, Noon + Short),
            .. Tape.Rows(tapes, session, session.Length - Short, session.Length),
        ];
    }
}
