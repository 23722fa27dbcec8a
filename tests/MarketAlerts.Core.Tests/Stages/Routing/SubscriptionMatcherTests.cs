using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.News;
using MarketAlerts.Core.Tests.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Stages.Routing;

public sealed class SubscriptionMatcherTests
{
    private static readonly SubscriberId Ada = SubscriberId.FromAddress("ada@example.com");
    private static readonly Catalog Chips = Given.Catalog(new Basket("chips", Given.Syms("NVDA AMD"), null));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("NVDA falls 5% today", true)]
    [InlineData("any of #chips falls 5% today", true)]
    [InlineData("NVDA falls 9% today", false)]
    [InlineData("NVDA falls 5% today once", true)]
    [InlineData("NVDA falls 5% today until 2025-01-27", true)]
    [InlineData("NVDA falls 5% today until 2025-01-26", false)]
    [InlineData("any of #chips falls 5% today until 2025-01-26", false)]
    [InlineData("NVDA falls 5% today and news \"DeepSeek\"", true)]
    public async Task FiredByAsync_FiresWhatTheTermsAllow_WhenALevelIsCrossed(string rule, bool fires)
    {
        var finder = await FinderAsync(rule);

        var fired = await FiredByAsync(finder, Given.SymbolEvent(Given.Reading("NVDA", -6), 60_000));

        fired.Select(subscription => subscription.Rule).ShouldBe(fires ? [Rule.FromText(rule)] : []);
    }

    [Fact]
    public async Task FiredByAsync_FindsEveryStepPassed_WhenARuleGoesOn()
    {
        var finder = await FinderAsync("NVDA falls 5% today every 2% further");

        var fired = await FiredByAsync(finder, Given.SymbolEvent(Given.Reading("NVDA", -12.5), 125_000));

        fired.Select(subscription => subscription.RuleLevel.Level.Value).ShouldBe([5m, 7m, 9m, 11m]);
    }

    [Fact]
    public async Task FiredByAsync_FiresForItsSubscriberInTime_WhenTheRuleIsLate()
    {
        var finder = await FinderAsync("NVDA falls 5% today", "NVDA falls 5% today until 2025-01-26");
        var late = Given.SymbolEvent(Given.Reading("NVDA", -6), 50_000);

        (await FiredByAsync(finder, LateFor("NVDA falls 5% today")))
            .Select(subscription => subscription.Rule)
            .ShouldBe([Rule.FromText("NVDA falls 5% today")]);
        (await FiredByAsync(finder, LateFor("NVDA falls 5% today until 2025-01-26"))).ShouldBeEmpty();

        MarketEvent LateFor(string rule) => late with { LateSubscription = SubscriptionHash.Hash(Ada, Rule.FromText(rule)) };
    }

    [Fact]
    public async Task FiredByAsync_FindsTheTopic_WhenNewsIsMentioned()
    {
        var finder = await FinderAsync("news \"DeepSeek\"");
        var mentioned = Given.SymbolEvent(Given.Reading("NVDA", 1), 10_000, MetricId.Mentions, Direction.Up) with
        {
            Target = Target.OfTopic("deepseek"),
            Symbol = null,
            News = GivenNews.Reading(1),
        };

        (await FiredByAsync(finder, mentioned)).ShouldHaveSingleItem().Subscriber.ShouldBe(Ada);
    }

    [Fact]
    public async Task FiredByAsync_LeavesOutRulesOnAnyOfABasket_WhenNewsIsMentioned()
    {
        var finder = await FinderAsync("any of #chips falls 5% today", "news NVDA");
        var mentioned = Given.SymbolEvent(Given.Reading("NVDA", 1), 10_000, MetricId.Mentions, Direction.Up) with
        {
            Symbol = null,
            News = GivenNews.Reading(1),
        };

        (await FiredByAsync(finder, mentioned)).Select(subscription => subscription.Rule).ShouldBe([Rule.FromText("news NVDA")]);
    }

    [Fact]
    public async Task FiredByAsync_TellsThemApart_WhenThereAreMany()
    {
        var finder = await FinderAsync("NVDA falls 5% today", "any of #chips falls 5% today", "AMD falls 5% today");
        MarketEvent[] events =
        [
            Given.SymbolEvent(Given.Reading("NVDA", -6), 60_000),
            Given.SymbolEvent(Given.Reading("AMD", -4), 40_000),
            Given.SymbolEvent(Given.Reading("AMD", -6), 60_000),
        ];

        var fired = await finder.FiredByAsync(events, Chips, Token);

        fired
            .Select(subscriptions => string.Join(", ", subscriptions.Select(subscription => subscription.Rule)))
            .ShouldBe(["NVDA falls 5% today, any of #chips falls 5% today", "", "AMD falls 5% today, any of #chips falls 5% today"]);
    }

    private static async Task<IReadOnlyList<Subscription>> FiredByAsync(SubscriptionMatcher finder, MarketEvent fired) =>
        (await finder.FiredByAsync([fired], Chips, Token))[0];

    private static async Task<SubscriptionMatcher> FinderAsync(params string[] rules)
    {
        var store = new RememberedSubscriptions();
        foreach (var rule in rules.Select(text => GivenRules.Parse(text).Rule!))
        {
            foreach (var ruleLevel in rule.Levels)
            {
                await store.AddAsync(new Subscription(Ada, ruleLevel, rule), Chips, Token);
            }
        }

        return new SubscriptionMatcher(store);
    }
}
