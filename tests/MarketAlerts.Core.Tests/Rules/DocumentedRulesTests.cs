namespace MarketAlerts.Core.Tests.Rules;

public sealed class DocumentedRulesTests
{
    [Theory]
    [InlineData("docs/rules.md", 30)]
    [InlineData("README.md", 10)]
    public void Tables_HoldCanonicalRules_WhenTheySayWhatCanBeWritten(string document, int least)
    {
        var rules = RuleTable.Read(document).Where(row => row.Heading is not ("error" or "read as")).Select(row => row.Rule).ToArray();

        rules.Length.ShouldBeGreaterThanOrEqualTo(least);
        rules.Select(rule => GivenRules.Parse(rule) is { Rule: { } parsed } ? parsed.Text : $"{rule}: refused").ShouldBe(rules);
    }

    [Fact]
    public void Tables_HoldTheErrorsThatAreGiven_WhenTheyShowMistakes()
    {
        var rows = RuleTable.Read("docs/rules.md").Where(row => row.Heading is "error").ToArray();

        rows.Length.ShouldBeGreaterThanOrEqualTo(10);
        rows.Select(row => GivenRules.Parse(row.Rule).Error?.ToString()).ShouldBe(rows.Select(row => row.Meaning));
    }

    [Fact]
    public void Tables_HoldTheCanonicalText_WhenTheyShowOtherSpellings()
    {
        var rows = RuleTable.Read("docs/rules.md").Where(row => row.Heading is "read as").ToArray();

        rows.Length.ShouldBeGreaterThanOrEqualTo(4);
        rows.Select(row => $"`{GivenRules.Parse(row.Rule).Rule?.Text}`").ShouldBe(rows.Select(row => row.Meaning));
    }
}
