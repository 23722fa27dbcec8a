using System.Numerics;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Core.Detection;

/// <summary>Takes accepted quotes into the columns; a new session begins with the first one.</summary>
/// <param name="calendar">The market's hours.</param>
/// <param name="volumes">How much is usually traded by when.</param>
internal sealed class SymbolTracker(MarketCalendar calendar, VolumeCurve volumes)
{
    /// <summary>Two polls: who was not seen for longer may have missed the session's extremes.</summary>
    internal const long LongestLook = 2 * TimeSpan.TicksPerMinute;

    private const int SecondsPerMinute = 60;

    /// <summary>Whether the next quote taken of a symbol is its first of the part of the day: episodes begin with it.</summary>
    public static bool IsFirst(SymbolColumns symbols, int row, in PollLimits limits) =>
        limits.Part is SessionPart.Regular ? symbols.Session[row] != limits.Day : symbols.ExtendedTime[row] < limits.PartStart;

    /// <summary>
    /// Makes ready for a quote of the regular session that is not plain: it may begin a session, end a halt or assume a split.
    /// <see cref="Take"/> comes after the last of them. Returns whether polls were missed since the last one.
    /// </summary>
    public bool Prepare(in Quote quote, SymbolColumns symbols, int row, in Ruling ruling, in PollLimits limits)
    {
        var time = quote.MarketTicks;
        var first = IsFirst(symbols, row, limits);
        var missedPolls = time - (first ? limits.DayStart : symbols.QuoteTime[row]) > LongestLook;
        RestateTold(symbols, row, ruling, limits);
        if (first)
        {
            StartSession(symbols, row, ruling, limits);
        }

        if (ruling.SplitRatio is not 1 || ruling.Unverified || symbols.Unverified[row] || symbols.SplitRatio[row] is not 1)
        {
            TakeSplit(symbols, row, ruling, limits);
        }

        if (double.IsNaN(symbols.Open[row]))
        {
            symbols.Open[row] = OpenOf(quote, first && !missedPolls);
        }

        symbols.Sources[row] = (byte)(ruling.Sources ?? symbols.Sources[row]);
        symbols.Release(row);
        if (symbols.HaltedSince[row] > 0 && time >= symbols.HaltedSince[row])
        {
            symbols.HaltedSince[row] = 0; // A print from before the halt does not end it.
        }

        return missedPolls;
    }

    /// <summary>Takes quotes of the regular session into the columns, several symbols at a time.</summary>
    internal void Take(PollRows rows, SymbolColumns symbols, in PollLimits limits)
    {
        var taken = rows.Taken;
        var times = rows.Times;
        var prices = rows.Prices;
        var closes = rows.PreviousCloses;
        var told = rows.Volumes;
        var perKept = rows.SharesPerKept;
        var daySeconds = new Vector<double>((limits.DayStart - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond);
        var (lastMinutes, shares) = (new Vector<double>(double.NaN), Vector<double>.Zero);
        for (var row = 0; row < taken.Length; row += Simd.Count)
        {
            var chosen = Simd.At(taken, row);
            if (chosen == Vector<long>.Zero)
            {
                continue;
            }

            var sinceOpen = Vector.ConvertToDouble(Simd.At(times, row) - new Vector<long>(limits.DayStart));
            var seconds = Vector.Floor(sinceOpen / TimeSpan.TicksPerSecond);
            var minutes = Vector.Floor(seconds / SecondsPerMinute);
            if (minutes != lastMinutes)
            {
                (lastMinutes, shares) = (minutes, SharesBy(minutes, limits));
            }

            var price = Simd.UnitsOf(Simd.At(prices, row)) / Level.Scale;
            var volume = Simd.At(told, row);
            var usual = Simd.At(symbols.UsualVolume.Padded, row) * Simd.At(perKept, row) * shares;
            Simd.Set(symbols.QuoteTime.Padded, row, Simd.At(times, row), chosen);
            Simd.Set(symbols.Last.Padded, row, price, chosen);
            Simd.Set(symbols.PreviousClose.Padded, row, Simd.At(closes, row), chosen);
            Simd.Set(symbols.Volume.Padded, row, volume, chosen & Vector.Equals(volume, volume));
            Simd.Set(symbols.UsualVolumeSoFar.Padded, row, usual, chosen);
            symbols.Windows.Push(row, chosen, seconds + daySeconds, price);
            Trace(symbols, row, chosen, Vector.Floor((seconds + daySeconds) / SecondsPerMinute));
        }
    }

    /// <summary>Takes a quote printed before the open or after the close: it moves the metrics of that part only.</summary>
    public static void AcceptExtended(in Quote quote, SymbolColumns symbols, int row, in Ruling ruling, in PollLimits limits)
    {
        var before = limits.Part is SessionPart.PreMarket;
        var prices = before ? symbols.PreMarketLast : symbols.AfterHoursLast;
        var bases = before ? symbols.PreMarketBase : symbols.AfterHoursBase;
        prices[row] = Level.Round(quote.Last);
        bases[row] =
            before ? ruling.PreviousClose
            : symbols.Session[row] == limits.Day ? symbols.Last[row]
            : double.NaN;
        symbols.ExtendedTime[row] = quote.MarketTicks;
        symbols.Release(row);
    }

    /// <summary>
    /// The source's open when it is a price, some say zero before they know it; else the first price, unless the first look was late.
    /// </summary>
    private static double OpenOf(in Quote quote, bool isFirstPrint) =>
        quote.Open > 0 && double.IsFinite(quote.Open.Value) ? quote.Open.Value
        : isFirstPrint ? quote.Last
        : double.NaN;

    private void StartSession(SymbolColumns symbols, int row, in Ruling ruling, in PollLimits limits)
    {
        AddClose(symbols, row, ruling, calendar.SessionBefore(DateOnly.FromDayNumber(limits.Day)));
        symbols.Session[row] = limits.Day;
        symbols.Open[row] = double.NaN;
        symbols.Volume[row] = double.NaN;
        symbols.Unverified[row] = false;
        symbols.Sources[row] = 0;
        symbols.Windows.Clear(row);
    }

    /// <summary>
    /// What was told of price levels begins at the previous close with the first price, and anew on the day after a split that was only
    /// assumed. When one is assumed from now on, or was assumed today and is no more, it goes on in the other shares.
    /// </summary>
    private static void RestateTold(SymbolColumns symbols, int row, in Ruling ruling, in PollLimits limits)
    {
        var ratio = symbols.SplitRatio[row];
        var changed = ruling.SplitRatio != ratio && (ruling.SplitRatio is not 1 || symbols.Unverified[row]);
        var ofAnotherDay = ratio is not 1 && symbols.SplitDay[row] != limits.Day;
        if (double.IsNaN(symbols.ToldBelow[row]) || (changed && ofAnotherDay))
        {
            var told = PriceTold.StartAt(ruling.PreviousClose);
            symbols.Tell(row, told.Below, told.Above);
        }
        else if (changed)
        {
            symbols.SplitTold(row, ruling.SplitRatio / ratio);
        }
    }

    private static void AddClose(SymbolColumns symbols, int row, in Ruling ruling, DateOnly? before)
    {
        var closes = symbols.Closes[row];
        if (symbols.Unverified[row] && symbols.SplitRatio[row] is not 1)
        {
            closes.Split(symbols.SplitRatio[row]); // The next day's quotes fit the new shares: it was a split.
        }

        var volume = symbols.Session[row] == before?.DayNumber ? symbols.Volume[row] : double.NaN;
        var oldShares = ruling.Unverified || ruling.Reason is VerdictReason.SplitSeenBySecondSource ? ruling.SplitRatio : 1;
        if (before is { } session)
        {
            closes.Add(session, ruling.PreviousClose * oldShares, double.IsNaN(volume) ? 0 : (float)volume);
        }

        symbols.CountCloses(row);
    }

    private static void TakeSplit(SymbolColumns symbols, int row, in Ruling ruling, in PollLimits limits)
    {
        if (ruling.Reason is VerdictReason.SplitSeenBySecondSource)
        {
            symbols.Closes[row].Split(ruling.SplitRatio);
            symbols.CountCloses(row);
        }

        symbols.SplitRatio[row] = ruling.SplitRatio;
        symbols.SplitDay[row] = ruling.SplitRatio is 1 ? 0 : limits.Day;
        symbols.Unverified[row] =
            ruling.Unverified
            || (
                symbols.Unverified[row]
                && ruling.Reason is not (VerdictReason.SplitSeenBySecondSource or VerdictReason.JumpConfirmedByVolume)
            );
    }

    /// <summary>The shares of a day's volume that are usually traded by some minutes after the open.</summary>
    private Vector<double> SharesBy(Vector<double> minutes, in PollLimits limits)
    {
        Span<double> shares = stackalloc double[Simd.Count];
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
                minutes - Simd.At(symbols.TracedMinute.Padded, row),
                new Vector<double>(PriceTrail.MinutesBetweenPoints)
            );
        for (var lane = 0; lane < Simd.Count && due != Vector<long>.Zero; lane++)
        {
            if (due[lane] is not 0)
            {
                symbols.Trace(row + lane, (int)minutes[lane]);
            }
        }
    }
}
