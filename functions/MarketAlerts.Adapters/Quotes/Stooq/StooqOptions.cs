using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.Quotes.Stooq;

/// <summary>Stooq's table of quotes, which needs no key; section <c>Quotes:Stooq</c> of the settings.</summary>
public sealed class StooqOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Quotes:Stooq";

    /// <summary>Where the provider is, without path.</summary>
    /// <value>https://stooq.com</value>
    [Required, Url]
    public string BaseUrl { get; set; } = "https://stooq.com";

    /// <summary>How late the quotes are, in seconds.</summary>
    /// <value>900</value>
    [Range(0, 86_400)]
    public int DelaySeconds { get; set; } = 900;

    /// <summary>How many calls a minute are made at most; repetitions included; it publishes no bound.</summary>
    /// <value>5</value>
    [Range(1, 100_000)]
    public int CallsPerMinute { get; set; } = 5;

    /// <summary>How many calls a day are made at most. There is a bound, but it is not published: this is a careful guess.</summary>
    /// <value>500</value>
    [Range(1, 100_000_000)]
    public int CallsPerDay { get; set; } = 500;

    /// <summary>How many symbols one call asks for.</summary>
    /// <value>100</value>
    [Range(1, 500)]
    public int BatchSize { get; set; } = 100;
}
