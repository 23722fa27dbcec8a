using System.Buffers;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// The quotes of a poll by row, the figures that detection needs also column by column, padded to whole blocks, and what the guards make
/// of each. Borrows its arrays: a poll allocates nothing per quote.
/// </summary>
internal sealed class PollRows : IDisposable
{
    /// <summary>No quote, or no row.</summary>
    public const int None = -1;

    private const int Figures = 4;

    private readonly int[] _rowOfQuote;
    private readonly int[] _quoteOfRow;
    private readonly Ruling[] _rulings;
    private readonly long[] _times;
    private readonly double[] _figures;
    private readonly long[] _taken;
    private readonly int[] _judged;
    private readonly Quote[] _quotes;
    private readonly int _rows;
    private readonly int _padded;
    private int _judgedCount;

    /// <summary>Finds the row of every quote.</summary>
    public PollRows(SymbolColumns symbols, IReadOnlyList<Quote> quotes)
    {
        _quotes = quotes as Quote[] ?? [.. quotes];
        _rows = symbols.Symbols.Count;
        _rowOfQuote = ArrayPool<int>.Shared.Rent(_quotes.Length);
        _quoteOfRow = ArrayPool<int>.Shared.Rent(_rows);
        _rulings = ArrayPool<Ruling>.Shared.Rent(_quotes.Length);
        _padded = Simd.Padded(_rows);
        _times = ArrayPool<long>.Shared.Rent(_padded);
        _figures = ArrayPool<double>.Shared.Rent(Figures * _padded);
        _taken = ArrayPool<long>.Shared.Rent(_padded);
        _judged = ArrayPool<int>.Shared.Rent(_quotes.Length);
        QuoteOfRow.Fill(None);
        Times.Clear();
        Taken.Clear();
        SharesPerKept.Fill(1);
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
    public Span<long> Times => _times.AsSpan(0, _padded);

    /// <summary>The price of each row's quote.</summary>
    public Span<double> Prices => _figures.AsSpan(0, _padded);

    /// <summary>The previous close that each row's quote tells, or that a ruling has it count against; NaN for none.</summary>
    public Span<double> PreviousCloses => _figures.AsSpan(_padded, _padded);

    /// <summary>The volume that each row's quote tells; NaN for none.</summary>
    public Span<double> Volumes => _figures.AsSpan(2 * _padded, _padded);

    /// <summary>Today's shares per share of each row's kept volumes (<see cref="Ruling.SharesPerKept"/>).</summary>
    public Span<double> SharesPerKept => _figures.AsSpan(3 * _padded, _padded);

    /// <summary>All bits set for each row whose quote is taken: the plain ones (<see cref="PlainQuotes"/>), then those judged so.</summary>
    public Span<long> Taken => _taken.AsSpan(0, _padded);

    /// <summary>The quotes that are not plain, in the source's order.</summary>
    public ReadOnlySpan<int> Judged => _judged.AsSpan(0, _judgedCount);

    /// <summary>The guards' answer to each of those, by quote.</summary>
    public Span<Ruling> Rulings => _rulings.AsSpan(0, _quotes.Length);

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_rowOfQuote);
        ArrayPool<int>.Shared.Return(_quoteOfRow);
        ArrayPool<Ruling>.Shared.Return(_rulings);
        ArrayPool<long>.Shared.Return(_times);
        ArrayPool<double>.Shared.Return(_figures);
        ArrayPool<long>.Shared.Return(_taken);
        ArrayPool<int>.Shared.Return(_judged);
    }

    /// <summary>Tells apart which quotes are to be judged one by one, once the plain ones are marked.</summary>
    public void Part()
    {
        var plain = Taken;
        _judgedCount = 0;
        for (var index = 0; index < _quotes.Length; index++)
        {
            var row = _rowOfQuote[index];
            if (row is None || plain[row] is 0)
            {
                _judged[_judgedCount++] = index;
            }
        }
    }

    /// <summary>Has the quote of a row taken as a ruling says.</summary>
    public void Take(int row, in Ruling ruling)
    {
        Taken[row] = -1;
        (PreviousCloses[row], SharesPerKept[row]) = (ruling.PreviousClose, ruling.SharesPerKept);
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
