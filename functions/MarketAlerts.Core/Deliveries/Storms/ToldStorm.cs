using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Deliveries.Storms;

/// <summary>
/// A storm of one subscriber's own: so many of their targets went one way within so short a while that one thread tells of all of them.
/// </summary>
/// <param name="Session">The session's date in New York.</param>
/// <param name="Direction">Which way.</param>
/// <param name="StartedAt">When its first message was written (UTC).</param>
/// <param name="ToldAt">When its last message was written (UTC).</param>
/// <param name="NameAt">When a new name was last seen (UTC).</param>
/// <param name="Names">The targets it told of.</param>
public sealed record ToldStorm(
    DateOnly Session,
    Direction Direction,
    DateTimeOffset StartedAt,
    DateTimeOffset ToldAt,
    DateTimeOffset NameAt,
    IReadOnlyList<Target> Names
)
{
    /// <summary>The id that stands in the place of an incident's.</summary>
    public static string IdOf(Direction direction, DateOnly session) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"storm-{(direction is Direction.Down ? "down" : "up")}-{session:yyyyMMdd}"
        );

    /// <summary>Whether it is that of a direction and session.</summary>
    public bool IsOf(Direction direction, DateOnly session) => Direction == direction && Session == session;
}
