using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Core.Metrics;

/// <summary>The thresholds behind the words <c>notable</c> and <c>severe</c>; section <c>Thresholds</c> of the settings.</summary>
public sealed class ThresholdOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Thresholds";

    /// <summary>A member joins an open incident at this day-move, in percent.</summary>
    /// <value>2</value>
    [Range(0.1, 50)]
    public double JoiningPercent { get; set; } = 2;

    /// <summary>A symbol is notable from this day-move on, in percent.</summary>
    /// <value>5</value>
    [Range(0.1, 100)]
    public double NotablePercent { get; set; } = 5;

    /// <summary>... and from this surprise on, in usual days.</summary>
    /// <value>2</value>
    [Range(0.1, 20)]
    public double NotableSigma { get; set; } = 2;

    /// <summary>A symbol is severe from this day-move on, in percent, however jumpy it usually is.</summary>
    /// <value>8</value>
    [Range(0.1, 100)]
    public double SeverePercent { get; set; } = 8;

    /// <summary>A basket is notable when this share of its members, in percent, is beyond the joining threshold ...</summary>
    /// <value>60</value>
    [Range(1.0, 100.0)]
    public double BasketBreadthPercent { get; set; } = 60;

    /// <summary>... and the median member moved this much, in percent.</summary>
    /// <value>3.5</value>
    [Range(0.1, 100)]
    public double BasketMedianPercent { get; set; } = 3.5;

    /// <summary>A basket has no value while fewer of its members than this share, in percent, have a fresh quote.</summary>
    /// <value>80</value>
    [Range(1.0, 100.0)]
    public double BasketCoveragePercent { get; set; } = 80;
}
