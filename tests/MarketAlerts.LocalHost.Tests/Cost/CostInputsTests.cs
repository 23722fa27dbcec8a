using MarketAlerts.LocalHost.Commands.Cost;

namespace MarketAlerts.LocalHost.Tests.Cost;

public sealed class CostInputsTests
{
    [Fact]
    public void Read_TakesWhatIsSaid() =>
        CostInputs
            .Read(
                new Dictionary<string, string>
                {
                    ["--symbols"] = "1001",
                    ["--subscribers"] = "7",
                    ["--alerts-per-day"] = "0.5",
                    ["--instance-mb"] = "2048",
                    ["--always-ready"] = "4",
                }
            )
            .ShouldBe(new CostInputs(1_001, 7, 0.5) { InstanceMegabytes = 2_048, AlwaysReady = 4 });

    [Fact]
    public void Pages_AreWhole_WhenTheLastIsNotFull() => new CostInputs(1_001, 1, 1).Pages.ShouldBe(3);

    [Theory]
    [InlineData("--symbols", "0")]
    [InlineData("--symbols", "1.5")]
    [InlineData("--subscribers", "many")]
    [InlineData("--alerts-per-day", "-1")]
    [InlineData("--alerts-per-day", "NaN")]
    [InlineData("--instance-mb", "1024")]
    [InlineData("--always-ready", "-1")]
    public void Read_Refuses_WhenAValueIsWrong(string name, string value) =>
        Should.Throw<FormatException>(() => CostInputs.Read(new Dictionary<string, string> { [name] = value })).Message.ShouldContain(name);
}
