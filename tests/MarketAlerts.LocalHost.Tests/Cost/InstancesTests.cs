using MarketAlerts.LocalHost.Commands.Cost;

namespace MarketAlerts.LocalHost.Tests.Cost;

public sealed class InstancesTests
{
    [Theory]
    [InlineData(0, 5, 5, 0)]
    [InlineData(1, 0, 0, 0.5)] // The least that is billed: a second of half a GB.
    [InlineData(1, 3, 0, 1.5)]
    [InlineData(17, 0, 0, 1)] // Sixteen on one instance, the last on another.
    [InlineData(16, 0, 0.1, 3.2)] // 1.6 s of a core on the quarter of one.
    public void GbSeconds_AreSecondsOfMemory(double calls, double seconds, double cpu, double expected) =>
        new Instances(512).GbSeconds(calls, seconds, cpu).ShouldBe(expected, 1e-9);

    [Fact]
    public void GbSeconds_AreFourTimesAsMany_WhenInstancesAreLargerAndIdle() => new Instances(2_048).GbSeconds(1, 1).ShouldBe(2);
}
