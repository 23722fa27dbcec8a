using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Tests.Market;

public sealed class PriceTrailTests
{
    [Fact]
    public void UpTo_PutsTheNewestBehindThePoints_UnlessItIsTheLast()
    {
        var trail = new PriceTrail();
        trail.Add(new TrailPoint(870, 100));
        trail.Add(new TrailPoint(875, 105));

        trail.UpTo(new TrailPoint(877, 107)).Select(point => point.Price).ShouldBe([100, 105, 107]);
        trail.UpTo(new TrailPoint(875, 105)).Select(point => point.Price).ShouldBe([100, 105]);
    }

    [Fact]
    public void Add_DropsTheOldest_BeyondCapacity()
    {
        var trail = new PriceTrail();
        for (var number = 0; number < PriceTrail.Capacity + 2; number++)
        {
            trail.Add(new TrailPoint(870 + (5 * number), number));
        }

        trail.Points.Count.ShouldBe(PriceTrail.Capacity);
        trail.Points[0].Price.ShouldBe(2);
        trail.Points[^1].Price.ShouldBe(PriceTrail.Capacity + 1);
    }

    [Fact]
    public void At_CountsWholeMinutes() =>
        // 27 January 2025, 14:31: 20,115 days and 871 minutes after 1970.
        TrailPoint.At(Given.At("14:31:59").UtcTicks, 100).ShouldBe(new TrailPoint((20_115 * 1_440) + 871, 100));

    [Fact]
    public void Split_RestatesThePathBeforeIt()
    {
        var trail = new PriceTrail();
        trail.Add(new TrailPoint(870, 100));
        trail.Add(new TrailPoint(875, 10.1f));

        trail.Split(10, 875);

        trail.Points.ShouldBe([new TrailPoint(870, 10), new TrailPoint(875, 10.1f)]);
    }
}
