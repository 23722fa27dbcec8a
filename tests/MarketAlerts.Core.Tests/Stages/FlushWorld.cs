using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Deliveries;
using MarketAlerts.Core.Tests.Stages.Metering;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Core.Wording;
using MarketAlerts.Testing.Memory;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>
/// Everything round a flush, in memory, with one connection: what is sent is sent in order. It is 14:32 UTC, half past nine in New York;
/// the incidents of <see cref="GivenMail"/> are there.
/// </summary>
internal sealed class FlushWorld : IDisposable
{
    public FlushWorld(DeliveryOptions? options = null)
    {
        Options = options ?? new DeliveryOptions();
        Options.KeepSentMails = true;
        Subscribers = new MemorySubscribers(Options);
        Incidents.Put(GivenMail.Chips);
        Incidents.Put(GivenMail.Nvda);
        var meter = new PipelineMeter(Meter);
        var recorder = new LatencyRecorder(Clock, new AlertMeter(Meter), Latencies, new LogRecorder<LatencyRecorder>());
        var channels = new ChannelSet([Email, Webhook]);
        Faults = new ChannelFaults(Clock, Subscribers, new NoticeSender(Clock, Subscribers, Subscribers, World), FaultLog);
        Sender = new MailSender(Clock, Subscribers, channels, Faults, recorder, meter, Options);
        var quota = new SendQuota(Clock, channels, new RememberedQuotas(), new LogRecorder<SendQuota>());
        var decision = new MailboxDecision(Clock, new FlushPlanner(Options, new SubscriberHolds(Given.Calendar)), quota);
        var claims = new MailClaims(Clock, Subscribers, decision, Writer(), meter);
        var flush = new BucketFlush(World, Incidents, Subscribers, claims, new SendLoop(Sender, new SenderOptions { ParallelSends = 1 }));
        Notifier = new Notifier(Clock, Subscribers, flush, recorder, World, Options);
    }

    public FakeTimeProvider Time { get; } = new(Given.At("14:32"));

    public DeliveryOptions Options { get; }

    public FakeWorld World { get; } = new() { Catalog = GivenMail.Catalog };

    public MemorySubscribers Subscribers { get; }

    public RememberedIncidents Incidents { get; } = new();

    public RememberedLatencies Latencies { get; } = new();

    public ScriptedChannel Email { get; } = new(ChannelKind.Email);

    public ScriptedChannel Webhook { get; } = new(ChannelKind.Webhook);

    public PlainLinks Links { get; } = new();

    public LogRecorder<ChannelFaults> FaultLog { get; } = new();

    public MeasuredMeter Meter { get; } = new();

    public Notifier Notifier { get; }

    public MailSender Sender { get; }

    public ChannelFaults Faults { get; }

    /// <summary>What waits, items and mails: whose, from when, why.</summary>
    public IEnumerable<string> Waits =>
        Subscribers
            .GetWaitingAsync(MemorySubscribers.Bucket, Token)
            .Result.Select(row => $"{NameOf(row.Subscriber)} {row.Kind} {row.Due:MM-dd HH:mm:ss} {row.Hold}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MarketClock Clock => new(Time, Given.Calendar);

    public void Dispose() => Meter.Dispose();

    /// <summary>The address of a short name.</summary>
    public static string AddressOf(string name) => $"{name}@example.com";

    public static SubscriberId IdOf(string name) => SubscriberId.FromAddress(AddressOf(name));

    /// <summary>Somebody with a profile of the plainest kind, changed or not.</summary>
    public void Enter(string name, Func<Subscriber, Subscriber>? change = null)
    {
        var profile = GivenSplit.Profile(AddressOf(name), "#chips notable");
        Subscribers.Put(change is null ? profile : change(profile));
    }

    /// <summary>Something waits for somebody who is there, or enters.</summary>
    public async Task FileAsync(string name, string message, string due, params AlertEntry[] entries)
    {
        if (await Subscribers.LoadProfileAsync(IdOf(name), Token) is null)
        {
            Enter(name);
        }

        await Subscribers.FileAsync(message, [new DeliveryItem(IdOf(name), message, Given.At(due), entries)], Token);
    }

    public Task FlushAsync() => Notifier.FlushAsync(MemorySubscribers.Bucket, Token);

    public Task FlushAsync(string time)
    {
        Time.SetUtcNow(Given.Instant(time));
        return FlushAsync();
    }

    /// <summary>The ledger of somebody, oldest first.</summary>
    public async Task<LedgerEntry[]> LedgerOf(string name) =>
        [.. (await Subscribers.ReadLedgerAsync(IdOf(name), Token).ToListAsync(Token)).OrderBy(entry => entry.At)];

    /// <summary>The decisions in it.</summary>
    public async Task<DeliveryStep[]> StepsOf(string name) => [.. (await LedgerOf(name)).Select(entry => entry.Decision)];

    /// <summary>A mail of 14:31:30 that was claimed and not recorded, to be sent again from 14:33:30 on.</summary>
    public async Task<UnsentMail> ClaimAsync(string name, Func<AlertMail, AlertMail>? change = null)
    {
        var profile = await Subscribers.LoadProfileAsync(IdOf(name), Token);
        var written = GivenMail.Compose(
            GivenMail.Mailbox(GivenMail.Entry(GivenMail.Chips)),
            "14:31:30",
            TimeSpan.Zero,
            GivenMail.Chips
        ) with
        {
            To = ChannelAddress.Email(AddressOf(name)),
        };
        var latency = new MailLatency(
            Given.At("14:31"),
            Given.At("14:31:02"),
            Given.At("14:31:30"),
            TimeSpan.FromSeconds(28),
            TimeSpan.Zero
        );
        var mail = new ClaimedMail(
            IdOf(name),
            "20250127.chips-down-20250127.0001",
            MailState.Claimed,
            [GivenMail.Chips.Id],
            [],
            0,
            change is null ? written : change(written)
        )
        {
            Latency = latency,
        };
        var row = new Waiting(mail.Subscriber, Given.At("14:33:30"), WaitingKind.Mail, mail.Key);
        await Subscribers.ClaimAsync([new Claim([mail], [], SubscriberHistory.Empty(mail.Subscriber), [], row.Due)], Token);
        return new UnsentMail(row, mail, IsAgain: true, profile);
    }

    /// <summary>The mail of a key as it is stored.</summary>
    public async Task<ClaimedMail> MailOf(UnsentMail unsent) =>
        await Subscribers
            .ReadMailsAsync(Token)
            .FirstAsync(mail => (mail.Subscriber, mail.Key) == (unsent.Mail.Subscriber, unsent.Mail.Key), Token);

    private ClaimComposer Writer()
    {
        var (market, news, thresholds) = (new RememberedMarket(), new NewsWorld(), new ThresholdOptions());
        var composer = new MailComposer(new MailWording(Given.Calendar), Given.Calendar, thresholds, Options);
        var contents = new MailContentComposer(
            Clock,
            new MarketSnapshotLoader(market, new BasketMeter(thresholds)),
            new PublishedLoader(Clock, news, news),
            composer
        );
        return new ClaimComposer(Clock, contents, composer, Links, new LatencyOrigin(new GroupWait(Options)), new SenderOptions(), Options);
    }

    private string NameOf(SubscriberId subscriber)
    {
        var email = Subscribers.LoadProfileAsync(subscriber, Token).Result?.Email ?? "nobody@example.com";
        return email[..email.IndexOf('@', StringComparison.Ordinal)];
    }
}
