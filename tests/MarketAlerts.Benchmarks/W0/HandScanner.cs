using System.Buffers.Text;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Benchmarks.W0;

/// <summary>The bound: looks for the next colon, trusts the order of the keys and every type, and notices no mistake.</summary>
/// <param name="body">The snapshot.</param>
/// <param name="symbols">The known tickers.</param>
internal sealed class HandScanner(byte[] body, SymbolTable symbols)
{
    private const int NanosecondsPerTick = 100;

    public void Parse(List<Quote> quotes)
    {
        var rest = body.AsSpan();
        for (var start = rest.IndexOf("\"ticker\":\""u8); start >= 0; start = rest.IndexOf("\"ticker\":\""u8))
        {
            rest = rest[(start + "\"ticker\":\""u8.Length)..];
            var end = rest.IndexOf((byte)'"');
            symbols.TryFind(rest[..end], out var symbol);
            rest = rest[(end + "\",\"day\":"u8.Length)..];
            var (open, high, low, _, volume) = (Number(ref rest), Number(ref rest), Number(ref rest), Number(ref rest), Whole(ref rest));
            rest = rest["},\"prevDay\":"u8.Length..];
            var previous = Number(ref rest);
            rest = rest["},\"lastTrade\":"u8.Length..];
            var (last, time) = (Number(ref rest), Whole(ref rest));
            quotes.Add(new Quote(symbol, DateTimeOffset.UnixEpoch.AddTicks(time / NanosecondsPerTick), last, open, high, low, previous, volume));
        }
    }

    private static double Number(ref Span<byte> rest)
    {
        rest = rest[(rest.IndexOf((byte)':') + 1)..];
        _ = Utf8Parser.TryParse(rest, out double value, out var read);
        rest = rest[read..];
        return value;
    }

    private static long Whole(ref Span<byte> rest)
    {
        rest = rest[(rest.IndexOf((byte)':') + 1)..];
        _ = Utf8Parser.TryParse(rest, out long value, out var read);
        rest = rest[read..];
        return value;
    }
}
