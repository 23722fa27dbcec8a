using System.Globalization;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Deliveries;
using MarketAlerts.Core.Tests.Incidents;
using MarketAlerts.Core.Tests.News;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Testing.Memory;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>Everything round the router, in memory; it is 14:31:05 UTC. Any write can be the last one before a crash.</summary>
internal sealed class RoutingWorld : IMessagePublisher
{
    private int _writes;

    public RoutingWorld(DeliveryOptions? options = null, IProfileStore? buckets = null)
    {
        var clock = new MarketClock(Time, Given.Calendar);
        Router = new EventRouter(
            new FakeWorld { Catalog = GivenMail.Catalog },
            new FiringRules(new SubscriptionMatcher(Subscriptions), new AndNewsFilter(clock, News, Awaiting, Subscribers), Subscribers),
            new IncidentUpdater(Incidents, GivenIncident.Reducer),
            new AlertBatchWriter(clock, buckets ?? Subscribers, Subscribers, new GroupWait(options ?? new DeliveryOptions()), this)
        );
        Incidents.Writing = Write;
        Subscribers.Writing = Write;
        Awaiting.Writing = Write;
    }

    public FakeTimeProvider Time { get; } = new(Given.At("14:31:05"));

    public NewsWorld News { get; } = new();

    public RememberedAwaitingNews Awaiting { get; } = new();

    public RememberedIncidents Incidents { get; } = new();

    public RememberedSubscriptions Subscriptions { get; } = new();

    public MemorySubscribers Subscribers { get; } = new();

    public EventRouter Router { get; }

    /// <summary>What was published, in order.</summary>
    public List<OutgoingMessage> Published { get; } = [];

    /// <summary>How many writes there were, publications included.</summary>
    public int Writes => _writes;

    /// <summary>The write that does not happen any more, counted from 0; null for none.</summary>
    public int? CrashAt { get; set; }

    /// <summary>The flush requests, each once: id and when it may be seen.</summary>
    public IEnumerable<string> Requests => Published.Select(message => $"{message.Id} {message.NotBefore:HH:mm:ss}").Distinct();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Somebody with rules.</summary>
    public async Task SubscribeAsync(string email, params string[] rules)
    {
        var profile = GivenSplit.Profile(email, rules);
        Subscribers.Put(profile);
        foreach (var rule in profile.Rules)
        {
            foreach (var ruleLevel in rule.Levels)
            {
                await Subscriptions.AddAsync(new Subscription(profile.Id, ruleLevel, rule), GivenMail.Catalog, Token);
            }
        }
    }

    /// <summary>Somebody was told of an incident.</summary>
    public async Task TellAsync(string email, string incident, Following following)
    {
        var id = SubscriberId.FromAddress(email);
        var rows = new Dictionary<SubscriberId, IReadOnlyList<Waiting>> { [id] = [] };
        var history = (await Subscribers.LoadMailboxesAsync(MemorySubscribers.Bucket, rows, Token))[0].History;
        var told = GivenMail.Told(GivenMail.Nvda).Told[0] with { Incident = incident, Following = following };
        var written = GivenMail.Compose(GivenMail.Mailbox(GivenMail.Entry(GivenMail.Nvda)), "14:31:30", TimeSpan.Zero, GivenMail.Nvda);
        var mail = new ClaimedMail(id, incident, MailState.Claimed, [incident], [], 0, written);
        await Subscribers.ClaimAsync([new Claim([mail], [], history with { Told = [told] }, [], Given.At("14:33"))], Token);
    }

    public Task RouteAsync(string id, params MarketEvent[] events) => Router.RouteAsync(id, new MarketEvents(events), Token);

    public Task RouteAsync(string id, ProposedTransition step) =>
        Router.RouteAsync(id, new MarketEvents([]) { Transitions = [step] }, Token);

    /// <summary>What waits for somebody.</summary>
    public AlertEntry[] EntriesOf(string email) =>
        [.. Subscribers.Items.Where(item => item.Subscriber == SubscriberId.FromAddress(email)).SelectMany(item => item.Entries)];

    /// <summary>Everything that routing leaves behind, as text.</summary>
    public string Left() =>
        string.Join(
            '\n',
            [
                .. Incidents.All.Select(incident => StoredJson.Write(incident with { ETag = null })),
                .. Subscribers.Items.Select(item => StoredJson.Write(item)),
                .. Awaiting.Rows,
                .. Requests.Order(StringComparer.Ordinal),
            ]
        );

    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        Write("flush request");
        Published.Add(message);
        return Task.CompletedTask;
    }

    /// <summary>News of DeepSeek, as it is published.</summary>
    public static MarketEvent NewsOfDeepSeek(string time) =>
        new(
            GivenNews.DeepSeek.Target,
            MetricId.Mentions,
            Direction.Up,
            0,
            10_000,
            Given.Day,
            Given.At(time),
            Given.At(time).AddSeconds(5),
            null,
            null,
            null
        )
        {
            News = GivenNews.Reading(1) with { About = "\"DeepSeek\"" },
        };

    /// <summary>NVDA or another symbol falls so far, in percent.</summary>
    public static MarketEvent Fall(string symbol, double percent, string time = "14:31", int tier = 0) =>
        Given.SymbolEvent(Given.Reading(symbol, -percent, tier, time), Level.FromValue((decimal)percent).Units);

    private void Write(string what)
    {
        if (Interlocked.Increment(ref _writes) - 1 == CrashAt)
        {
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"The host died before it wrote: {what}."));
        }
    }
}
