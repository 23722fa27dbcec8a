using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// What a poll knows that may confirm a jump or a severe move: the peers' steps and a second source. Only quotes that would themselves pass
/// may confirm another.
/// </summary>
/// <param name="poll">The poll.</param>
/// <param name="rows">Its quotes by row.</param>
/// <param name="limits">Its instants.</param>
/// <param name="options">When peers agree.</param>
internal sealed class PollEvidence(PagePoll poll, PollRows rows, PollLimits limits, GuardOptions options) : IJumpEvidence
{
    private const int FewestPeers = 2;

    private readonly SymbolColumns _symbols = poll.Page.Columns;

    /// <inheritdoc/>
    public bool PeersAgree(int row, double step)
    {
        var (peers, agreeing) = (0, 0);
        foreach (var peer in poll.Catalog.PeersOf(_symbols.Symbols[row]))
        {
            if (StepOf(_symbols.RowOf(peer)) is not { } peerStep)
            {
                continue;
            }

            peers++;
            agreeing += peerStep * Math.Sign(step) >= options.PeerPercent ? 1 : 0;
        }

        return peers >= FewestPeers && 100.0 * agreeing / peers >= options.PeerSharePercent;
    }

    /// <inheritdoc/>
    public Quote? SecondOpinion(int row)
    {
        foreach (var second in poll.SecondOpinions)
        {
            if (second.Symbol == _symbols.Symbols[row] && QuoteGuard.IsWellFormed(second) && second.MarketTicks >= limits.Earliest)
            {
                return second;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool WasAsked(int row) => poll.Asked.Contains(_symbols.Symbols[row]);

    private double? StepOf(int row)
    {
        var index = row is PollRows.None ? PollRows.None : rows.QuoteOfRow[row];
        if (index is PollRows.None)
        {
            return null;
        }

        ref readonly var quote = ref rows.Quotes[index];
        return QuoteGuard.Objection(quote, _symbols, row, limits) is VerdictReason.Accepted
            ? Percent.Change(QuoteGuard.StepBase(_symbols, row, limits, quote.PreviousClose!.Value), quote.Last)
            : null;
    }
}
