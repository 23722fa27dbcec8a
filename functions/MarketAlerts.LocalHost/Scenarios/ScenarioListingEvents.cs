using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Quotes;

namespace MarketAlerts.LocalHost.Scenarios;

/// <summary>Halts, resumptions and splits of a scenario.</summary>
public sealed class ScenarioListingEvents(Scenario scenario) : IListingEventSource
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<ListingEvent>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        DateTimeOffset after,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<ListingEvent>>([
            .. scenario.Events.Where(next => next.Time > after && next.Time <= until && symbols.Contains(next.Symbol)),
        ]);
}
