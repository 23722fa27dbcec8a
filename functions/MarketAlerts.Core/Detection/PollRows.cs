using System.Buffers;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Detection;

/// <summary>The quotes of a poll by row, and what the guards make of each. Borrows its arrays: a poll allocates nothing per quote.</summary>
internal sealed class PollRows : IDisposable
{
    /// <summary>No quote, or no row.</summary>
    public const int None = -1;

    private readonly int[] _rowOfQuote;
    private readonly int[] _quoteOfRow;
    private readonly Ruling[] _rulings;
    private readonly Quote[] _quotes;
    private readonly int _rows;

    /// <summary>Finds the row of every quote.</summary>
    public PollRows(SymbolColumns symbols, IReadOnlyList<Quote> quotes)
    {
        _quotes = quotes as Quote[] ?? [.. quotes];
        _rows = symbols.Symbols.Count;
        _rowOfQuote = ArrayPool<int>.Shared.Rent(_quotes.Length);
        _quoteOfRow = ArrayPool<int>.Shared.Rent(_rows);
        _rulings = ArrayPool<Ruling>.Shared.Rent(_quotes.Length);
        QuoteOfRow.Fill(None);
        Align(symbols);
    }

    /// <summary>Whether a symbol has more than one quote.</summary>
    public bool Repeats { get; private set; }

    /// <summary>The quotes, in the source's order.</summary>
    public ReadOnlySpan<Quote> Quotes => _quotes;

    /// <summary>The row of each quote, <see cref="None"/> for an unknown symbol.</summary>
    public Span<int> RowOfQuote => _rowOfQuote.AsSpan(0, _quotes.Length);

    /// <summary>The quote of each row, <see cref="None"/> for none.</summary>
    public Span<int> QuoteOfRow => _quoteOfRow.AsSpan(0, _rows);

    /// <summary>The guards' answer to each quote.</summary>
    public Span<Ruling> Rulings => _rulings.AsSpan(0, _quotes.Length);

    /// <summary>Gives the arrays back.</summary>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_rowOfQuote);
        ArrayPool<int>.Shared.Return(_quoteOfRow);
        ArrayPool<Ruling>.Shared.Return(_rulings);
    }

    private void Align(SymbolColumns symbols)
    {
        var inOrder = symbols.SymbolsInOrder;
        var next = 0;
        for (var index = 0; index < _quotes.Length; index++)
        {
            var symbol = _quotes[index].Symbol;
            var row = next < inOrder.Length && (ReferenceEquals(inOrder[next].Text, symbol.Text) || inOrder[next] == symbol) ? next : symbols.RowOf(symbol);
            RowOfQuote[index] = row;
            if (row is not None)
            {
                Repeats |= QuoteOfRow[row] is not None;
                QuoteOfRow[row] = index;
                next = row + 1;
            }
        }
    }
}
