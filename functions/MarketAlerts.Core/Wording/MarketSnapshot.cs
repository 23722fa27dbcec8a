using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;

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

    /// <summary>The newest figures of what the incident's target is measured against, and of the market as a whole.</summary>
    public IReadOnlyList<MemberReading> Benchmarks { get; init; } = [];

    /// <summary>
    /// The day-moves of the target, of a basket its medians, in the sessions before, in percent; empty where too little is known.
    /// </summary>
    public IReadOnlyList<double> EarlierMoves { get; init; } = [];

    /// <summary>Nothing known beyond the incident itself.</summary>
    public static MarketSnapshot Empty { get; } = new(new Dictionary<Symbol, MemberReading>(), [], TimeSpan.Zero);

    /// <summary>
    /// The incident with the figures of this look instead of those of its last wanted crossing. Who was in it stays; who moves with it by
    /// now is in it as well, and who does not, is not, so that median, counts and tables of one mail are of one look.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="joiningPercent">The threshold at which members count, in percent.</param>
    public Incident Renew(Incident incident, double joiningPercent)
    {
        if (incident.News is not null)
        {
            return incident;
        }

        var look = Basket is { Members.Count: > 0 } && Basket.Members.All(reading => IsOf(incident, reading)) ? Basket : null;
        var known = incident.Members.Select(member => member.Reading.Symbol).ToHashSet();
        var others = (look?.Members ?? [])
            .Concat(incident.AlsoMoving.Concat(incident.NotMoving).Select(reading => Newest(incident, reading)))
            .Where(reading => !known.Contains(reading.Symbol))
            .DistinctBy(reading => reading.Symbol)
            .ToLookup(reading => reading.IsBeyond(joiningPercent, incident.Direction));
        var own = (look?.Members ?? []).Select(reading => reading.Symbol).ToHashSet();
        var joined = others[true]
            .Where(reading => own.Contains(reading.Symbol))
            .Select(reading => new IncidentMember(reading, reading.QuoteTime, reading.SeverityTowards(incident.Direction)));
        return incident with
        {
            FiguresAt = look is null ? incident.FiguresAt : look.Members.Max(reading => reading.QuoteTime),
            MedianMove = look?.MedianMove ?? incident.MedianMove,
            Breadth = look?.Breadth ?? incident.Breadth,
            Members =
            [
                .. incident
                    .Members.Select(member => member with { Reading = Newest(incident, member.Reading) })
                    .Concat(joined)
                    .OrderByDescending(member => Math.Abs(member.Reading.DayMove))
                    .ThenBy(member => member.Reading.Symbol),
            ],
            AlsoMoving = [.. others[true].Where(reading => !own.Contains(reading.Symbol))],
            NotMoving = [.. others[false]],
        };
    }

    /// <summary>The figures of a later session are no part of it.</summary>
    private MemberReading Newest(Incident incident, MemberReading stored) =>
        Readings.TryGetValue(stored.Symbol, out var now) && now.QuoteTime > stored.QuoteTime && IsOf(incident, now) ? now : stored;

    private static bool IsOf(Incident incident, MemberReading reading) => MarketCalendar.DateOf(reading.QuoteTime) == incident.Session;
}
