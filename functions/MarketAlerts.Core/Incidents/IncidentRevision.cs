namespace MarketAlerts.Core.Incidents;

/// <summary>Evidence that was revised: the close that a member's move was measured against is another one now.</summary>
/// <param name="Symbol">The member.</param>
/// <param name="ToldClose">The close it was measured against, in dollars.</param>
/// <param name="Close">The close before as it is known now, in dollars.</param>
/// <param name="ToldMove">The day-move that was told, in percent.</param>
/// <param name="Move">The day-move now, in percent; null without a fresh quote.</param>
public sealed record IncidentRevision(string Symbol, double ToldClose, double Close, double ToldMove, double? Move);
