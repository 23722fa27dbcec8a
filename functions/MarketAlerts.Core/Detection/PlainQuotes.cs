using System.Numerics;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// Quotes that nothing can be objected to and that begin nothing: newer, in time, in a session that the symbol is already in, no poll
/// missed, no halt, no split, nothing held, a step that is no jump, no severe move that is new. Most are; they are found several symbols at
/// a time. All others go one by one through <see cref="QuoteGuard"/>, who says the same of a plain quote (docs/decisions/0023, and a test).
/// </summary>
/// <param name="options">The limits of the guards.</param>
/// <param name="thresholds">What is severe.</param>
internal sealed class PlainQuotes(GuardOptions options, ThresholdOptions thresholds)
{
    private readonly double _plainStep = 0.99 * options.JumpPercent / 100; // A step near the limit is computed exactly, ...
    private readonly double _plainMove = 0.999 * thresholds.SeverePercent / 100; // ... and so is a move near the threshold.

    /// <summary>Marks the plain quotes of a poll.</summary>
    public void Find(PollRows rows, SymbolColumns symbols, in PollLimits limits)
    {
        if (limits.Part is not SessionPart.Regular)
        {
            return;
        }

        var earliest = new Vector<long>(Math.Max(limits.Earliest, limits.PartStart));
        var latest = new Vector<long>(Math.Min(limits.Latest, limits.PartEnd));
        var dayStart = new Vector<long>(limits.DayStart);
        var longestLook = new Vector<long>(SymbolTracker.LongestLook);
        var times = rows.Times;
        var prices = rows.Prices;
        var closes = rows.PreviousCloses;
        var plain = rows.Taken;
        for (var row = 0; row < times.Length; row += Simd.Count)
        {
            var time = Simd.At(times, row);
            var before = Simd.At(symbols.QuoteTime.Padded, row);
            var inTime =
                Vector.GreaterThan(time, before)
                & Vector.GreaterThanOrEqual(time, earliest)
                & Vector.LessThanOrEqual(time, latest)
                & Vector.GreaterThanOrEqual(before, dayStart)
                & Vector.LessThanOrEqual(time - before, longestLook);
            var from = Simd.At(symbols.Last.Padded, row);
            var price = Simd.At(prices, row);
            var close = Simd.At(closes, row);
            var isPrice =
                Vector.GreaterThan(price, Vector<double>.Zero)
                & Vector.GreaterThan(close, Vector<double>.Zero)
                & Vector.LessThan(close, new Vector<double>(double.PositiveInfinity))
                & Vector.LessThan(Vector.Abs(price - from), from * _plainStep);
            var taken = inTime & isPrice & BeginsAndEndsNothing(symbols, row, before);
            var severe = taken & Vector.GreaterThanOrEqual(Vector.Abs(price - close), close * _plainMove);
            Simd.Set(plain, row, severe == Vector<long>.Zero ? taken : WithoutNewlySevere(taken, severe, price - close, symbols, row));
        }
    }

    /// <summary>
    /// Whether the session's first quote was taken, its open is known, and neither a halt, a split, a held price nor an extended one is in
    /// the way.
    /// </summary>
    private static Vector<long> BeginsAndEndsNothing(SymbolColumns symbols, int row, Vector<long> before)
    {
        var open = Simd.At(symbols.Open.Padded, row);
        var seen = Vector.Max(Simd.At(symbols.ExtendedTime.Padded, row), Simd.At(symbols.HeldTime.Padded, row));
        return Vector.Equals(open, open)
            & Vector.LessThan(seen, before)
            & Vector.Equals(Simd.At(symbols.HaltedSince.Padded, row), Vector<long>.Zero)
            & Vector.Equals(Simd.At(symbols.SplitRatio.Padded, row), Vector<double>.One);
    }

    /// <summary>Few moves are severe, and most of them were before: one by one.</summary>
    private static Vector<long> WithoutNewlySevere(
        Vector<long> taken,
        Vector<long> severe,
        Vector<double> change,
        SymbolColumns symbols,
        int row
    )
    {
        var falling = symbols.Episodes.Extremes(MetricId.Tier, Direction.Down);
        var rising = symbols.Episodes.Extremes(MetricId.Tier, Direction.Up);
        for (var lane = 0; lane < Simd.Count; lane++)
        {
            var isNew = severe[lane] is not 0 && (change[lane] < 0 ? falling : rising)[row + lane] < 2 * Level.Scale;
            taken = isNew ? taken.WithElement(lane, 0) : taken;
        }

        return taken;
    }

    /// <summary>Notes their verdict, before any others are taken.</summary>
    public static void NoteAccepted(PollRows rows, SymbolColumns symbols)
    {
        var verdicts = symbols.LastVerdict.Values;
        var plain = rows.Taken;
        var row = verdicts.IndexOfAnyExcept(VerdictReason.Accepted);
        for (; row >= 0 && row < verdicts.Length; row++)
        {
            verdicts[row] = plain[row] is 0 ? verdicts[row] : VerdictReason.Accepted;
        }
    }
}
