using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Stages.Splits;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Memory;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>
/// NVDA and AMD on one page that took NVDA's split of 10 for 1 and nothing else yet. NVDA's price was told from 1,150 to 1,250.
/// </summary>
internal sealed class SplitWorld
{
    public SplitWorld()
    {
        World.Catalog = GivenSplit.Watched;
        var clock = new MarketClock(Time, Given.Calendar);
        Rules = new RuleRegistration(
            World,
            Subscriptions,
            Subscribers,
            Subscribers,
            new LevelRegistration(Market, Subscriptions, new WantedLevelPlan(Given.Thresholds), new LateRuleFinder(Given.Thresholds), Time),
            Time
        );
        Rescaler = new SplitRescaler(
            clock,
            World,
            new PriceRelease(Market, Subscriptions),
            new RuleRescaler(Subscriptions, Subscribers, Subscribers),
            Subscribers,
            new GroupWait(new DeliveryOptions()),
            new EventPublisher(World)
        );
        var page = Given.Page(Given.State("NVDA", "14:31", 1_208.88, 1_200), Given.State("AMD", "14:31", 120));
        page.Find(Given.Sym("NVDA"))!.Session = Given.Day.AddDays(-3);
        page.Find(Given.Sym("NVDA"))!.Told = new PriceTold(11_500_000, 12_500_000);
        Market.Put(page);
    }

    public FakeTimeProvider Time { get; } = new(GivenSplit.Before);

    public FakeWorld World { get; } = new();

    public RememberedMarket Market { get; } = new();

    public RememberedSubscriptions Subscriptions { get; } = new();

    public MemorySubscribers Subscribers { get; } = new();

    public RuleRegistration Rules { get; }

    public SplitRescaler Rescaler { get; }

    public SymbolState Nvda => Market.PageOf("p0000").Find(Given.Sym("NVDA"))!;

    public bool IsHeld => Nvda.Columns.PriceRulesHeld[Nvda.Row];

    /// <summary>The levels wanted of NVDA's price.</summary>
    public IEnumerable<string> Levels =>
        Market
            .LoadLevelsAsync("p0000", Token)
            .Result.LevelsOf(Target.OfSymbol(Given.Sym("NVDA")))
            .Where(stream => stream.Metric is MetricId.Price)
            .SelectMany(stream => stream.Levels.Select(level => $"{stream.Direction} {level}"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task EnterAsync(string email, params string[] rules) => EnterAsync(GivenSplit.Profile(email, rules));

    public Task EnterAsync(Subscriber subscriber) =>
        Rules.EnterAsync(
            new WatchFile([.. GivenSplit.Watched.Baskets.Values], GivenSplit.Watched.Pages.Keys.ToHashSet(), [subscriber]),
            Token
        );

    /// <summary>The first poll of the ex-date takes the split.</summary>
    public async Task TakeSplitAsync()
    {
        Time.SetUtcNow(Given.At("14:30"));
        var page = (await Market.LoadPageAsync("p0000", Token))!;
        ListingEvents.Take(page, [GivenSplit.Announced], LevelIndex.Empty);
        (await Market.SavePageAsync(page, [], Token)).ShouldBeTrue();
    }

    public Task RescaleAsync(SubscriberId? after = null) =>
        Rescaler.RescaleAsync(new RescaleRequest("p0000", Symbol.Parse("NVDA"), Given.Day, Given.At("14:30"), after), Token);
}
