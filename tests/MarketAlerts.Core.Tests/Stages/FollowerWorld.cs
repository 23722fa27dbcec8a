using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Incidents;
using MarketAlerts.Core.Tests.Deliveries;
using MarketAlerts.Core.Tests.Incidents;
using MarketAlerts.Core.Tests.Subscribers;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>Everything round the follower of incidents, in memory: one page, on which NVDA and other chips stand as they are put.</summary>
internal sealed class FollowerWorld
{
    private const long Furthest = 125_000;
    private readonly IncidentFollower _follower;

    public FollowerWorld() =>
        _follower = new IncidentFollower(
            new MarketClock(Time, Given.Calendar),
            World,
            Market,
            new MarketLoader(Market),
            Incidents,
            new BasketMeter(Given.Thresholds),
            GivenIncident.Judge,
            new EventPublisher(World)
        );

    public FakeTimeProvider Time { get; } = new(Given.Utc("2025-01-24T00:00Z"));

    public FakeWorld World { get; } = new() { Catalog = GivenMail.Catalog };

    public RememberedMarket Market { get; } = new();

    public RememberedIncidents Incidents { get; } = new();

    /// <summary>The steps that were published, in order.</summary>
    public IReadOnlyList<ProposedTransition> Steps =>
        [.. World.Published.SelectMany(message => MessageCodec.Read<MarketEvents>(message.Content).Body.Transitions!)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>NVDA stands so far from its close before, in percent, and was at 12.5 % at the furthest.</summary>
    public void Quote(
        string time,
        double move,
        bool isHalted = false,
        double previousClose = 100,
        TimeSpan delay = default,
        Direction direction = Direction.Down
    )
    {
        var page = Given.Page(StateOf("NVDA", time, move, previousClose));
        page.DeclaredDelay = delay;
        var state = page.Find(Given.Sym("NVDA"))!;
        state.Columns.Episodes[SymbolMetrics.IndexOf(MetricId.DayMove), direction].Extreme.Values[state.Row] = Furthest;
        state.Columns.HaltedSince[state.Row] = isHalted ? state.QuoteTime.UtcTicks : 0;
        Market.Put(page);
    }

    /// <summary>The chips stand so, and their median was so far down, in level units.</summary>
    public void PutBasket(long furthest, string time, params (string Symbol, double Move)[] members)
    {
        Market.Put(Given.Page([.. members.Select(member => StateOf(member.Symbol, time, member.Move, 100))]));
        var basket = new BasketState("chips") { Session = Given.Day };
        basket.Extremes[(int)Direction.Down] = furthest;
        Market.Baskets.Add(basket);
    }

    public Task<int> FollowAsync(string now)
    {
        Time.SetUtcNow(Given.Instant(now));
        return _follower.FollowAsync(Token);
    }

    public Task<int> CloseAsync(string now)
    {
        Time.SetUtcNow(Given.Instant(now));
        return _follower.CloseAsync(Token);
    }

    private static SymbolState StateOf(string symbol, string time, double move, double previousClose)
    {
        var at = Given.Instant(time);
        return new SymbolState(Given.Sym(symbol))
        {
            Session = MarketCalendar.DateOf(at),
            QuoteTime = at,
            Last = previousClose * (1 + (move / 100)),
            PreviousClose = previousClose,
        };
    }
}
