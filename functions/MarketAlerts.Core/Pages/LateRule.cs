using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Pages;

/// <summary>
/// A rule that was added inside a range already passed this session. It fires when the previous accepted quote was short of the level and
/// this one reaches it, once, for its subscriber alone; it ends with the session.
/// </summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Level">The level, in level units.</param>
/// <param name="Session">The session it was added in.</param>
/// <param name="SubscriptionHash">Whose: the hash of subscriber and rule.</param>
public sealed record LateRule(Symbol Symbol, MetricId Metric, Direction Direction, long Level, DateOnly Session, long SubscriptionHash);
