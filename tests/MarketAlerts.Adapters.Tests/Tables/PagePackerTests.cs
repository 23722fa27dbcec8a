using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class PagePackerTests
{
    [Fact]
    public void Unpack_GivesEveryFieldBack_WhenTheStateIsFull() =>
        PagePacker.Unpack(PagePacker.Pack([GivenMarket.Full("NVDA")])).ShouldHaveSingleItem().ShouldEqual(GivenMarket.Full("NVDA"));

    [Fact]
    public void Unpack_GivesNothingBack_WhenTheStateIsFresh()
    {
        var state = new SymbolState(Symbol.Parse("BRK.B"));

        PagePacker.Unpack(PagePacker.Pack([state])).ShouldHaveSingleItem().ShouldEqual(state);
    }

    [Fact]
    public void Unpack_KeepsTheOrder_WhenThereAreSeveral() =>
        PagePacker.Unpack(PagePacker.Pack([GivenMarket.Full("NVDA"), GivenMarket.Full("AMD"), GivenMarket.Full("MU")]))
            .Select(state => state.Symbol.Text).ShouldBe(["NVDA", "AMD", "MU"]);

    [Fact]
    public void Unpack_IsEmpty_WhenThePageIs() => PagePacker.Unpack(PagePacker.Pack(Array.Empty<SymbolState>())).ShouldBeEmpty();

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public void Unpack_Refuses_WhenTheFormatIsUnknown(byte format)
    {
        var bytes = PagePacker.Pack([GivenMarket.Full("NVDA")]);
        bytes[0] = format;

        Should.Throw<InvalidDataException>(() => PagePacker.Unpack(bytes)).Message
            .ShouldBe("A market page of an unknown format; deploy a version that reads it.");
    }

    [Fact]
    public void Unpack_Refuses_WhenThereIsNothing() => Should.Throw<InvalidDataException>(() => PagePacker.Unpack([]));

    [Fact]
    public void Pack_FitsInARow_WhenThePageIsFull()
    {
        const int MostOfARow = 700 * 1024;
        var states = Enumerable.Range(0, PagePlan.SymbolsPerPage).Select(number => GivenMarket.Full($"SYMBOL-{number + 10_000}")).ToArray();

        PagePacker.Pack(states).Length.ShouldBeLessThan(MostOfARow);
    }

    [Fact]
    public void UnpackPending_GivesThemBack_WhenSomeAreLate()
    {
        PendingCrossing[] pending =
        [
            new(0, new Crossing(MetricId.DayMove, Direction.Down, 20_000, 124_900), null),
            new(499, new Crossing(MetricId.Price, Direction.Up, 1_426_200, 1_500_000), null),
            new(7, new Crossing(MetricId.Tier, Direction.Up, 10_000, 10_000), -5),
        ];

        PagePacker.UnpackPending(PagePacker.Pack(pending)).ShouldBe(pending);
    }

    [Fact]
    public void Pack_Takes24Bytes_WhenACrossingIsPending() =>
        PagePacker.Pack([new PendingCrossing(1, new Crossing(MetricId.Gap, Direction.Up, 1, 2), null)]).Length.ShouldBe(24);
}
