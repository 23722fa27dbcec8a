using System.Globalization;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json;

namespace MarketAlerts.Core.Deliveries;

/// <summary>A message to one address as it is written down before it is sent.</summary>
/// <param name="SubscriberText">Whose.</param>
/// <param name="Key">Its key within the subscriber: session, incident, number, and the address' place from the second on.</param>
/// <param name="State">Where it is on its way.</param>
/// <param name="Carried">The incidents it tells of, the one it belongs to first.</param>
/// <param name="Taken">The items it takes; a message to several addresses names them with the first.</param>
/// <param name="Attempts">How often sending was tried.</param>
/// <param name="Mail">The message.</param>
public sealed record ClaimedMail(
    string SubscriberText,
    string Key,
    MailState State,
    IReadOnlyList<string> Carried,
    IReadOnlyList<Waiting> Taken,
    int Attempts,
    AlertMail Mail
)
{
    /// <summary>Whose.</summary>
    [JsonIgnore]
    public SubscriberId Subscriber => SubscriberId.Parse(SubscriberText);

    /// <summary>What its latency is counted from; null of a message that tells of no incident.</summary>
    public MailLatency? Latency { get; init; }

    /// <summary>The key of a message of an incident to one of a subscriber's addresses.</summary>
    public static string KeyOf(DateOnly session, string incidentId, int number, int address) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{session:yyyyMMdd}.{incidentId}.{number:D4}{(address is 0 ? "" : ".")}{(address is 0 ? null : address)}"
        );
}
