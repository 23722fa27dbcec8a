using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News.Nasdaq;

/// <summary>What a poll of the halts gave.</summary>
/// <param name="Rows">All that the list holds, read before or not; nothing when nothing changed.</param>
/// <param name="Version">What to ask with the next time.</param>
/// <param name="NotModified">Nothing changed since the version that was asked about.</param>
/// <param name="RetryAfter">How long the server asks to be left alone, if it says.</param>
public sealed record HaltAnswer(HaltRows Rows, FeedVersion Version, bool NotModified, TimeSpan? RetryAfter);
