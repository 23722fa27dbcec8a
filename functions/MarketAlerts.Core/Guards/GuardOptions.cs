using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Core.Guards;

/// <summary>The limits of the guards; section <c>Guards</c> of the settings.</summary>
public sealed class GuardOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Guards";

    /// <summary>A quote older than this, beyond the source's declared delay, is stale, in seconds.</summary>
    /// <value>120</value>
    [Range(5, 86_400)]
    public int StaleAfterSeconds { get; set; } = 120;

    /// <summary>How far a quote's market time may lie ahead of our clock, in seconds.</summary>
    /// <value>60</value>
    [Range(0, 3_600)]
    public int FutureToleranceSeconds { get; set; } = 60;

    /// <summary>A step larger than this, in percent, is a jump ...</summary>
    /// <value>5</value>
    [Range(0.5, 100)]
    public double JumpPercent { get; set; } = 5;

    /// <summary>... if it is also larger than this many usual days. Without history the percentage alone decides.</summary>
    /// <value>3</value>
    [Range(0.5, 50)]
    public double JumpSigma { get; set; } = 3;

    /// <summary>Peers agree when they moved this much the same way in the same poll, in percent.</summary>
    /// <value>2</value>
    [Range(0.1, 100)]
    public double PeerPercent { get; set; } = 2;

    /// <summary>The share of the basket's peers that must agree, in percent.</summary>
    /// <value>33.3</value>
    [Range(1.0, 100.0)]
    public double PeerSharePercent { get; set; } = 33.3;

    /// <summary>Volume confirms a jump when since the last quote this many times the usual number of shares changed hands.</summary>
    /// <value>5</value>
    [Range(1.0, 1_000.0)]
    public double ConfirmingVolume { get; set; } = 5;

    /// <summary>A second source confirms a price that lies this close to its own, in percent.</summary>
    /// <value>2</value>
    [Range(0.1, 50)]
    public double SecondSourcePercent { get; set; } = 2;

    /// <summary>A price looks like one after a split when it lies this close to the previous close restated, in percent.</summary>
    /// <value>6</value>
    [Range(0.5, 20)]
    public double SplitPercent { get; set; } = 6;
}
