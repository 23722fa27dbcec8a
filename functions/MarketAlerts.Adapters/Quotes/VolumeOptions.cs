namespace MarketAlerts.Adapters.Quotes;

/// <summary>Where the intraday volume curve is; section <c>Volume</c> of the settings.</summary>
public sealed class VolumeOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Volume";

    /// <summary>A file that replaces the built-in curve, or null for that.</summary>
    /// <value>null</value>
    public string? CurveFile { get; set; }
}
