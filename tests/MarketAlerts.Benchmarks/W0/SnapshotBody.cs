using System.Globalization;
using System.Text;
using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W0;

/// <summary>A market snapshot of 10,000 tickers as Massive sends it, with the keys that are read and no others, which helps every contender alike.</summary>
internal static class SnapshotBody
{
    private const int Seed = 20250127;
    private const long Close = 1_738_011_600_000_000_000;

    /// <summary>The body, about 1.3 MB.</summary>
    public static byte[] Make()
    {
        var draws = new Draws(Seed);
        var tickers = Tickers.All.Select(symbol => TickerOf(symbol.Text, draws));
        return Encoding.UTF8.GetBytes($$"""{"status":"OK","count":{{Tickers.Count}},"tickers":[{{string.Join(',', tickers)}}]}""");
    }

    private static string TickerOf(string symbol, Draws draws)
    {
        var last = draws.Between(5, 500);
        var (previous, open, high, low) = (last * draws.Between(0.97, 1.03), last * draws.Between(0.98, 1.02), last * 1.021, last * 0.979);
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"ticker":"{{{symbol}}}","day":{"o":{{{open:0.##}}},"h":{{{high:0.##}}},"l":{{{low:0.##}}},"c":{{{last:0.##}}},"v":{{{draws.Whole(100_000, 50_000_000)}}}},"prevDay":{"c":{{{previous:0.##}}}},"lastTrade":{"p":{{{last:0.####}}},"t":{{{Close - draws.Whole(0, int.MaxValue)}}}}}""");
    }
}
