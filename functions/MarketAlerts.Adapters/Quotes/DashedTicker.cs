using System.Text;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>The spelling of providers that write <c>brk-b</c> for <c>BRK.B</c>.</summary>
internal static class DashedTicker
{
    private const int Longest = 12;

    /// <summary>A symbol in their spelling.</summary>
    public static string Write(Symbol symbol) => symbol.Text.Replace('.', '-').ToLowerInvariant();

    /// <summary>Finds a wanted symbol by their spelling, in any case; false for anything unknown.</summary>
    public static bool TryFind(SymbolTable symbols, ReadOnlySpan<byte> ticker, out Symbol symbol)
    {
        symbol = default;
        Span<byte> upper = stackalloc byte[Longest];
        if (ticker.Length > Longest || Ascii.ToUpper(ticker, upper, out var length) is not System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        upper = upper[..length];
        if (symbols.TryFind(upper, out symbol))
        {
            return true;
        }

        upper.Replace((byte)'-', (byte)'.');
        return symbols.TryFind(upper, out symbol);
    }
}
