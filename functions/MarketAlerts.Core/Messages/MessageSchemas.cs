namespace MarketAlerts.Core.Messages;

/// <summary>Every schema on the wire with its version, in one list. Whoever reads takes the version and the one before.</summary>
public static class MessageSchemas
{
    private static readonly Dictionary<Type, (string Name, int Version)> Known = new()
    {
        [typeof(QuotePage)] = ("quote-page", 2),
        [typeof(FeedPoll)] = ("feed-poll", 1),
        [typeof(RescaleRequest)] = ("rescale-request", 1),
        [typeof(MarketEvents)] = ("market-events", 3),
        [typeof(DueBucket)] = ("due-bucket", 1),
    };

    /// <summary>The schema of a body type.</summary>
    public static (string Name, int Version) SchemaOf<TBody>() => Known[typeof(TBody)];
}
