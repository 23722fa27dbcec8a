using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Guards;

/// <summary>
/// Has a move that becomes severe, for the first time in a session and direction, compared with a second source. One that agrees is told
/// with the mail; one that plainly shows something else at about the same time holds the quote for one poll, and never for two: a real
/// crash is late by that much at most. Where nobody else has a fresh quote nothing changes.
/// </summary>
/// <param name="options">How close two sources are that agree.</param>
/// <param name="thresholds">What is severe.</param>
internal sealed class SevereGuard(GuardOptions options, ThresholdOptions thresholds)
{
    /// <summary>A print that is further away than this says nothing against another: the price may have moved in between.</summary>
    private const long FurthestApart = TimeSpan.TicksPerMinute;

    /// <summary>Judges a quote that is accepted otherwise.</summary>
    public Ruling Judge(in Quote quote, SymbolColumns symbols, int row, in PollLimits limits, IJumpEvidence evidence, in Ruling ruling)
    {
        if (ruling.Reason.Kind() is not VerdictKind.Accept || !BecomesSevere(symbols, row, limits, ruling.PreviousClose, quote.Last))
        {
            return ruling;
        }

        if (evidence.SecondOpinion(row) is not { } second || second.MarketTicks < limits.PartStart)
        {
            return ruling with { Sources = evidence.WasAsked(row) ? 1 : 0 };
        }

        if (Agrees(quote, second, ruling.PreviousClose))
        {
            return ruling with
            {
                Sources = 2,
                Reason = ruling.Reason is VerdictReason.Accepted ? VerdictReason.SevereConfirmedBySecondSource : ruling.Reason,
            };
        }

        var (heldBefore, isNear) = (
            symbols.HeldTime[row] >= limits.PartStart,
            Math.Abs(second.MarketTicks - quote.MarketTicks) <= FurthestApart
        );
        return ruling with
        {
            Sources = 1,
            Reason =
                !heldBefore && isNear ? VerdictReason.SourcesDisagree
                : heldBefore && ruling.Reason is VerdictReason.Accepted ? VerdictReason.JumpConfirmedByNextQuote
                : ruling.Reason,
        };
    }

    /// <summary>Whether a price makes a symbol severe that was not so before in this session and direction.</summary>
    public bool BecomesSevere(SymbolColumns symbols, int row, in PollLimits limits, double previousClose, double price)
    {
        var move = Percent.Change(previousClose, Level.Round(price));
        return limits.Part is SessionPart.Regular
            && IsSevere(move)
            && !(
                symbols.Session[row] == limits.Day
                && symbols.Episodes.Extremes(MetricId.Tier, move < 0 ? Direction.Down : Direction.Up)[row] >= 2 * Level.Scale
            );
    }

    /// <summary>The same price, or as severe by the second source's own figures.</summary>
    private bool Agrees(in Quote quote, in Quote second, double previousClose)
    {
        var own = Percent.Change(second.PreviousClose!.Value, second.Last);
        return Math.Abs(Percent.Change(second.Last, quote.Last)) <= options.SecondSourcePercent
            || (IsSevere(own) && own < 0 == quote.Last < previousClose);
    }

    private bool IsSevere(double move) => Level.UnitsOf(Math.Abs(move)) >= Level.UnitsOf(thresholds.SeverePercent);
}
