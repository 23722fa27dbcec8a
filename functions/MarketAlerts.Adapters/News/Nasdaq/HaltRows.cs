using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.News.Nasdaq;

/// <summary>What the list of halts says.</summary>
/// <param name="Events">Halts and resumptions of known symbols, the earliest first, each once.</param>
/// <param name="BadRows">How many rows were skipped, or lost their resumption, because they make no sense.</param>
public sealed record HaltRows(IReadOnlyList<ListingEvent> Events, int BadRows);
