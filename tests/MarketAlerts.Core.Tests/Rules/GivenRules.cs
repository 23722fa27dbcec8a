using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.Rules;

internal static class GivenRules
{
    public static RuleVocabulary Vocabulary { get; } =
        new(Given.Syms("NVDA AMD TXN BRK.B").ToHashSet(), new HashSet<string> { "chips", "tech" });

    public static RuleParse Parse(string text) => RuleParser.Parse(text, Vocabulary);
}
