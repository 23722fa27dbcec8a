namespace MarketAlerts.Core.Rules;

/// <summary>What the subscriber of a new rule hears at once.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="AlreadyPassed">Null, or that it is already true, was today, or means another rule after a split: answered, not
/// mailed.</param>
public sealed record RuleAnswer(Rule Rule, string? AlreadyPassed);
