namespace MarketAlerts.LocalHost.Scenarios;

/// <summary>One row of <c>history.csv</c>.</summary>
/// <param name="Session">The session's date.</param>
/// <param name="Close">The close.</param>
/// <param name="Volume">Shares traded.</param>
public sealed record DailyClose(DateOnly Session, double Close, long Volume);
