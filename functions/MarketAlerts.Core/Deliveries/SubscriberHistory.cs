using MarketAlerts.Core.Deliveries.Storms;
using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>What a subscriber was told of late: one small row, read with the profile at every flush and written with every claim.</summary>
/// <param name="Subscriber">Whose.</param>
/// <param name="Told">The incidents of the last days, oldest first.</param>
/// <param name="Messages">When messages of alerts went out in the last two days, for the caps (UTC), oldest first.</param>
public sealed record SubscriberHistory(SubscriberId Subscriber, IReadOnlyList<ToldIncident> Told, IReadOnlyList<DateTimeOffset> Messages)
{
    /// <summary>The threads of the last days, oldest first.</summary>
    public IReadOnlyList<ToldThread> Threads { get; init; } = [];

    /// <summary>The storms of the last days.</summary>
    public IReadOnlyList<ToldStorm> Storms { get; init; } = [];

    /// <summary>The stored version this was read at, opaque; null when it is new.</summary>
    public string? ETag { get; init; }

    /// <summary>Of somebody who was never told anything.</summary>
    public static SubscriberHistory Empty(SubscriberId subscriber) => new(subscriber, [], []);

    /// <summary>What was told of an incident, or null.</summary>
    public ToldIncident? Find(string incident) => Told.FirstOrDefault(told => told.Incident == incident);

    /// <summary>The number of the next message that belongs to an incident: its row's key and its Message-ID both carry it.</summary>
    public int NumberOfNext(string incident) => 1 + (Find(incident)?.Mails ?? 0);
}

/// <summary>What a subscriber was told of one incident so far.</summary>
/// <param name="Incident">The incident's id.</param>
/// <param name="Session">Its session.</param>
/// <param name="Subject">The subject of its thread.</param>
/// <param name="Root">The ids of its thread's first message, one an address, by the address' place in the subscriber's list.</param>
/// <param name="Mails">How many messages belonged to it: the last one's number.</param>
/// <param name="FirstAt">When it was first told (UTC).</param>
/// <param name="LastAt">When it was last told (UTC).</param>
/// <param name="Following">What else of it they hear of.</param>
public sealed record ToldIncident(
    string Incident,
    DateOnly Session,
    string Subject,
    IReadOnlyDictionary<string, string> Root,
    int Mails,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    Following Following
);

/// <summary>Somebody who was told of an incident.</summary>
/// <param name="Subscriber">Who.</param>
/// <param name="Following">What else of it they hear of.</param>
public sealed record ToldSubscriber(SubscriberId Subscriber, Following Following);
