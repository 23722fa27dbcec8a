namespace MarketAlerts.Core.Mail;

/// <summary>One line of the members table: a move against three baselines.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Last">The price, in dollars.</param>
/// <param name="DayMove">Percent against the previous close.</param>
/// <param name="OpenMove">Percent against the open, or null.</param>
/// <param name="UsualDay">One standard deviation, percent, or null.</param>
/// <param name="Tier">The highest tier it reached: 0, 1 notable, 2 severe.</param>
/// <param name="IsNew">Whether this mail is the first to name it as notable.</param>
public sealed record MailMember(string Symbol, double Last, double DayMove, double? OpenMove, double? UsualDay, int Tier, bool IsNew)
{
    /// <summary>Percent against the price at which the incident was first told, the same for all subscribers; null in its first mail and where that price is not known.</summary>
    public double? SinceAlert { get; init; }
}
