namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>One decision about an incident for one subscriber, as they may read it.</summary>
/// <param name="At">When it was decided (UTC).</param>
/// <param name="Decision">Such as sent, held, dropped.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record WhyLine(DateTimeOffset At, string Decision, string Reason);
