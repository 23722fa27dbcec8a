using System.Buffers;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Pages;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// The quotes of a poll by row, the figures that detection needs also column by column, and what the guards make of each. Borrows its arrays: a poll allocates
/// nothing per quote.
/// </summary>
internal sealed class PollRows : IDisposable
{
    /// <summary>No quote, or no row.</summary>
    public const int None = -1;

    private const int Figures = 3;

    private readonly int[] _rowOfQuote;
    private readonly int[] _quoteOfRow;
    private readonly Ruling[] _rulings;
    private readonly long[] _times;
    private readonly double[] _figures;
    private readonly long[] _plain;
    private readonly int[] _judged;
    private readonly Quote[] _quotes;
    private readonly int _rows;
    private int _judgedCount;

    /// <summary>Finds the row of every quote.</summary>
    public PollRows(SymbolColumns symbols, IReadOnlyList<Quote> quotes)
    {
        _quotes = quotes as Quote[] ?? [.. quotes];
        _rows = symbols.Symbols.Count;
        _rowOfQuote = ArrayPool<int>.Shared.Rent(_quotes.Length);
        _quoteOfRow = ArrayPool<int>.Shared.Rent(_rows);
        _rulings = ArrayPool<Ruling>.Shared.Rent(_quotes.Length);
        _times = ArrayPool<long>.Shared.Rent(_rows);
        _figures = ArrayPool<double>.Shared.Rent(Figures * _rows);
        _plain = ArrayPool<long>.Shared.Rent(_rows);
        _judged = ArrayPool<int>.Shared.Rent(_quotes.Length);
        QuoteOfRow.Fill(None);
        Times.Clear();
        Plain.Clear();
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

    /// <summary>The market time of each row's quote, UTC ticks; 0 for none, and then the figures of the row mean nothing.</summary>
    public Span<long> Times => _times.AsSpan(0, _rows);

    /// <summary>The price of each row's quote.</summary>
    public Span<double> Prices => _figures.AsSpan(0, _rows);

    /// <summary>The previous close that each row's quote tells; NaN for none.</summary>
    public Span<double> PreviousCloses => _figures.AsSpan(_rows, _rows);

    /// <summary>The volume that each row's quote tells; NaN for none.</summary>
    public Span<double> Volumes => _figures.AsSpan(2 * _rows, _rows);

    /// <summary>All bits set for each row whose quote is plain (<see cref="PlainQuotes"/>).</summary>
    public Span<long> Plain => _plain.AsSpan(0, _rows);

    /// <summary>The quotes that are not plain, in the source's order.</summary>
    public ReadOnlySpan<int> Judged => _judged.AsSpan(0, _judgedCount);

    /// <summary>The guards' answer to each of those, by quote.</summary>
    public Span<Ruling> Rulings => _rulings.AsSpan(0, _quotes.Length);

    /// <summary>Gives the arrays back.</summary>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_rowOfQuote);
        ArrayPool<int>.Shared.Return(_quoteOfRow);
        ArrayPool<Ruling>.Shared.Return(_rulings);
        ArrayPool<long>.Shared.Return(_times);
        ArrayPool<double>.Shared.Return(_figures);
        ArrayPool<long>.Shared.Return(_plain);
        ArrayPool<int>.Shared.Return(_judged);
    }

    /// <summary>Tells apart which quotes are to be judged one by one, once the plain ones are marked.</summary>
    public void Part()
    {
        var plain = Plain;
        _judgedCount = 0;
        for (var index = 0; index < _quotes.Length; index++)
        {
            if (_rowOfQuote[index] is var row && (row is None || plain[row] is 0))
            {
                _judged[_judgedCount++] = index;
            }
        }
    }

    private void Align(SymbolColumns symbols)
    {
        var inOrder = symbols.SymbolsInOrder;
        var rowOfQuote = RowOfQuote;
        var quoteOfRow = QuoteOfRow;
        var times = Times;
        var prices = Prices;
        var closes = PreviousCloses;
        var volumes = Volumes;
        var next = 0;
        for (var index = 0; index < rowOfQuote.Length; index++)
        {
            ref readonly var quote = ref _quotes[index];
            var symbol = quote.Symbol;
            var row =
                next < inOrder.Length && (ReferenceEquals(inOrder[next].Text, symbol.Text) || inOrder[next] == symbol)
                    ? next
                    : symbols.RowOf(symbol);
            rowOfQuote[index] = row;
            if (row is not None)
            {
                Repeats |= quoteOfRow[row] is not None;
                quoteOfRow[row] = index;
                times[row] = quote.MarketTicks;
                prices[row] = quote.Last;
                closes[row] = quote.PreviousClose ?? double.NaN;
                volumes[row] = quote.Volume ?? double.NaN;
                next = row + 1;
            }
        }
    }
}
