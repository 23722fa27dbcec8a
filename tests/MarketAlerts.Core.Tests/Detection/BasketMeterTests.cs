using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Detection;

public sealed class BasketMeterTests
{
    /// <summary>Previous closes and opens of 27 January 2025.</summary>
    private static readonly (string Symbol, double PreviousClose, double Open)[] Opens =
    [
        ("NVDA", 142.62, 124.80),
        ("AVGO", 244.70, 213.40),
        ("AMD", 122.84, 117.80),
        ("TSM", 221.15, 196.43),
        ("MU", 103.19, 94.86),
        ("MRVL", 123.99, 107.62),
        ("ASML", 730.95, 671.82),
        ("ARM", 162.52, 148.90),
        ("INTC", 20.83, 20.81),
        ("QCOM", 172.11, 172.10),
        ("TXN", 185.52, 185.75),
        ("LRCX", 79.68, 76.79),
        ("AMAT", 186.75, 179.55),
        ("KLAC", 749.82, 716.60),
        ("SMCI", 33.27, 30.31),
    ];

    private static readonly Basket Chips = new("chips", [.. Opens.Select(open => Given.Sym(open.Symbol))], "tech");
    private static readonly BasketMeter Meter = new(new ThresholdOptions());

    [Fact]
    public void Read_IsSevereWith12Of15_AtTheOpenOfTheFoundingDay()
    {
        var reading = Meter.Read(Chips, null, AtOpen(), Given.At("14:29"))!;

        // All but INTC -0.10, QCOM -0.01 and TXN +0.12 are beyond -2 %: 12 / 15. The eighth of fifteen is MU: -8.33 / 103.19 = -8.0725 %.
        (reading.Breadth, reading.MedianMove, reading.Severity).ShouldBe((-80, -8.0725, Severity.Severe));
        reading
            .Members.Take(3)
            .Select(member => (member.Symbol, member.DayMove))
            .ShouldBe([(Symbol.Parse("MRVL"), -13.2027), (Symbol.Parse("AVGO"), -12.7912), (Symbol.Parse("NVDA"), -12.4947)]);
        reading.Members.Count.ShouldBe(15);
    }

    [Theory]
    [InlineData(3, true)] // 12 of 15 are 80 %
    [InlineData(4, false)]
    public void Read_IsNull_BelowEightyPercentCoverage(int stale, bool hasValue)
    {
        var states = AtOpen();
        foreach (var symbol in Chips.Members.Take(stale))
        {
            states[symbol].QuoteTime = Given.At("14:28:59");
        }

        var reading = Meter.Read(Chips, null, states, Given.At("14:29"));

        (reading is not null).ShouldBe(hasValue);
        reading?.Members.Select(member => member.Symbol).ShouldNotContain(Given.Sym("NVDA"));
    }

    [Fact]
    public void Read_LeavesOutWhoHasNoStateOrNoQuote()
    {
        var states = AtOpen();
        states.Remove(Given.Sym("NVDA"));
        states[Given.Sym("AMD")] = new SymbolState(Given.Sym("AMD"));

        Meter.Read(Chips, null, states, Given.At("14:29"))!.Members.Count.ShouldBe(13);
    }

    // Five members: notable needs 60 % beyond 2 % and a median of 3.5 %; severe besides a severe member that goes the same way.
    [Theory]
    [InlineData("-3.6 -3.6 -3.6 0 0", 1)]
    [InlineData("-3.5 -3.5 -3.5 0 0", 1)]
    [InlineData("-3.4 -3.4 -3.4 0 0", 0)]
    [InlineData("-3.6 -3.6 -9 0 0", 2)]
    [InlineData("-3.6 -3.6 -3.6 9 0", 1)]
    [InlineData("-9 -9 -1.9 -1.9 0", 0)]
    [InlineData("4 4 9 0 0", 2)]
    public void Read_HasATier_ByTheThresholds(string moves, int tier)
    {
        var states = moves
            .Split(' ')
            .Select(
                (move, index) =>
                    Given.State(
                        "ABCDE"[index..(index + 1)],
                        "14:31",
                        100 + double.Parse(move, System.Globalization.CultureInfo.InvariantCulture)
                    )
            )
            .ToDictionary(state => state.Symbol);

        Meter.Read(new Basket("five", Given.Syms("A B C D E"), null), null, states, Given.At("14:29"))!.Severity.ShouldBe((Severity)tier);
    }

    [Fact]
    public void Read_NamesTheWiderBasketsOthers_LargestFirst()
    {
        var states = AtOpen();
        states[Given.Sym("MSFT")] = Given.State("MSFT", "14:31", 424.01, 444.06);
        states[Given.Sym("ORCL")] = Given.State("ORCL", "14:31", 168.90, 183.60);
        states[Given.Sym("META")] = Given.State("META", "14:20", 626.61, 647.49);

        var reading = Meter.Read(
            Chips,
            new Basket("tech", [.. Chips.Members, .. Given.Syms("MSFT META ORCL")], null),
            states,
            Given.At("14:29")
        )!;

        reading.Wider.Select(member => member.Symbol).ShouldBe([Symbol.Parse("ORCL"), Symbol.Parse("MSFT")]);
        reading.Breadth.ShouldBe(-80);
    }

    [Fact]
    public void Read_IsNull_ForNobody() => Meter.Read(new Basket("none", [], null), null, AtOpen(), Given.At("14:29")).ShouldBeNull();

    private static Dictionary<Symbol, SymbolState> AtOpen() =>
        Opens.ToDictionary(
            open => Given.Sym(open.Symbol),
            open => Given.State(open.Symbol, "14:30:30", open.Open, open.PreviousClose, open.Open)
        );
}
