using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.Quotes.Finnhub;

/// <summary>Finnhub; section <c>Quotes:Finnhub</c> of the settings.</summary>
public sealed class FinnhubOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Quotes:Finnhub";

    /// <summary>Where the provider is, without path.</summary>
    /// <value>https://finnhub.io</value>
    [Required, Url]
    public string BaseUrl { get; set; } = "https://finnhub.io";

    /// <summary>The key of the account. It goes into a header and nowhere else.</summary>
    /// <value>none: it must be set</value>
    [Required]
    public string ApiKey { get; set; } = "";

    /// <summary>How late the quotes are, in seconds.</summary>
    /// <value>0</value>
    [Range(0, 86_400)]
    public int DelaySeconds { get; set; }

    /// <summary>How many calls a minute the plan allows, one a symbol: 60 on the free one.</summary>
    /// <value>60</value>
    [Range(1, 100_000)]
    public int CallsPerMinute { get; set; } = 60;
}
