using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>Massive, which was Polygon.io until October 2025; section <c>Quotes:Massive</c> of the settings.</summary>
public sealed class MassiveOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Quotes:Massive";

    /// <summary>Where the provider is, without path.</summary>
    /// <value>https://api.massive.com</value>
    [Required, Url]
    public string BaseUrl { get; set; } = "https://api.massive.com";

    /// <summary>The key of the account. It goes into a header and nowhere else.</summary>
    /// <value>none: it must be set</value>
    [Required]
    public string ApiKey { get; set; } = "";

    /// <summary>How late the plan's quotes are, in seconds: 900 on the free plan, 0 where the plan is in real time.</summary>
    /// <value>900</value>
    [Range(0, 86_400)]
    public int DelaySeconds { get; set; } = 900;

    /// <summary>How many calls a minute the plan allows: 5 on the free one.</summary>
    /// <value>5</value>
    [Range(1, 100_000)]
    public int CallsPerMinute { get; set; } = 5;

    /// <summary>How long one answer about the whole market is shared, in seconds. Shorter than the time between two polls.</summary>
    /// <value>30</value>
    [Range(1, 300)]
    public int SnapshotSeconds { get; set; } = 30;
}
