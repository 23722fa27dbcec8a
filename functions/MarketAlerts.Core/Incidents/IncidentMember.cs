using MarketAlerts.Core.Detection;

namespace MarketAlerts.Core.Incidents;

/// <summary>A symbol in an incident.</summary>
/// <param name="Reading">Its newest evidence.</param>
/// <param name="JoinedAt">Market time of the quote with which it joined.</param>
/// <param name="HighestTier">The highest tier it reached: 0, 1 notable, 2 severe.</param>
public sealed record IncidentMember(MemberReading Reading, DateTimeOffset JoinedAt, int HighestTier)
{
    /// <summary>Its price when it joined, in dollars; null in incidents of before that was kept.</summary>
    public double? JoinedAtPrice { get; init; }
}
