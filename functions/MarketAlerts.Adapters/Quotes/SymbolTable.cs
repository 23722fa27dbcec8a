using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>
/// Finds known symbols by the bytes of their ticker, without making a string. It never changes, so any number of readers may share it.
/// </summary>
/// <param name="symbols">The symbols; one told twice counts once.</param>
public sealed class SymbolTable(IEnumerable<Symbol> symbols)
{
    private const int LongestTicker = 12;

    private readonly FrozenDictionary<string, Symbol>.AlternateLookup<ReadOnlySpan<char>> _symbols = symbols
        .Distinct()
        .ToFrozenDictionary(symbol => symbol.Text, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many symbols it knows.</summary>
    public int Count => _symbols.Dictionary.Count;

    /// <summary>Finds a symbol by its exact ticker; false for anything unknown.</summary>
    public bool TryFind(ReadOnlySpan<byte> ticker, out Symbol symbol)
    {
        Span<char> text = stackalloc char[LongestTicker];
        symbol = default;
        return Ascii.ToUtf16(ticker, text, out var length) is OperationStatus.Done && _symbols.TryGetValue(text[..length], out symbol);
    }
}
