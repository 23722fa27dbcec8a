using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>States with everything in them.</summary>
internal static class GivenMarket
{
    public static readonly DateTimeOffset Open = new(2025, 1, 27, 14, 30, 0, TimeSpan.Zero);
    public static readonly DateOnly Day = new(2025, 1, 27);

    public static SymbolState Full(string symbol)
    {
        var state = new SymbolState(Symbol.Parse(symbol))
        {
            Session = Day,
            QuoteTime = Open.AddSeconds(3),
            Last = 124.80,
            Open = 125.01,
            PreviousClose = 142.62,
            Volume = 818_830_900,
            Told = new PriceTold(1_248_000, 1_426_200),
            HeldPrice = 99.5,
            HeldAt = Open.AddSeconds(63),
            LastVerdict = VerdictReason.LoneJump,
        };
        for (var index = 0; index < state.Extremes.Length; index++)
        {
            state.Extremes[index] = 10_000 + index;
        }

        state.Closes.Restore(new DateOnly(2025, 1, 24), Enumerable.Range(0, DailyCloses.Capacity).Select(day => 140 + (day / 7.0)));
        for (var minute = 0; minute < PriceTrail.Capacity; minute++)
        {
            state.Trail.Restore(new TrailPoint(28_966_470 + (minute * 5), 120 + (minute / 3f)));
        }

        return state;
    }

    public static MarketPage Page(string name, params string[] symbols) => new(name, symbols.Select(Full)) { Poll = Open, SeenAt = Open.AddSeconds(5) };

    public static void ShouldEqual(this SymbolState actual, SymbolState expected)
    {
        actual.Symbol.ShouldBe(expected.Symbol);
        actual.Session.ShouldBe(expected.Session);
        actual.QuoteTime.ShouldBe(expected.QuoteTime);
        (actual.Last, actual.Open, actual.PreviousClose, actual.Volume).ShouldBe((expected.Last, expected.Open, expected.PreviousClose, expected.Volume));
        actual.Extremes.ShouldBe(expected.Extremes);
        actual.Told.ShouldBe(expected.Told);
        actual.HeldPrice.ShouldBe(expected.HeldPrice);
        actual.HeldAt.ShouldBe(expected.HeldAt);
        actual.LastVerdict.ShouldBe(expected.LastVerdict);
        actual.Closes.NewestSession.ShouldBe(expected.Closes.NewestSession);
        actual.Closes.Values.ShouldBe(expected.Closes.Values);
        actual.Trail.Points.ShouldBe(expected.Trail.Points);
    }
}
