using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Incidents;

/// <summary>
/// The market-side state machine: what evidence makes of an incident. Pure; evidence already applied changes nothing and answers as the
/// first time, and a step that <see cref="IncidentMachine"/> does not know from here changes nothing either. Every step stands in the
/// record with its reason.
/// </summary>
/// <param name="thresholds">The threshold at which members join.</param>
/// <param name="waits">The group wait, for how long an incident is forming.</param>
public sealed class IncidentReducer(ThresholdOptions thresholds, IGroupWaits waits)
{
    /// <summary>Opens or updates the incident of the event's own target.</summary>
    public (Incident Incident, IncidentChange Change) ApplyOwn(Incident? current, MarketEvent evidence)
    {
        if (current?.Applied.TryGetValue(evidence.Id, out var known) is true)
        {
            return (current, known);
        }

        var opened = current is null;
        var incident = current is null ? Open(evidence) : EndGroupWait(current, evidence.MarketTime);
        var notable = new List<Symbol>();
        incident = Readings(evidence)
            .Where(reading => evidence.Basket is null || reading.IsBeyond(thresholds.JoiningPercent, evidence.Direction))
            .Aggregate(incident, (next, reading) => Take(next, reading, opened ? null : notable));
        incident = evidence.Basket is { } basket
            ? WithSurroundings(incident, basket, evidence.MarketTime)
            : incident with
            {
                News = evidence.News ?? incident.News,
            };
        return Conclude(
            current,
            IncidentTraces.WithCrossing(
                IncidentTraces.WithFurthest(incident, evidence.Basket?.MedianMove ?? evidence.Symbol?.DayMove),
                evidence
            ),
            evidence,
            notable
        );
    }

    /// <summary>
    /// Takes an event of a member into an open basket incident: it joins at the lower threshold, or its evidence is renewed.
    /// </summary>
    public (Incident Incident, IncidentChange Change) ApplyMember(Incident current, MarketEvent evidence)
    {
        if (current.Applied.TryGetValue(evidence.Id, out var known))
        {
            return (current, known);
        }

        if (evidence.Symbol is not { } reading || !reading.IsBeyond(thresholds.JoiningPercent, current.Direction))
        {
            return (current, IncidentChange.None);
        }

        var notable = new List<Symbol>();
        return Conclude(current, Take(EndGroupWait(current, evidence.MarketTime), reading, notable), evidence, notable);
    }

    /// <summary>Takes a step that time or the figures of all members bring about.</summary>
    public (Incident Incident, IncidentChange Change) ApplyTransition(Incident current, ProposedTransition transition)
    {
        if (current.Applied.TryGetValue(transition.Id, out var known))
        {
            return (current, known);
        }

        if (
            IncidentMachine.Next(current.State, transition.Step) is null
            || (transition.Step is IncidentStep.Corrected && transition.Revised!.All(revision => current.IsRevised(revision.Symbol)))
        )
        {
            return (current, IncidentChange.None);
        }

        var incident =
            transition.Basket is { } basket && transition.Session == current.Session
                ? WithSurroundings(current, basket, transition.MarketTime)
                : current;
        incident = transition
            .Readings.Where(reading => incident.Find(reading.Symbol) is not null)
            .Aggregate(incident, (next, reading) => Take(next, reading, null));
        incident = Step(
            IncidentTraces.WithFurthest(incident, transition.Furthest),
            transition.Step,
            transition.MarketTime,
            transition.Reason
        );
        incident = FollowUp(incident, transition) with
        {
            Revised = [.. incident.Revised, .. (transition.Revised ?? []).Where(revision => !incident.IsRevised(revision.Symbol))],
        };
        var change = IncidentChange.None with { Told = IsTold(transition.Step, current) ? transition.Step : null };
        return (incident with { Applied = With(incident.Applied, transition.Id, change) }, change);
    }

    /// <summary>An incident that was carried over night is followed up with its end.</summary>
    private static Incident FollowUp(Incident incident, ProposedTransition transition) =>
        transition.Step is IncidentStep.Closed && incident.Transitions.Any(step => step.Step is IncidentStep.Carried)
            ? Step(incident, IncidentStep.FollowedUp, transition.MarketTime, "The session after it was told.")
            : incident;

    private static bool IsTold(IncidentStep step, Incident from) =>
        step
            is IncidentStep.Reopened
                or IncidentStep.Recovered
                or IncidentStep.GivenBack
                or IncidentStep.Corrected
                or IncidentStep.Resumed
                or IncidentStep.Carried
                or IncidentStep.Continued
        || (step is IncidentStep.Closed && from.LastAt(IncidentStep.Carried) is null);

    private static Incident Open(MarketEvent evidence) =>
        new(
            Incident.IdOf(evidence),
            evidence.Session,
            evidence.Target,
            evidence.IncidentDirection,
            evidence.MarketTime,
            Severity.Plain,
            null,
            null,
            [],
            [],
            [],
            [],
            new Dictionary<string, IncidentChange>()
        );

    /// <summary>Forming ends by time alone; written down with the next evidence.</summary>
    private Incident EndGroupWait(Incident incident, DateTimeOffset now)
    {
        var over = incident.OpenedAt + waits.WaitOf(incident.Severity);
        return incident.State is IncidentState.Forming && now >= over
            ? Step(incident, IncidentStep.GroupWaitOver, over, "The group wait is over.")
            : incident;
    }

    private static Incident Step(Incident incident, IncidentStep step, DateTimeOffset at, string reason, Severity? severity = null) =>
        IncidentMachine.Next(incident.Transitions.Count is 0 ? null : incident.State, step) is not { } next
            ? incident
            : incident with
            {
                State = next,
                Transitions = [.. incident.Transitions, new IncidentTransition(at, step, next, reason) { Severity = severity }],
            };

    private static IEnumerable<MemberReading> Readings(MarketEvent evidence) =>
        evidence.Basket?.Members ?? (evidence.Symbol is { } symbol ? [symbol] : []);

    private static Incident Take(Incident incident, MemberReading reading, List<Symbol>? newlyNotable)
    {
        var known = incident.Find(reading.Symbol);
        var next = new IncidentMember(
            known is null || reading.QuoteTime >= known.Reading.QuoteTime ? reading : known.Reading,
            known?.JoinedAt ?? reading.QuoteTime,
            Severest(known?.Highest ?? Severity.Plain, reading.SeverityTowards(incident.Direction))
        );
        if (newlyNotable is not null && next.Highest > Severity.Plain && (known?.Highest ?? Severity.Plain) is Severity.Plain)
        {
            newlyNotable.Add(reading.Symbol);
        }

        var others = incident.Members.Where(member => member != known);
        var taken = incident with
        {
            Members =
            [
                .. others
                    .Append(next)
                    .OrderByDescending(member => Math.Abs(member.Reading.DayMove))
                    .ThenBy(member => member.Reading.Symbol),
            ],
            NotMoving = [.. incident.NotMoving.Where(still => still.Symbol != reading.Symbol)],
        };
        return known is null && newlyNotable is not null
            ? Step(taken, IncidentStep.MemberJoined, reading.QuoteTime, IncidentWording.Show(reading))
            : taken;
    }

    /// <summary>Evidence that is older than what is known, as that of a rule which had to wait for its news, sets no figure back.</summary>
    private Incident WithSurroundings(Incident incident, BasketReading basket, DateTimeOffset at) =>
        incident.FiguresAt > at
            ? incident
            : incident with
            {
                FiguresAt = at,
                BasketHighest = Severest(incident.BasketHighest, basket.SeverityTowards(incident.Direction)),
                MedianMove = basket.MedianMove,
                Breadth = basket.Breadth,
                AlsoMoving = [.. basket.Wider.Where(reading => reading.IsBeyond(thresholds.JoiningPercent, incident.Direction))],
                NotMoving =
                [
                    .. basket
                        .Members.Concat(basket.Wider)
                        .Where(reading =>
                            incident.Find(reading.Symbol) is null && !reading.IsBeyond(thresholds.JoiningPercent, incident.Direction)
                        ),
                ],
            };

    private static (Incident, IncidentChange) Conclude(Incident? before, Incident incident, MarketEvent evidence, List<Symbol> newlyNotable)
    {
        var severity = Severest(incident.Severity, SeverestOf(incident, evidence));
        var opened = before is null;
        var change = new IncidentChange(opened, !opened && severity > before!.Severity, newlyNotable)
        {
            Further = !opened && Math.Abs(incident.Furthest) > Math.Abs(before!.Furthest),
        };
        incident = opened ? Step(incident, IncidentStep.Opened, evidence.MarketTime, IncidentWording.Why(evidence)) : incident;
        incident = change.Escalated
            ? Step(incident, IncidentStep.Escalated, evidence.MarketTime, IncidentWording.Why(evidence), severity)
            : incident;
        incident = newlyNotable.Aggregate(
            incident,
            (next, symbol) => Step(next, IncidentStep.MemberNotable, evidence.MarketTime, IncidentWording.Show(next.Find(symbol)!.Reading))
        );
        return (incident with { Severity = severity, Applied = With(incident.Applied, evidence.Id, change) }, change);
    }

    private static SortedDictionary<string, IncidentChange> With(
        IReadOnlyDictionary<string, IncidentChange> applied,
        string id,
        IncidentChange change
    ) => new(applied.ToDictionary(), StringComparer.Ordinal) { [id] = change };

    private static Severity SeverestOf(Incident incident, MarketEvent evidence) =>
        incident
            .Members.Select(member => member.Highest)
            .Append(evidence.Basket?.SeverityTowards(incident.Direction) ?? Severity.Plain)
            .Max();

    private static Severity Severest(Severity one, Severity other) => one > other ? one : other;
}
