using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.Detection;

public sealed class PageEventsTests
{
    [Fact]
    public void Of_MakesTheSameEvents_EachTime()
    {
        var page = Given.Page(Given.State("AMD", "14:31", 100), Given.State("NVDA", "14:31", 90));
        page.SeenAt = Given.At("14:31:02");
        page.Pending.Add(new PendingCrossing(1, new Crossing(MetricId.DayMove, Direction.Down, 0, 100_000), null));
        page.Pending.Add(new PendingCrossing(1, new Crossing(MetricId.Price, Direction.Down, 950_000, 950_000), 4711));

        var events = PageEvents.EventsOn(page, Given.Thresholds);

        PageEvents.EventsOn(page, Given.Thresholds).ShouldBe(events);
        events
            .Select(next => (next.Target, next.Metric, next.To, next.LateSubscription))
            .ShouldBe([(Target.Parse("s.NVDA"), MetricId.DayMove, 100_000, null), (Target.Parse("s.NVDA"), MetricId.Price, 950_000, 4711)]);
        events.ShouldAllBe(next =>
            next.MarketTime == Given.At("14:31")
            && next.SeenAt == Given.At("14:31:02")
            && next.Symbol!.DayMove == -10
            && next.Symbol.Severity == Severity.Severe
        );
    }
}
