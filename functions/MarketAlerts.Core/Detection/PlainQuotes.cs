using System.Numerics;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Pages;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// Quotes that nothing can be objected to and that begin nothing: newer, in time, in a session that the symbol is already in, no poll missed, no halt, no split,
/// nothing held, a step that is no jump, no severe move that is new. Most are; they are found and taken several symbols at a time. All others go one by one through
/// <see cref="QuoteGuard"/> and <see cref="SymbolTracker"/>, who say the same of a plain quote (shown by a test).
/// </summary>
/// <param name="options">The limits of the guards.</param>
/// <param name="thresholds">What is severe.</param>
/// <param name="volumes">How much is usually traded by when.</param>
internal sealed class PlainQuotes(GuardOptions options, ThresholdOptions thresholds, VolumeCurve volumes)
{
    private const int SecondsPerMinute = 60;

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
        var plain = rows.Plain;
        for (var row = 0; row <= times.Length - Lanes.Count; row += Lanes.Count)
        {
            var time = Lanes.At(times, row);
            var before = Lanes.At(symbols.QuoteTime.Values, row);
            var inTime =
                Vector.GreaterThan(time, before)
                & Vector.GreaterThanOrEqual(time, earliest)
                & Vector.LessThanOrEqual(time, latest)
                & Vector.GreaterThanOrEqual(before, dayStart)
                & Vector.LessThanOrEqual(time - before, longestLook);
            var from = Lanes.At(symbols.Last.Values, row);
            var price = Lanes.At(prices, row);
            var close = Lanes.At(closes, row);
            var isPrice =
                Vector.GreaterThan(price, Vector<double>.Zero)
                & Vector.GreaterThan(close, Vector<double>.Zero)
                & Vector.LessThan(close, new Vector<double>(double.PositiveInfinity))
                & Vector.LessThan(Vector.Abs(price - from), from * _plainStep);
            var taken = inTime & isPrice & BeginsAndEndsNothing(symbols, row, before);
            var severe = taken & Vector.GreaterThanOrEqual(Vector.Abs(price - close), close * _plainMove);
            Lanes.Set(plain, row, severe == Vector<long>.Zero ? taken : WithoutNewlySevere(taken, severe, price - close, symbols, row));
        }
    }

    /// <summary>Takes the plain quotes into the columns.</summary>
    public void Take(PollRows rows, SymbolColumns symbols, in PollLimits limits)
    {
        var plain = rows.Plain;
        var times = rows.Times;
        var prices = rows.Prices;
        var closes = rows.PreviousCloses;
        var told = rows.Volumes;
        var daySeconds = new Vector<double>((limits.DayStart - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond);
        var (lastMinutes, shares) = (new Vector<double>(double.NaN), Vector<double>.Zero);
        for (var row = 0; row <= plain.Length - Lanes.Count; row += Lanes.Count)
        {
            var taken = Lanes.At(plain, row);
            if (taken == Vector<long>.Zero)
            {
                continue;
            }

            var seconds = Vector.Floor(
                Vector.ConvertToDouble(Lanes.At(times, row) - new Vector<long>(limits.DayStart)) / TimeSpan.TicksPerSecond
            );
            var minutes = Vector.Floor(seconds / SecondsPerMinute);
            if (minutes != lastMinutes)
            {
                (lastMinutes, shares) = (minutes, SharesBy(minutes, limits));
            }

            var price = Lanes.UnitsOf(Lanes.At(prices, row)) / Level.Scale;
            var volume = Lanes.At(told, row);
            Lanes.Set(symbols.QuoteTime.Values, row, Lanes.At(times, row), taken);
            Lanes.Set(symbols.Last.Values, row, price, taken);
            Lanes.Set(symbols.PreviousClose.Values, row, Lanes.At(closes, row), taken);
            Lanes.Set(symbols.Volume.Values, row, volume, taken & Vector.Equals(volume, volume));
            Lanes.Set(symbols.UsualVolumeSoFar.Values, row, Lanes.At(symbols.UsualVolume.Values, row) * shares, taken);
            symbols.Windows.Push(row, taken, seconds + daySeconds, price);
            Trace(symbols, row, taken, Vector.Floor((seconds + daySeconds) / SecondsPerMinute));
        }

        NoteAccepted(symbols.LastVerdict.Values, plain);
    }

    /// <summary>Whether the session's first quote was taken, its open is known, and neither a halt, a split, a held price nor an extended one is in the way.</summary>
    private static Vector<long> BeginsAndEndsNothing(SymbolColumns symbols, int row, Vector<long> before)
    {
        var open = Lanes.At(symbols.Open.Values, row);
        var seen = Vector.Max(Lanes.At(symbols.ExtendedTime.Values, row), Lanes.At(symbols.HeldTime.Values, row));
        return Vector.Equals(open, open)
            & Vector.LessThan(seen, before)
            & Vector.Equals(Lanes.At(symbols.HaltedSince.Values, row), Vector<long>.Zero)
            & Vector.Equals(Lanes.At(symbols.SplitRatio.Values, row), Vector<double>.One);
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
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            var wasSevere = (change[lane] < 0 ? falling : rising)[row + lane] >= 2 * Level.Scale;
            taken = severe[lane] is 0 || wasSevere ? taken : taken.WithElement(lane, 0);
        }

        return taken;
    }

    /// <summary>The shares of a day's volume that are usually traded by some minutes after the open.</summary>
    private Vector<double> SharesBy(Vector<double> minutes, in PollLimits limits)
    {
        Span<double> shares = stackalloc double[Lanes.Count];
        for (var lane = 0; lane < shares.Length; lane++)
        {
            shares[lane] = volumes.ShareBy((int)minutes[lane], limits.ClosesEarly);
        }

        return new Vector<double>(shares);
    }

    private static void Trace(SymbolColumns symbols, int row, Vector<long> taken, Vector<double> minutes)
    {
        var due =
            taken
            & Vector.GreaterThanOrEqual(
                minutes - Lanes.At(symbols.TracedMinute.Values, row),
                new Vector<double>(PriceTrail.MinutesBetweenPoints)
            );
        for (var lane = 0; lane < Lanes.Count && due != Vector<long>.Zero; lane++)
        {
            if (due[lane] is not 0)
            {
                symbols.Trace(row + lane, (int)minutes[lane]);
            }
        }
    }

    private static void NoteAccepted(Span<VerdictReason> verdicts, ReadOnlySpan<long> plain)
    {
        var row = verdicts.IndexOfAnyExcept(VerdictReason.Accepted);
        for (; row >= 0 && row < plain.Length; row++)
        {
            verdicts[row] = plain[row] is 0 ? verdicts[row] : VerdictReason.Accepted;
        }
    }
}
