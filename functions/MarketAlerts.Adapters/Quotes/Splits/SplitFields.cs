using System.Text;
using System.Text.Json;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Splits;

/// <summary>Reads one split, whatever a provider calls its fields; empty and 0 are "not told".</summary>
internal static class SplitFields
{
    private const double LargestRatio = 10_000;

    /// <summary>The split of the object that was entered; null when anything of it is not told, or makes no sense.</summary>
    public static ShareSplit? ReadSplit(ref Utf8JsonReader reader, SplitNames names)
    {
        var (symbol, day, oldShares, newShares) = (default(Symbol), default(DateOnly), 0.0, 0.0);
        while (reader.NextName(out var name))
        {
            if (name.SequenceEqual(names.Symbol))
            {
                symbol = Symbol.TryParse(Encoding.UTF8.GetString(reader.Text()), out var known) ? known : default;
            }
            else if (name.SequenceEqual(names.Day))
            {
                day = WireTime.DayOf(reader.Text());
            }
            else if (name.SequenceEqual(names.OldShares))
            {
                oldShares = reader.Positive();
            }
            else if (name.SequenceEqual(names.NewShares))
            {
                newShares = reader.Positive();
            }
            else
            {
                reader.Skip();
            }
        }

        var ratio = newShares / oldShares;
        return symbol != default && day.Year is >= 1990 and <= 2100 && ratio is > 1 / LargestRatio and < LargestRatio and not 1
            ? new ShareSplit(symbol, day, ratio, ShareSplit.StartOf(day))
            : null;
    }
}
