namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>Tests of one scenario folder.</summary>
public interface IReplays
{
    /// <summary>The folder's name.</summary>
    static abstract string Scenario { get; }
}
