using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Levels;

public sealed class PriceToldTests
{
    // 118 tells everything from 118 up. 125 arms again what lies under 125 / 1.02 = 122.549. So the fall to 119 tells [119, 122.549).
    [Theory]
    [InlineData(120, new[] { 118.0, 125.0, 119.0 }, new[] { 0, 2 })]
    [InlineData(120, new[] { 118.0, 125.0, 119.0, 118.5, 117.0, 119.9 }, new[] { 0, 2 })]
    [InlineData(123, new[] { 118.0, 125.0, 119.0 }, new[] { 0 })]
    [InlineData(120, new[] { 118.0, 122.3, 119.0 }, new[] { 0 })]
    [InlineData(120, new[] { 118.0, 122.5, 119.0 }, new[] { 0, 2 })]
    [InlineData(120, new[] { 121.0, 120.0, 119.0 }, new[] { 1 })]
    [InlineData(120, new[] { 120.01, 120.0001, 130.0 }, new int[0])]
    [InlineData(150, new[] { 149.0, 148.0 }, new int[0])]
    public void Take_FiresBelow_AsThePricesGo(int below, double[] prices, int[] firedAt) =>
        FiredAt(Direction.Down, below, 142.62, prices).ShouldBe(firedAt);

    // 152 tells up to 152. 145 arms again what lies over 145 x 1.02 = 147.9.
    [Theory]
    [InlineData(150, new[] { 152.0, 145.0, 151.0 }, new[] { 0, 2 })]
    [InlineData(150, new[] { 152.0, 148.0, 151.0, 152.5 }, new[] { 0 })]
    [InlineData(150, new[] { 149.99, 150.0, 149.0, 150.0 }, new[] { 1 })]
    [InlineData(142, new[] { 145.0 }, new int[0])]
    public void Take_FiresAbove_AsThePricesGo(int above, double[] prices, int[] firedAt) =>
        FiredAt(Direction.Up, above, 142.62, prices).ShouldBe(firedAt);

    [Fact]
    public void Take_NeverFiresForThePreviousClose_WhichIsTheFirstPrice()
    {
        var told = new ToldRange(142.62);

        told.Take(142.62).ShouldBeEmpty();
        told.Told.ShouldBe(new PriceTold(1_426_200, 1_426_200));
    }

    [Fact]
    public void Take_KeepsTheToldRange()
    {
        var told = new ToldRange(142.62);

        told.Take(124.80).ShouldBeEmpty();

        // Down to 124.80: told below from 124.80 up; above is armed over 124.80 x 1.02 = 127.296.
        told.Told.ShouldBe(new PriceTold(1_248_000, 1_272_960));
    }

    private static int[] FiredAt(Direction direction, int level, double previousClose, double[] prices)
    {
        var told = new ToldRange(previousClose, (direction, level * 10_000L));
        return [.. prices.Index().Where(price => told.Take(price.Item).Length > 0).Select(price => price.Index)];
    }

    /// <summary>One symbol whose price levels the detector follows.</summary>
    private sealed class ToldRange
    {
        private readonly SymbolState _state = new(Given.Sym("NVDA"));
        private readonly LevelIndex _levels;

        public ToldRange(double previousClose, params (Direction Direction, long Level)[] wanted)
        {
            var levels = new WantedLevels();
            foreach (var (direction, level) in wanted)
            {
                levels.Add(Target.OfSymbol(Given.Sym("NVDA")), MetricId.Price, direction, [level]);
            }

            _levels = LevelIndex.Build(_state.Columns.Symbols, levels, Catalog.Empty);
            _state.Told = PriceTold.StartAt(previousClose);
        }

        public PriceTold? Told => _state.Told;

        public PendingCrossing[] Take(double price)
        {
            _state.Last = price;
            var crossings = new List<PendingCrossing>();
            var detector = new PriceDetector(_state.Columns, _levels);
            detector.Match(crossings);
            detector.Move();
            return [.. crossings];
        }
    }
}
