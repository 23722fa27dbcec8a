using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Core.Guards;

/// <summary>
/// Tells a split, or a source that mixes units, from a crash. A split happens overnight, so only the first price of a session is suspected:
/// one near 1/n or n times the previous close. A known split restates the close; a second source that has it restated settles it; volume
/// far beyond the usual, counted in old shares, shows a crash. Else the quote waits one poll, against bad ticks, and then counts as what it
/// most likely is, tagged unverified. No -90 % is ever told for a price that fits a split of four or more and trades as usual; and no crash
/// waits at all whose volume, counted in old shares, is five times the usual.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="volumes">How much is usually traded by when.</param>
internal sealed class SplitGuard(GuardOptions options, VolumeCurve volumes)
{
    /// <summary>Nothing between these is near a split of 3:2 or a reverse one of 1:2.</summary>
    public const double LeastUsual = 0.72;
    public const double MostUsual = 1.8;

    /// <summary>Larger steps than these are rather splits than a night's news, as long as nothing tells them apart.</summary>
    private const double PlausibleFall = 1 / 3.3;
    private const double PlausibleRise = 3.3;

    /// <summary>Pence per pound, and other hundredths.</summary>
    internal const double Pence = 100;

    private static readonly double[] Ratios = [1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, Pence];

    /// <summary>Judges a quote without other objection; reason <see cref="VerdictReason.Accepted"/> when no split is in question.</summary>
    public Ruling Judge(in Quote quote, SymbolColumns symbols, int row, in PollLimits limits, IJumpEvidence evidence)
    {
        var close = quote.PreviousClose!.Value;
        var assumed = symbols.SplitDay[row] == limits.Day ? symbols.SplitRatio[row] : 1;
        if (assumed is not 1 && !symbols.Unverified[row])
        {
            return new Ruling(VerdictReason.SplitKnown, Restated(quote, close, symbols.Closes[row], assumed), assumed, false);
        }

        var step = quote.Last / close;
        if (assumed is not 1 && IsUsual(step * assumed))
        {
            return Tell(quote, symbols, row, limits, evidence, assumed);
        }

        var first = symbols.QuoteTime[row] < limits.DayStart;
        return first && !IsUsual(step) && NearestRatio(step) is { } ratio
            ? Tell(quote, symbols, row, limits, evidence, ratio)
            : new Ruling(VerdictReason.Accepted, close, 1, false);
    }

    private Ruling Tell(in Quote quote, SymbolColumns symbols, int row, in PollLimits limits, IJumpEvidence evidence, double ratio)
    {
        var close = quote.PreviousClose!.Value;
        if (evidence.SecondOpinion(row) is { PreviousClose: > 0 } second && ShowsSplit(quote, second))
        {
            return new Ruling(VerdictReason.SplitSeenBySecondSource, second.PreviousClose.Value, close / second.PreviousClose.Value, false);
        }

        var usual = limits.Part is SessionPart.Regular ? symbols.UsualVolume[row] * limits.ShareBy(volumes, quote.MarketTicks) : double.NaN;
        var oldShares = quote.Volume / ratio;
        if (oldShares >= options.ConfirmingVolume * usual)
        {
            return new Ruling(VerdictReason.JumpConfirmedByVolume, close, 1, false);
        }

        if (symbols.SplitDay[row] != limits.Day && symbols.HeldTime[row] < limits.PartStart)
        {
            return new Ruling(VerdictReason.SplitOrCrash, close, 1, false);
        }

        var volumeSpeaks = oldShares > 0 && usual > 0;
        var plausible = quote.Last / close is > PlausibleFall and < PlausibleRise;
        return !volumeSpeaks && plausible
            ? new Ruling(VerdictReason.CrashNotVerified, close, 1, true)
            : new Ruling(
                ratio is Pence or 1 / Pence ? VerdictReason.LooksLikeUnits : VerdictReason.LooksLikeSplit,
                close / ratio,
                ratio,
                true
            );
    }

    /// <summary>Whether a second source shows the same price against a close that is no longer suspicious.</summary>
    private bool ShowsSplit(in Quote quote, in Quote second) =>
        Math.Abs(Percent.Change(second.Last, quote.Last)) <= options.SecondSourcePercent
        && IsUsual(quote.Last / second.PreviousClose!.Value);

    /// <summary>
    /// The previous close in new shares: the source may or may not have restated it. The newest known close, restated, tells; else the
    /// price.
    /// </summary>
    private static double Restated(in Quote quote, double close, DailyCloses closes, double ratio)
    {
        var expected = closes.Values.Count > 0 ? closes.Values[^1] : quote.Last;
        return Distance(close / ratio, expected) < Distance(close, expected) ? close / ratio : close;
    }

    /// <summary>Whether a step is one from a unit of money to its hundredth or back.</summary>
    public bool IsOtherUnit(double step) =>
        Math.Abs((step / Pence) - 1) <= options.SplitPercent / 100 || Math.Abs((step * Pence) - 1) <= options.SplitPercent / 100;

    private static bool IsUsual(double step) => step is > LeastUsual and < MostUsual;

    private double? NearestRatio(double step)
    {
        var nearest = Ratios.Concat(Ratios.Select(ratio => 1 / ratio)).MinBy(ratio => Distance(step * ratio, 1));
        return Math.Abs((step * nearest) - 1) <= options.SplitPercent / 100 ? nearest : null;
    }

    private static double Distance(double left, double right) => Math.Abs(Math.Log(left / right));
}
