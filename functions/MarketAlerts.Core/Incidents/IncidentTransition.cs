namespace MarketAlerts.Core.Incidents;

/// <summary>One step in an incident's life.</summary>
/// <param name="At">Market time of the evidence.</param>
/// <param name="To">What it became: opened, escalated, member joined, member notable, recovered.</param>
/// <param name="Reason">Why, in a sentence with the figures.</param>
public sealed record IncidentTransition(DateTimeOffset At, string To, string Reason);
