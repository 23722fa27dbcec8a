namespace MarketAlerts.Core.Messages;

/// <summary>Body of a <c>quote-pages</c> message: read this page now.</summary>
/// <param name="Page">The page.</param>
/// <param name="Poll">The minute it was planned for (UTC).</param>
/// <param name="CatalogVersion">The catalog it was planned from; null in messages of version 1.</param>
public sealed record QuotePage(string Page, DateTimeOffset Poll, long? CatalogVersion = null);
