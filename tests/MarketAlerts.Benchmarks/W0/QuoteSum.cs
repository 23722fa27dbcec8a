using System.Runtime.InteropServices;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Benchmarks.W0;

/// <summary>One number for a list of quotes, in which every figure of every quote counts.</summary>
internal static class QuoteSum
{
    public static long Of(List<Quote> quotes)
    {
        var sum = 0L;
        foreach (ref readonly var quote in CollectionsMarshal.AsSpan(quotes))
        {
            var prices =
                Bits(quote.Last)
                + (3 * Bits(quote.Open))
                + (5 * Bits(quote.High))
                + (7 * Bits(quote.Low))
                + (11 * Bits(quote.PreviousClose));
            sum += Mix.Of(prices + quote.Symbol.Text[^1] + (17 * quote.Symbol.Text[0]), quote.MarketTicks + (quote.Volume ?? -1));
        }

        return sum;
    }

    private static long Bits(double? value) => BitConverter.DoubleToInt64Bits(value ?? -1);
}
