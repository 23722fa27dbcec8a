namespace MarketAlerts.Core.Rules;

/// <summary>
/// Optimal string alignment, regardless of case: insertions, deletions, replacements and swaps of neighbours (Damerau 1964). It looks only at the cells
/// within the limit of the diagonal and gives up as soon as a whole row is beyond it (Ukkonen 1985).
/// </summary>
internal readonly ref struct EditDistance
{
    /// <summary>The longest word that is compared.</summary>
    public const int LongestWord = 41;

    /// <summary>The room it needs: three rows.</summary>
    public const int Cells = 3 * RowLength;

    private const int RowLength = LongestWord + 2;
    private const int TooMany = int.MaxValue / 2;
    private readonly ReadOnlySpan<char> _word;
    private readonly Span<int> _cells;

    /// <summary>Prepares a word for many comparisons.</summary>
    public EditDistance(string word, Span<char> upper, Span<int> cells)
    {
        word.AsSpan().ToUpperInvariant(upper);
        _word = upper[..word.Length];
        _cells = cells;
    }

    /// <summary>The edits to a candidate, or <see cref="int.MaxValue"/> when there are more than the limit.</summary>
    public int To(string candidate, int limit)
    {
        if (candidate.Length > LongestWord || Math.Abs(candidate.Length - _word.Length) > limit)
        {
            return int.MaxValue;
        }

        for (var row = 0; row <= _word.Length; row++)
        {
            if (Fill(row, candidate, limit) > limit)
            {
                return int.MaxValue;
            }
        }

        var edits = Row(_word.Length)[candidate.Length];
        return edits <= limit ? edits : int.MaxValue;
    }

    private Span<int> Row(int row) => _cells.Slice(row % 3 * RowLength, RowLength);

    /// <summary>Fills one row of the band and a cell beyond either end; returns its smallest cell.</summary>
    private int Fill(int row, string candidate, int limit)
    {
        var cells = Row(row);
        var (first, last) = (Math.Max(0, row - limit), Math.Min(candidate.Length, row + limit));
        var smallest = TooMany;
        for (var column = first; column <= last; column++)
        {
            cells[column] = row is 0 || column is 0 ? row + column : Cheapest(row, column, candidate, first);
            smallest = Math.Min(smallest, cells[column]);
        }

        cells[last + 1] = TooMany;
        return smallest;
    }

    private int Cheapest(int row, int column, string candidate, int first)
    {
        var above = Row(row - 1);
        var (letter, other) = (_word[row - 1], char.ToUpperInvariant(candidate[column - 1]));
        var cheapest = above[column - 1] + (letter == other ? 0 : 1);
        cheapest = Math.Min(cheapest, above[column] + 1);
        cheapest = column > first ? Math.Min(cheapest, Row(row)[column - 1] + 1) : cheapest;
        var swapped = row > 1 && column > 1 && letter == char.ToUpperInvariant(candidate[column - 2]) && _word[row - 2] == other;
        return swapped ? Math.Min(cheapest, Row(row - 2)[column - 2] + 1) : cheapest;
    }
}
