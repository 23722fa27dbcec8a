using MarketAlerts.Core.Market.Verdicts;

namespace MarketAlerts.Core.Guards;

/// <summary>What the guards make of a quote.</summary>
/// <param name="Reason">Why, and so what happens to it.</param>
/// <param name="PreviousClose">The previous close to count against, in the shares of the quote's price.</param>
/// <param name="SplitRatio">New shares per old one that this assumes; 1 without a split.</param>
/// <param name="Unverified">Whether that, or the price, rests on something nobody confirmed.</param>
public readonly record struct Ruling(VerdictReason Reason, double PreviousClose, double SplitRatio, bool Unverified)
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
