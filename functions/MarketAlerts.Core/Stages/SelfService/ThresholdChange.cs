using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>What came of another threshold for a rule.</summary>
/// <param name="Rule">The rule as it stands now; null when it did not change.</param>
/// <param name="Error">Why it was refused, or null.</param>
/// <param name="Answers">What its subscriber hears at once.</param>
public sealed record ThresholdChange(string? Rule, RuleError? Error, IReadOnlyList<RuleAnswer> Answers);
