using System.Globalization;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
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
    private static readonly TimeSpan SeenTogether = TimeSpan.FromMinutes(3);

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

        if (figures.Own is not { } own)
        {
            return null;
        }

        var next = (incident.Severity is Severity.Plain ? null : StepOf(incident, figures, own, now)) ?? GivesBack(incident, figures, own);
        return next is { } step ? Transition(incident, figures, step, now, ReasonOf(incident, figures, step)) : null;
    }

    /// <summary>Of an incident that turned a move of the other way round: whether half of it all is given back, on two quotes.</summary>
    /// <example>From -8.6 to +5.2 % are 13.8 points; at -1.7 % half of them are given back.</example>
    private static IncidentStep? GivesBack(Incident incident, IncidentFigures figures, double own)
    {
        var isBack = figures.FurthestBefore > 0 && figures.Furthest > 0 && own <= (figures.Furthest - figures.FurthestBefore) / 2;
        return !isBack || incident.LastAt(IncidentStep.GivenBack) is not null ? null
            : IsSeenAgain(incident, figures, IncidentStep.GivingBack) is not { } again ? IncidentStep.GivingBack
            : again ? IncidentStep.GivenBack
            : null;
    }

    /// <summary>
    /// Whether what was seen once is seen on a newer quote: null when it was not seen just before, false when the quote is the same.
    /// </summary>
    private static bool? IsSeenAgain(Incident incident, IncidentFigures figures, IncidentStep seen) =>
        incident.LastAt(seen) is { } first && NewestOf(figures) is { } newest && newest - first <= SeenTogether ? newest > first : null;

    private static DateTimeOffset? NewestOf(IncidentFigures figures) =>
        figures.Readings.Values.Select(reading => (DateTimeOffset?)reading.QuoteTime).Max();

    /// <summary>Where its own move takes it, or null for where it is.</summary>
    private IncidentStep? StepOf(Incident incident, IncidentFigures figures, double own, DateTimeOffset now)
    {
        var threshold = incident.Target.IsBasket ? thresholds.BasketMedianPercent : thresholds.NotablePercent;
        var isBack = figures.Furthest > 0 && own <= threshold / 2;
        return incident.State switch
        {
            IncidentState.Recovering when own >= threshold => IncidentStep.Relapsed,
            IncidentState.Recovering when isBack && HasHeld(incident, now) => IncidentStep.Recovered,
            IncidentState.Recovered when own >= threshold => IsSeenAgain(incident, figures, IncidentStep.Returning) switch
            {
                null => IncidentStep.Returning,
                true => IncidentStep.Reopened,
                false => null,
            },
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
            IncidentStep.GivingBack or IncidentStep.GivenBack =>
                $"{own}, after {Percent(incident, -figures.FurthestBefore)} and {furthest}: " + "half of the swing is given back.",
            _ => $"{own}: beyond the threshold again.",
        };
    }

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
        var newest = NewestOf(figures) ?? now;
        var ofSession = figures.Readings.Values.Where(reading => MarketCalendar.DateOf(reading.QuoteTime) == incident.Session);
        return new ProposedTransition(
            incident.Id,
            incident.Session,
            step,
            newest < now ? newest : now,
            now,
            reason,
            [.. ofSession.OrderBy(reading => reading.Symbol)]
        )
        {
            Basket = MarketCalendar.DateOf(newest) == incident.Session ? figures.Basket : null,
            Move = figures.Own is { } own ? Signed(incident, own) : null,
            Furthest = figures.Furthest > 0 ? Signed(incident, figures.Furthest) : null,
        };
    }

    private static double Signed(Incident incident, double along) => Math.Round(incident.Direction is Direction.Down ? -along : along, 4);

    private static string Own(Incident incident, IncidentFigures figures) =>
        figures.Basket is { } basket ? IncidentWording.Show(basket)
        : incident.Target.Symbol is { } symbol && figures.Readings.TryGetValue(symbol, out var reading) ? IncidentWording.Show(reading)
        : "no fresh figures";

    private static string Percent(Incident incident, double magnitude) =>
        string.Create(CultureInfo.InvariantCulture, $"{(incident.Direction is Direction.Down ? -magnitude : magnitude):+0.0;-0.0} %");
}
