using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>
/// What waits for people, what was claimed and sent, and who was told of which incident. Everything that moves something from one of these
/// to another is one transaction within a bucket, with its line of the ledger.
/// </summary>
public interface IDeliveryStore
{
    /// <summary>
    /// Files the items of one message and puts them on the waiting lists; one that was ever filed for that message before is left as it is.
    /// </summary>
    Task FileAsync(string messageId, IReadOnlyList<DeliveryItem> items, CancellationToken cancellationToken);

    /// <summary>When the first row of a bucket's waiting list is due, or null when nothing waits.</summary>
    Task<DateTimeOffset?> FirstDueAsync(string bucket, CancellationToken cancellationToken);

    /// <summary>The whole waiting list of a bucket, by due time, items included.</summary>
    Task<IReadOnlyList<Waiting>> GetWaitingAsync(string bucket, CancellationToken cancellationToken);

    /// <summary>Everything about some subscribers of one bucket that their flush needs.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="waiting">Their rows of the waiting list, by subscriber.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<IReadOnlyList<Mailbox>> LoadMailboxesAsync(
        string bucket,
        IReadOnlyDictionary<SubscriberId, IReadOnlyList<Waiting>> waiting,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Writes messages of one bucket down, several in one transaction: each with its items off the waiting list and itself on it until it
    /// is recorded, with what its subscriber was told and the ledger's lines (one with more than 80 items: several transactions under the
    /// same mail).
    /// </summary>
    /// <returns>The claims that stand; of the others somebody else took something first.</returns>
    Task<IReadOnlyList<Claim>> ClaimAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken);

    /// <summary>Finishes a claim of several transactions that a crash cut short; does nothing when it is whole.</summary>
    Task FinishClaimAsync(ClaimedMail mail, CancellationToken cancellationToken);

    /// <summary>
    /// Records a mail's final state, takes it off the waiting list and writes the ledger's line: one transaction, shared by those who
    /// record at the same time.
    /// </summary>
    Task RecordAsync(ClaimedMail mail, Waiting row, LedgerEntry ledger, CancellationToken cancellationToken);

    /// <summary>
    /// Moves rows of the waiting list to a later due time with a line in the ledger, or off it where there is none; rows that are gone are
    /// left out.
    /// </summary>
    Task HoldAsync(IReadOnlyList<(HeldItem Held, LedgerEntry Ledger)> held, CancellationToken cancellationToken);

    /// <summary>Moves a mail's row to a later due time with a line in the ledger. False when it was gone.</summary>
    /// <param name="row">The row.</param>
    /// <param name="due">When it is due then.</param>
    /// <param name="mail">The mail as it is from now on, or null when it stays as it is.</param>
    /// <param name="ledger">The line.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<bool> MoveAsync(Waiting row, DateTimeOffset due, ClaimedMail? mail, LedgerEntry ledger, CancellationToken cancellationToken);

    /// <summary>Who was told of an incident.</summary>
    Task<IReadOnlyList<ToldSubscriber>> LoadToldAsync(string incident, CancellationToken cancellationToken);

    /// <summary>
    /// The mails that are kept, in order of claim key: those not sent, and those sent where <see cref="DeliveryOptions.KeepSentMails"/>
    /// says so.
    /// </summary>
    IAsyncEnumerable<ClaimedMail> ReadMailsAsync(CancellationToken cancellationToken);
}
