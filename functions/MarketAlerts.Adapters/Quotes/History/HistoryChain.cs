using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.History;

namespace MarketAlerts.Adapters.Quotes.History;

/// <summary>
/// The providers of daily closes in the order of the quote sources: the first is asked about all symbols, each further one about those that
/// nobody before it knows, or that could not be asked about. Who only waits for the plan's next minute is waited for. Volumes count from
/// the primary alone: a close is a close, but the volumes of two feeds cannot be compared, and the quotes' volumes are the primary's.
/// </summary>
/// <param name="lines">The providers, in order.</param>
/// <param name="primary">The name of the first quote source.</param>
public sealed class HistoryChain(IReadOnlyList<HistoryLine> lines, string primary) : IDailyHistorySource
{
    /// <inheritdoc/>
    public bool IsThere => lines.Count > 0;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DailyHistory>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        IReadOnlyList<DateOnly> sessions,
        CancellationToken cancellationToken
    )
    {
        var told = new Dictionary<Symbol, DailyHistory>();
        var missing = symbols;
        foreach (var line in lines.TakeWhile(_ => missing.Count > 0))
        {
            var (histories, othersWait) = await line.GetAsync(missing, sessions, cancellationToken);
            foreach (var history in histories)
            {
                told[history.Symbol] = line.Name == primary ? history : WithoutVolumes(history);
            }

            missing = [.. missing.Where(symbol => told.TryGetValue(symbol, out var history) ? history.Closes.Count is 0 : !othersWait)];
        }

        return [.. told.Values];
    }

    private static DailyHistory WithoutVolumes(DailyHistory history) =>
        history with
        {
            Closes = [.. history.Closes.Select(day => day with { Volume = 0 })],
        };
}
