namespace MarketAlerts.Core.Rules;

/// <summary>The answer of the parser: a rule or an error, never both.</summary>
/// <param name="Rule">The rule, or null.</param>
/// <param name="Error">The error, or null.</param>
public sealed record RuleParse(Rule? Rule, RuleError? Error);
