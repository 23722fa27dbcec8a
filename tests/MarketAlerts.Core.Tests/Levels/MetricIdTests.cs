using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Tests.Levels;

public sealed class MetricIdTests
{
    [Fact]
    public void Numbers_ArePinned_BecauseTheyAreStored() =>
        Enum.GetValues<MetricId>()
            .Select(id => $"{(byte)id} {id}")
            .ShouldBe([
                "1 Price",
                "2 DayMove",
                "3 OpenMove",
                "4 Gap",
                "5 Surprise",
                "6 Tier",
                "7 MedianMove",
                "8 Breadth",
                "9 Move5m",
                "10 Move15m",
                "11 Move30m",
                "12 Move60m",
                "13 Volume",
                "14 Relative",
                "15 PreMove",
                "16 AfterMove",
                "17 Halted",
                "18 Mentions",
                "20 Burst",
            ]);

    [Fact]
    public void Directions_ArePinned_BecauseTheyIndexExtremes()
    {
        ((int)Direction.Down).ShouldBe(0);
        ((int)Direction.Up).ShouldBe(1);
    }
}
