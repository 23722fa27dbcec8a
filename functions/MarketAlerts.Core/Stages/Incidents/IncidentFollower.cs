using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Incidents;

/// <summary>
/// Looks at the incidents that are on and publishes the steps they take without a crossing: halts, recoveries, corrections, the end of the
/// session and how the next one began. It writes nothing: routing takes a step once, and a step that was published and not yet taken is
/// published again by the next look.
/// </summary>
public sealed class IncidentFollower(
    MarketClock clock,
    ICatalogStore catalogs,
    IMarketStore market,
    MarketLoader loader,
    IIncidentStore incidents,
    BasketMeter meter,
    IncidentJudge judge,
    EventPublisher publisher
)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LooksAfterTheClose = TimeSpan.FromHours(3);

    /// <summary>While the market is open: halts, recoveries and corrections. Returns how many steps it published.</summary>
    public async Task<int> FollowAsync(CancellationToken cancellationToken) =>
        clock.SessionInSight(MarketClock.LongestDelay) is { } session
            ? await PublishAsync(
                await ReadAsync(
                    session.Date,
                    incident => incident.News is null && incident.State is not IncidentState.Carried,
                    cancellationToken
                ),
                "incidents",
                cancellationToken
            )
            : 0;

    /// <summary>
    /// After a close the end of the session, after an open how it compares with the one before. Returns how many steps it published.
    /// </summary>
    public async Task<int> CloseAsync(CancellationToken cancellationToken)
    {
        var today = MarketCalendar.DateOf(clock.Now);
        if (
            clock.Calendar.SessionOn(today) is not { } session
            || clock.Now < session.Open
            || clock.Now > session.Close + LooksAfterTheClose
        )
        {
            return 0;
        }

        var ending = clock.Now >= session.Close ? await ReadAsync(session.Date, _ => true, cancellationToken) : [];
        var before = clock.Calendar.SessionBefore(today) is { } date ? await ReadAsync(date, _ => true, cancellationToken) : [];
        return await PublishAsync([.. ending, .. before], "closing", cancellationToken);
    }

    private async Task<List<Incident>> ReadAsync(DateOnly session, Func<Incident, bool> isMeant, CancellationToken cancellationToken) =>
        await incidents
            .ReadAsync(session, cancellationToken)
            .Where(incident => incident.IsLive && isMeant(incident))
            .ToListAsync(cancellationToken);

    private async Task<int> PublishAsync(List<Incident> live, string source, CancellationToken cancellationToken)
    {
        if (live.Count is 0)
        {
            return 0;
        }

        var catalog = await catalogs.LoadAsync(cancellationToken);
        var (symbols, delay) = await loader.ReadAsync(catalog, cancellationToken);
        var baskets = await market.LoadBasketsAsync(cancellationToken);
        var transitions = live.Select(incident =>
                judge.Judge(incident, FiguresOf(incident, live, catalog, symbols, baskets, delay), clock.Now, delay)
            )
            .OfType<ProposedTransition>()
            .ToArray();
        await publisher.PublishAsync(source, clock.Now, transitions, cancellationToken);
        return transitions.Length;
    }

    private IncidentFigures FiguresOf(
        Incident incident,
        List<Incident> live,
        Catalog catalog,
        IReadOnlyDictionary<Symbol, SymbolState> symbols,
        IReadOnlyDictionary<string, BasketState> baskets,
        TimeSpan delay
    )
    {
        if (incident.News is not null)
        {
            return IncidentFigures.None;
        }

        var members = incident.Members.Select(member => symbols.GetValueOrDefault(member.Reading.Symbol)).OfType<SymbolState>().ToArray();
        var readings = members
            .Select(state => MemberReading.Read(state, meter.Thresholds))
            .OfType<MemberReading>()
            .ToDictionary(reading => reading.Symbol);
        var closes = members
            .Where(state => state.PreviousClose is > 0 && state.Session == incident.Session)
            .ToDictionary(state => state.Symbol, state => state.PreviousClose!.Value);
        var freshSince = FreshSince(delay);
        var turned = TurnedBy(incident, live);
        if (incident.Target.IsBasket)
        {
            var figures = new IncidentFigures(readings, null, null, 0, false, closes);
            return WithMedian(figures, incident, turned, catalog, symbols, baskets, freshSince);
        }

        var own = incident.Target.Symbol is { } symbol ? symbols.GetValueOrDefault(symbol) : null;
        var move = own is { } fresh && fresh.QuoteTime >= freshSince ? readings.GetValueOrDefault(fresh.Symbol)?.DayMove : null;
        var furthest = own?.Session == incident.Session ? own.ExtremeOf(MetricId.DayMove, incident.Direction) / (double)Level.Scale : 0;
        return new IncidentFigures(readings, null, Towards(incident, move), furthest, own?.Halted is true, closes)
        {
            FurthestBefore =
                turned is not null && own is not null ? own.ExtremeOf(MetricId.DayMove, turned.Direction) / (double)Level.Scale : 0,
        };
    }

    private IncidentFigures WithMedian(
        IncidentFigures figures,
        Incident incident,
        Incident? turned,
        Catalog catalog,
        IReadOnlyDictionary<Symbol, SymbolState> symbols,
        IReadOnlyDictionary<string, BasketState> baskets,
        DateTimeOffset freshSince
    )
    {
        var basket = catalog.Baskets.GetValueOrDefault(incident.Target.Name);
        var wider = basket?.Within is { } within ? catalog.Baskets.GetValueOrDefault(within) : null;
        var reading = basket is null ? null : meter.Read(basket, wider, symbols, freshSince);
        var state = baskets.GetValueOrDefault(incident.Target.Name);
        return figures with
        {
            Basket = reading,
            Own = Towards(incident, reading?.MedianMove),
            Furthest = state?.Session == incident.Session ? state.Extremes[(int)incident.Direction] / (double)Level.Scale : 0,
            FurthestBefore = turned is not null && state is not null ? state.Extremes[(int)turned.Direction] / (double)Level.Scale : 0,
        };
    }

    /// <summary>The move the other way that an incident turned round, or null.</summary>
    private static Incident? TurnedBy(Incident incident, List<Incident> live) =>
        live.Find(other => other.Target == incident.Target && other.Session == incident.Session && other.OpenedAt < incident.OpenedAt);

    /// <summary>Right after the close the last quotes of the session still count.</summary>
    private DateTimeOffset FreshSince(TimeSpan delay)
    {
        var now = clock.Now - delay;
        var close = clock.Calendar.SessionOn(MarketCalendar.DateOf(now))?.Close;
        return (now > close ? close.Value : now) - FreshFor;
    }

    private static double? Towards(Incident incident, double? move) => incident.Direction is Direction.Down ? -move : move;
}
