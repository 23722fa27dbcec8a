using System.Globalization;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Baskets;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Testing.Crowd;

/// <summary>
/// One crash that many subscribers asked for, through the production composition: from quotes over the basket's event to a mail of their
/// own for each.
/// </summary>
/// <param name="services">The composition, with the clock, quotes and messages beside.</param>
/// <param name="time">Its clock.</param>
/// <param name="quotes">Its quotes.</param>
/// <param name="messages">Its messages.</param>
/// <param name="subscribers">How many subscribers.</param>
public sealed class CrowdWorld(
    IServiceProvider services,
    FakeTimeProvider time,
    CrowdQuotes quotes,
    CrowdMessages messages,
    int subscribers
)
{
    private const string Name = "crowd";
    private static readonly Rule Severe = Rule.FromText("#crowd severe");
    private const int Polls = 5;
    private const double PercentAMinute = 2.5;
    private const int ConcurrentMessages = 16; // As host.json has it.

    /// <summary>The minute of the regular session before anything happens.</summary>
    public static DateTimeOffset Start { get; } = new(2025, 1, 27, 14, 35, 0, TimeSpan.Zero);

    /// <summary>Where the mails go.</summary>
    public IReadOnlyList<string> Addresses { get; } =
    [.. Enumerable.Range(0, subscribers).Select(number => string.Create(CultureInfo.InvariantCulture, $"crowd{number:D5}@example.com"))];

    /// <summary>Enters the basket and its subscribers: the first as people do, the others in transactions.</summary>
    /// <exception cref="InvalidOperationException">They are there already: who was told is not told again.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        var ruleLevel = new RuleLevel(Target.OfBasket(Name), MetricId.Tier, Direction.Down, new Level(20_000));
        var entered = await Get<ISubscriptionStore>()
            .FindAsync([new(ruleLevel.Target, ruleLevel.Metric, ruleLevel.Direction, LevelRange.All)], Catalog.Empty, cancellationToken);
        if (entered[0].Count > 0)
        {
            throw new InvalidOperationException("This needs tables in which it has not run before.");
        }

        await Get<RuleRegistration>()
            .EnterAsync(
                new WatchFile([new Basket(Name, CrowdQuotes.Symbols, null)], new HashSet<Symbol>(), [SubscriberOf(Addresses[0])]),
                cancellationToken
            );
        var others = Addresses.Skip(1).Select(SubscriberOf).ToArray();
        await new CrowdRows(Get<TableSet>(), Get<IProfileStore>()).LoadAsync(
            others,
            others.Select(subscriber => new Subscription(subscriber.Id, ruleLevel, Severe)),
            Catalog.Empty,
            cancellationToken
        );
    }

    /// <summary>The stocks fall minute by minute, until the basket is severe; returns the messages with that.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> FallAsync(CancellationToken cancellationToken)
    {
        var pages = (await Get<ICatalogStore>().LoadAsync(cancellationToken)).Pages;
        for (var poll = 0; poll < Polls; poll++)
        {
            quotes.Fallen = PercentAMinute * poll;
            foreach (var page in CrowdQuotes.Symbols.Select(symbol => pages[symbol]).Distinct())
            {
                await Get<QuotePoller>().ReadAsync(new QuotePage(page, time.GetUtcNow()), cancellationToken);
            }

            await Get<BasketPoller>().PollAsync(cancellationToken);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        return messages.Take();
    }

    /// <summary>Routes messages: files one item for each subscriber. Returns the flush requests.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> RouteAsync(IReadOnlyList<OutgoingMessage> events, CancellationToken cancellationToken)
    {
        foreach (var message in events)
        {
            await Get<EventRouter>().RouteAsync(message.Id, MessageCodec.Read<MarketEvents>(message.Content).Body, cancellationToken);
        }

        return messages.Take();
    }

    /// <summary>The end of the group wait: all flush requests come at once.</summary>
    public async Task FlushAsync(IReadOnlyList<OutgoingMessage> flushRequests, CancellationToken cancellationToken)
    {
        time.SetUtcNow(flushRequests.Max(message => message.NotBefore)!.Value);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ConcurrentMessages, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            flushRequests,
            parallel,
            async (message, token) => await Get<Notifier>().FlushAsync(MessageCodec.Read<DueBucket>(message.Content).Body.Bucket, token)
        );
    }

    private static Subscriber SubscriberOf(string address) => new(address, "America/New_York", [Severe], null, false);

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
