namespace MarketAlerts.Core.Universe;

/// <summary>A feed of news that is polled.</summary>
/// <param name="Name">Its name, lower case: what its articles, health and messages are called by.</param>
/// <param name="Kind">How it is asked for and read.</param>
/// <param name="Address">Where it is; null for a kind that knows its own address.</param>
/// <param name="EveryMinutes">How often it is asked, in minutes.</param>
public sealed record Feed(string Name, FeedKind Kind, Uri? Address, int EveryMinutes = 1);

/// <summary>What kind of feed it is: how it is asked for and read. Stored by name.</summary>
public enum FeedKind
{
    /// <summary>RSS 2.0, RSS 1.0 or Atom, told apart when it is read.</summary>
    Rss,

    /// <summary>The SEC's list of current filings.</summary>
    Edgar,

    /// <summary>News of Benzinga by Alpaca.</summary>
    Alpaca,

    /// <summary>Market news by Finnhub.</summary>
    Finnhub,

    /// <summary>News by Massive.</summary>
    Massive,
}
