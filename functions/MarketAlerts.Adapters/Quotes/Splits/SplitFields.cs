using System.Globalization;
using System.Text;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Adapters.Quotes.Splits;

/// <summary>What a provider says of one split; empty and 0 are "not told".</summary>
internal struct SplitFields
{
    private const double LargestRatio = 10_000;

    public Symbol Symbol;
    public DateOnly Day;
    public double OldShares;
    public double NewShares;

    /// <summary>The ticker a cursor is before.</summary>
    public static Symbol ReadSymbol(ref JsonCursor cursor) =>
        Symbol.TryParse(Encoding.UTF8.GetString(cursor.Text()), out var symbol) ? symbol : default;

    /// <summary>The date a cursor is before.</summary>
    public static DateOnly ReadDay(ref JsonCursor cursor) => DateOnly.TryParseExact(
        Encoding.UTF8.GetString(cursor.Text()), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default;

    /// <summary>The split; null when anything of it is not told, or makes no sense.</summary>
    public readonly ShareSplit? ToSplit()
    {
        var ratio = NewShares / OldShares;
        return Symbol != default && Day.Year is >= 1990 and <= 2100 && ratio is > 1 / LargestRatio and < LargestRatio and not 1
            ? new ShareSplit(Symbol, Day, ratio, ShareSplit.StartOf(Day))
            : null;
    }
}
