using MarketAlerts.LocalHost.Commands.Cost;

namespace MarketAlerts.LocalHost.Tests.Cost;

public sealed class CrossingsTests
{
    [Fact]
    public void Messages_AreFewerThanEvents_WhenSomeComeTogether()
    {
        // 60 events on one page: 30 in 30 polls touch 30 (1 - 1/e) = 18.96 of them, 30 in 360 polls touch 360 (1 - e^(-1/12)) = 28.78.
        var crossings = new Crossings(new CostInputs(120, 1_000, 1));

        crossings.Messages.ShouldBe(47.75, 0.01);
        crossings.PollsWithEvents.ShouldBe(47.75, 0.01);
        crossings.EventsOfAMessage.ShouldBe(60 / 47.75, 0.001);
        // 20.94 alerts a message touch 64 (1 - e^(-0.327)) = 17.86 buckets.
        crossings.BucketsOfAMessage.ShouldBe(17.86, 0.02);
    }

    [Fact]
    public void Messages_AreNone_WhenNobodyIsTold()
    {
        var crossings = new Crossings(new CostInputs(10_000, 1_000, 0));

        (crossings.Messages, crossings.EventsOfAMessage, crossings.BucketsOfAMessage).ShouldBe((0, 0, 0));
    }
}
