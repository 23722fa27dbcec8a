namespace MarketAlerts.Core.Messages;

/// <summary>The queues; the same names on both transports.</summary>
public static class QueueNames
{
    /// <summary>From PollQuotes to ReadQuotes.</summary>
    public const string QuotePages = "quote-pages";

    /// <summary>From PollNews to ReadFeed.</summary>
    public const string NewsFeeds = "news-feeds";

    /// <summary>From ReadQuotes to RescaleRules.</summary>
    public const string Splits = "splits";

    /// <summary>From detection to RouteEvents.</summary>
    public const string MarketEvents = "market-events";

    /// <summary>From routing to Notify.</summary>
    public const string Deliveries = "deliveries";

    /// <summary>All of them, in the order of the main path.</summary>
    public static IReadOnlyList<string> All { get; } = [QuotePages, NewsFeeds, Splits, MarketEvents, Deliveries];
}
