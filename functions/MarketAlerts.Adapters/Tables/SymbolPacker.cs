using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// Packs one row of a page's columns: about 600 bytes for a symbol in full use, most of it the last hour's prices, the path and the closes.
/// </summary>
internal static class SymbolPacker
{
    public static void Write(VarintWriter writer, SymbolColumns symbols, int row)
    {
        writer.Unsigned((ulong)symbols.Session[row]);
        writer.Signed(symbols.QuoteTime[row]);
        writer.Byte((byte)symbols.LastVerdict[row]);
        writer.Byte((byte)((symbols.Sources[row] << 1) | (symbols.Unverified[row] ? 1 : 0)));
        foreach (var column in Numbers(symbols))
        {
            writer.Number(column[row]);
        }

        writer.Number(symbols.HeldPrice[row]);
        writer.Signed(symbols.HeldTime[row]);
        writer.Signed(symbols.ExtendedTime[row]);
        writer.Signed(symbols.HaltedSince[row]);
        writer.Unsigned((ulong)symbols.SplitDay[row]);
        WriteCloses(writer, symbols.Closes[row]);
        WriteTrail(writer, symbols.Trails[row]);
        WriteWindows(writer, symbols.Windows, row);
    }

    public static void Read(ref VarintReader reader, SymbolColumns symbols, int row)
    {
        symbols.Session[row] = (int)reader.Unsigned();
        symbols.QuoteTime[row] = reader.Signed();
        symbols.LastVerdict[row] = (VerdictReason)reader.Byte();
        var confirmed = reader.Byte();
        (symbols.Unverified[row], symbols.Sources[row]) = ((confirmed & 1) is 1, (byte)(confirmed >> 1));
        foreach (var column in Numbers(symbols))
        {
            column[row] = reader.Number();
        }

        symbols.Hold(row, reader.Number(), reader.Signed());
        symbols.ExtendedTime[row] = reader.Signed();
        symbols.HaltedSince[row] = reader.Signed();
        symbols.SplitDay[row] = (int)reader.Unsigned();
        ReadCloses(ref reader, symbols, row);
        ReadTrail(ref reader, symbols, row);
        ReadWindows(ref reader, symbols.Windows, row);
    }

    /// <summary>The columns of numbers, in stored order: append, never reorder.</summary>
    private static Column<double>[] Numbers(SymbolColumns symbols) =>
        [
            symbols.Last,
            symbols.Open,
            symbols.PreviousClose,
            symbols.Volume,
            symbols.UsualVolumeSoFar,
            symbols.BenchmarkMove,
            symbols.ToldBelow,
            symbols.ToldAbove,
            symbols.PreMarketLast,
            symbols.PreMarketBase,
            symbols.AfterHoursLast,
            symbols.AfterHoursBase,
            symbols.SplitRatio,
        ];

    private static void WriteCloses(VarintWriter writer, DailyCloses closes)
    {
        writer.Unsigned((ulong)(closes.NewestSession?.DayNumber ?? 0));
        writer.Byte((byte)closes.Values.Count);
        var steps = new Steps();
        foreach (var (close, volume) in closes.Values.Zip(closes.Volumes))
        {
            writer.Signed(steps.To(close));
            writer.Single(volume);
        }
    }

    private static void ReadCloses(ref VarintReader reader, SymbolColumns symbols, int row)
    {
        var newest = (int)reader.Unsigned();
        var sessions = new (double Close, float Volume)[reader.Byte()];
        var steps = new Steps();
        for (var index = 0; index < sessions.Length; index++)
        {
            sessions[index] = (steps.From(reader.Signed()), reader.Single());
        }

        symbols.Closes[row].Restore(newest > 0 ? DateOnly.FromDayNumber(newest) : null, sessions);
        symbols.CountCloses(row);
    }

    private static void WriteTrail(VarintWriter writer, PriceTrail trail)
    {
        writer.Byte((byte)trail.Points.Count);
        var (steps, minute) = (new Steps(), 0);
        foreach (var point in trail.Points)
        {
            writer.Unsigned((ulong)(point.Minute - minute));
            writer.Signed(steps.To(point.Price));
            minute = point.Minute;
        }
    }

    private static void ReadTrail(ref VarintReader reader, SymbolColumns symbols, int row)
    {
        var (steps, minute) = (new Steps(), 0);
        for (var points = reader.Byte(); points > 0; points--)
        {
            minute += (int)reader.Unsigned();
            symbols.Trails[row].Add(new TrailPoint(minute, (float)steps.From(reader.Signed())));
        }

        symbols.TracedMinute[row] = minute;
    }

    private static void WriteWindows(VarintWriter writer, PriceWindows windows, int row)
    {
        var points = windows.PointsOf(row).ToArray();
        writer.Byte((byte)points.Length);
        var (steps, seconds, pollsAgo) = (new Steps(), 0, PriceWindows.Capacity);
        foreach (var point in points)
        {
            // Mostly the poll after: then the time says it all.
            var skipped = pollsAgo - point.PollsAgo - 1;
            writer.Unsigned(((ulong)(point.Seconds - seconds) << 1) | (skipped > 0 ? 1UL : 0));
            if (skipped > 0)
            {
                writer.Byte((byte)skipped);
            }

            writer.Signed(steps.To(point.Price));
            (seconds, pollsAgo) = (point.Seconds, point.PollsAgo);
        }
    }

    private static void ReadWindows(ref VarintReader reader, PriceWindows windows, int row)
    {
        var (steps, seconds, pollsAgo) = (new Steps(), 0, PriceWindows.Capacity);
        for (var points = reader.Byte(); points > 0; points--)
        {
            var step = reader.Unsigned();
            seconds += (int)(step >> 1);
            pollsAgo -= 1 + ((step & 1) > 0 ? reader.Byte() : 0);
            windows.Restore(row, pollsAgo, seconds, steps.From(reader.Signed()));
        }
    }
}

/// <summary>Prices, each kept to 1/10,000, as steps from one to the next: two or three bytes where a price takes four.</summary>
internal sealed class Steps
{
    private long _units;

    /// <summary>The step to a price.</summary>
    public long To(double price)
    {
        var units = Level.FromValue(price).Units;
        (var step, _units) = (units - _units, units);
        return step;
    }

    /// <summary>The price behind a step.</summary>
    public double From(long step) => (double)(_units += step) / Level.Scale;
}
