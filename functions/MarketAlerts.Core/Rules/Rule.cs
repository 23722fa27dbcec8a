namespace MarketAlerts.Core.Rules;

/// <summary>A rule as its subscriber wrote it, canonically, and what it compiles to.</summary>
/// <param name="Text">The one line of text, the same in file, page and mail.</param>
/// <param name="Levels">One row a direction and level.</param>
/// <param name="Terms">What restricts it beside its levels.</param>
public sealed record Rule(string Text, IReadOnlyList<RuleLevel> Levels, RuleTerms Terms);
