namespace MarketAlerts.Core.Deliveries;

/// <summary>An item of the waiting list, or the part of it that goes out.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Entries">What goes out.</param>
public sealed record TakenItem(Waiting Row, IReadOnlyList<AlertEntry> Entries)
{
    /// <summary>What of it goes on waiting, as a row of its own; null when all of it goes out.</summary>
    public Waiting? Rest { get; init; }
}
