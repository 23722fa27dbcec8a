using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Guards;

/// <summary>
/// Decides whether a quote may move a state, in this order: a finite price above zero, market time, session, halt, units and split, lone
/// jump, warm-up, a severe move that another source does not show. Pure: everything it knows arrives as an argument.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="thresholds">What is severe.</param>
/// <param name="volumes">How much is usually traded by when.</param>
internal sealed class QuoteGuard(GuardOptions options, ThresholdOptions thresholds, VolumeCurve volumes)
{
    private const long ShortestHalt = 5 * TimeSpan.TicksPerMinute;
    private readonly SplitGuard _splits = new(options, volumes);
    private readonly SevereGuard _severe = new(options, thresholds);

    /// <summary>Judges one quote of a known symbol.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="symbols">What is known of the page's symbols.</param>
    /// <param name="row">Its symbol.</param>
    /// <param name="limits">The instants between which a market time is believed.</param>
    /// <param name="evidence">What may confirm a jump.</param>
    public Ruling Judge(in Quote quote, SymbolColumns symbols, int row, in PollLimits limits, IJumpEvidence evidence)
    {
        var objection = Objection(quote, symbols, row, limits);
        if (objection is not VerdictReason.Accepted)
        {
            return new Ruling(objection, double.NaN, 1, false);
        }

        var split = _splits.Judge(quote, symbols, row, limits, evidence);
        var jump = split.Reason
            is VerdictReason.Accepted
                or VerdictReason.LooksLikeSplit
                or VerdictReason.LooksLikeUnits
                or VerdictReason.SplitKnown
            ? Jump(quote, symbols, row, limits, evidence, split)
            : split;
        return _severe.Judge(quote, symbols, row, limits, evidence, jump);
    }

    /// <summary>Why a quote would be rejected, or <see cref="VerdictReason.Accepted"/>; before any jump is looked at.</summary>
    public static VerdictReason Objection(in Quote quote, SymbolColumns symbols, int row, in PollLimits limits)
    {
        if (!(quote.Last > 0) || double.IsInfinity(quote.Last))
        {
            return double.IsFinite(quote.Last) ? VerdictReason.PriceNotPositive : VerdictReason.PriceNotFinite;
        }

        return HasClose(quote) ? TimeObjection(quote, symbols, row, limits) : VerdictReason.NoPreviousClose;
    }

    /// <summary>Whether a quote's price and previous close are numbers to count with.</summary>
    public static bool IsWellFormed(in Quote quote) => quote.Last > 0 && double.IsFinite(quote.Last) && HasClose(quote);

    /// <summary>The price a quote steps from: the last accepted one of the same part of the same day, else the close before it.</summary>
    public static double StepBase(SymbolColumns symbols, int row, in PollLimits limits, double previousClose)
    {
        var lastOfPart = limits.Part switch
        {
            SessionPart.PreMarket => symbols.ExtendedTime[row] >= limits.PartStart ? symbols.PreMarketLast[row] : previousClose,
            SessionPart.AfterHours when symbols.ExtendedTime[row] >= limits.PartStart => symbols.AfterHoursLast[row],
            _ => symbols.QuoteTime[row] >= limits.DayStart ? symbols.Last[row] : previousClose,
        };
        return double.IsNaN(lastOfPart) ? previousClose : lastOfPart;
    }

    private static bool HasClose(in Quote quote) => quote.PreviousClose > 0 && double.IsFinite(quote.PreviousClose.Value);

    private static VerdictReason TimeObjection(in Quote quote, SymbolColumns symbols, int row, in PollLimits limits)
    {
        var time = quote.MarketTicks;
        if (time > limits.Latest)
        {
            return VerdictReason.InTheFuture;
        }

        if (time <= NewestSeen(symbols, row))
        {
            return VerdictReason.NotNewer;
        }

        return time < limits.Earliest ? VerdictReason.Stale
            : time < limits.PartStart || time > limits.PartEnd ? VerdictReason.MarketClosed
            : symbols.HaltedSince[row] is > 0 and var since && time >= since && !HasTradedAgain(quote, symbols, row, limits, since)
                ? VerdictReason.Halted
            : VerdictReason.Accepted;
    }

    /// <summary>Market time of the newest quote that was looked at and not rejected: the same print told again is not newer.</summary>
    private static long NewestSeen(SymbolColumns symbols, int row) =>
        Math.Max(Math.Max(symbols.QuoteTime[row], symbols.ExtendedTime[row]), symbols.HeldTime[row]);

    /// <summary>A lost resume message must not silence a symbol: shares that change hands after the shortest halt say as much.</summary>
    private static bool HasTradedAgain(in Quote quote, SymbolColumns symbols, int row, in PollLimits limits, long haltedSince) =>
        quote.MarketTicks - haltedSince >= ShortestHalt
        && quote.Volume > (symbols.QuoteTime[row] >= limits.DayStart ? symbols.Volume[row] : 0);

    private Ruling Jump(in Quote quote, SymbolColumns symbols, int row, in PollLimits limits, IJumpEvidence evidence, Ruling unless)
    {
        var from = StepBase(symbols, row, limits, unless.PreviousClose);
        var step = Percent.Change(from, quote.Last);
        return IsJump(step, symbols.UsualDay[row])
            ? unless with
            {
                Reason = ReasonOf(quote, symbols, row, limits, evidence, step, unless),
            }
            : unless;
    }

    private VerdictReason ReasonOf(
        in Quote quote,
        SymbolColumns symbols,
        int row,
        in PollLimits limits,
        IJumpEvidence evidence,
        double step,
        Ruling unless
    )
    {
        if (evidence.PeersAgree(row, step))
        {
            return VerdictReason.JumpConfirmedByPeers;
        }

        if (VolumeConfirms(quote, symbols, row, limits, unless))
        {
            return VerdictReason.JumpConfirmedByVolume;
        }

        if (evidence.SecondOpinion(row) is { } second && Math.Abs(Percent.Change(second.Last, quote.Last)) <= options.SecondSourcePercent)
        {
            return VerdictReason.JumpConfirmedBySecondSource;
        }

        var from = StepBase(symbols, row, limits, unless.PreviousClose);
        return NextQuoteConfirms(quote, symbols, row, from) && !_splits.IsOtherUnit(quote.Last / from)
                ? VerdictReason.JumpConfirmedByNextQuote
            : symbols.Session[row] is 0 && double.IsNaN(symbols.UsualDay[row]) ? VerdictReason.WarmUp
            : VerdictReason.LoneJump;
    }

    private bool IsJump(double step, double usualDay) =>
        Level.UnitsOf(Math.Abs(step)) > Level.UnitsOf(options.JumpPercent) && !(Math.Abs(step) <= options.JumpSigma * usualDay);

    private bool VolumeConfirms(in Quote quote, SymbolColumns symbols, int row, in PollLimits limits, in Ruling unless)
    {
        var sameDay = symbols.QuoteTime[row] >= limits.DayStart;
        var traded = quote.Volume - (sameDay ? symbols.Volume[row] : 0);
        var share = limits.ShareBy(volumes, quote.MarketTicks) - (sameDay ? limits.ShareBy(volumes, symbols.QuoteTime[row]) : 0);
        return limits.Part is SessionPart.Regular
            && share > 0
            && traded >= options.ConfirmingVolume * share * symbols.UsualVolume[row] * unless.SharesPerKept;
    }

    /// <summary>
    /// The quote after a held one of the same day confirms it when it is still a jump to the same side: a crash waits one poll, never two.
    /// </summary>
    private static bool NextQuoteConfirms(in Quote quote, SymbolColumns symbols, int row, double from) =>
        symbols.HeldTime[row] > 0
        && MarketCalendar.DateOf(new DateTimeOffset(symbols.HeldTime[row], TimeSpan.Zero)) == MarketCalendar.DateOf(quote.MarketTime)
        && Math.Sign(quote.Last - from) == Math.Sign(symbols.HeldPrice[row] - from);
}

/// <summary>What the guards make of a quote.</summary>
/// <param name="Reason">Why, and so what happens to it.</param>
/// <param name="PreviousClose">The previous close to count against, in the shares of the quote's price.</param>
/// <param name="SplitRatio">New shares per old one that this assumes; 1 without a split.</param>
/// <param name="Unverified">Whether that, or the price, rests on something nobody confirmed.</param>
internal readonly record struct Ruling(VerdictReason Reason, double PreviousClose, double SplitRatio, bool Unverified)
{
    /// <summary>
    /// Of a move that is severe for the first time: how many sources show it, 2 when another one agrees, 1 when one was asked and does not,
    /// 0 when nobody was asked; else null.
    /// </summary>
    public int? Sources { get; init; }

    /// <summary>
    /// Today's shares per share of the kept volumes: those are restated only once a split is certain. Units of money change no shares.
    /// </summary>
    public double SharesPerKept => Unverified && SplitRatio is not (SplitGuard.Pence or 1 / SplitGuard.Pence) ? SplitRatio : 1;
}

/// <summary>What else a poll knows that may confirm a jump or a severe move; asked only when there is one.</summary>
internal interface IJumpEvidence
{
    /// <summary>Whether enough of a symbol's peers stepped the same way in the same poll.</summary>
    /// <param name="row">The symbol.</param>
    /// <param name="step">Its step, in percent.</param>
    bool PeersAgree(int row, double step);

    /// <summary>What a second source says of the symbol, or null when none was asked or it does not know.</summary>
    Quote? SecondOpinion(int row);

    /// <summary>Whether a second source was asked about the symbol, whatever it said.</summary>
    bool WasAsked(int row);
}
