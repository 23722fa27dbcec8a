using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Notifications;

/// <summary>All that is known of one subscriber when their flush is decided.</summary>
/// <param name="Subscriber">The profile, or null when it is gone.</param>
/// <param name="Items">What waits, items of unfinished claims left out.</param>
/// <param name="Unsent">Mails claimed and not recorded, now due.</param>
/// <param name="Mails">The mails of the last days, oldest first.</param>
public sealed record Mailbox(
    Subscriber? Subscriber,
    IReadOnlyList<(Waiting Row, DeliveryItem Item)> Items,
    IReadOnlyList<(Waiting Row, ClaimedMail Mail)> Unsent,
    IReadOnlyList<ClaimedMail> Mails)
{
    /// <summary>The number of the next mail that belongs to an incident: its row's key and its Message-ID both carry it.</summary>
    public int NumberOfNext(string incidentId) => 1 + Mails.Count(mail => mail.Carried[0] == incidentId);
}
