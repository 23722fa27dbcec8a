namespace MarketAlerts.Core.Levels;

/// <summary>Which way a metric moves.</summary>
public enum Direction
{
    /// <summary>Falling.</summary>
    Down = 0,

    /// <summary>Rising.</summary>
    Up = 1,
}
