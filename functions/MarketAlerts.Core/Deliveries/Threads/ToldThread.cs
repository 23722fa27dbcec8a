using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Deliveries.Threads;

/// <summary>
/// A thread: what a subscriber was told of one target in one session, both ways. It decides what else is worth a message, whatever the
/// incidents go through.
/// </summary>
/// <param name="Target">The target.</param>
/// <param name="Session">The session's date in New York.</param>
/// <param name="FirstAt">When it was first told (UTC).</param>
/// <param name="LastAt">When it was last told (UTC).</param>
public sealed record ToldThread(Target Target, DateOnly Session, DateTimeOffset FirstAt, DateTimeOffset LastAt)
{
    /// <summary>What was told of the fall; null for nothing.</summary>
    public ToldSide? Down { get; init; }

    /// <summary>What was told of the rise; null for nothing.</summary>
    public ToldSide? Up { get; init; }

    /// <summary>The levels that were told, each with what passed it first.</summary>
    public IReadOnlyList<FiredLevel> Levels { get; init; } = [];

    /// <summary>What else was told, each once.</summary>
    public IReadOnlyList<Telling> Once { get; init; } = [];

    /// <summary>How many messages told of members that became notable.</summary>
    public int MemberUpdates { get; init; }

    /// <summary>The prices that its last message showed.</summary>
    public IReadOnlyList<ToldPrice> Prices { get; init; } = [];

    /// <summary>What was told of one way; null for nothing.</summary>
    public ToldSide? Find(Direction direction) => direction is Direction.Down ? Down : Up;

    /// <summary>Whether it is one of news: those of a symbol are another thread than its prices.</summary>
    public bool IsNews { get; init; }

    /// <summary>Whether an incident belongs to it.</summary>
    public bool IsOf(Incident incident) => Target == incident.Target && Session == incident.Session && IsNews == incident.News is not null;

    /// <summary>Whether a level was told.</summary>
    public bool Has(FiredLevel fired) => Levels.Any(told => told.Key == fired.Key);

    /// <summary>Whether something of it was told that is told once.</summary>
    public bool Has(Telling telling) => Once.Contains(telling);

    /// <summary>The same with one way of it.</summary>
    public ToldThread With(Direction direction, ToldSide side) =>
        direction is Direction.Down ? this with { Down = side } : this with { Up = side };
}

/// <summary>What was told of a move one way.</summary>
/// <param name="Furthest">The furthest that was told, percent, as a magnitude.</param>
/// <param name="Severity">As how bad it was told.</param>
/// <param name="FirstAt">When it was first told (UTC).</param>
public sealed record ToldSide(double Furthest, Severity Severity, DateTimeOffset FirstAt);

/// <summary>A price that a message showed.</summary>
/// <param name="Symbol">Whose.</param>
/// <param name="Price">The price, in dollars.</param>
public sealed record ToldPrice(Symbol Symbol, double Price);
