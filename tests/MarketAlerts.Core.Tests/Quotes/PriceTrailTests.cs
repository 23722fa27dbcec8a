using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Tests.Quotes;

public sealed class PriceTrailTests
{
    [Fact]
    public void Add_KeepsOnePointEveryFiveMinutesAndTheNewest()
    {
        var trail = new PriceTrail();
        for (var minute = 0; minute <= 12; minute++)
        {
            trail.Add(Given.At("14:30").AddMinutes(minute), 100 + minute);
        }

        // 14:30 opens, 14:35 and 14:40 stay, 14:42 is the newest.
        trail.Points.Select(point => point.Price).ShouldBe([100, 105, 110, 112]);
    }

    [Fact]
    public void Add_ReplacesTheNewest_UntilFiveMinutesHavePassedSinceTheOneBefore()
    {
        var trail = new PriceTrail();
        trail.Add(Given.At("14:30"), 100);
        trail.Add(Given.At("14:33"), 103);
        trail.Add(Given.At("14:34"), 104);

        trail.Points.Select(point => point.Price).ShouldBe([100, 104]);
    }

    [Fact]
    public void Add_DropsTheOldest_BeyondCapacity()
    {
        var trail = new PriceTrail();
        for (var number = 0; number < PriceTrail.Capacity + 2; number++)
        {
            trail.Add(Given.At("14:30").AddMinutes(5 * number), number);
        }

        trail.Points.Count.ShouldBe(PriceTrail.Capacity);
        trail.Points[0].Price.ShouldBe(2);
        trail.Points[^1].Price.ShouldBe(PriceTrail.Capacity + 1);
    }
}
