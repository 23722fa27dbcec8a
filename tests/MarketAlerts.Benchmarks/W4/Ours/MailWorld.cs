using System.Globalization;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Benchmarks.W5;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Wording;
using MarketAlerts.Functions.Composition;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace MarketAlerts.Benchmarks.W4.Ours;

/// <summary>The production composition with subscribers in memory: this is what changes when the sending does.</summary>
internal sealed class MailWorld : IAsyncDisposable
{
    private static readonly Dictionary<string, Incident> Incidents = new() { [ChipsDay.Incident.Id] = ChipsDay.Incident };

    private static readonly Rule[] Rules = [Rule.FromText("#chips notable"), Rule.FromText("NVDA notable")];

    private readonly MemorySubscribers _subscribers = new();
    private readonly List<SubscriberId> _order = [];
    private readonly ServiceProvider _services;
    private readonly MarketSnapshot _snapshot;
    private MailContent? _content;

    /// <summary>A desk that sends to a port of this machine.</summary>
    public MailWorld(int port, bool hasPicture)
    {
        _snapshot = hasPicture ? ChipsDay.Snapshot : ChipsDay.PlainSnapshot;
        var settings = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = "UseDevelopmentStorage=true", // Nothing is stored there.
            ["Links:BaseUrl"] = "https://alerts.example.com",
            ["Links:SigningKey"] = TestKeys.Signing,
            ["Email:Smtp:Port"] = port.ToString(CultureInfo.InvariantCulture),
        };
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new StoppedClock())
            .AddMarketAlerts(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<IProfileStore>(_subscribers)
            .AddSingleton<IDeliveryStore>(_subscribers)
            .AddSingleton<IOnceRuleStore>(_subscribers)
            .AddSingleton<ILedgerStore>(_subscribers)
            .AddSingleton<IMessagePublisher>(new KeptMessages())
            .AddNoSources()
            .AddLogging()
            .BuildServiceProvider();
    }

    /// <summary>Forgets everybody and takes these subscribers, for each of whom the same waits.</summary>
    public async Task FillAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        _subscribers.Clear();
        _order.Clear();
        foreach (var address in addresses)
        {
            var subscriber = new Subscriber(address, "America/New_York", Rules, null, false);
            var item = ChipsDay.ItemOf(subscriber.Id);
            _subscribers.Put(subscriber);
            _order.Add(subscriber.Id);
            await _subscribers.FileAsync(item.MessageId, [item], cancellationToken);
        }
    }

    /// <summary>How many mails are recorded as sent.</summary>
    public async Task<int> SentAsync(CancellationToken cancellationToken) =>
        await _subscribers.ReadLedgerAsync(cancellationToken).CountAsync(line => line.Decision is DeliveryStep.Sent, cancellationToken);

    /// <summary>All that waits, in the order in which the subscribers were taken.</summary>
    public async Task<IReadOnlyList<Waiting>> WaitingAsync(CancellationToken cancellationToken)
    {
        var waiting = await _subscribers.GetWaitingAsync(MemorySubscribers.Bucket, cancellationToken);
        var rows = waiting.ToDictionary(row => row.Subscriber);
        return [.. _order.Select(subscriber => rows[subscriber])];
    }

    /// <summary>Decides, composes, writes down, sends and records the mail of one subscriber.</summary>
    public async Task SendAsync(Waiting item, CancellationToken cancellationToken)
    {
        var (plan, mailbox, composed) = await ComposeAsync(item, cancellationToken);
        var key = ClaimedMail.KeyOf(plan.Lead.Session, plan.Lead.Id, mailbox.History.NumberOfNext(plan.Lead.Id), 0);
        var mail = new ClaimedMail(item.Subscriber, key, MailState.Claimed, [plan.Lead.Id], [item], 0, composed);
        var row = new Waiting(item.Subscriber, StoppedClock.Now.AddMinutes(2), WaitingKind.Mail, key);
        var line = new LedgerEntry(item.Subscriber, StoppedClock.Now, DeliveryStep.Claimed, key, plan.Reason);
        await _subscribers.ClaimAsync(
            [new Claim([mail], [item], HistoryWriter.After(mailbox.History, plan, [composed]), [line], row.Due)],
            cancellationToken
        );
        await Get<MailSender>().SendAsync(mail, row, cancellationToken);
    }

    /// <summary>The message that <see cref="SendAsync"/> puts on the wire for a subscriber.</summary>
    public async Task<MimeMessage> MessageAsync(Waiting item, CancellationToken cancellationToken) =>
        Get<MailRenderer>().BuildMessage((await ComposeAsync(item, cancellationToken)).Mail);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>As the notifier does: the content once for all who share it, the rest for each subscriber.</summary>
    private async Task<(FlushPlan Plan, Mailbox Mailbox, AlertMail Mail)> ComposeAsync(Waiting item, CancellationToken cancellationToken)
    {
        var waiting = new Dictionary<SubscriberId, IReadOnlyList<Waiting>> { [item.Subscriber] = [item] };
        var mailbox = (await _subscribers.LoadMailboxesAsync(MemorySubscribers.Bucket, waiting, cancellationToken))[0];
        var plan = Get<FlushPlanner>().Plan(mailbox, Incidents, ChipsDay.Catalog, StoppedClock.Now);
        var around = new MailContext(
            StoppedClock.Now,
            Get<SenderOptions>().Domain,
            to => Get<IMailLinks>().LinksFor(item.Subscriber, to, plan.Lead.Id, plan.Rules[0], StoppedClock.Now),
            _snapshot.DeclaredDelay
        );
        var content = LazyInitializer.EnsureInitialized(
            ref _content,
            () => Get<MailComposer>().ContentOf(ContentBasis.From(plan), ChipsDay.Catalog, _snapshot, ChipsDay.Published)
        )!;
        return (plan, mailbox, Get<MailComposer>().Compose(plan, mailbox, around, content, plan.To[0]));
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
