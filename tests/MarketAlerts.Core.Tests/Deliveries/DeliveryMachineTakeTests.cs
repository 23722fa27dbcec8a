using MarketAlerts.Core.Deliveries;

namespace MarketAlerts.Core.Tests.Deliveries;

public sealed class DeliveryMachineTakeTests
{
    [Fact]
    public void Take_Throws_WhenWhatWasSentIsHeld() =>
        Should
            .Throw<InvalidOperationException>(() => DeliveryMachine.Take(DeliveryState.Sent, DeliveryStep.Held))
            .Message.ShouldBe("Held is no step from Sent.");

    [Fact]
    public void Take_GivesTheStep_WhenItIsLegal() =>
        DeliveryMachine.Take(DeliveryState.Claimed, DeliveryStep.Sent).ShouldBe(DeliveryStep.Sent);
}
