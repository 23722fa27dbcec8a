using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.Quotes.TwelveData;

/// <summary>Twelve Data; section <c>Quotes:TwelveData</c> of the settings.</summary>
public sealed class TwelveDataOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Quotes:TwelveData";

    /// <summary>Where the provider is, without path.</summary>
    /// <value>https://api.twelvedata.com</value>
    [Required, Url]
    public string BaseUrl { get; set; } = "https://api.twelvedata.com";

    /// <summary>The key of the account. It goes into a header and nowhere else.</summary>
    /// <value>none: it must be set</value>
    [Required]
    public string ApiKey { get; set; } = "";

    /// <summary>How late the quotes are, in seconds.</summary>
    /// <value>0</value>
    [Range(0, 86_400)]
    public int DelaySeconds { get; set; }

    /// <summary>How many credits a minute the plan allows, one a symbol: 8 on the free one.</summary>
    /// <value>8</value>
    [Range(1, 100_000)]
    public int CallsPerMinute { get; set; } = 8;

    /// <summary>How many credits a day the plan allows: 800 on the free one.</summary>
    /// <value>800</value>
    [Range(1, 100_000_000)]
    public int CallsPerDay { get; set; } = 800;

    /// <summary>How many symbols one request asks for: no more than the credits of a minute.</summary>
    /// <value>8</value>
    [Range(1, 120)]
    public int BatchSize { get; set; } = 8;
}
