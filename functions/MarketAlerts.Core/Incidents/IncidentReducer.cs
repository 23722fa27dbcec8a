using System.Globalization;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Incidents;

/// <summary>The market-side state machine: what an event makes of an incident. Pure; an event already applied changes nothing and answers as the first time.</summary>
/// <param name="bars">The bar at which members join.</param>
public sealed class IncidentReducer(BarOptions bars)
{
    /// <summary>Opens or updates the incident of the event's own target.</summary>
    public (Incident Incident, IncidentChange Change) ApplyOwn(Incident? current, MarketEvent evidence)
    {
        if (current?.Applied.TryGetValue(evidence.Id, out var known) is true)
        {
            return (current, known);
        }

        var opened = current is null;
        var incident = current ?? Open(evidence);
        var notable = new List<string>();
        incident = Readings(evidence)
            .Where(reading => evidence.Basket is null || reading.IsBeyond(bars.JoiningPercent, evidence.Direction))
            .Aggregate(incident, (next, reading) => Take(next, reading, opened ? null : notable));
        incident = evidence.Basket is { } basket ? WithSurroundings(incident, basket, evidence.MarketTime) : incident with { News = evidence.News ?? incident.News };
        return Conclude(current, incident, evidence, notable);
    }

    /// <summary>Takes an event of a member into an open basket incident: it joins at the lower bar, or its evidence is renewed.</summary>
    public (Incident Incident, IncidentChange Change) ApplyMember(Incident current, MarketEvent evidence)
    {
        if (current.Applied.TryGetValue(evidence.Id, out var known))
        {
            return (current, known);
        }

        if (evidence.Symbol is not { } reading || !reading.IsBeyond(bars.JoiningPercent, current.Direction))
        {
            return (current, IncidentChange.None);
        }

        var notable = new List<string>();
        return Conclude(current, Take(current, reading, notable), evidence, notable);
    }

    /// <summary>Notes that an incident's own figures are back below their reset level. Nobody is told yet; it can still get worse.</summary>
    public (Incident Incident, IncidentChange Change) ApplyRecovery(Incident current, MarketEvent evidence)
    {
        if (current.Applied.TryGetValue(evidence.Id, out var known))
        {
            return (current, known);
        }

        var renewed = evidence.Basket is { } basket ? WithSurroundings(current, basket, evidence.MarketTime) : Take(current, evidence.Symbol!, null);
        return (renewed with
        {
            Transitions = [.. renewed.Transitions, new IncidentTransition(evidence.MarketTime, "recovered", Why(evidence))],
            Applied = With(renewed.Applied, evidence.Id, IncidentChange.None),
        }, IncidentChange.None);
    }

    private static Incident Open(MarketEvent evidence)
    {
        return new Incident(
            Incident.IdOf(evidence), evidence.Session, evidence.Target, evidence.IncidentDirection,
            evidence.MarketTime, Severity.Plain, null, null, [], [], [], [], new Dictionary<string, IncidentChange>());
    }

    private static IEnumerable<MemberReading> Readings(MarketEvent evidence) =>
        evidence.Basket?.Members ?? (evidence.Symbol is { } symbol ? [symbol] : []);

    private static Incident Take(Incident incident, MemberReading reading, List<string>? newlyNotable)
    {
        var known = incident.Find(reading.Symbol);
        var next = new IncidentMember(
            known is null || reading.QuoteTime >= known.Reading.QuoteTime ? reading : known.Reading,
            known?.JoinedAt ?? reading.QuoteTime,
            Math.Max(known?.HighestTier ?? 0, reading.Tier));
        if (newlyNotable is not null && next.HighestTier > 0 && (known?.HighestTier ?? 0) is 0)
        {
            newlyNotable.Add(reading.Symbol);
        }

        var others = incident.Members.Where(member => member != known);
        var joined = known is null && newlyNotable is not null;
        return incident with
        {
            Members = [.. others.Append(next).OrderByDescending(member => Math.Abs(member.Reading.DayMove)).ThenBy(member => member.Reading.Symbol, StringComparer.Ordinal)],
            NotMoving = [.. incident.NotMoving.Where(still => still.Symbol != reading.Symbol)],
            Transitions = joined ? [.. incident.Transitions, new IncidentTransition(reading.QuoteTime, "member joined", Show(reading))] : incident.Transitions,
        };
    }

    /// <summary>Evidence that is older than what is known, as that of a rule which had to wait for its news, sets no figure back.</summary>
    private Incident WithSurroundings(Incident incident, BasketReading basket, DateTimeOffset at) => incident.FiguresAt > at ? incident : incident with
    {
        FiguresAt = at,
        BasketTier = Math.Max(incident.BasketTier, basket.Tier),
        MedianMove = basket.MedianMove,
        Breadth = basket.Breadth,
        AlsoMoving = [.. basket.Wider.Where(reading => reading.IsBeyond(bars.JoiningPercent, incident.Direction))],
        NotMoving = [.. basket.Members.Concat(basket.Wider).Where(reading =>
            incident.Find(reading.Symbol) is null && !reading.IsBeyond(bars.JoiningPercent, incident.Direction))],
    };

    private static (Incident, IncidentChange) Conclude(Incident? before, Incident incident, MarketEvent evidence, List<string> newlyNotable)
    {
        var severity = (Severity)Math.Max((int)incident.Severity, SeverestOf(incident, evidence));
        var opened = before is null;
        var change = new IncidentChange(opened, !opened && severity > before!.Severity, newlyNotable);
        var transitions = incident.Transitions.Concat(Told(incident, evidence, change, severity));
        return (incident with
        {
            Severity = severity,
            Transitions = [.. transitions],
            Applied = With(incident.Applied, evidence.Id, change),
        }, change);
    }

    private static SortedDictionary<string, IncidentChange> With(IReadOnlyDictionary<string, IncidentChange> applied, string id, IncidentChange change) =>
        new(applied.ToDictionary(), StringComparer.Ordinal) { [id] = change };

    private static int SeverestOf(Incident incident, MarketEvent evidence) =>
        Math.Max(evidence.Basket?.Tier ?? 0, incident.Members.Select(member => member.HighestTier).DefaultIfEmpty().Max());

    private static IEnumerable<IncidentTransition> Told(Incident incident, MarketEvent evidence, IncidentChange change, Severity severity)
    {
        if (change.Opened)
        {
            yield return new IncidentTransition(evidence.MarketTime, "opened", Why(evidence));
        }

        if (change.Escalated)
        {
            yield return new IncidentTransition(evidence.MarketTime, $"escalated to {severity.ToString().ToLowerInvariant()}", Why(evidence));
        }

        foreach (var symbol in change.NewlyNotable)
        {
            yield return new IncidentTransition(evidence.MarketTime, "member notable", Show(incident.Find(symbol)!.Reading));
        }
    }

    private static string Why(MarketEvent evidence) => evidence.Basket is { } basket
        ? string.Create(CultureInfo.InvariantCulture, $"median {basket.MedianMove:+0.0;-0.0} %, {Math.Abs(basket.Breadth):0} % of {basket.Members.Count} beyond the joining bar")
        : evidence.News is { } news ? Show(news) : Show(evidence.Symbol!);

    private static string Show(NewsReading news)
    {
        var usual = news.Usual is { } rate ? string.Create(CultureInfo.InvariantCulture, $", {rate:0.#} an hour are usual") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{news.Count} {(news.Count is 1 ? "story" : "stories")} within an hour{usual}");
    }

    private static string Show(MemberReading reading) =>
        string.Create(CultureInfo.InvariantCulture, $"{reading.Symbol} {reading.DayMove:+0.0;-0.0} %");
}
