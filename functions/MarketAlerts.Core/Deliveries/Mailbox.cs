using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>All that is known of one subscriber when their flush is decided.</summary>
/// <param name="Subscriber">The profile, or null when it is gone.</param>
/// <param name="Items">What waits, each with its item; those of unfinished claims are left out.</param>
/// <param name="Unsent">Mails claimed and not recorded, now due.</param>
/// <param name="History">What they were told of late.</param>
public sealed record Mailbox(
    Subscriber? Subscriber,
    IReadOnlyList<Waiting> Items,
    IReadOnlyList<UnsentMail> Unsent,
    SubscriberHistory History
);

/// <summary>A claimed message on its way to its channel.</summary>
/// <param name="Row">Its row of the waiting list.</param>
/// <param name="Mail">The message.</param>
/// <param name="IsAgain">Whether an earlier flush claimed it: it may have been sent, or be on its way.</param>
/// <param name="Subscriber">Of one that is sent again the profile as it is now; null when that is gone.</param>
public sealed record UnsentMail(Waiting Row, ClaimedMail Mail, bool IsAgain = false, Subscriber? Subscriber = null);
