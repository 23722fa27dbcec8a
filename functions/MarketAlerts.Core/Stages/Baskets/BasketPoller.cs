using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Baskets;

/// <summary>
/// Looks at the baskets somebody watches: reads all pages, computes, keeps the extremes, publishes crossings; after the close as long as
/// the latest source still shows the session. State and pending events are one write; a crash after it publishes the same events again at
/// the next look.
/// </summary>
public sealed class BasketPoller(
    MarketClock clock,
    ICatalogStore catalogs,
    IMarketStore market,
    MarketLoader loader,
    BasketMeter meter,
    EventPublisher publisher
)
{
    private const int StatesPerWrite = 90;
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(2);

    /// <summary>One look; returns how many baskets had a value.</summary>
    public async Task<int> PollAsync(CancellationToken cancellationToken)
    {
        if (clock.SessionInSight(MarketClock.LongestDelay) is not { } session)
        {
            return 0;
        }

        var levels = await market.LoadBasketLevelsAsync(cancellationToken);
        var catalog = await catalogs.LoadAsync(cancellationToken);
        var watched = levels.Targets.Where(catalog.Knows).Select(target => target.Name).Order(StringComparer.Ordinal).ToArray();
        if (watched.Length is 0)
        {
            return 0;
        }

        var (symbols, delay) = await loader.ReadAsync(catalog, cancellationToken);
        if (clock.SessionInSight(delay) is null)
        {
            return 0;
        }

        var known = await market.LoadBasketsAsync(cancellationToken);
        var moved = new List<BasketState>();
        var read = 0;
        foreach (var name in watched)
        {
            var state = known.GetValueOrDefault(name) ?? new BasketState(name);
            await PublishPendingAsync(state, cancellationToken);
            if (Read(catalog, name, symbols, delay) is { } reading)
            {
                read++;
                moved.AddRange(Take(state, session.Date, reading, levels) ? [state] : []);
            }
        }

        await SaveAsync(moved, cancellationToken);
        return read;
    }

    private BasketReading? Read(Catalog catalog, string name, IReadOnlyDictionary<Symbol, SymbolState> symbols, TimeSpan delay)
    {
        var basket = catalog.Baskets[name];
        var wider = basket.Within is { } within ? catalog.Baskets.GetValueOrDefault(within) : null;
        return meter.Read(basket, wider, symbols, clock.Now - delay - FreshFor);
    }

    /// <summary>Saves what moved, many in one write; when another instance was faster with one of them, one by one.</summary>
    private async Task SaveAsync(IReadOnlyList<BasketState> moved, CancellationToken cancellationToken)
    {
        foreach (var together in moved.Chunk(StatesPerWrite))
        {
            var saved = await market.SaveBasketsAsync(together, cancellationToken);
            foreach (var state in together)
            {
                if (saved || await market.SaveBasketsAsync([state], cancellationToken))
                {
                    await PublishPendingAsync(state, cancellationToken);
                }
            }
        }
    }

    /// <summary>Takes a reading into the state; false when no extreme moved.</summary>
    private bool Take(BasketState state, DateOnly session, BasketReading reading, WantedLevels levels)
    {
        if (state.Session != session)
        {
            state.Session = session;
            Array.Clear(state.Extremes);
        }

        var crossings = new List<Crossing>();
        BasketState.Take(MetricId.MedianMove, reading.MedianMove, state.Extremes.AsSpan(0, 2), crossings);
        BasketState.Take(MetricId.Breadth, reading.Breadth, state.Extremes.AsSpan(2, 2), crossings);
        BasketState.Take(MetricId.Tier, (int)reading.Severity * Math.Sign(reading.MedianMove), state.Extremes.AsSpan(4, 2), crossings);
        var events = crossings
            .Where(crossing => levels.Wants(Target.OfBasket(state.Name), crossing) || StandingLevels.ArePassedBy(crossing))
            .Select(crossing => EventOf(crossing, session, reading))
            .ToArray();
        state.Pending = events.Length is 0 ? null : new PendingBasketEvents(clock.Now, events);
        return crossings.Count > 0;
    }

    private MarketEvent EventOf(Crossing crossing, DateOnly session, BasketReading reading) =>
        new(
            Target.OfBasket(reading.Name),
            crossing.Metric,
            crossing.Direction,
            crossing.From,
            crossing.To,
            session,
            reading.Members.Max(member => member.QuoteTime),
            clock.Now,
            null,
            null,
            reading
        );

    private Task PublishPendingAsync(BasketState state, CancellationToken cancellationToken) =>
        PendingEvents.PublishAsync(state, publisher, market, cancellationToken);
}
