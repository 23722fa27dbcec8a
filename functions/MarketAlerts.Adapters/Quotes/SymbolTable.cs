using System.Text;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Finds known symbols by the bytes of their ticker, without making a string. It never changes, so any number of subscribers may share it.</summary>
public sealed class SymbolTable
{
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15; // 2^64 / golden ratio: neighbouring tickers land far apart.

    private readonly TickerKey[] _keys;
    private readonly Symbol[] _symbols;
    private readonly int _shift;

    /// <summary>Makes a table of some symbols; one told twice counts once.</summary>
    public SymbolTable(IEnumerable<Symbol> symbols)
    {
        var distinct = symbols.Distinct().ToArray();
        Count = distinct.Length;
        var bits = 1 + (int)Math.Ceiling(Math.Log2(Math.Max(Count, 1))); // At most half full.
        (_keys, _symbols, _shift) = (new TickerKey[1 << bits], new Symbol[1 << bits], 64 - bits);
        foreach (var symbol in distinct)
        {
            TickerKey.TryRead(Encoding.ASCII.GetBytes(symbol.Text), out var key);
            var place = PlaceOf(key);
            (_keys[place], _symbols[place]) = (key, symbol);
        }
    }

    /// <summary>How many symbols it knows.</summary>
    public int Count { get; }

    /// <summary>Finds a symbol by its exact ticker; false for anything unknown.</summary>
    public bool TryFind(ReadOnlySpan<byte> ticker, out Symbol symbol)
    {
        if (!TickerKey.TryRead(ticker, out var key))
        {
            symbol = default;
            return false;
        }

        var place = PlaceOf(key);
        symbol = _symbols[place];
        return _keys[place] == key;
    }

    /// <summary>Where a key is, or the free place where it would be.</summary>
    private int PlaceOf(TickerKey key)
    {
        var place = (int)((key.Low ^ (key.High * Spread)) * Spread >> _shift);
        while (_keys[place] != default && _keys[place] != key)
        {
            place = (place + 1) & (_keys.Length - 1);
        }

        return place;
    }
}
