using System.Buffers.Text;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Benchmarks.W0;

/// <summary>The bound: jumps to the keys that are wanted, trusts their order and every type, and notices no mistake.</summary>
/// <param name="body">The snapshot.</param>
/// <param name="symbols">The known tickers.</param>
internal sealed class HandScanner(byte[] body, SymbolTable symbols)
{
    private const int NanosecondsPerTick = 100;

    public void Parse(List<Quote> quotes)
    {
        var rest = body.AsSpan();
        while (Jump(ref rest, "{\"day\":{\"c\""u8))
        {
            var (_, high, low, open, volume) = (Number(ref rest), Number(ref rest), Number(ref rest), Number(ref rest), Whole(ref rest));
            Jump(ref rest, "\"lastTrade\":"u8);
            Jump(ref rest, "\"p\""u8);
            var last = Number(ref rest);
            Jump(ref rest, "\"t\""u8);
            var time = Whole(ref rest);
            Jump(ref rest, "\"prevDay\":{\"c\""u8);
            var previous = Number(ref rest);
            Jump(ref rest, "\"ticker\":\""u8);
            symbols.TryFind(rest[..rest.IndexOf((byte)'"')], out var symbol);
            quotes.Add(
                new Quote(symbol, DateTimeOffset.UnixEpoch.AddTicks(time / NanosecondsPerTick), last, open, high, low, previous, volume)
            );
        }
    }

    private static bool Jump(ref Span<byte> rest, ReadOnlySpan<byte> key)
    {
        var start = rest.IndexOf(key);
        rest = rest[(start + key.Length)..];
        return start >= 0;
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
