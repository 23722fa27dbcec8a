using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.News;

/// <summary>How feeds are asked for; section <c>News</c> of the settings.</summary>
public sealed class FeedOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "News";

    /// <summary>Who asks, as feeds are told: a name, best with an address that their operators can write to.</summary>
    /// <value>MarketAlerts/1.0</value>
    [Required]
    [RegularExpression(@"[\x20-\x7E]{1,200}", ErrorMessage = "News:UserAgent must be 1 to 200 plain ASCII characters.")]
    public string UserAgent { get; set; } = "MarketAlerts/1.0";

    /// <summary>Whether addresses of private networks and of this machine may be asked, on any port: for development alone.</summary>
    /// <value>false</value>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>How long an answer may take in all, redirects included, in seconds.</summary>
    /// <value>15</value>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>The longest answer, decompressed, in bytes.</summary>
    /// <value>5000000</value>
    [Range(1_000, 20_000_000)]
    public int MostBytes { get; set; } = 5_000_000;

    /// <summary>The most items of one feed; of one that comes in pages, of one poll: the next poll reads on.</summary>
    /// <value>2000</value>
    [Range(1, 10_000)]
    public int MostItems { get; set; } = FeedParser.MostItems;

    /// <summary>The most pages that one poll asks a provider of news for; the next poll reads on.</summary>
    /// <value>10</value>
    [Range(1, 100)]
    public int MostPages { get; set; } = 10;
}
