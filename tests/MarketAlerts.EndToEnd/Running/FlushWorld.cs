using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.EndToEnd.Running;

/// <summary>The production composition on a real Azurite, with a clock, a mail channel and flush requests of the test's own.</summary>
internal sealed class FlushWorld : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly SilentPublisher _publisher = new();

    private FlushWorld(Azurite azurite) =>
        _services = TestComposition.Build(
            azurite,
            Time,
            services => services.AddSingleton<IMessagePublisher>(_publisher).AddSingleton<IChannel>(Channel),
            ("Delivery:Buckets", "1"),
            ("Delivery:KeepSentMails", "true")
        );

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2025, 1, 27, 14, 30, 0, TimeSpan.Zero));

    public ScriptedChannel Channel { get; } = new();

    public IReadOnlyList<OutgoingMessage> Published => _publisher.Published;

    public static async Task<FlushWorld> OpenAsync(CancellationToken stopping) => new(await Azurite.OpenAsync(stopping));

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task EnterAsync(IReadOnlyList<Basket> baskets, IEnumerable<Subscriber> subscribers, CancellationToken stopping) =>
        Get<RuleRegistration>()
            .EnterAsync(new WatchFile(baskets, new HashSet<Symbol> { Symbol.Parse("NVDA") }, [.. subscribers]), stopping);

    /// <summary>NVDA opens at -12.5 %.</summary>
    public Task RouteTheOpeningAsync(CancellationToken stopping, string messageId = "p0000.20250127T143000.000")
    {
        var reading = new MemberReading(Symbol.Parse("NVDA"), Time.GetUtcNow(), 124.80, -12.4947, 0, 2.61, Severity.Severe);
        var opening = new MarketEvent(
            Target.Parse("s.NVDA"),
            MetricId.DayMove,
            Direction.Down,
            0,
            124_947,
            new DateOnly(2025, 1, 27),
            Time.GetUtcNow(),
            Time.GetUtcNow(),
            null,
            reading,
            null
        );
        return Get<EventRouter>().RouteAsync(messageId, new MarketEvents([opening]), stopping);
    }

    public async Task FlushAsync(CancellationToken stopping) =>
        await Get<Notifier>().FlushAsync((await Get<IProfileStore>().BucketsAsync(stopping)).All[0], stopping);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
