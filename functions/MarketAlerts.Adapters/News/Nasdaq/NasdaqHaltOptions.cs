using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.News.Nasdaq;

/// <summary>The list of trading halts; section <c>News:Halts</c> of the settings.</summary>
public sealed class NasdaqHaltOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "News:Halts";

    /// <summary>The list.</summary>
    /// <value>Nasdaq's list of today's halts</value>
    [Required]
    public Uri Address { get; set; } = new("https://www.nasdaqtrader.com/rss.aspx?feed=tradehalts");
}
