namespace MarketAlerts.Core.Deliveries;

/// <summary>An item that does not go out now.</summary>
/// <param name="Row">Its row of the waiting list.</param>
/// <param name="Until">When it is looked at again; null when it leaves the waiting list for good.</param>
/// <param name="Decision">The ledger's word.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record HeldItem(Waiting Row, DateTimeOffset? Until, DeliveryStep Decision, string Reason)
{
    /// <summary>Why it waits.</summary>
    public HoldReason Hold { get; init; }
}
