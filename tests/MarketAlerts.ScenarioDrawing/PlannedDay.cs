namespace MarketAlerts.ScenarioDrawing;

/// <summary>A day drawn from a plan; each symbol has seeds of its own.</summary>
internal sealed class PlannedDay(Folder folder, string date, int seed)
{
    public List<Tape> Tapes(Session session, string plan = "plan.csv", int day = 0)
    {
        List<Plan> plans = Plan.Read(folder, plan);
        int minutes = plans.Max(each => each.Anchors[^1].Minute);
        double[] tide = Paths.Normals(new Random(seed + day), minutes + 1);
        return [.. plans.Select((each, i) => each.Draw(session, new Random(seed + day + (1000 * (i + 1))), tide))];
    }

    public void WriteHistory(string plan = "plan.csv") =>
        folder.WriteHistory(
            History.SessionsBefore(date),
            [.. Plan.Read(folder, plan).Select((each, i) => each.DrawPast(new Random(seed + 500 + (1000 * i))))]
        );

    /// <summary>Draws a day with nothing out of the ordinary.</summary>
    public void Write(Session session)
    {
        folder.WriteQuotes(Tape.Rows(Tapes(session), session, 0, session.Length));
        WriteHistory();
    }
}
