using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>What a subscriber was told of one incident so far.</summary>
/// <param name="Incident">The incident's id.</param>
/// <param name="Session">Its session.</param>
/// <param name="Subject">The subject of its thread.</param>
/// <param name="Root">The ids of its thread's first message, one an address, by the address' place in the subscriber's list.</param>
/// <param name="Mails">How many messages belonged to it: the last one's number.</param>
/// <param name="MemberUpdates">How many of the messages only told of members that became notable.</param>
/// <param name="Severity">How bad it was when last told.</param>
/// <param name="FirstAt">When it was first told (UTC).</param>
/// <param name="LastAt">When it was last told (UTC).</param>
/// <param name="Following">What else of it they hear of.</param>
public sealed record ToldIncident(
    string Incident,
    DateOnly Session,
    string Subject,
    IReadOnlyDictionary<string, string> Root,
    int Mails,
    int MemberUpdates,
    Severity Severity,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    Following Following
)
{
    /// <summary>Whether its recovery was told last: then it may be told that it is on again.</summary>
    public bool IsOver { get; init; }
}

/// <summary>Somebody who was told of an incident.</summary>
/// <param name="Subscriber">Who.</param>
/// <param name="Following">What else of it they hear of.</param>
public sealed record ToldSubscriber(SubscriberId Subscriber, Following Following);
