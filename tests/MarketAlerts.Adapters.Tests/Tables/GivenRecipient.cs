using MarketAlerts.Adapters.Tables;
using MarketAlerts.Adapters.Tests.Email;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Notifications.Channels;
using MarketAlerts.Core.Subscriptions;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>One reader of their own a test; buckets are shared, so only their rows are looked at.</summary>
internal sealed class GivenRecipient
{
    public static readonly DateTimeOffset Now = new(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);

    public Subscriber Reader { get; } = new($"{TestStorage.Unique("reader")}@example.com", "America/New_York", ["NVDA notable"], null, false);

    public SubscriberId Id => Reader.Id;

    public TableRecipientStore Store { get; } = NewStore();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TableRecipientStore NewStore() => new(TestStorage.TableSet(), new DeliveryOptions());

    public DeliveryItem Item(string messageId, int dueSeconds = 0) => new(
        Id.Text, messageId, Now.AddSeconds(dueSeconds),
        [new AlertEntry(EntryKind.Rule, "NVDA-down-20250127", new DateOnly(2025, 1, 27), ["NVDA notable"], ["NVDA"], Severity.Notable, Now, Now)]);

    public Waiting RowOf(string messageId, int dueSeconds = 0) => new(Id, Now.AddSeconds(dueSeconds), WaitingKind.Item, messageId);

    public async Task<Waiting[]> FileAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await Store.FileAsync(Item($"m{number + 1000}"), Token);
        }

        return [.. await WaitingAsync()];
    }

    public ClaimedMail Mail(IReadOnlyList<Waiting> taken, int number = 1, MailState state = MailState.Claimed) => new(
        Id.Text, ClaimedMail.KeyOf(new DateOnly(2025, 1, 27), "NVDA-down-20250127", number), state, ["NVDA-down-20250127"], false, taken, 0,
        SampleMail.Chips with { To = ChannelAddress.Email(Reader.Email), Clock = SampleMail.Chips.Clock with { Sent = Now.AddMinutes(number) } });

    public LedgerEntry Ledger(string decision, int seconds = 0) => new(Id, Now.AddSeconds(seconds), decision, "subject", "Because.");

    public async Task<List<Waiting>> WaitingAsync(DateTimeOffset? until = null) =>
        [.. (await Store.GetWaitingAsync(Store.BucketOf(Id), until, Token)).Where(row => row.Subscriber == Id)];

    public async Task<string[]> DecisionsAsync() =>
        await Store.ReadLedgerAsync(Token).Where(entry => entry.Subscriber == Id).Select(entry => entry.Decision).ToArrayAsync(Token);

    public Task<Mailbox> MailboxAsync(IReadOnlyList<Waiting> waiting) => Store.LoadMailboxAsync(Id, waiting, Now, Token);
}
