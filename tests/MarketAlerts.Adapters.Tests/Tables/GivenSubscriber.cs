using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>One subscriber of their own a test; buckets are shared, so only their rows are looked at.</summary>
internal sealed class GivenSubscriber(Subscriber subscriber, SubscriberStores stores)
{
    public static readonly DateTimeOffset Now = new(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);

    public Subscriber Subscriber { get; } = subscriber;

    public SubscriberId Id => Subscriber.Id;

    public SubscriberStores Store { get; } = stores;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public DeliveryItem Item(string messageId, int dueSeconds = 0) =>
        new(
            Id,
            messageId,
            Now.AddSeconds(dueSeconds),
            [
                new AlertEntry(
                    EntryKind.Rule,
                    "NVDA-down-20250127",
                    new DateOnly(2025, 1, 27),
                    [Rule.FromText("NVDA notable")],
                    [Symbol.Parse("NVDA")],
                    Severity.Notable,
                    Now,
                    Now
                ),
            ]
        );

    public Waiting RowOf(string messageId, int dueSeconds = 0) => new(Id, Now.AddSeconds(dueSeconds), WaitingKind.Item, messageId);

    public async Task<Waiting[]> FileAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await FileAsync(Item($"m{number + 1000}"));
        }

        return [.. await WaitingAsync()];
    }

    public Task FileAsync(DeliveryItem item) => Store.Deliveries.FileAsync(item.MessageId, [item], Token);

    public ClaimedMail Mail(IReadOnlyList<Waiting> taken, int number = 1, MailState state = MailState.Claimed) =>
        new(
            Id,
            ClaimedMail.KeyOf(new DateOnly(2025, 1, 27), "NVDA-down-20250127", number, 0),
            state,
            ["NVDA-down-20250127"],
            [.. taken.Select(Bare)],
            0,
            SampleMail.Chips with
            {
                To = ChannelAddress.Email(Subscriber.Email),
                Clock = SampleMail.Chips.Clock with { Sent = Now.AddMinutes(number) },
            }
        );

    /// <summary>The claim of a mail, against the history that is stored.</summary>
    public async Task<Claim> ClaimOfAsync(ClaimedMail mail, DeliveryStep decision = DeliveryStep.Claimed)
    {
        var history = (await MailboxAsync([])).History;
        var told = new ToldIncident(
            "NVDA-down-20250127",
            new DateOnly(2025, 1, 27),
            "Subject",
            new Dictionary<string, string>(),
            1 + (history.Told.Count > 0 ? history.Told[0].Mails : 0),
            Now,
            Now,
            Following.Changes
        );
        return new Claim([mail], [.. mail.Taken], history with { Told = [told] }, [Ledger(decision)], Now.AddMinutes(5));
    }

    public async Task<bool> ClaimAsync(ClaimedMail mail) =>
        (await Store.Deliveries.ClaimAsync([await ClaimOfAsync(mail)], Token)).Count is 1;

    public LedgerEntry Ledger(DeliveryStep decision, int seconds = 0) =>
        new(Id, Now.AddSeconds(seconds), decision, "subject", "Because.") { Incidents = ["NVDA-down-20250127"] };

    public async Task<string> BucketAsync() => (await Store.Profiles.BucketsAsync(Token)).BucketOf(Id);

    public async Task<List<Waiting>> WaitingAsync() =>
        [.. (await Store.Deliveries.GetWaitingAsync(await BucketAsync(), Token)).Where(row => row.Subscriber == Id)];

    public async Task<DeliveryStep[]> DecisionsAsync() =>
        await Store.Ledger.ReadLedgerAsync(Id, Token).Select(entry => entry.Decision).ToArrayAsync(Token);

    public async Task<ClaimedMail[]> MailsAsync() =>
        await Store.Deliveries.ReadMailsAsync(Token).Where(mail => mail.Subscriber == Id).ToArrayAsync(Token);

    public async Task<Mailbox> MailboxAsync(IReadOnlyList<Waiting> waiting) =>
        (
            await Store.Deliveries.LoadMailboxesAsync(
                await BucketAsync(),
                new Dictionary<SubscriberId, IReadOnlyList<Waiting>> { [Id] = waiting },
                Token
            )
        ).ShouldHaveSingleItem();

    /// <summary>A row without its item, as a mail names it.</summary>
    public static Waiting Bare(Waiting row) => row with { Item = null };
}
