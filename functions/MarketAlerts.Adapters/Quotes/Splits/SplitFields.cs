using System.Globalization;
using System.Text;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Adapters.Quotes.Splits;

/// <summary>Reads one split, whatever a provider calls its fields; empty and 0 are "not told".</summary>
internal static class SplitFields
{
    private const double LargestRatio = 10_000;

    /// <summary>The split of the object a cursor has entered; null when anything of it is not told, or makes no sense.</summary>
    public static ShareSplit? ReadSplit(ref JsonCursor cursor, SplitNames names)
    {
        var (symbol, day, oldShares, newShares) = (default(Symbol), default(DateOnly), 0.0, 0.0);
        while (cursor.NextName(out var name))
        {
            switch (names.IndexOf(name))
            {
                case 0:
                    symbol = Symbol.TryParse(Encoding.UTF8.GetString(cursor.Text()), out var known) ? known : default;
                    break;
                case 1:
                    day = ReadDay(ref cursor);
                    break;
                case 2:
                    oldShares = cursor.Positive();
                    break;
                case 3:
                    newShares = cursor.Positive();
                    break;
                default:
                    cursor.Skip();
                    break;
            }
        }

        var ratio = newShares / oldShares;
        return symbol != default && day.Year is >= 1990 and <= 2100 && ratio is > 1 / LargestRatio and < LargestRatio and not 1
            ? new ShareSplit(symbol, day, ratio, ShareSplit.StartOf(day))
            : null;
    }

    private static DateOnly ReadDay(ref JsonCursor cursor) => DateOnly.TryParseExact(
        Encoding.UTF8.GetString(cursor.Text()), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default;
}
