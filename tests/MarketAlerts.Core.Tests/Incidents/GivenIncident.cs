using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Tests.Incidents;

/// <summary>NVDA, severe from 14:31 on, in the states of an incident's life. Its close before was 100, its furthest move -12.5 %.</summary>
internal static class GivenIncident
{
    public static readonly IncidentReducer Reducer = new(Given.Thresholds, new DeliveryOptions());

    public static readonly IncidentJudge Judge = new(Given.Calendar, Given.Thresholds, new IncidentOptions());

    public static Incident Nvda { get; } = Opened(Given.SymbolEvent(Given.Reading("NVDA", -12.5, 2, "14:31"), 125_000));

    public static Incident Open { get; } =
        Reducer.ApplyOwn(Nvda, Given.SymbolEvent(Given.Reading("NVDA", -12.5, 2, "14:32"), 125_001)).Incident;

    public static Incident Recovering { get; } = After(Open, Now("15:00", -2.4));

    public static Incident Recovered { get; } = After(Recovering, Now("15:10", -2.3));

    public static Incident Carried { get; } =
        Reducer.ApplyTransition(Open, Judge.Judge(Open, Now("21:00", -17), Given.At("21:05"), TimeSpan.Zero)!).Incident;

    public static Incident Opened(MarketEvent evidence) => Reducer.ApplyOwn(null, evidence).Incident;

    /// <summary>How NVDA stands at a time.</summary>
    public static IncidentFigures Now(string time, double move, bool halted = false)
    {
        var at = Given.Instant(time.Contains('T', StringComparison.Ordinal) ? time + "Z" : time);
        var reading = Given.Reading("NVDA", move) with { QuoteTime = at };
        return new IncidentFigures(
            new Dictionary<Symbol, MemberReading> { [Given.Sym("NVDA")] = reading },
            null,
            -move,
            12.5,
            halted,
            new Dictionary<Symbol, double> { [Given.Sym("NVDA")] = 100 }
        );
    }

    /// <summary>The incident after the step that such figures bring about.</summary>
    public static Incident After(Incident before, IncidentFigures figures) =>
        Reducer
            .ApplyTransition(before, Judge.Judge(before, figures, figures.Readings[Symbol.Parse("NVDA")].QuoteTime, TimeSpan.Zero)!)
            .Incident;

    public static ProposedTransition Transition(IncidentStep step) =>
        new("NVDA-down-20250127", Given.Day, step, Given.At("15:00"), Given.At("15:00"), "Because.", []);
}
