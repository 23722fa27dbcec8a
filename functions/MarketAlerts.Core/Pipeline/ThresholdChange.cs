using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>What came of another bar for a rule.</summary>
/// <param name="Rule">The rule as it stands now; null when it did not change.</param>
/// <param name="Error">Why it was refused, or null.</param>
/// <param name="Answers">What its owner hears at once.</param>
public sealed record ThresholdChange(string? Rule, RuleError? Error, IReadOnlyList<RuleAnswer> Answers);
