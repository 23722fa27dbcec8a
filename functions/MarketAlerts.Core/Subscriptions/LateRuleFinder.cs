using System.Globalization;
using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>Finds out whether a new rule lies inside a range already passed.</summary>
/// <param name="bars">The bars of notable and severe.</param>
public sealed class LateRuleFinder(BarOptions bars)
{
    private readonly RuleLevels _levels = new(bars);

    /// <summary>The late rule of a watch and what its owner hears, or null when the level still lies ahead.</summary>
    public (LateRule Rule, string Answer)? Find(Watch watch, SymbolState state, DateOnly today, SubscriberId subscriber, string rule)
    {
        if (
            EpisodeDayOf(watch.Metric, state) is not { } session
            || (session != today && watch.Metric is not MetricId.Price)
            || !IsPassed(watch, state)
        )
        {
            return null;
        }

        var late = new LateRule(state.Symbol, watch.Metric, watch.Direction, watch.Level.Units, session, WatcherHash.Of(subscriber, rule));
        return (late, watch.Target.Kind is 'a' ? $"{state.Symbol} {Answer(watch, state)}" : Answer(watch, state));
    }

    /// <summary>The day an extreme is of: before the open the last session is still the one before, and after the close an extreme may be of another evening.</summary>
    private static DateOnly? EpisodeDayOf(MetricId metric, SymbolState state) =>
        metric is not (MetricId.PreMove or MetricId.AfterMove) || state.Session is null
            ? state.Session
            : MarketCalendar.DateOf(new DateTimeOffset(state.Columns.ExtendedTime[state.Row], TimeSpan.Zero));

    private static bool IsPassed(Watch watch, SymbolState state) =>
        watch.Metric switch
        {
            MetricId.Price => watch.Direction is Direction.Down
                ? watch.Level.Units >= state.Told?.Below
                : watch.Level.Units <= state.Told?.Above,
            MetricId.Halted => state.Halted,
            _ => SymbolMetrics.Find(watch.Metric) is not null && state.ExtremeOf(watch.Metric, watch.Direction) >= watch.Level.Units,
        };

    private string Answer(Watch watch, SymbolState state)
    {
        if (watch.Metric is MetricId.Halted)
        {
            return "already true: trading is halted";
        }

        if (watch.Metric is MetricId.Price)
        {
            return string.Create(CultureInfo.InvariantCulture, $"already passed: now {state.Last:0.00##}");
        }

        var now = Signed(watch, _levels.MagnitudeOf(state, watch.Metric, watch.Direction) ?? 0);
        var extreme = Signed(watch, state.ExtremeOf(watch.Metric, watch.Direction) / (double)Level.Scale);
        var stillTrue = Level.Of(Math.Abs(now)).Units >= watch.Level.Units && now < 0 == extreme < 0;
        return stillTrue
            ? $"already true: now {Show(watch.Metric, now)}"
            : $"passed today ({Show(watch.Metric, extreme)}), now {Show(watch.Metric, now)}";
    }

    private static double Signed(Watch watch, double magnitude) => watch.Direction is Direction.Down ? -magnitude : magnitude;

    private static string Show(MetricId metric, double value) =>
        metric switch
        {
            MetricId.Tier => Math.Abs(value) switch
            {
                >= 2 => "severe",
                >= 1 => "notable",
                _ => "neither notable nor severe",
            },
            MetricId.Surprise => string.Create(CultureInfo.InvariantCulture, $"{value:+0.0;-0.0} sigma"),
            MetricId.Volume => string.Create(CultureInfo.InvariantCulture, $"{value:0.0}x"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{value:+0.0;-0.0} %"),
        };
}
