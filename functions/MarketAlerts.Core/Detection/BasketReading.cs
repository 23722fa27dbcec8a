namespace MarketAlerts.Core.Detection;

/// <summary>The figures of one basket at one look.</summary>
/// <param name="Name">The basket.</param>
/// <param name="MedianMove">Median day-move of its members, percent.</param>
/// <param name="Breadth">Share of members beyond the joining threshold, percent, signed like the median.</param>
/// <param name="Tier">0, 1 notable, 2 severe.</param>
/// <param name="Members">Its members that have a fresh quote.</param>
/// <param name="Wider">The members of the wider basket that are not its own.</param>
public sealed record BasketReading(
    string Name,
    double MedianMove,
    double Breadth,
    int Tier,
    IReadOnlyList<MemberReading> Members,
    IReadOnlyList<MemberReading> Wider
);
