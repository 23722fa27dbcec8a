namespace MarketAlerts.Core.Universe;

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
