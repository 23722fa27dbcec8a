using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>What a subscriber was told of late: one small row, read with the profile at every flush and written with every claim.</summary>
/// <param name="Subscriber">Whose.</param>
/// <param name="Told">The incidents of the last days, oldest first.</param>
/// <param name="Messages">When messages of alerts went out in the last two days, for the caps (UTC), oldest first.</param>
public sealed record SubscriberHistory(SubscriberId Subscriber, IReadOnlyList<ToldIncident> Told, IReadOnlyList<DateTimeOffset> Messages)
{
    /// <summary>The stored version this was read at, opaque; null when it is new.</summary>
    public string? ETag { get; init; }

    /// <summary>Of somebody who was never told anything.</summary>
    public static SubscriberHistory Empty(SubscriberId subscriber) => new(subscriber, [], []);

    /// <summary>What was told of an incident, or null.</summary>
    public ToldIncident? Find(string incident) => Told.FirstOrDefault(told => told.Incident == incident);

    /// <summary>The number of the next message that belongs to an incident: its row's key and its Message-ID both carry it.</summary>
    public int NumberOfNext(string incident) => 1 + (Find(incident)?.Mails ?? 0);
}
