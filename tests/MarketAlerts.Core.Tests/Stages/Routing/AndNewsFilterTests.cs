using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.News;
using MarketAlerts.Core.Tests.Rules;
using MarketAlerts.Testing.Memory;

namespace MarketAlerts.Core.Tests.Stages.Routing;

public sealed class AndNewsFilterTests
{
    private static readonly SubscriberId Ada = SubscriberId.FromAddress("ada@example.com");
    private static readonly MarketEvent Fall = Given.SymbolEvent(Given.Reading("NVDA", -6), 60_000);

    private readonly NewsWorld _news = new();
    private readonly MemorySubscribers _subscribers = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private AndNewsFilter Gate => new(_news.Clock, _news, _news, _subscribers);

    [Fact]
    public async Task PassAsync_LetsARulePass_WhenItAsksForNoNews()
    {
        (await Gate.PassAsync(Fall, [Subscription("NVDA falls 5% today")], Token)).ShouldHaveSingleItem();
        _news.Awaiting.ShouldBeEmpty();
    }

    // The session before closed on Friday at 16:00 New York, 21:00 UTC.
    [Theory]
    [InlineData("2025-01-24T21:00Z", true)]
    [InlineData("2025-01-24T20:59Z", false)]
    public async Task PassAsync_LooksBackToTheCloseBefore_ForTheNews(string published, bool passes)
    {
        await _news.AddAsync([GivenNews.Story("DeepSeek tops the charts", published)], Token);

        (await Gate.PassAsync(Fall, [Subscription("NVDA falls 5% today and news \"DeepSeek\"")], Token)).Count.ShouldBe(passes ? 1 : 0);

        _news.Awaiting.Count().ShouldBe(passes ? 0 : 1);
    }

    [Fact]
    public async Task ReleasedByAsync_GivesTheRule_WhenItsNewsComesAfterTheFall()
    {
        Own("NVDA falls 5% today and news \"DeepSeek\"");
        await Gate.PassAsync(Fall, [Subscription("NVDA falls 5% today and news \"DeepSeek\"")], Token);

        (await Gate.ReleasedByAsync(NewsOf(Target.Parse("t." + GivenNews.Nvda.Target.Name)), Token)).ShouldBeEmpty();
        var released = await Gate.ReleasedByAsync(NewsOf(GivenNews.DeepSeek.Target), Token);

        released.ShouldHaveSingleItem().Evidence.Id.ShouldBe(Fall.Id);
        await Gate.ForgetAsync(released, Token);
        (await Gate.ReleasedByAsync(NewsOf(GivenNews.DeepSeek.Target), Token)).ShouldBeEmpty();
    }

    // Two chips fall, both wait for the same news.
    [Fact]
    public async Task ReleasedByAsync_GivesEverySymbol_WhenTheRuleIsOnAnyOfABasket()
    {
        const string Rule = "any of #chips falls 5% today and news \"DeepSeek\"";
        Own(Rule);
        await Gate.PassAsync(Fall, [Subscription(Rule)], Token);
        await Gate.PassAsync(Given.SymbolEvent(Given.Reading("AMD", -6), 60_000), [Subscription(Rule)], Token);

        (await Gate.ReleasedByAsync(NewsOf(GivenNews.DeepSeek.Target), Token))
            .Select(rule => rule.Evidence.Target)
            .ShouldBe([Target.Parse("s.NVDA"), Target.Parse("s.AMD")]);
    }

    [Fact]
    public async Task ReleasedByAsync_GivesNothing_WhenTheRuleIsGoneMeanwhile()
    {
        await Gate.PassAsync(Fall, [Subscription("NVDA falls 5% today and news \"DeepSeek\"")], Token);
        Own("NVDA falls 6% today and news \"DeepSeek\"");

        (await Gate.ReleasedByAsync(NewsOf(GivenNews.DeepSeek.Target), Token)).ShouldBeEmpty();
    }

    // However many ask, the news is looked for once, or twice where there is none.
    [Fact]
    public async Task PassAsync_LooksOnceForEachTopic_WhateverTheNumberOfSubscribers()
    {
        var readers = Enumerable
            .Range(0, 50)
            .Select(number =>
                Subscription("NVDA falls 5% today and news \"DeepSeek\"") with
                {
                    Subscriber = SubscriberId.FromAddress($"{number}@example.com"),
                }
            )
            .ToArray();

        (await Gate.PassAsync(Fall, readers, Token)).ShouldBeEmpty();
        _news.Looked.ShouldBe(2);
        await _news.AddAsync([GivenNews.Story("DeepSeek tops the charts", "14:00")], Token);

        (await Gate.PassAsync(Fall, readers, Token)).Count.ShouldBe(50);
        _news.Looked.ShouldBe(3);
    }

    [Fact]
    public async Task ReleasedByAsync_GivesNothing_OnAnotherDayOrForAPrice()
    {
        await Gate.PassAsync(Fall, [Subscription("NVDA falls 5% today and news \"DeepSeek\"")], Token);

        (await Gate.ReleasedByAsync(NewsOf(GivenNews.DeepSeek.Target) with { Session = Given.Day.AddDays(1) }, Token)).ShouldBeEmpty();
        (await Gate.ReleasedByAsync(Fall with { Target = GivenNews.DeepSeek.Target }, Token)).ShouldBeEmpty();
    }

    private void Own(string rule) =>
        _subscribers.Put(new Subscriber("ada@example.com", "America/New_York", [Rule.FromText(rule)], null, false));

    private static MarketEvent NewsOf(Target target) =>
        Fall with
        {
            Target = target,
            Metric = MetricId.Mentions,
            Direction = Direction.Up,
            Symbol = null,
            News = GivenNews.Reading(1),
        };

    private static Subscription Subscription(string text)
    {
        var rule = GivenRules.Parse(text).Rule!;
        return new Subscription(Ada, rule.Levels[0], rule);
    }
}
