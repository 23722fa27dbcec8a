using MarketAlerts.Core.Subscriptions;
using Newtonsoft.Json;

namespace MarketAlerts.Core.Notifications;

/// <summary>A mail as it is written down before it is sent.</summary>
/// <param name="SubscriberText">Whose.</param>
/// <param name="Key">Its key within the subscriber: session, incident and number.</param>
/// <param name="State">Where it is on its way.</param>
/// <param name="Carried">The incidents it tells of, the one it belongs to first.</param>
/// <param name="CountsAsMemberUpdate">Whether it counts against the limit of member updates.</param>
/// <param name="Taken">The items it takes.</param>
/// <param name="Attempts">How often sending failed for now.</param>
/// <param name="Mail">The message.</param>
public sealed record ClaimedMail(
    string SubscriberText,
    string Key,
    MailState State,
    IReadOnlyList<string> Carried,
    bool CountsAsMemberUpdate,
    IReadOnlyList<Waiting> Taken,
    int Attempts,
    AlertMail Mail)
{
    /// <summary>Whose.</summary>
    [JsonIgnore]
    public SubscriberId Subscriber => SubscriberId.Parse(SubscriberText);

    /// <summary>The number a mail of an incident has in its key.</summary>
    public static string KeyOf(DateOnly session, string incidentId, int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{session:yyyyMMdd}.{incidentId}.{number:D4}");
}
