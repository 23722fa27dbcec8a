using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.Quotes.Alpaca;

/// <summary>Alpaca market data; section <c>Quotes:Alpaca</c> of the settings.</summary>
public sealed class AlpacaOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Quotes:Alpaca";

    /// <summary>Where the provider is, without path.</summary>
    /// <value>https://data.alpaca.markets</value>
    [Required, Url]
    public string BaseUrl { get; set; } = "https://data.alpaca.markets";

    /// <summary>The key's id. It goes into a header and nowhere else.</summary>
    /// <value>none: it must be set</value>
    [Required]
    public string ApiKey { get; set; } = "";

    /// <summary>The key's secret. It goes into a header and nowhere else.</summary>
    /// <value>none: it must be set</value>
    [Required]
    public string ApiSecret { get; set; } = "";

    /// <summary>
    /// Which exchanges are heard: <c>iex</c> (one of them, free), <c>sip</c> (all, paid) or <c>delayed_sip</c> (all, 15 minutes late,
    /// free).
    /// </summary>
    /// <value>iex</value>
    [RegularExpression("iex|sip|delayed_sip")]
    public string Feed { get; set; } = "iex";

    /// <summary>How late the quotes are, in seconds. The feed <c>delayed_sip</c> is at least 900 whatever stands here.</summary>
    /// <value>0</value>
    [Range(0, 86_400)]
    public int DelaySeconds { get; set; }

    /// <summary>How many calls a minute the plan allows: 200 on the free one.</summary>
    /// <value>200</value>
    [Range(1, 100_000)]
    public int CallsPerMinute { get; set; } = 200;

    /// <summary>How many symbols one call asks for. No bound is published; 200 is known to work.</summary>
    /// <value>200</value>
    [Range(1, 1_000)]
    public int BatchSize { get; set; } = 200;
}
