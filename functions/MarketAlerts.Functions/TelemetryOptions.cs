namespace MarketAlerts.Functions;

/// <summary>What is told to Azure Monitor; section <c>Telemetry</c> of the settings.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Telemetry";

    /// <summary>
    /// Whether the page Live Metrics of the portal shows this app: each instance then asks the service every few seconds whether somebody
    /// looks.
    /// </summary>
    /// <value>false</value>
    public bool LiveMetrics { get; set; }
}
