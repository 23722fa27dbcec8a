using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Tests.Universe;

public sealed class BasketMetricsTests
{
    [Theory]
    [InlineData(new[] { -12.5, 0.1, -4.1 }, -4.1)]
    [InlineData(new[] { -12.5, 0.1, -4.1, -2.1 }, -3.1)] // mean of -4.1 and -2.1
    [InlineData(new[] { 7.0 }, 7.0)]
    public void MedianOf_IsTheMiddle(double[] moves, double expected) => MedianMove.Compute(moves)!.Value.ShouldBe(expected, 1e-9);

    [Fact]
    public void Of_IsNull_OfNothing()
    {
        MedianMove.Compute([]).ShouldBeNull();
        Breadth.Compute([], 2).ShouldBeNull();
    }

    [Theory]
    [InlineData(new[] { -2.0, -5.0, -1.99 }, -66.6667)] // 2 of 3, touching counts
    [InlineData(new[] { -2.0, -5.0, 1.0, 3.0 }, -25.0 * 2)] // median -0.5: 2 of 4 fall
    [InlineData(new[] { 2.0, 5.0, 9.0, -3.0 }, 75.0)] // median 3.5: 3 of 4 rise
    [InlineData(new[] { -3.0, 0.0, 3.0 }, 0.0)] // median 0 has no direction
    public void BreadthOf_CountsTheMediansSide(double[] moves, double expected) =>
        Breadth.Compute(moves, 2)!.Value.ShouldBe(expected, 0.0001);
}
