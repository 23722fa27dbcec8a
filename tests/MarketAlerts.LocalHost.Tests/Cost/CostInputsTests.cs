using System.CommandLine;
using MarketAlerts.LocalHost.Commands.Cost;

namespace MarketAlerts.LocalHost.Tests.Cost;

public sealed class CostInputsTests
{
    [Fact]
    public void Read_TakesWhatIsSaid() =>
        Read("--symbols 1001 --subscribers 7 --alerts-per-day 0.5 --instance-mb 2048 --always-ready 4")
            .Inputs.ShouldBe(new CostInputs(1_001, 7, 0.5) { InstanceMegabytes = 2_048, AlwaysReady = 4 });

    [Fact]
    public void Read_TakesTheUsual_WhenNothingIsSaid() => Read("").Inputs.ShouldBe(new CostInputs(10_000, 1_000_000, 1));

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
        Read($"{name} {value}").Errors.ShouldHaveSingleItem().ShouldStartWith(name);

    private static (CostInputs Inputs, string[] Errors) Read(string line)
    {
        var options = new CostOptions();
        var command = new Command("cost");
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        var result = command.Parse(line);
        string[] errors = [.. result.Errors.Select(error => error.Message)];
        return (errors is [] ? options.Read(result) : new CostInputs(0, 0, 0), errors);
    }
}
