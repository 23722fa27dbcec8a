namespace MarketAlerts.Core.Messages;

/// <summary>Body of a <c>quote-pages</c> message: read this page now.</summary>
/// <param name="Page">The page.</param>
/// <param name="Poll">The minute it was planned for (UTC).</param>
public sealed record QuotePage(string Page, DateTimeOffset Poll);
