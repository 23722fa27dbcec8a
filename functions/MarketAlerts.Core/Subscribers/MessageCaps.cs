namespace MarketAlerts.Core.Subscribers;

/// <summary>
/// How many messages of alerts a subscriber takes; what is over goes into one digest at the start of the next hour or day in their zone. The last one of a cap above 1 is
/// kept for something severe.
/// </summary>
/// <param name="PerHour">In any clock hour of their zone, or null for no cap.</param>
/// <param name="PerDay">In any day of their zone, or null for no cap.</param>
public sealed record MessageCaps(int? PerHour, int? PerDay);
