using MarketAlerts.Core.Incidents;
using static MarketAlerts.Core.Incidents.IncidentState;
using static MarketAlerts.Core.Incidents.IncidentStep;

namespace MarketAlerts.Core.Tests.Incidents;

/// <summary>The table of legal steps, written out a second time: each state with the steps that lead out of it.</summary>
public sealed class IncidentMachineTests
{
    private static readonly IncidentStep[] Always = [MemberJoined, MemberNotable, Escalated, Corrected, GivingBack, GivenBack];

    [Fact]
    public void Next_IsForming_WhenSomethingOpens()
    {
        IncidentMachine.Next(null, Opened).ShouldBe(Forming);
        Enum.GetValues<IncidentStep>().Where(step => step is not Opened).ShouldAllBe(step => IncidentMachine.Next(null, step) == null);
    }

    [Theory]
    [InlineData(Forming, "GroupWaitOver Open, Halted Halted, Recovering Recovering, Carried Carried, Closed Closed")]
    [InlineData(Open, "Halted Halted, Recovering Recovering, Carried Carried, Closed Closed")]
    [InlineData(IncidentState.Halted, "Resumed Open, Carried Carried, Closed Closed")]
    [InlineData(IncidentState.Recovering, "Halted Halted, Relapsed Open, Recovered Recovered, Carried Carried, Closed Closed")]
    [InlineData(IncidentState.Recovered, "Returning Recovered, Reopened Open, Closed Closed")]
    [InlineData(IncidentState.Carried, "Continued Open, Closed Closed")]
    [InlineData(IncidentState.Closed, "FollowedUp FollowedUp")]
    [InlineData(IncidentState.FollowedUp, "")]
    public void Next_KnowsTheseStepsAndNoOthers_FromEachState(IncidentState from, string legal)
    {
        var known = Enum.GetValues<IncidentStep>()
            .Except(Always)
            .Select(step => (step, IncidentMachine.Next(from, step)))
            .Where(pair => pair.Item2 is not null);

        known
            .Select(pair => $"{pair.step} {pair.Item2}")
            .ShouldBe(legal.Split(", ", StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
        Always.ShouldAllBe(step => IncidentMachine.Next(from, step) == from);
    }
}
