using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Tests.Deliveries;

namespace MarketAlerts.Core.Tests.Stages.Routing;

public sealed class GroupWaitTests
{
    private static readonly AlertEntry Plain = GivenMail.Entry(GivenMail.Chips, severity: Severity.Plain);
    private static readonly AlertEntry Severe = GivenMail.Entry(GivenMail.Chips, severity: Severity.Severe);
    private static readonly AlertEntry Gathered = GivenMail.Entry(GivenMail.Chips, EntryKind.MemberNotable, severity: Severity.Severe);

    [Fact]
    public void Of_IsTheShortestOfItsEntries()
    {
        var wait = new GroupWait(new DeliveryOptions());

        wait.WaitOf([Plain]).ShouldBe(TimeSpan.FromSeconds(45));
        wait.WaitOf([Plain with { Severity = Severity.Notable }]).ShouldBe(TimeSpan.FromSeconds(45));
        wait.WaitOf([Plain, Severe]).ShouldBe(TimeSpan.FromSeconds(30));
        wait.WaitOf([Gathered]).ShouldBe(TimeSpan.FromMinutes(30));
        wait.WaitOf([Gathered, Plain]).ShouldBe(TimeSpan.FromSeconds(45));
    }

    [Theory]
    [InlineData("14:30:00", "14:30:30")]
    [InlineData("14:30:01.5", "14:30:30")]
    [InlineData("14:30:09.9999999", "14:30:30")]
    [InlineData("14:30:10", "14:30:40")]
    public void DueFrom_CountsFromTheLastFullTenSeconds(string now, string due) =>
        new GroupWait(new DeliveryOptions()).DueFrom(Given.At(now), [Severe]).ShouldBe(Given.At(due));
}
