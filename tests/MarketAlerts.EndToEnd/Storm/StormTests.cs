using System.Globalization;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.EndToEnd.Storm;

/// <summary>
/// A storm: 10,000 symbols fall in one minute, and each of 20 subscribers has asked for 200 of them. Only the finding of rules is in
/// memory.
/// </summary>
public sealed class StormTests
{
    private const int Symbols = 10_000;
    private const int SymbolsPerPage = 500;
    private const int Subscribers = 20;
    private const int RulesPerSubscriber = 200;
    private const int ParallelMessages = 16;
    private static readonly DateOnly Session = new(2025, 1, 27);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 1, 27, 14, 31, 0, TimeSpan.Zero));
    private readonly SilentPublisher _published = new();
    private readonly ScriptedChannel _channel = new();

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    // A mail lists the incident it belongs to and 60 others, and counts the rest: 200 - 1 - 60 = 139. Symbol 100 is watched by subscribers
    // 0 to 5: 5 * 20 <= 100 < 6 * 20.
    [Fact]
    public async Task Storm_IsOneMailToEachSubscriber_WhenTenThousandSymbolsFallInAMinute()
    {
        var subscriptions = new ManySubscriptions(Enumerable.Range(0, Subscribers).SelectMany(SubscriptionsOf));
        await using var services = TestComposition.Build(
            await Azurite.OpenAsync(Stopping),
            _time,
            replaced =>
                replaced
                    .AddSingleton<ISubscriptionStore>(subscriptions)
                    .AddSingleton<IMessagePublisher>(_published)
                    .AddSingleton<IChannel>(_channel),
            ("Delivery:Buckets", "4")
        );
        await EnterAsync(services);
        await PublishAsync(services);

        await RouteAsync(services);
        await FlushUntilNothingWaitsAsync(services);

        _channel.Got.Select(mail => mail.To.Address).ShouldBe(Enumerable.Range(0, Subscribers).Select(AddressOf), ignoreOrder: true);
        _channel.Got.ShouldAllBe(mail => mail.Others!.Count == RulesPerSubscriber - 1);
        using var message = services.GetRequiredService<MailRenderer>().BuildMessage(_channel.Got.First());
        message.TextBody!.ShouldContain("And 139 more");
        (await services.GetRequiredService<IDeliveryStore>().LoadToldAsync($"{SymbolOf(100)}-down-20250127", Stopping))
            .Select(told => told.Subscriber)
            .ShouldBe(Enumerable.Range(0, 6).Select(subscriber => SubscriberId.FromAddress(AddressOf(subscriber))), ignoreOrder: true);
    }

    private static async Task EnterAsync(ServiceProvider services)
    {
        foreach (var subscriber in Enumerable.Range(0, Subscribers))
        {
            var rules = SubscriptionsOf(subscriber).Select(subscription => subscription.Rule);
            await services
                .GetRequiredService<IProfileStore>()
                .SaveProfileAsync(new Subscriber(AddressOf(subscriber), "America/New_York", [.. rules], null, false), Stopping);
        }
    }

    private async Task PublishAsync(ServiceProvider services)
    {
        foreach (var page in Enumerable.Range(0, Symbols).Chunk(SymbolsPerPage).Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"p{page.Index:D4}");
            await services
                .GetRequiredService<EventPublisher>()
                .PublishAsync(name, _time.GetUtcNow(), [.. page.Item.Select(EventOf)], Stopping);
        }
    }

    private Task RouteAsync(ServiceProvider services)
    {
        var messages = _published.Published.ToArray();
        messages.Sum(message => MessageCodec.Read<MarketEvents>(message.Content).Body.Events.Count).ShouldBe(Symbols);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ParallelMessages, CancellationToken = Stopping };
        return Parallel.ForEachAsync(
            messages,
            parallel,
            async (message, token) =>
                await services
                    .GetRequiredService<EventRouter>()
                    .RouteAsync(message.Id, MessageCodec.Read<MarketEvents>(message.Content).Body, token)
        );
    }

    private async Task FlushUntilNothingWaitsAsync(ServiceProvider services)
    {
        var store = SubscriberStores.Of(services);
        foreach (var bucket in (await store.Profiles.BucketsAsync(Stopping)).All)
        {
            while (await store.Deliveries.FirstDueAsync(bucket, Stopping) is { } due)
            {
                _time.SetUtcNow(due > _time.GetUtcNow() ? due : _time.GetUtcNow());
                await services.GetRequiredService<Notifier>().FlushAsync(bucket, Stopping);
            }
        }
    }

    /// <summary>The symbols that a subscriber watches begin 20 after those of the subscriber before.</summary>
    private static IEnumerable<Subscription> SubscriptionsOf(int subscriber) =>
        Enumerable
            .Range(subscriber * Subscribers, RulesPerSubscriber)
            .Select(symbol => new Subscription(
                SubscriberId.FromAddress(AddressOf(subscriber)),
                new RuleLevel(Target.OfSymbol(SymbolOf(symbol)), MetricId.DayMove, Direction.Down, Level.FromValue(2.0)),
                Rule.FromText($"{SymbolOf(symbol)} falls 2% today")
            ));

    private MarketEvent EventOf(int symbol)
    {
        var reading = new MemberReading(SymbolOf(symbol), _time.GetUtcNow(), 97, -3, null, 2, Severity.Plain);
        return new MarketEvent(
            Target.OfSymbol(reading.Symbol),
            MetricId.DayMove,
            Direction.Down,
            0,
            30_000,
            Session,
            _time.GetUtcNow(),
            _time.GetUtcNow(),
            null,
            reading,
            null
        );
    }

    private static string AddressOf(int subscriber) => string.Create(CultureInfo.InvariantCulture, $"storm{subscriber:D2}@example.com");

    private static Symbol SymbolOf(int number) =>
        Symbol.Parse(new string(['S', .. "000".Select((_, place) => (char)('A' + (number / (int)Math.Pow(26, place) % 26)))]));
}
