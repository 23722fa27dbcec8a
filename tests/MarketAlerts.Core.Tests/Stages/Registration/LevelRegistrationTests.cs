using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Rules;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.Registration;

/// <summary>NVDA and AMD are chips, on two pages; the clock stands at 15:00 of the day.</summary>
public sealed class LevelRegistrationTests
{
    private static readonly SubscriberId Ana = SubscriberId.FromAddress("ana@example.com");
    private static readonly SubscriberId Ben = SubscriberId.FromAddress("ben@example.com");
    private static readonly Catalog Catalog = new(
        [new Basket("chips", Given.Syms("NVDA AMD"), null)],
        new Dictionary<Symbol, string> { [Given.Sym("NVDA")] = "p0000", [Given.Sym("AMD")] = "p0001" }
    );

    private readonly RememberedMarket _market = new();
    private readonly RememberedSubscriptions _subscriptions = new();
    private readonly LevelRegistration _registration;

    public LevelRegistrationTests() =>
        _registration = new LevelRegistration(
            _market,
            _subscriptions,
            new WantedLevelPlan(Given.Thresholds),
            new LateRuleFinder(Given.Thresholds),
            new FakeTimeProvider(Given.At("15:00"))
        );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WantAsync_PutsALevelOnEveryPageOfAMember()
    {
        (await WantAsync(Ana, "any of #chips falls 5% today")).ShouldBeEmpty();

        (await LevelsAsync("p0000")).ShouldBe(["any of #chips DayMove Down 50000"]);
        (await LevelsAsync("p0001")).ShouldBe(["any of #chips DayMove Down 50000"]);
        _market.PageOf("p0000").LevelsVersion.ShouldBe(1);
        _market.PageOf("p0000").Find(Given.Sym("NVDA")).ShouldNotBeNull();
    }

    [Fact]
    public async Task WantAsync_WritesNothing_WhenEverythingIsThere()
    {
        await WantAsync(Ana, "NVDA falls 5% today");
        var saves = _market.Saves;

        await WantAsync(Ben, "NVDA falls 5% today");

        (_market.Saves, _market.PageOf("p0000").LevelsVersion).ShouldBe((saves, 1));
    }

    [Fact]
    public async Task WantAsync_AddsToTheNewState_WhenAPollSavedMeanwhile()
    {
        await WantAsync(Ana, "NVDA falls 9% today");
        _market.Meanwhile = () =>
        {
            // A poll takes -6.1 %: what was ahead when the rule was read is passed when it is written.
            var polled = Given.Page(Given.State("NVDA", "14:59:30", 93.9));
            polled.Columns.Episodes.Extremes(MetricId.DayMove, Direction.Down)[0] = 61_000;
            polled.LevelsVersion = 1;
            _market.Put(polled);
        };

        (await WantAsync(Ben, "NVDA falls 5% today")).ShouldHaveSingleItem().AlreadyPassed.ShouldBe("already true: now -6.1 %");

        (await LevelsAsync("p0000")).ShouldBe(["NVDA DayMove Down 50000", "NVDA DayMove Down 90000"]);
        _market
            .PageOf("p0000")
            .LateRules.ShouldHaveSingleItem()
            .SubscriptionHash.ShouldBe(SubscriptionHash.Hash(Ben, Rule.FromText("NVDA falls 5% today")));
        _market.PageOf("p0000").LevelsVersion.ShouldBe(2);
    }

    [Fact]
    public async Task WantAsync_AnswersOnlyNewRules_WhenABasketIsAskedForAgain()
    {
        var polled = Given.Page(Given.State("NVDA", "14:59:30", 93.9));
        polled.Columns.Episodes.Extremes(MetricId.DayMove, Direction.Down)[0] = 61_000;
        _market.Put(polled);
        var rule = SubscriptionOf(Ana, "any of #chips falls 5% today");

        (await _registration.WantAsync([rule], new HashSet<Subscription>(), Catalog, Token)).ShouldBeEmpty();
        (await _registration.WantAsync([rule], new HashSet<Subscription> { rule }, Catalog, Token))
            .ShouldHaveSingleItem()
            .AlreadyPassed.ShouldBe("NVDA already true: now -6.1 %");
    }

    [Fact]
    public async Task ReleaseAsync_GivesALevelBack_OnlyWhenNobodyElseWantsIt()
    {
        await WantAsync(Ana, "NVDA falls 5% today");
        await WantAsync(Ben, "NVDA falls 5% today");

        await ReleaseAsync(Ana, "NVDA falls 5% today");
        (await LevelsAsync("p0000")).ShouldBe(["NVDA DayMove Down 50000"]);

        await ReleaseAsync(Ben, "NVDA falls 5% today");
        (await LevelsAsync("p0000")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReleaseAsync_LeavesTheOtherLevels_WhenARulesLevelChanges()
    {
        await WantAsync(Ana, "NVDA falls 5% today");

        await WantAsync(Ana, "NVDA falls 6% today");
        await ReleaseAsync(Ana, "NVDA falls 5% today");

        (await LevelsAsync("p0000")).ShouldBe(["NVDA DayMove Down 60000"]);
        _market.PageOf("p0000").LevelsVersion.ShouldBe(3);
    }

    [Fact]
    public async Task ReleaseAsync_KeepsTheThresholdsOfABasketsMembers()
    {
        await WantAsync(Ana, "any of #chips falls 2% today");
        await WantAsync(Ana, "any of #chips falls 3% today");

        await ReleaseAsync(Ana, "any of #chips falls 2% today");
        await ReleaseAsync(Ana, "any of #chips falls 3% today");

        (await LevelsAsync("p0000")).ShouldBe(["any of #chips DayMove Down 20000"]);
    }

    [Fact]
    public async Task WantAsync_ReachesAPageThatABasketGrewOnto()
    {
        await WantAsync(Ana, "any of #chips falls 5% today");
        var grown = new Catalog(
            [new Basket("chips", Given.Syms("NVDA AMD MU"), null)],
            new Dictionary<Symbol, string>
            {
                [Given.Sym("NVDA")] = "p0000",
                [Given.Sym("AMD")] = "p0001",
                [Given.Sym("MU")] = "p0002",
            },
            version: 2
        );

        await _registration.WantAsync([SubscriptionOf(Ana, "any of #chips falls 5% today")], new HashSet<Subscription>(), grown, Token);

        (await LevelsAsync("p0002")).ShouldBe(["any of #chips DayMove Down 50000"]);
    }

    private static Subscription SubscriptionOf(SubscriberId subscriber, string rule)
    {
        var parsed = GivenRules.Parse(rule).Rule!;
        return new Subscription(subscriber, parsed.Levels.ShouldHaveSingleItem(), parsed);
    }

    private async Task<IReadOnlyList<RuleAnswer>> WantAsync(SubscriberId subscriber, string rule)
    {
        var subscription = SubscriptionOf(subscriber, rule);
        await _subscriptions.AddAsync(subscription, Catalog.Empty, Token);
        return await _registration.WantAsync([subscription], new HashSet<Subscription> { subscription }, Catalog, Token);
    }

    private async Task ReleaseAsync(SubscriberId subscriber, string rule)
    {
        var subscription = SubscriptionOf(subscriber, rule);
        await _subscriptions.RemoveAsync(subscription, Catalog.Empty, Token);
        await _registration.ReleaseAsync([subscription], Catalog, Token);
    }

    private async Task<string[]> LevelsAsync(string page)
    {
        var levels = await _market.LoadLevelsAsync(page, Token);
        return
        [
            .. levels.Targets.SelectMany(target =>
                levels
                    .LevelsOf(target)
                    .SelectMany(stream => stream.Levels.Select(level => $"{target.Display} {stream.Metric} {stream.Direction} {level}"))
            ),
        ];
    }
}
