using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Wording;

/// <summary>How the symbols of an incident stand when a mail about it is written.</summary>
/// <param name="Readings">The newest figures, by symbol.</param>
/// <param name="Paths">Recent paths of the largest movers.</param>
/// <param name="DeclaredDelay">How late the source of the figures says that they are.</param>
public sealed record MarketSnapshot(
    IReadOnlyDictionary<Symbol, MemberReading> Readings,
    IReadOnlyList<MailPath> Paths,
    TimeSpan DeclaredDelay
)
{
    /// <summary>The newest figures of the incident's basket, or null.</summary>
    public BasketReading? Basket { get; init; }

    /// <summary>The newest figures of what the incident's target is measured against, or null.</summary>
    public MemberReading? Benchmark { get; init; }

    /// <summary>
    /// The day-moves of the target, of a basket its medians, in the sessions before, in percent; empty where too little is known.
    /// </summary>
    public IReadOnlyList<double> EarlierMoves { get; init; } = [];

    /// <summary>Nothing known beyond the incident itself.</summary>
    public static MarketSnapshot Empty { get; } = new(new Dictionary<Symbol, MemberReading>(), [], TimeSpan.Zero);

    /// <summary>The incident with figures as of now instead of as of its last wanted crossing; who belongs to it stays.</summary>
    public Incident Renew(Incident incident) =>
        incident with
        {
            Members =
            [
                .. incident
                    .Members.Select(member => member with { Reading = Newest(member.Reading) })
                    .OrderByDescending(member => Math.Abs(member.Reading.DayMove))
                    .ThenBy(member => member.Reading.Symbol),
            ],
            AlsoMoving = [.. incident.AlsoMoving.Select(Newest)],
            NotMoving = [.. incident.NotMoving.Select(Newest)],
        };

    private MemberReading Newest(MemberReading stored) =>
        Readings.TryGetValue(stored.Symbol, out var now) && now.QuoteTime > stored.QuoteTime ? now : stored;
}
