using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json;

namespace MarketAlerts.Core.Deliveries;

/// <summary>A row of the waiting list of a bucket.</summary>
/// <param name="Subscriber">Whose.</param>
/// <param name="Due">From when on.</param>
/// <param name="Kind">An item or a mail.</param>
/// <param name="Reference">The item's message id or the mail's key.</param>
public sealed record Waiting(SubscriberId Subscriber, DateTimeOffset Due, WaitingKind Kind, string Reference)
{
    /// <summary>Why it waits longer than its group wait.</summary>
    public HoldReason Hold { get; init; }

    /// <summary>The item itself; null for a mail, and where only the row is named.</summary>
    [JsonIgnore]
    public DeliveryItem? Item { get; init; }
}
