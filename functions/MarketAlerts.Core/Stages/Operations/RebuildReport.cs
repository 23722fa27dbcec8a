using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>What a rebuild did, or would do.</summary>
/// <param name="Counts">How many rows of each kind.</param>
/// <param name="UnreadRules">Rules of profiles that name something the catalog does not know: with any, nothing was done.</param>
public sealed record RebuildReport(IReadOnlyList<RowCount> Counts, int UnreadRules);
