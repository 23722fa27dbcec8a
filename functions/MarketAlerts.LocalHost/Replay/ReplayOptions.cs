using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.LocalHost.Replay;

/// <summary>Settings of a replay; section <c>Replay</c>.</summary>
internal sealed class ReplayOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Replay";

    /// <summary>
    /// How long a message in work stays hidden, in seconds of the real clock: how long a killed replay waits for it at its restart.
    /// </summary>
    /// <value>15</value>
    [Range(1, 600)]
    public int HiddenSeconds { get; set; } = 15;
}
