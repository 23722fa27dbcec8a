using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Core.Stages.Metering;

/// <summary>When ops are told that alerts take too long; section <c>Latency</c> of the settings.</summary>
public sealed class LatencyOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Latency";

    /// <summary>
    /// Within so many seconds beyond the group wait and the declared delay of the source, 95 % of the alerts are with the mail server.
    /// </summary>
    /// <value>90</value>
    [Range(1, 3_600)]
    public int BudgetSeconds { get; set; } = 90;

    /// <summary>The alerts of so many minutes are looked at together.</summary>
    /// <value>15</value>
    [Range(5, 60)]
    public int WindowMinutes { get; set; } = 15;

    /// <summary>Of fewer alerts nothing is said.</summary>
    /// <value>5</value>
    [Range(2, 10_000)]
    public int FewestAlerts { get; set; } = 5;
}
