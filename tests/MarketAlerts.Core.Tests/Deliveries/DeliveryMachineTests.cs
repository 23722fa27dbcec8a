using MarketAlerts.Core.Deliveries;

namespace MarketAlerts.Core.Tests.Deliveries;

public sealed class DeliveryMachineTests
{
    [Theory]
    [InlineData(
        DeliveryState.Queued,
        "Held Held, Waited Held, Resumed Queued, Kept Kept, Dropped Dropped, Claimed Claimed, Folded Claimed"
    )]
    [InlineData(DeliveryState.Held, "Held Held, Waited Held, Resumed Queued, Kept Kept, Dropped Dropped, Claimed Claimed, Folded Claimed")]
    [InlineData(
        DeliveryState.Claimed,
        "Dropped Dropped, Resent Claimed, Retried Claimed, Sent Sent, Rejected Rejected, Suppressed Rejected"
    )]
    [InlineData(DeliveryState.Sent, "")]
    [InlineData(DeliveryState.Rejected, "")]
    [InlineData(DeliveryState.Kept, "")]
    [InlineData(DeliveryState.Dropped, "")]
    public void Next_KnowsTheseStepsAndNoOthers_FromEachState(DeliveryState from, string legal)
    {
        var known = Enum.GetValues<DeliveryStep>()
            .Select(step => (step, DeliveryMachine.Next(from, step)))
            .Where(pair => pair.Item2 is not null);

        known
            .Select(pair => $"{pair.step} {pair.Item2}")
            .ShouldBe(legal.Split(", ", StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }
}
