using System.Buffers.Binary;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>A ticker of up to 12 bytes packed into two numbers, its length among them, so that one comparison tells two tickers apart.</summary>
/// <param name="Low">The first eight bytes.</param>
/// <param name="High">The rest, and the length on top.</param>
internal readonly record struct TickerKey(ulong Low, ulong High)
{
    private const int MaximumLength = 12;

    public static bool TryRead(ReadOnlySpan<byte> ticker, out TickerKey key)
    {
        key = default;
        if (ticker.Length is 0 or > MaximumLength)
        {
            return false;
        }

        Span<byte> padded = stackalloc byte[16];
        padded.Clear();
        ticker.CopyTo(padded);
        padded[15] = (byte)ticker.Length;
        key = new TickerKey(BinaryPrimitives.ReadUInt64LittleEndian(padded), BinaryPrimitives.ReadUInt64LittleEndian(padded[8..]));
        return true;
    }
}
