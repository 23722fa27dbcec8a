using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Memory;

namespace MarketAlerts.Core.Tests.Stages.SelfService;

/// <summary>NVDA fell by 4.1 % at most, at 15:02 UTC; it stands at 97 now. AMD rose by half a percent.</summary>
public sealed class WhyExplainerTests
{
    private const string Ada = "ada@example.com";
    private readonly FakeWorld _world = new() { Catalog = Given.Catalog(new Basket("chips", Given.Syms("NVDA AMD"), null)) };
    private readonly RememberedMarket _market = new();
    private readonly MemorySubscribers _subscribers = new();

    public WhyExplainerTests()
    {
        var page = Given.Page(Given.State("NVDA", "15:30", 97), Given.State("AMD", "15:30", 100.5));
        Reach(page, "NVDA", Direction.Down, 41_000);
        Reach(page, "AMD", Direction.Up, 5_000);
        page.Find(Given.Sym("NVDA"))!.Columns.Trails[0].Add(TrailPoint.At(Given.At("15:02").UtcTicks, 95.9));
        _market.Put(page);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExplainAsync_ComparesWithTheThreshold_WhenALevelWasNotReached() =>
        (await ExplainAsync("NVDA falls 5% today")).ShouldBe(["15:02 below your trigger: NVDA -4.1 %, yours -5.0 % (NVDA falls 5% today)"]);

    [Fact]
    public async Task ExplainAsync_IsSilentAboutALevel_WhenItWasReached() => (await ExplainAsync("NVDA falls 4% today")).ShouldBeEmpty();

    [Fact]
    public async Task ExplainAsync_LooksAtEachMember_WhenTheRuleIsOnAnyOfABasket() =>
        (await ExplainAsync("any of #chips rises 3% today")).ShouldBe([
            "15:30 below your trigger: AMD +0.5 %, yours +3.0 % (any of #chips rises 3% today)",
            "15:30 below your trigger: NVDA 0.0 %, yours +3.0 % (any of #chips rises 3% today)",
        ]);

    [Fact]
    public async Task ExplainAsync_TellsWhatTheGuardsDidNotTake_WhenItIsAboutTheSubscribersSymbols()
    {
        _market.Verdicts.Add(new Verdict(Given.Sym("NVDA"), Given.At("14:40"), 9.7, VerdictReason.PriceNotPositive));
        _market.Verdicts.Add(new Verdict(Given.Sym("NVDA"), Given.At("14:41"), 97, VerdictReason.Accepted));
        _market.Verdicts.Add(new Verdict(Given.Sym("AMD"), Given.At("14:40"), 9.7, VerdictReason.PriceNotPositive));

        (await ExplainAsync("NVDA falls 4% today")).ShouldBe(["14:40 guard rejected: NVDA at 9.70: PriceNotPositive."]);
    }

    [Fact]
    public async Task ExplainAsync_TellsTheLedgerInOrder_WhenSomethingReachedTheSubscriber()
    {
        Note("15:00", DeliveryStep.Sent, "Accepted.");
        Note("14:31", DeliveryStep.Claimed, "You asked for: NVDA falls 4% today.");

        (await ExplainAsync("NVDA falls 4% today")).ShouldBe([
            "14:31 claimed: You asked for: NVDA falls 4% today.",
            "15:00 sent: Accepted.",
        ]);
    }

    [Fact]
    public async Task ExplainAsync_KnowsTheLedgerAlone_WhenTheProfileIsGone()
    {
        Note("15:00", DeliveryStep.Sent, "Accepted.");

        (await new WhyExplainer(_world, _market, _subscribers, _subscribers).ExplainAsync(SubscriberId.FromAddress(Ada), Token))
            .ShouldHaveSingleItem()
            .Reason.ShouldBe("Accepted.");
    }

    private static void Reach(MarketPage page, string symbol, Direction direction, float units)
    {
        var state = page.Find(Given.Sym(symbol))!;
        state.Columns.Episodes[SymbolMetrics.IndexOf(MetricId.DayMove), direction].Extreme.Values[state.Row] = units;
    }

    private void Note(string at, DeliveryStep step, string reason) =>
        _subscribers.Note(new LedgerEntry(SubscriberId.FromAddress(Ada), Given.At(at), step, "20250127.NVDA-down-20250127.0001", reason));

    private async Task<IEnumerable<string>> ExplainAsync(params string[] rules)
    {
        _subscribers.Put(new Subscriber(Ada, "America/New_York", [.. rules.Select(Rule.FromText)], null, false));
        var lines = await new WhyExplainer(_world, _market, _subscribers, _subscribers).ExplainAsync(SubscriberId.FromAddress(Ada), Token);
        return lines.Select(line => $"{line.At:HH:mm} {line.Decision}: {line.Reason}");
    }
}
