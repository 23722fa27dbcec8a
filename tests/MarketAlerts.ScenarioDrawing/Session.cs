namespace MarketAlerts.ScenarioDrawing;

/// <summary>A session's open, UTC, and how many minutes it lasts.</summary>
internal sealed record Session(DateTime Open, int Length)
{
    /// <summary>The regular hours end after this many minutes.</summary>
    public const int Full = 390;

    /// <summary>New York is five hours behind: the open is at 14:30.</summary>
    public static Session Winter(string date, int length = Full) => new(Csv.Date(date).AddMinutes(870), length);

    /// <summary>New York is four hours behind: the open is at 13:30.</summary>
    public static Session Summer(string date, int length = Full) => new(Csv.Date(date).AddMinutes(810), length);

    public DateTime At(int minute) => Open.AddMinutes(minute);
}
