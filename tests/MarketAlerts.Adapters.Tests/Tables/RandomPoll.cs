using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>One poll of an invented market.</summary>
internal sealed record RandomPoll(DateTimeOffset Now, Quote[] Quotes, ListingEvent[] Events);
