using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Messages;

public sealed class MessageIdTests
{
    [Fact]
    public void Ids_ArePinned_BecauseDuplicatesAreFoundByThem()
    {
        MessageId.OfPage("p0000", Given.At("14:31")).ShouldBe("p0000.20250127T143100");
        MessageId.OfEvents("b.chips", Given.At("14:31:20.9"), 2).ShouldBe("b.chips.20250127T143120.002");
        MessageId.OfFeed("wire", Given.At("14:31")).ShouldBe("wire.20250127T143100");
        MessageId.OfRescaling("p0000", Symbol.Parse("BRK.B"), Given.At("14:31"), null).ShouldBe("p0000.BRK.B.20250127T143100");
        MessageId
            .OfRescaling("p0000", Symbol.Parse("BRK.B"), Given.At("14:31"), SubscriberId.Parse("0123456789abcdef"))
            .ShouldBe("p0000.BRK.B.20250127T143100.0123456789abcdef");
        MessageId.OfSplit(Symbol.Parse("BRK.B"), Given.Day).ShouldBe("split.BRK.B.20250127");
        MessageId.ForFlush("b07", Given.At("14:31:30")).ShouldBe("b07.20250127T143130");
    }

    [Fact]
    public void Ids_AreOfUtc_WhateverTheOffset() =>
        MessageId.OfPage("p0000", Given.At("14:31").ToOffset(TimeSpan.FromHours(-5))).ShouldBe("p0000.20250127T143100");
}
