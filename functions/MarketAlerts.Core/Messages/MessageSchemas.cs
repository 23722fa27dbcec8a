using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Messages;

/// <summary>Every schema on the wire with its version, in one list. Whoever reads takes the version and the one before.</summary>
internal static class MessageSchemas
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

/// <summary>Body of a <c>news-feeds</c> message: read this feed now.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Poll">The minute it was planned for (UTC).</param>
/// <param name="CatalogVersion">The catalog it was planned from.</param>
public sealed record FeedPoll(string Feed, DateTimeOffset Poll, long CatalogVersion);

/// <summary>Body of a <c>quote-pages</c> message: read this page now.</summary>
/// <param name="Page">The page.</param>
/// <param name="Poll">The minute it was planned for (UTC).</param>
/// <param name="CatalogVersion">The catalog it was planned from; null in messages of version 1.</param>
public sealed record QuotePage(string Page, DateTimeOffset Poll, long? CatalogVersion = null);

/// <summary>Body of a <c>splits</c> message: rescale the price rules on a symbol that split. How, the page knows.</summary>
/// <param name="Page">The page that took the split.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Day">The split's ex-date.</param>
/// <param name="Poll">The poll after which the page asked.</param>
/// <param name="After">The subscribers up to this one are done; null to begin with the first.</param>
public sealed record RescaleRequest(string Page, Symbol Symbol, DateOnly Day, DateTimeOffset Poll, SubscriberId? After = null);

/// <summary>Body of a <c>market-events</c> message: all crossings of one page and poll, or a part of them; or steps of incidents.</summary>
/// <param name="Events">The events.</param>
public sealed record MarketEvents(IReadOnlyList<MarketEvent> Events)
{
    /// <summary>Steps of incidents; null in messages of version 2.</summary>
    public IReadOnlyList<ProposedTransition>? Transitions { get; init; }
}

/// <summary>Body of a <c>deliveries</c> message: something is due in this bucket of subscribers.</summary>
/// <param name="Bucket">The bucket.</param>
public sealed record DueBucket(string Bucket);
