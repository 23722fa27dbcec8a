namespace MarketAlerts.Core.Stages.Health;

/// <summary>How a source of quotes or news does.</summary>
public enum SourceState
{
    /// <summary>It answers.</summary>
    Good,

    /// <summary>It does not answer, or not usably; it is asked again at the next poll.</summary>
    Failing,

    /// <summary>It does not accept the key or the plan: somebody must change the settings.</summary>
    Refused,
}
