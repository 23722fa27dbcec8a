using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Market;

/// <summary>One value per symbol of a page, in the page's order: what arrays are to detection.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="empty">What a symbol has before anything is known of it.</param>
public sealed class Column<T>(T empty)
    where T : struct
{
    private T[] _values = [];
    private int _rows;

    /// <summary>The value of a row.</summary>
    public ref T this[int row] => ref _values[row];

    /// <summary>All values.</summary>
    public Span<T> Values => _values.AsSpan(0, _rows);

    /// <summary>The same and behind them rows of nobody, up to whole vectors: a loop over vectors has no rest.</summary>
    public Span<T> Padded => _values;

    /// <summary>Makes room for more symbols.</summary>
    public void Grow(int rows)
    {
        Array.Resize(ref _values, Simd.Padded(rows));
        _values.AsSpan(_rows).Fill(empty);
        _rows = rows;
    }
}
