using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Tests.Pipeline;

public sealed class PagePeersTests
{
    [Fact]
    public void Detect_HoldsAJump_WhenTheAgreeingPeersAreThemselvesRejected()
    {
        var catalog = Given.Catalog(new Basket("chips", Given.Syms("NVDA MU AMD"), null));
        var page = new MarketPage("p0000", [Given.State("NVDA", "15:00", 100), Given.State("MU", "14:31", 100), Given.State("AMD", "14:31", 100)]);

        var verdicts = new PageDetector(Given.Calendar, new GuardOptions(), new BarOptions()).Detect(
            page, [Given.Quote("NVDA", "15:01", 88), Given.Quote("MU", "14:40", 90), Given.Quote("AMD", "14:40", 90)], new WantedLevels(), catalog, Given.At("15:01"), TimeSpan.Zero);

        verdicts.Select(verdict => verdict.Reason).ShouldBe([VerdictReason.LoneJump, VerdictReason.Stale, VerdictReason.Stale]);
    }
}
