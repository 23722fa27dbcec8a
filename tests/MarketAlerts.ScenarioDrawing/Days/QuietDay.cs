namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>levels.csv holds invented figures: previous close, daily standard deviation, volume of a usual day.</summary>
internal static class QuietDay
{
    public static void Draw(Folder folder)
    {
        double[] tide = Paths.Normals(new Random(20250219), Session.Full + 1);
        List<Tape> tapes = [];
        List<Past> pasts = [];
        foreach (string[] level in folder.Read("levels.csv"))
        {
            var random = new Random(20250220 + pasts.Count);
            int before = Csv.Cents(level[1]);
            double volume = Csv.Number(level[3]);
            int[] closes = History.Closes(History.Length, [before], Csv.Number(level[2]) / 100, random);
            pasts.Add(new Past(level[0], closes, Volumes.Daily(History.Length, [], volume, random)));
            long today = (long)(volume * (0.80 + (0.15 * random.NextDouble())));
            tapes.Add(new Tape(level[0], before, DrawPath(before, random, tide), Volumes.Cumulative(today, 0.06, random)));
        }

        folder.WriteQuotes(Tape.Rows(tapes, Session.Winter("2025-02-19"), 0, Session.Full));
        folder.WriteHistory(History.SessionsBefore("2025-02-19"), pasts);
    }

    private static int[] DrawPath(int before, Random random, double[] tide)
    {
        int low = (int)(before * 0.989),
            high = (int)(before * 1.011);
        int Near() => Paths.Inside(before * (1 + (0.003 * Paths.Normal(random))), low, high);
        return Paths.Draw([.. Enumerable.Range(0, 7).Select(i => new Anchor(65 * i, Near()))], low, high, 0.0002, random, tide);
    }
}
