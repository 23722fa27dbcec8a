using System.Globalization;
using System.Text;
using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W0;

/// <summary>A market snapshot of 10,000 tickers with every documented key, as Massive sends it.</summary>
internal static class SnapshotBody
{
    private const int Seed = 20250127;
    private const long Close = 1_738_011_600_000_000_000;

    /// <summary>The body, about 4.7 MB.</summary>
    public static byte[] Make()
    {
        var draws = new Draws(Seed);
        var tickers = Tickers.All.Select(symbol => TickerOf(symbol.Text, draws));
        return Encoding.UTF8.GetBytes($$"""{"count":{{Tickers.Count}},"status":"OK","tickers":[{{string.Join(',', tickers)}}]}""");
    }

    private static string TickerOf(string symbol, Draws draws)
    {
        var last = draws.Between(5, 500);
        var previous = last * draws.Between(0.97, 1.03);
        var (day, time) = (BarOf(last, draws), Close - draws.Whole(0, int.MaxValue));
        return string.Create(
                CultureInfo.InvariantCulture,
                $$$"""
                {"day":{{{{day}}}},"lastQuote":{"P":{{{last + 0.01:0.##}}},"S":22,"p":{{{last - 0.01:0.##}}},"s":13,"t":{{{time}}}},
                "lastTrade":{"c":[14,41],"i":"71675577320245","p":{{{last:0.####}}},"s":{{{draws.Whole(1, 3000)}}},"t":{{{time}}},"x":4},
                "min":{"av":{{{draws.Whole(100_000, 50_000_000)}}},{{{BarOf(last, draws)}}},"t":{{{Close / 1_000_000}}},"n":5},
                "prevDay":{{{{BarOf(previous, draws)}}}},"ticker":"{{{symbol}}}",
                "todaysChange":{{{last - previous:0.###}}},"todaysChangePerc":{{{100
                    * (last - previous)
                    / previous:0.###}}},"updated":{{{time}}}}
                """
            )
            .ReplaceLineEndings("");
    }

    private static string BarOf(double close, Draws draws) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"\"c\":{close:0.##},\"h\":{close * 1.021:0.##},\"l\":{close * 0.979:0.##},"
                + $"\"o\":{close * draws.Between(0.98, 1.02):0.##},\"v\":{draws.Whole(100_000, 50_000_000)},\"vw\":{close * 1.003:0.####}"
        );
}
