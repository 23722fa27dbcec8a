using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Subscriptions;
using MarketAlerts.Core.Tests.News;
using MarketAlerts.Core.Tests.Rules;
using MarketAlerts.Core.Tests.Subscriptions;

namespace MarketAlerts.Core.Tests.Pipeline;

public sealed class NewsGateTests
{
    private static readonly SubscriberId Ada = SubscriberId.Of("ada@example.com");
    private static readonly MarketEvent Fall = Given.SymbolEvent(Given.Reading("NVDA", -6), 60_000);

    private readonly FakeNewsroom _newsroom = new();
    private readonly RememberedRecipients _recipients = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private NewsGate Gate => new(_newsroom.Clock, _newsroom, _newsroom, _recipients);

    [Fact]
    public async Task PassAsync_LetsARulePass_WhenItAsksForNoNews()
    {
        (await Gate.PassAsync(Fall, [Watcher("NVDA falls 5% today")], Token)).ShouldHaveSingleItem();
        _newsroom.Awaiting.ShouldBeEmpty();
    }

    // The session before closed on Friday at 16:00 New York, 21:00 UTC.
    [Theory]
    [InlineData("2025-01-24T21:00Z", true)]
    [InlineData("2025-01-24T20:59Z", false)]
    public async Task PassAsync_LooksBackToTheCloseBefore_ForTheNews(string published, bool passes)
    {
        await _newsroom.AddAsync([GivenNews.Story("DeepSeek tops the charts", published)], Token);

        (await Gate.PassAsync(Fall, [Watcher("NVDA falls 5% today and news \"DeepSeek\"")], Token)).Count.ShouldBe(passes ? 1 : 0);

        _newsroom.Awaiting.Count().ShouldBe(passes ? 0 : 1);
    }

    [Fact]
    public async Task ReleasedByAsync_GivesTheRule_WhenItsNewsComesAfterTheFall()
    {
        Own("NVDA falls 5% today and news \"DeepSeek\"");
        await Gate.PassAsync(Fall, [Watcher("NVDA falls 5% today and news \"DeepSeek\"")], Token);

        (await Gate.ReleasedByAsync(NewsOf("t." + GivenNews.Nvda.Target.Name), Token)).ShouldBeEmpty();
        var released = await Gate.ReleasedByAsync(NewsOf(GivenNews.DeepSeek.Target.ToString()), Token);

        released.ShouldHaveSingleItem().Evidence.Id.ShouldBe(Fall.Id);
        await Gate.ForgetAsync(released, Token);
        (await Gate.ReleasedByAsync(NewsOf(GivenNews.DeepSeek.Target.ToString()), Token)).ShouldBeEmpty();
    }

    // Two chips fall, both wait for the same news.
    [Fact]
    public async Task ReleasedByAsync_GivesEverySymbol_WhenTheRuleIsOnAnyOfABasket()
    {
        const string Rule = "any of #chips falls 5% today and news \"DeepSeek\"";
        Own(Rule);
        await Gate.PassAsync(Fall, [Watcher(Rule)], Token);
        await Gate.PassAsync(Given.SymbolEvent(Given.Reading("AMD", -6), 60_000), [Watcher(Rule)], Token);

        (await Gate.ReleasedByAsync(NewsOf(GivenNews.DeepSeek.Target.ToString()), Token))
            .Select(rule => rule.Evidence.Target)
            .ShouldBe(["s.NVDA", "s.AMD"]);
    }

    [Fact]
    public async Task ReleasedByAsync_GivesNothing_WhenTheRuleIsGoneMeanwhile()
    {
        await Gate.PassAsync(Fall, [Watcher("NVDA falls 5% today and news \"DeepSeek\"")], Token);
        Own("NVDA falls 6% today and news \"DeepSeek\"");

        (await Gate.ReleasedByAsync(NewsOf(GivenNews.DeepSeek.Target.ToString()), Token)).ShouldBeEmpty();
    }

    // However many ask, the news is looked for once, or twice where there is none.
    [Fact]
    public async Task PassAsync_LooksOnceForEachTopic_WhateverTheNumberOfReaders()
    {
        var readers = Enumerable
            .Range(0, 50)
            .Select(number =>
                Watcher("NVDA falls 5% today and news \"DeepSeek\"") with
                {
                    Subscriber = SubscriberId.Of($"{number}@example.com"),
                }
            )
            .ToArray();

        (await Gate.PassAsync(Fall, readers, Token)).ShouldBeEmpty();
        _newsroom.Looked.ShouldBe(2);
        await _newsroom.AddAsync([GivenNews.Story("DeepSeek tops the charts", "14:00")], Token);

        (await Gate.PassAsync(Fall, readers, Token)).Count.ShouldBe(50);
        _newsroom.Looked.ShouldBe(3);
    }

    [Fact]
    public async Task ReleasedByAsync_GivesNothing_OnAnotherDayOrForAPrice()
    {
        await Gate.PassAsync(Fall, [Watcher("NVDA falls 5% today and news \"DeepSeek\"")], Token);

        (
            await Gate.ReleasedByAsync(NewsOf(GivenNews.DeepSeek.Target.ToString()) with { Session = Given.Day.AddDays(1) }, Token)
        ).ShouldBeEmpty();
        (await Gate.ReleasedByAsync(Fall with { Target = GivenNews.DeepSeek.Target.ToString() }, Token)).ShouldBeEmpty();
    }

    private void Own(string rule) => _recipients.Put(new Subscriber("ada@example.com", "America/New_York", [rule], null, false));

    private static MarketEvent NewsOf(string target) =>
        Fall with
        {
            Target = target,
            Metric = MetricId.Mentions,
            Direction = Direction.Up,
            Symbol = null,
            News = GivenNews.Reading(1),
        };

    private static Watcher Watcher(string text)
    {
        var rule = GivenRules.Parse(text).Rule!;
        return new Watcher(Ada, rule.Watches[0], rule.Text, rule.Terms);
    }
}
