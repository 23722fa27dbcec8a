namespace MarketAlerts.Core.Metrics;

/// <summary>When an extreme stops to stand and its levels are armed again.</summary>
public enum EpisodeEnd
{
    /// <summary>With the session or the part of it that the metric looks at.</summary>
    Session,

    /// <summary>When the value was at or below half the extreme at two accepted quotes a minute apart.</summary>
    BackAtHalf,
}
