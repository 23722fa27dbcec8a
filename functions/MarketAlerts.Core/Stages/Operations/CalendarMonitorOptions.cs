using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>When ops are told that the market calendar ends; section <c>Calendar</c> of the settings, beside its file.</summary>
public sealed class CalendarMonitorOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Calendar";

    /// <summary>A warning is logged from so many days before the calendar's last one; in the last 30 it is an error.</summary>
    /// <value>120</value>
    [Range(31, 1000)]
    public int WarnBeforeDays { get; set; } = 120;
}
