using System.ComponentModel.DataAnnotations;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Incidents;

/// <summary>How long an incident lives; section <c>Incidents</c> of the settings.</summary>
public sealed class IncidentOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Incidents";

    /// <summary>How long a recovery has to hold before it is told, in minutes.</summary>
    /// <value>10</value>
    [Range(1, 240)]
    public int RecoveryHoldMinutes { get; set; } = 10;

    /// <summary>How long after the close of the market the day is summed up, beyond the declared delay of the quotes, in minutes.</summary>
    /// <value>5</value>
    [Range(1, 240)]
    public int CloseAfterMinutes { get; set; } = 5;

    /// <summary>
    /// How long after the next open an incident that was carried is compared, beyond the declared delay of the quotes, in minutes.
    /// </summary>
    /// <value>5</value>
    [Range(1, 240)]
    public int NextSessionAfterMinutes { get; set; } = 5;

    /// <summary>
    /// Evidence counts as revised when the close it was measured against differs by more than this from what is known now, in percent.
    /// </summary>
    /// <value>0.5</value>
    [Range(0.01, 50)]
    public double RevisedPercent { get; set; } = 0.5;
}

/// <summary>How long what an incident tells first waits for company: until then all that happens belongs to its first mail.</summary>
public interface IGroupWaits
{
    /// <summary>The group wait of a severity.</summary>
    TimeSpan WaitOf(Severity severity);
}
