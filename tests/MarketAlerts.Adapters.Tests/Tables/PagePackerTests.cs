using FsCheck.Xunit;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Quotes;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class PagePackerTests
{
    [Property(MaxTest = 200)]
    public void Unpack_GivesTheSameColumnsAndBytes_ForAnyPage(ulong seed)
    {
        var columns = GivenColumns.Random(seed);
        var bytes = PagePacker.Pack(columns);

        var unpacked = PagePacker.Unpack(bytes);

        ColumnsText.Of(unpacked).ShouldBe(ColumnsText.Of(columns));
        PagePacker.Pack(unpacked).ShouldBe(bytes);
    }

    [Property(MaxTest = 100)]
    public void Unpack_Refuses_WhenBytesAreMissingAtTheEnd(ulong seed, ulong missing)
    {
        var bytes = PagePacker.Pack(GivenColumns.Random(seed));

        Should.Throw<InvalidDataException>(() => PagePacker.Unpack(bytes.AsSpan(0, (int)(missing % (ulong)bytes.Length))));
    }

    [Property(MaxTest = 200)]
    public void Unpack_GivesColumnsOrRefuses_WhenAByteIsBroken(ulong seed, ulong place, byte broken)
    {
        var bytes = PagePacker.Pack(GivenColumns.Random(seed));
        bytes[place % (ulong)bytes.Length] = broken;

        Exception? failure = null;
        try
        {
            PagePacker.Unpack(bytes);
        }
        catch (InvalidDataException refusal)
        {
            failure = refusal;
        }

        (failure?.Message).ShouldNotBe("");
    }

    [Fact]
    public void Unpack_GivesEveryFieldBack_WhenTheStateIsFull() =>
        ColumnsText.Of(PagePacker.Unpack(PagePacker.Pack(GivenMarket.Full("NVDA")))).ShouldBe(ColumnsText.Of(GivenMarket.Full("NVDA")));

    [Fact]
    public void Unpack_GivesNothingBack_WhenTheStateIsFresh()
    {
        var columns = new SymbolState(Symbol.Parse("BRK.B")).Columns;

        ColumnsText.Of(PagePacker.Unpack(PagePacker.Pack(columns))).ShouldBe(ColumnsText.Of(columns));
    }

    [Fact]
    public void Unpack_KeepsTheOrder_WhenThereAreSeveral() =>
        PagePacker
            .Unpack(PagePacker.Pack(GivenMarket.Full("NVDA", "AMD", "MU")))
            .Symbols.Select(symbol => symbol.Text)
            .ShouldBe(["NVDA", "AMD", "MU"]);

    [Fact]
    public void Unpack_IsEmpty_WhenThePageIs() => PagePacker.Unpack(PagePacker.Pack(new SymbolColumns())).Symbols.ShouldBeEmpty();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    public void Unpack_Refuses_WhenTheFormatIsUnknown(byte format)
    {
        var bytes = PagePacker.Pack(GivenMarket.Full("NVDA"));
        bytes[0] = format;

        Should
            .Throw<InvalidDataException>(() => PagePacker.Unpack(bytes))
            .Message.ShouldBe("A market page of an unknown format; deploy a version that reads it.");
    }

    [Fact]
    public void Unpack_Refuses_WhenThereIsNothing() => Should.Throw<InvalidDataException>(() => PagePacker.Unpack([]));

    [Fact]
    public void Pack_TakesAtMost700BytesASymbol_WhenThePageIsFull()
    {
        var columns = GivenMarket.Full([.. Enumerable.Range(10_000, PagePlan.SymbolsPerPage).Select(number => $"SYMBOL-{number}")]);

        PagePacker.Pack(columns).Length.ShouldBeLessThanOrEqualTo(700 * PagePlan.SymbolsPerPage);
    }

    [Fact]
    public void Pack_FitsInARow_WhenEveryNumberIsAwkward()
    {
        const int MostOfARow = 700 * 1024;
        var columns = GivenColumns.Awkward(PagePlan.SymbolsPerPage);

        PagePacker.Pack(columns).Length.ShouldBeLessThan(MostOfARow);
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
