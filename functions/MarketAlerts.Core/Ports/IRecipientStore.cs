using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Ports;

/// <summary>
/// The truth about people, by bucket: profiles, what waits for them, what was claimed and sent, and the ledger. Everything that moves something from
/// one of these to another is one transaction within the bucket.
/// </summary>
public interface IRecipientStore
{
    /// <summary>The names of all buckets.</summary>
    IReadOnlyList<string> Buckets { get; }

    /// <summary>The bucket of a subscriber.</summary>
    string BucketOf(SubscriberId subscriber);

    /// <summary>A profile, or null.</summary>
    Task<Subscriber?> LoadProfileAsync(SubscriberId subscriber, CancellationToken cancellationToken);

    /// <summary>Saves a profile against the version it was read at, if it was read; false when somebody else saved first.</summary>
    Task<bool> SaveProfileAsync(Subscriber subscriber, CancellationToken cancellationToken);

    /// <summary>Files an item and puts it on the waiting list; one that was ever filed before is left as it is.</summary>
    Task FileAsync(DeliveryItem item, CancellationToken cancellationToken);

    /// <summary>Claims a <c>once</c> rule for a message: true when nothing claimed it before, or this same message did.</summary>
    Task<bool> ClaimOnceAsync(SubscriberId subscriber, string rule, string messageId, CancellationToken cancellationToken);

    /// <summary>Forgets the claims of <c>once</c> rules that are entered anew.</summary>
    Task ReleaseOnceAsync(SubscriberId subscriber, IReadOnlyList<string> rules, CancellationToken cancellationToken);

    /// <summary>The waiting list of a bucket up to an instant, or whole, by due time.</summary>
    Task<IReadOnlyList<Waiting>> GetWaitingAsync(string bucket, DateTimeOffset? until, CancellationToken cancellationToken);

    /// <summary>Everything about one subscriber that their flush needs.</summary>
    /// <param name="subscriber">Whose.</param>
    /// <param name="waiting">Their rows of the waiting list.</param>
    /// <param name="now">From which mails count as recent.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Mailbox> LoadMailboxAsync(SubscriberId subscriber, IReadOnlyList<Waiting> waiting, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a mail down, takes its items off the waiting list and puts the mail on it until it is recorded, with the ledger's line: one transaction
    /// (more than 90 items: several under the same mail). False when somebody else took any of it first.
    /// </summary>
    Task<bool> ClaimAsync(ClaimedMail mail, DateTimeOffset resendAt, LedgerEntry ledger, CancellationToken cancellationToken);

    /// <summary>Finishes a claim of several transactions that a crash cut short; does nothing when it is whole.</summary>
    Task FinishClaimAsync(ClaimedMail mail, CancellationToken cancellationToken);

    /// <summary>Records a mail's final state, takes it off the waiting list and writes the ledger's line: one transaction.</summary>
    Task RecordAsync(ClaimedMail mail, Waiting row, LedgerEntry ledger, CancellationToken cancellationToken);

    /// <summary>Moves a row of the waiting list to a later due time with a line in the ledger, or off it when there is none. False when it was gone.</summary>
    Task<bool> MoveAsync(Waiting row, DateTimeOffset? due, ClaimedMail? mail, LedgerEntry ledger, CancellationToken cancellationToken);

    /// <summary>All mails ever claimed, in order of claim key.</summary>
    IAsyncEnumerable<ClaimedMail> ReadMailsAsync(CancellationToken cancellationToken);

    /// <summary>The whole ledger, by subscriber, newest first.</summary>
    IAsyncEnumerable<LedgerEntry> ReadLedgerAsync(CancellationToken cancellationToken);
}
