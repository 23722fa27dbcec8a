using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News.Nasdaq;

/// <summary>What a poll of the halts gave.</summary>
/// <param name="Rows">All that the list holds, read before or not; nothing when nothing changed.</param>
/// <param name="Version">What to ask with the next time.</param>
/// <param name="NotModified">Nothing changed since the version that was asked about.</param>
/// <param name="RetryAfter">How long the server asks to be left alone, if it says.</param>
public sealed record HaltAnswer(HaltRows Rows, FeedVersion Version, bool NotModified, TimeSpan? RetryAfter);

/// <summary>What the list of halts says.</summary>
/// <param name="Events">Halts and resumptions of known symbols, the earliest first, each once.</param>
/// <param name="BadRows">How many rows were skipped, or lost their resumption, because they make no sense.</param>
public sealed record HaltRows(IReadOnlyList<ListingEvent> Events, int BadRows);
