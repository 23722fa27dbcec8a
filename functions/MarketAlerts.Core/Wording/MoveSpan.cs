using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Wording;

/// <summary>The move that stories are sorted around.</summary>
/// <param name="CloseBefore">When the session before closed (UTC).</param>
/// <param name="Began">Market time at which the move was first told (UTC).</param>
/// <param name="Over">When it was over (UTC): recovered, or the close of its session.</param>
/// <param name="Targets">Who moves, and the topics that are told of with them.</param>
public sealed record MoveSpan(DateTimeOffset CloseBefore, DateTimeOffset Began, DateTimeOffset Over, IReadOnlySet<Target> Targets);
