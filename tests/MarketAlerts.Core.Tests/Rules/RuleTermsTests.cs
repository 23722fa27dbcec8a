namespace MarketAlerts.Core.Tests.Rules;

public sealed class RuleTermsTests
{
    [Theory]
    [InlineData("NVDA notable", true)]
    [InlineData("NVDA notable once", true)]
    [InlineData("NVDA notable until 2025-01-26", false)]
    [InlineData("NVDA notable until 2025-01-27", true)]
    [InlineData("NVDA notable until 2025-01-28", true)]
    [InlineData("NVDA notable and news NVDA", true)]
    [InlineData("news NVDA", true)]
    public void AllowFiringIn_CountsTheLastSessionIn_WhenARuleEnds(string rule, bool allowed) =>
        GivenRules.Parse(rule).Rule!.Terms.AllowFiringIn(Given.Day).ShouldBe(allowed);
}
