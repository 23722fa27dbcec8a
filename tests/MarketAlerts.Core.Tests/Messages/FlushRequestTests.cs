using MarketAlerts.Core.Messages;

namespace MarketAlerts.Core.Tests.Messages;

public sealed class FlushRequestTests
{
    private static readonly DateTimeOffset Due = Given.At("14:30:30");

    [Fact]
    public void For_IsOneForAllThatIsDueAtThatMoment_WhateverAsksForIt()
    {
        var (one, other) = (
            FlushRequest.For("b0007", Due, Given.At("14:30:02"), "p0000.1"),
            FlushRequest.For("b0007", Due, Given.At("14:30:09"), "p0001.1")
        );

        (one.Queue, one.Id, one.NotBefore).ShouldBe((QueueNames.Deliveries, "b0007.20250127T143030", Due));
        other.ShouldBe(one);
        MessageCodec.Read<DueBucket>(one.Content).Body.Bucket.ShouldBe("b0007");
    }

    // Filing took so long that the moment has come, or nearly: the flush request of others may be delivered already, and the queue would
    // drop what has its id.
    [Theory]
    [InlineData("14:30:28.5")]
    [InlineData("14:30:30")]
    [InlineData("14:31:10")]
    public void For_IsForNowAndHasAnIdOfItsOwn_WhenTheMomentHasCome(string filed)
    {
        var (one, other) = (
            FlushRequest.For("b0007", Due, Given.At(filed), "p0000.1"),
            FlushRequest.For("b0007", Due, Given.At(filed), "p0001.1")
        );

        (one.NotBefore, one.Id.StartsWith("b0007.20250127T143030.", StringComparison.Ordinal)).ShouldBe((null, true));
        other.Id.ShouldNotBe(one.Id);
        FlushRequest.For("b0007", Due, Given.At("14:32"), "p0000.1").Id.ShouldBe(one.Id, "published again, it is the same");
    }
}
