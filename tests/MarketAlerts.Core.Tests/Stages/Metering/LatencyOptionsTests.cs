using MarketAlerts.Core.Stages.Metering;

namespace MarketAlerts.Core.Tests.Stages.Metering;

public sealed class LatencyOptionsTests
{
    [Fact]
    public void Defaults_AreValid()
    {
        var options = new LatencyOptions();

        (options.BudgetSeconds, options.WindowMinutes, options.FewestAlerts, LatencyOptions.Section).ShouldBe((90, 15, 5, "Latency"));
        OptionsCheck.Failures(options).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 4, 1)]
    [InlineData(3_601, 61, 10_001)]
    public void Validation_RefusesEveryWrongValue(int budget, int window, int fewest) =>
        OptionsCheck
            .Failures(
                new LatencyOptions
                {
                    BudgetSeconds = budget,
                    WindowMinutes = window,
                    FewestAlerts = fewest,
                }
            )
            .Length.ShouldBe(3);
}
