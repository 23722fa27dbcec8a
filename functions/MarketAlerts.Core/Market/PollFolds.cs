using System.Numerics.Tensors;

namespace MarketAlerts.Core.Market;

/// <summary>
/// The largest of the values of the last 5, 15, 30 and 60 polls, for all symbols at once. The largest of 30 polls is that of two fifteens,
/// of 15 that of three fives: a longer window costs no more than a short one, and no branch hangs on a price (a sparse table that moves
/// along; Bender and Farach-Colton 2000).
/// </summary>
internal sealed class PollFolds
{
    private const int Longest = PriceWindows.Capacity;

    private readonly PollRing _values = new(Longest);
    private readonly PollRing _fives = new(16);
    private readonly PollRing _fifteens = new(16);
    private readonly PollRing _thirties = new(32);
    private readonly PollRing _sixties = new(1);

    /// <summary>The values of a poll: minus infinity where a symbol has none.</summary>
    public Column<double> ValuesOf(int poll) => _values[poll];

    /// <summary>The largest values of the polls of a window (index of its length) that ends with a poll, padded.</summary>
    public ReadOnlySpan<double> LargestOf(int window, int poll) =>
        (
            window switch
            {
                0 => _fives,
                1 => _fifteens,
                2 => _thirties,
                _ => _sixties,
            }
        )[poll].Padded;

    /// <summary>Makes room for more symbols.</summary>
    public void Grow(int rows)
    {
        foreach (var ring in (PollRing[])[_values, _fives, _fifteens, _thirties, _sixties])
        {
            ring.Grow(rows);
        }
    }

    /// <summary>Forgets the values of a symbol, those folded into others too.</summary>
    public void Forget(int row)
    {
        foreach (var ring in (PollRing[])[_values, _fives, _fifteens, _thirties, _sixties])
        {
            ring.Forget(row);
        }
    }

    /// <summary>Folds the values of a poll into those of the polls before it.</summary>
    public void Fold(int poll)
    {
        Fold(_fives[poll], _values[poll], _values[poll - 1], _values[poll - 2], _values[poll - 3], _values[poll - 4]);
        Fold(_fifteens[poll], _fives[poll], _fives[poll - 5], _fives[poll - 10]);
        Fold(_thirties[poll], _fifteens[poll], _fifteens[poll - 15]);
        Fold(_sixties[poll], _thirties[poll], _thirties[poll - 30]);
    }

    /// <summary>Folds all kept polls anew, the newest last.</summary>
    public void FoldAll(int poll)
    {
        for (var back = Longest - 5; back >= 0; back--)
        {
            Fold(poll - back);
        }
    }

    private static void Fold(Column<double> into, Column<double> first, Column<double> second) =>
        TensorPrimitives.Max<double>(first.Values, second.Values, into.Values);

    private static void Fold(Column<double> into, params ReadOnlySpan<Column<double>> polls)
    {
        TensorPrimitives.Max<double>(polls[0].Values, polls[1].Values, into.Values);
        foreach (var poll in polls[2..])
        {
            TensorPrimitives.Max<double>(into.Values, poll.Values, into.Values);
        }
    }

    /// <summary>The columns of the last polls; their number is a power of two.</summary>
    private sealed class PollRing(int polls)
    {
        private readonly Column<double>[] _columns =
        [
            .. Enumerable.Range(0, polls).Select(_ => new Column<double>(double.NegativeInfinity)),
        ];

        public Column<double> this[int poll] => _columns[poll & (polls - 1)];

        public void Forget(int row) => Array.ForEach(_columns, column => column[row] = double.NegativeInfinity);

        public void Grow(int rows) => Array.ForEach(_columns, column => column.Grow(rows));
    }
}
