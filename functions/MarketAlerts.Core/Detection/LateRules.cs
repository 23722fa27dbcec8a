using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// Rules added inside a range already passed: they fire when the previous accepted quote was short of the level and this one reaches it.
/// </summary>
/// <param name="thresholds">The thresholds of notable and severe.</param>
internal sealed class LateRules(ThresholdOptions thresholds)
{
    private readonly LevelReach _levels = new(thresholds);

    /// <summary>Which late rules of a page hold now; to be asked before the next quotes are taken.</summary>
    public HashSet<LateRule> Before(MarketPage page) =>
        page.LateRules.Count is 0
            ? []
            : [.. page.LateRules.Where(rule => page.Find(rule.Symbol) is { } state && _levels.Reaches(rule, state))];

    /// <summary>
    /// Takes the rules that fire between two polls off the list, and those of sessions that ended; adds their crossings, unless the level
    /// was armed again meanwhile and crossed as any other.
    /// </summary>
    public void TakeFired(MarketPage page, IReadOnlySet<LateRule> before, List<PendingCrossing> crossings)
    {
        for (var index = page.LateRules.Count - 1; index >= 0; index--)
        {
            var rule = page.LateRules[index];
            var state = page.Find(rule.Symbol);
            var ended = state?.Session > rule.Session;
            var fires = !ended && state is not null && !before.Contains(rule) && _levels.Reaches(rule, state);
            if (ended || fires)
            {
                page.LateRules.RemoveAt(index);
            }

            if (fires && !crossings.Exists(crossing => Covers(crossing, state!.Row, rule)))
            {
                var crossing = new Crossing(rule.Metric, rule.Direction, rule.Level, rule.Level);
                crossings.Add(new PendingCrossing((ushort)state!.Row, crossing, rule.SubscriptionHash));
            }
        }
    }

    private static bool Covers(in PendingCrossing pending, int row, LateRule rule) =>
        pending.SymbolIndex == row
        && pending.Crossing.Metric == rule.Metric
        && pending.Crossing.Direction == rule.Direction
        && pending.Crossing.Levels.Contains(rule.Level);
}
