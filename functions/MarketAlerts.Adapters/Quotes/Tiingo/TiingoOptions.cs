using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.Quotes.Tiingo;

/// <summary>Tiingo's IEX quotes; section <c>Quotes:Tiingo</c> of the settings.</summary>
public sealed class TiingoOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Quotes:Tiingo";

    /// <summary>Where the provider is, without path.</summary>
    /// <value>https://api.tiingo.com</value>
    [Required, Url]
    public string BaseUrl { get; set; } = "https://api.tiingo.com";

    /// <summary>The key of the account. It goes into a header and nowhere else.</summary>
    /// <value>none: it must be set</value>
    [Required]
    public string ApiKey { get; set; } = "";

    /// <summary>How late the quotes are, in seconds.</summary>
    /// <value>0</value>
    [Range(0, 86_400)]
    public int DelaySeconds { get; set; }

    /// <summary>How many calls a minute are made at most, repetitions included.</summary>
    /// <value>5</value>
    [Range(1, 100_000)]
    public int CallsPerMinute { get; set; } = 5;

    /// <summary>
    /// How many calls an hour the plan allows: 50 on the free one, which is too few for a poll a minute. Null without such a limit.
    /// </summary>
    /// <value>50</value>
    [Range(1, 10_000_000)]
    public int? CallsPerHour { get; set; } = 50;

    /// <summary>How many calls a day the plan allows: 1,000 on the free one.</summary>
    /// <value>1,000</value>
    [Range(1, 100_000_000)]
    public int CallsPerDay { get; set; } = 1_000;

    /// <summary>How long one answer about the whole market is shared, in seconds. Shorter than the time between two polls.</summary>
    /// <value>30</value>
    [Range(1, 300)]
    public int SnapshotSeconds { get; set; } = 30;
}
