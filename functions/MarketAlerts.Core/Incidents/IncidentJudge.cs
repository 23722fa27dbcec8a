using System.Globalization;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Incidents;

/// <summary>
/// Says which step an open incident takes next, by time and by how its target stands. Pure. No value is no step: a silence never looks like
/// a recovery.
/// </summary>
/// <param name="calendar">The market's hours.</param>
/// <param name="thresholds">The thresholds.</param>
/// <param name="options">How long things have to hold.</param>
public sealed class IncidentJudge(MarketCalendar calendar, ThresholdOptions thresholds, IncidentOptions options)
{
    /// <summary>The next step, or null for none.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="figures">How it stands.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="delay">How late the quotes are by their source's own word.</param>
    public ProposedTransition? Judge(Incident incident, IncidentFigures figures, DateTimeOffset now, TimeSpan delay) =>
        Next(incident, figures, now, delay) is { } transition && IncidentMachine.Next(incident.State, transition.Step) is not null
            ? transition
            : null;

    private ProposedTransition? Next(Incident incident, IncidentFigures figures, DateTimeOffset now, TimeSpan delay)
    {
        var today = calendar.SessionOn(MarketCalendar.DateOf(now));
        if (incident.State is IncidentState.Carried)
        {
            return
                today is not null
                && today.Date > incident.Session
                && now >= today.Open + delay + TimeSpan.FromMinutes(options.NextSessionAfterMinutes)
                ? Compare(incident, figures, now)
                : null;
        }

        // One that goes on in a later session ends with that.
        var last = incident.LastAt(IncidentStep.Continued) is { } continued
            ? calendar.SessionOn(MarketCalendar.DateOf(continued))
            : calendar.SessionOn(incident.Session);
        if (last is null || now >= last.Close + delay + TimeSpan.FromMinutes(options.CloseAfterMinutes))
        {
            return End(incident, figures, last?.Close ?? now, now);
        }

        return incident.News is null && incident.Session == today?.Date
            ? Correct(incident, figures, now) ?? Follow(incident, figures, now)
            : null;
    }

    private ProposedTransition? Follow(Incident incident, IncidentFigures figures, DateTimeOffset now)
    {
        if (figures.IsHalted || incident.State is IncidentState.Halted)
        {
            return figures.IsHalted
                ? Transition(incident, figures, IncidentStep.Halted, now, $"Trading in {incident.Target.Name} is halted.")
                : Transition(incident, figures, IncidentStep.Resumed, now, $"Trading in {incident.Target.Name} goes on.");
        }

        return figures.Own is { } own && incident.Severity is not Severity.Plain && StepOf(incident, figures, own, now) is { } step
            ? Transition(incident, figures, step, now, ReasonOf(incident, figures, step))
            : null;
    }

    /// <summary>Where its own move takes it, or null for where it is.</summary>
    private IncidentStep? StepOf(Incident incident, IncidentFigures figures, double own, DateTimeOffset now)
    {
        var threshold = incident.Target.IsBasket ? thresholds.BasketMedianPercent : thresholds.NotablePercent;
        var isBack = figures.Furthest > 0 && own <= ResetOf(figures.Furthest, threshold);
        return incident.State switch
        {
            IncidentState.Recovering when own >= threshold => IncidentStep.Relapsed,
            IncidentState.Recovering when isBack && HasHeld(incident, now) => IncidentStep.Recovered,
            IncidentState.Recovered when own >= threshold => IncidentStep.Reopened,
            IncidentState.Forming or IncidentState.Open when isBack => IncidentStep.Recovering,
            _ => null,
        };
    }

    private bool HasHeld(Incident incident, DateTimeOffset now) =>
        now - incident.LastAt(IncidentStep.Recovering) >= TimeSpan.FromMinutes(options.RecoveryHoldMinutes);

    private string ReasonOf(Incident incident, IncidentFigures figures, IncidentStep step)
    {
        var (own, furthest) = (Own(incident, figures), Percent(incident, figures.Furthest));
        return step switch
        {
            IncidentStep.Recovering => $"{own}, after {furthest} at the furthest.",
            IncidentStep.Recovered => $"{own}, after {furthest} at the furthest: back and held for "
                + $"{options.RecoveryHoldMinutes.ToString(CultureInfo.InvariantCulture)} minutes.",
            _ => $"{own}: beyond the threshold again.",
        };
    }

    /// <summary>
    /// How far a move that passed a threshold may still be to count as undone, in percent: half of its furthest, and no more than the
    /// threshold.
    /// </summary>
    /// <example>A stock that fell 14 % is back at -5 %; one that fell 6 % at -3 %.</example>
    private static double ResetOf(double furthest, double threshold) => Math.Min(furthest / 2, threshold);

    /// <summary>
    /// Evidence is revised when the close it was measured against is another one now: a split that was not known, or a close that its
    /// source restated.
    /// </summary>
    private ProposedTransition? Correct(Incident incident, IncidentFigures figures, DateTimeOffset now)
    {
        var revised = incident
            .Members.Select(member => member.Reading)
            .Where(reading =>
                !incident.IsRevised(reading.Symbol)
                && figures.PreviousCloses.TryGetValue(reading.Symbol, out var close)
                && IsRevised(reading, close)
            )
            .Select(reading => new IncidentRevision(
                reading.Symbol,
                CloseOf(reading),
                figures.PreviousCloses[reading.Symbol],
                reading.DayMove,
                figures.Readings.GetValueOrDefault(reading.Symbol)?.DayMove
            ))
            .ToArray();
        return revised.Length is 0
            ? null
            : Transition(incident, figures, IncidentStep.Corrected, now, string.Join("; ", revised.Select(IncidentWording.Show)) + ".") with
            {
                Revised = revised,
            };
    }

    private bool IsRevised(MemberReading reading, double close) =>
        reading.DayMove > -100 && Math.Abs((CloseOf(reading) / close) - 1) * 100 > options.RevisedPercent;

    private static double CloseOf(MemberReading reading) => reading.Last / (1 + (reading.DayMove / 100));

    /// <summary>How its session ended.</summary>
    private static ProposedTransition? End(Incident incident, IncidentFigures figures, DateTimeOffset close, DateTimeOffset now)
    {
        var isOver =
            incident.News is not null
            || incident.Severity is Severity.Plain
            || incident.State is IncidentState.Recovered
            || incident.Transitions.Any(step => step.Step is IncidentStep.Carried);
        var reason = incident.News is not null ? "The session ended." : $"The session ended: {Own(incident, figures)}.";
        return Transition(incident, figures, isOver ? IncidentStep.Closed : IncidentStep.Carried, now, reason) with { MarketTime = close };
    }

    /// <summary>How the session after it began.</summary>
    private ProposedTransition? Compare(Incident incident, IncidentFigures figures, DateTimeOffset now)
    {
        if (figures.Own is not { } own)
        {
            return null;
        }

        var goesOn = own >= thresholds.JoiningPercent;
        var reason = goesOn
            ? $"The next session goes on the same way: {Own(incident, figures)}."
            : $"The next session does not go on: {Own(incident, figures)}.";
        return Transition(incident, figures, goesOn ? IncidentStep.Continued : IncidentStep.Closed, now, reason);
    }

    /// <summary>The figures of a session after its own stay out of its record.</summary>
    private static ProposedTransition Transition(
        Incident incident,
        IncidentFigures figures,
        IncidentStep step,
        DateTimeOffset now,
        string reason
    )
    {
        var newest = figures.Readings.Values.Select(reading => (DateTimeOffset?)reading.QuoteTime).Max() ?? now;
        var own = figures.Readings.Values.Where(reading => MarketCalendar.DateOf(reading.QuoteTime) == incident.Session);
        return new ProposedTransition(
            incident.Id,
            incident.Session,
            step,
            newest < now ? newest : now,
            now,
            reason,
            [.. own.OrderBy(reading => reading.Symbol)]
        )
        {
            Basket = MarketCalendar.DateOf(newest) == incident.Session ? figures.Basket : null,
        };
    }

    private static string Own(Incident incident, IncidentFigures figures) =>
        figures.Basket is { } basket ? IncidentWording.Show(basket)
        : incident.Target.Symbol is { } symbol && figures.Readings.TryGetValue(symbol, out var reading) ? IncidentWording.Show(reading)
        : "no fresh figures";

    private static string Percent(Incident incident, double magnitude) =>
        string.Create(CultureInfo.InvariantCulture, $"{(incident.Direction is Direction.Down ? -magnitude : magnitude):+0.0;-0.0} %");
}

/// <summary>How an incident's target and members stand now.</summary>
/// <param name="Readings">The newest figures of its members, by symbol; of whatever session.</param>
/// <param name="Basket">The figures of its basket, or null: a symbol, or too few fresh quotes.</param>
/// <param name="Own">How far its target is in its direction now, in percent; negative on the other side, null without a fresh
/// value.</param>
/// <param name="Furthest">How far its target was in this session at most, in percent.</param>
/// <param name="IsHalted">Whether trading in its symbol is halted.</param>
/// <param name="PreviousCloses">The closes its members are measured against now, by symbol.</param>
public sealed record IncidentFigures(
    IReadOnlyDictionary<Symbol, MemberReading> Readings,
    BasketReading? Basket,
    double? Own,
    double Furthest,
    bool IsHalted,
    IReadOnlyDictionary<Symbol, double> PreviousCloses
)
{
    /// <summary>Of an incident of news: no figures belong to it.</summary>
    public static IncidentFigures None { get; } =
        new(new Dictionary<Symbol, MemberReading>(), null, null, 0, false, new Dictionary<Symbol, double>());
}
